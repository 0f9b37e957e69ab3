"""Superset's REST API: logged in as a user, read before written, written only where something differs.

The standard library alone, so that it runs in Superset's environment and in any other.
"""

import http.cookiejar
import json
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Body = Mapping[str, Any]


class SupersetError(RuntimeError):
    """Superset refused a request; the text is its own answer."""


@dataclass
class Superset:
    """A session with a server.

    Attributes:
        created: What this session added, as ``kind name``.
        changed: What it altered.
    """

    url: str
    created: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    _headers: dict[str, str] = field(default_factory=dict)
    _opener: urllib.request.OpenerDirector = field(
        default_factory=lambda: urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        )
    )

    def wait(self, seconds: float) -> None:
        """Wait until the server answers.

        Raises:
            SupersetError: It did not in that time.
        """
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                with self._opener.open(f"{self.url}/health", timeout=10):
                    return
            except OSError:
                time.sleep(0.5)
        raise SupersetError(f"nothing answers at {self.url} after {seconds:.0f} s")

    def log_in(self, user: str, password: str) -> None:
        """Log in, and fetch the token without which Superset takes no writes."""
        answer = self.send(
            "POST", "security/login", {"username": user, "password": password, "provider": "db", "refresh": False}
        )
        self._headers["Authorization"] = f"Bearer {answer['access_token']}"
        self._headers["X-CSRFToken"] = self.send("GET", "security/csrf_token/")["result"]
        self._headers["Referer"] = self.url

    def send(self, method: str, path: str, body: Body | None = None) -> dict[str, Any]:
        """One request to the API and its JSON answer.

        Raises:
            SupersetError: The answer is no success.
        """
        request = urllib.request.Request(  # noqa: S310 - the address is the operator's own
            f"{self.url}/api/v1/{path}",
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json", **self._headers},
            method=method,
        )
        try:
            with self._opener.open(request, timeout=120) as response:
                answer: dict[str, Any] = json.load(response)
                return answer
        except urllib.error.HTTPError as error:
            said = error.read().decode(errors="replace")[:2000]
            raise SupersetError(f"{method} {path}: {error.code} {said}") from error

    def find(self, kind: str, column: str, value: str) -> int | None:
        """Number of the one object of a kind whose column has a value; the value is a plain name."""
        query = f"(filters:!((col:{column},opr:eq,value:'{value}')))"
        found = self.send("GET", f"{kind}/?q={urllib.parse.quote(query)}")["result"]
        return int(found[0]["id"]) if found else None

    def get(self, kind: str, key: str | int) -> dict[str, Any] | None:
        """An object by number, UUID or slug; nothing where it does not exist."""
        try:
            result: dict[str, Any] = self.send("GET", f"{kind}/{key}")["result"]
        except SupersetError as error:
            if isinstance(error.__cause__, urllib.error.HTTPError) and error.__cause__.code == 404:
                return None
            raise
        return result

    def ensure(
        self, kind: str, name: str, found: Mapping[str, Any] | None, wanted: Body, *, only_new: Body | None = None
    ) -> int:
        """Make an object be as wanted: created where missing, altered where it differs, else left alone.

        Args:
            kind: The API's word for it: database, dataset, chart, dashboard.
            name: How reports call it.
            found: What Superset has, if anything.
            wanted: Fields as they shall be; texts that hold JSON are compared by content.
            only_new: Fields that are given at creation alone.

        Returns:
            Its number.
        """
        if found is None:
            self.created.append(f"{kind} {name}")
            return int(self.send("POST", f"{kind}/", {**wanted, **(only_new or {})})["id"])
        differing = {key: value for key, value in wanted.items() if _plain(found.get(key)) != _plain(value)}
        if differing:
            self.changed.append(f"{kind} {name}: {', '.join(sorted(differing))}")
            self.send("PUT", f"{kind}/{found['id']}", differing)
        return int(found["id"])


def _plain(value: object) -> object:
    """A value with JSON texts read, so that order and spaces do not count."""
    if isinstance(value, str) and value[:1] in "{[":
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value
