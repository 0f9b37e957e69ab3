"""Raises the floors to what is measured now, less what one claim is worth: ``python -m tests.quality.pin_floors``.

A floor never goes down, with one exception that has to be asked for: ``--gold-changed`` after the gold was enlarged or
corrected, because figures of another gold are other figures. Say in the commit why it changed.
"""

import sys
from collections.abc import Mapping
from math import floor
from typing import Any

from tests.quality import measures

_HEAD = """# Floors of quality on the project's gold, written by `python -m tests.quality.pin_floors`. They only rise.
# A floor is the measured figure less what one claim or article is worth in it: one flipped claim does not stop the
# work, two do. `gold_fingerprint` pins the gold: who changes a label, a body or an article pins again, and says why.
"""


def pinned_text(figures: measures.Figures, old: Mapping[str, Any], fingerprint: str) -> str:
    """The floors file for the figures, no floor under its old one."""
    lines = [_HEAD, f'gold_fingerprint = "{fingerprint}"']
    for section, found in figures.items():
        name = section.replace(".", "_")
        lines += ["", f"[{name}]"]
        for slot, figure in found.items():
            value = floor((figure.value - figure.grain) * 10_000) / 10_000
            lines.append(f"{slot} = {max(value, old.get(name, {}).get(slot, 0.0)):g}")
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    old = measures.floors() if measures.FLOORS.exists() else {}
    fingerprint = measures.fingerprint()
    if old and old["gold_fingerprint"] != fingerprint:
        if "--gold-changed" not in arguments:
            sys.stderr.write("the gold has changed; if that is meant, say --gold-changed and tell why in the commit\n")
            return 1
        old = {}
    figures = measures.claims_figures() | measures.cleaning_figures() | measures.press_figures()
    measures.FLOORS.write_text(pinned_text(figures, old, fingerprint), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
