"""Which page stands beside the marts, told from its first bytes. Imports nothing heavy: every run asks."""

import hashlib
from functools import cache
from pathlib import Path

from warehouse.publish import current_release
from warehouse.report.limits import Limits

REPORT_NAME = "report.html"
_STAMP = '<meta name="jalons-release" content="{}">'
_HEAD_BYTES = 4_096
_DEFAULT = Limits()


def stamp_of(release: str, limits: Limits = _DEFAULT) -> str:
    """Name of what decides a page: the published release, the code of the page, the limits."""
    digest = hashlib.sha256(f"{_code()}{limits}".encode()).hexdigest()[:12]
    return f"{release}-{digest}"


@cache
def _code() -> str:
    digest = hashlib.sha256()
    for path in sorted(p for p in Path(__file__).parent.rglob("*") if p.is_file() and p.suffix != ".pyc"):
        digest.update(path.name.encode() + b"\x1f" + path.read_bytes() + b"\x1e")
    return digest.hexdigest()


def is_current(folder: Path, limits: Limits = _DEFAULT) -> bool:
    """Whether the page beside the marts is made of these marts, by this code: a killed run may leave an older one."""
    page = folder / REPORT_NAME
    if not page.is_file():
        return False
    with page.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    return _STAMP.format(stamp_of(current_release(folder), limits)).encode() in head
