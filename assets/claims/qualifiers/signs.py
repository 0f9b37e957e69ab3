"""Whether a change goes up or down."""

from assets.claims.qualifiers.cues import load_cues
from assets.claims.qualifiers.model import Qualifier, Span
from assets.claims.qualifiers.windows import after, before


def sign_of(text: str, mention: Span, *, language: str = "fr") -> Qualifier:
    """Read the direction of a change: value ``-1``, ``1`` or ``0`` where no word speaks of one.

    Args:
        text: The text that the mention was read from.
        mention: The figure of the change.
        language: Folder of ``assets/claims/language``.
    """
    words, offset = before(text, mention, reach=110)
    trimmed = _without_bound(words, language)
    best: tuple[int, Qualifier] | None = None
    for cue in load_cues(language, "signs"):
        if cue.place == "after":
            match = cue.pattern.match(after(text, mention, reach=60))
            if match is not None:
                start, end = mention.end + match.start(), mention.end + match.end()
                return Qualifier(str(cue.data["sign"]), f"sign.{cue.id}", start, end)
            continue
        match = cue.pattern.search(trimmed)
        if match is not None and (best is None or match.start() > best[0]):
            best = (
                match.start(),
                Qualifier(str(cue.data["sign"]), f"sign.{cue.id}", offset + match.start(), mention.start),
            )
    return best[1] if best is not None else Qualifier("0", "sign.default", mention.start, mention.start)


def _without_bound(words: str, language: str) -> str:
    """Cut ``environ``, ``plus de`` … off the end, so that ``en baisse de près de 3 %`` is seen as a fall."""
    cut = len(words)
    for cue in load_cues(language, "comparators"):
        if cue.place == "before":
            match = cue.pattern.search(words)
            if match is not None:
                cut = min(cut, match.start())
    return words[:cut].rstrip() + " "
