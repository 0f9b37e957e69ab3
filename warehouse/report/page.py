"""Puts the page together from the files in ``page/``: one HTML file that asks nothing of any other.

Articles are hostile until shown as text: their words reach the browser as JSON alone, which the scripts write with
``textContent``. The security policy allows the scripts and the style by their hashes and nothing else; charts are
interpreted, not compiled, so that no ``eval`` is needed.
"""

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import vl_convert

from warehouse.report.charts import specifications
from warehouse.report.limits import Limits
from warehouse.report.payload import MART_NAMES, payload
from warehouse.report.read import Contents
from warehouse.report.wording import period

_FOLDER = Path(__file__).with_name("page")
_SCRIPTS = (
    "dom.js",
    "theme.js",
    "charts.js",
    "rows.js",
    "pictures.js",
    "tiles.js",
    "marts.js",
    "support.js",
    "facts.js",
    "filters.js",
    "start.js",
)
_PLACE = re.compile(r"{{(\w+)}}")
_JSON_ESCAPES = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}
_LEADS = {
    "industrial_output": "What industry makes, can make, sells or ships, and who works there.",
    "ai_model_adoption": "Who uses which AI model, how much, and at what price.",
    "provincial_subsidies": "What provinces and cities offer, plan to spend and have spent.",
}


def safe_json(value: object) -> str:
    r"""JSON that can stand inside a script element whatever its strings hold.

    >>> safe_json("</script><b>&")
    '"\\u003c/script\\u003e\\u003cb\\u003e\\u0026"'
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.translate(_JSON_ESCAPES)


def safe_script(source: str) -> str:
    r"""A script that no string of its own can end or hide.

    >>> safe_script("'</script>' + '<!--'")
    "'<\\/script>' + '<\\!--'"
    """
    return re.sub(r"</(?=script)", r"<\\/", source, flags=re.IGNORECASE).replace("<!--", r"<\!--")


def filled(template: str, values: Mapping[str, str]) -> str:
    """A template with its places filled once: what is put in is never looked at again."""
    return _PLACE.sub(lambda place: values[place[1]], template)


def render(contents: Contents, limits: Limits, stamp: str) -> str:
    """The whole page.

    Args:
        contents: What was read.
        limits: How much was taken, told on the page.
        stamp: What the page was made from and by.
    """
    style, scripts = _read("style.css"), safe_script("\n".join(_read(name) for name in _SCRIPTS))
    bundle = _bundle()
    data = payload(contents, limits) | {"charts": specifications()}
    totals = contents.totals
    marts = "\n".join(_mart(mart, name, contents) for mart, name in MART_NAMES.items())
    return filled(
        _read("page.html"),
        {
            "policy": _policy(style, bundle, scripts),
            "stamp": html.escape(stamp),
            "as_of": html.escape(_as_of(totals)),
            "counts": _counts(totals),
            "empty": "" if totals["facts"] else _read("empty.html"),
            "marts": marts,
            "shown": f"{len(contents.facts):,}",
            "total": f"{totals['facts']:,}",
            "rest": _read("rest.html") if len(contents.facts) < totals["facts"] else "",
            "style": style,
            "data": safe_json(data),
            "bundle": bundle,
            "scripts": scripts,
        },
    )


@cache
def _bundle() -> str:
    """Vega, Vega-Lite and Vega-Embed as one script; it takes two seconds to make."""
    # The stub forgets that the snippet has a default.
    return safe_script(vl_convert.javascript_bundle())  # type: ignore[call-arg]


def _read(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def _policy(style: str, *scripts: str) -> str:
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; img-src data:; connect-src 'none';"
        " base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _as_of(totals: Mapping[str, Any]) -> str:
    last: date | None = totals["last_published_on"]
    articles = f"articles published up to {period(last, last)}" if last else "no dated article"
    return f"As of run {totals['run_number']}: {articles}." if totals["run_number"] else f"As of {articles}."


def _counts(totals: Mapping[str, Any]) -> str:
    words = {
        "facts": "facts",
        "claims": "claims in articles",
        "articles": "articles",
        "sources": "independent sources",
        "confirmed": "facts with two or more independent sources",
        "conflicts": "facts in conflict",
        "undated": "undated facts",
    }
    return "\n".join(f"<div><dt>{label}</dt><dd>{totals[name]:,}</dd></div>" for name, label in words.items())


def _mart(mart: str, name: str, contents: Contents) -> str:
    facts = sum(row["facts"] for row in contents.support if row["mart"] == mart)
    values = {"mart": mart, "name": name, "lead": _LEADS[mart], "facts": f"{facts:,}"}
    return filled(_read("mart.html" if facts else "empty_mart.html"), values)
