"""Names that nobody knows and nothing shows to be a firm's: the ranker may find that a figure is theirs all the same.

``Smelle, de loin le plus gros, a moulé`` tells a firm, ``à Vaurigny, on ne compte plus que`` a town, but no list of
wordings covers all; so every capitalised run that is no person's and no common word is proposed, with little weight.
"""

import re
from collections import Counter
from collections.abc import Sequence

from assets.claims.assembly.capitals import Capitals, Run, common_words
from assets.claims.assembly.folding import fold
from assets.claims.assembly.model import LOCALITY, STRANGER
from assets.claims.assembly.newcomers import Newcomer
from assets.claims.assembly.words import alternatives, forms, role

_AT = re.compile(r"(?<![\w’'])[Àà] $")
_OPENING = re.compile(
    r"(?:, | \(| (?:a|ont|en|y|ne|se|est|sont|va|veut) | [ns][’']| et (?=[A-ZÀ-Ý])"
    r"| [a-zà-ÿ]{3,}(?:e|ent|it|ait|ra|ront) )"
)
_ARTICLE = re.compile(
    r"(?<![\w’'])(?:[LlDd][’']|(?:[Ll][ae]s?|[Dd]u|[Dd]es|[Aa]ux?|[Uu]ne?|[CcSs]es?|[Ss]on|[Nn]otre) )$"
)
_LABEL = re.compile(r"[ \u00a0\u202f]?:")
_LEAST = 2


def strangers(read: Capitals, taken: Sequence[Newcomer], language: str) -> list[Newcomer]:
    """Every mention of an unknown name that is no person's, in order.

    Args:
        read: The article's capitalised runs.
        taken: Firms and towns that the article introduces.
        language: Code of its language.
    """
    known = {new.start for new in taken}
    things = re.compile(rf"(?<!\w)(?:{alternatives(language, 'named-thing')}) (?:[^\W\d_][\w-]*(?:, | et ))*$")
    free = [
        run
        for run in read.runs
        if run.start not in known
        and run.text not in read.persons
        and not things.search(run.before)
        and not _is_label(run, language)
    ]
    inside = {run.text for run in free if _tells(run) or not (run.opens or _is_described(run))}
    towns = Counter(run.text for run in free if _AT.search(run.before))
    sure = {run.text for run in free if not (run.opens or _is_described(run))}
    kept: dict[str, bool] = {}
    for run in free:
        if run.text in inside and run.text not in kept:
            kept[run.text] = _is_name(run, read.small, language, is_sure=run.text in sure)
    return [
        Newcomer(run.start, run.end, run.text, LOCALITY if towns[run.text] else STRANGER)
        for run in free
        if kept.get(run.text)
    ]


def _is_label(run: Run, language: str) -> bool:
    """Whether a common word only labels a line (``Poids : deux tonnes``)."""
    return _LABEL.match(run.after) is not None and fold(run.text) in role(language, "list-function")


def _is_described(run: Run) -> bool:
    """Whether a single word stands behind an article, like the name of a thing or an office (``la Bourse``)."""
    return len(run.words) == 1 and _ARTICLE.search(run.before) is not None


def _tells(run: Run) -> bool:
    """Whether what follows the head of a sentence lets it be a name: a verb, a comma, a bracket."""
    return _OPENING.match(run.after) is not None


def _is_name(run: Run, small: frozenset[str], language: str, *, is_sure: bool) -> bool:
    """Whether a run is no common word: it never stands in small letters, nor ends like one at a sentence's head."""
    if len(run.text) < _LEAST or fold(run.text) in common_words(language):
        return False
    if len(run.words) > 1:
        return True
    word = run.text.lower()
    return word not in small and (is_sure or not word.endswith(forms(language, "common-ending")))
