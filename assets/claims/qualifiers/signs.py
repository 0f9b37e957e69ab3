"""Whether a change goes up or down."""

from assets.claims.qualifiers.cues import Cue, cues_in
from assets.claims.qualifiers.model import Qualifier, Span
from assets.claims.qualifiers.windows import after, before, fold_once, sentence_of


def sign_of(text: str, mention: Span, *, language: str = "fr") -> Qualifier:
    """Read the direction of a change: value ``-1``, ``1`` or ``0`` where no word speaks of one.

    Args:
        text: The text that the mention was read from.
        mention: The figure of the change.
        language: Folder of ``assets/claims/language``.
    """
    if getattr(getattr(mention, "number", mention), "value", 0) < 0:
        return Qualifier("-1", "sign.written", mention.start, mention.end)
    sentence = sentence_of(fold_once(text), mention)
    cues = cues_in(sentence, language, "signs")
    if not cues:
        return Qualifier("0", "sign.default", mention.start, mention.start)
    words, offset = before(text, mention, reach=110)
    trimmed = _without_bound(words, cues_in(sentence, language, "comparators"))
    best: tuple[int, Qualifier] | None = None
    for cue in cues:
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


def _without_bound(words: str, cues: tuple[Cue, ...]) -> str:
    """Cut ``environ``, ``plus de`` … off the end, so that ``en baisse de près de 3 %`` is seen as a fall."""
    cut = len(words)
    for cue in cues:
        if cue.place == "before":
            match = cue.pattern.search(words)
            if match is not None:
                cut = min(cut, match.start())
    return words[:cut].rstrip() + " "
