"""Which articles copy or rewrite another one, so that several tellings of one source count once.

A copy shares runs of words: MinHash over shingles finds the pairs, the shingles themselves judge them. A rewrite shares
what it tells: figures with their counted thing, and names; pairs are looked up by the facts that few articles hold.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from assets.articles.folding import fold

_SHINGLE = 5
_PERMUTATIONS = 64
# Pairs are proposed generously and judged exactly.
_PROPOSED_AT = 0.2
_COPY_AT = 0.5
_FEWEST_SHINGLES = 12
# A rewrite appears soon after its source.
_REWRITE_DAYS = 10
_FEWEST_FACTS, _FEWEST_FIGURES, _REWRITE_AT = 7, 2, 0.5
# A fact that more articles hold (ever, or within the same days) proposes no pair: it is common knowledge.
_COMMON_EVER, _COMMON_THEN, _FEWEST_RARE = 8, 40, 3
_WORD = re.compile(r"\w+")
_FIGURE = re.compile(
    r"(?<![\w.,])(\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)*)(?![\d])(?:\s?(%|[^\W\d_]+))?"
)
_NAME = re.compile(r"(?<=[\w,;:’'(] )[«“(]?([A-ZÀ-Þ][\w-]{2,}(?:[ -][A-ZÀ-Þ0-9][\w-]*)*)|\b(\w*[a-z]?[A-Z]{2,}\w*)\b")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article as far as the comparison needs it."""

    article_id: str
    text: str
    title: str | None = None
    published_on: date | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Derivation:
    """One article that another one stands behind.

    Attributes:
        article_id: The copy or rewrite.
        derived_from: The article that it derives from.
        similarity: Share of the shorter text's shingles (copy) or facts (rewrite) that the other holds, 0 to 1.
        kind: ``copy`` or ``rewrite``.
    """

    article_id: str
    derived_from: str
    similarity: float
    kind: str


@dataclass(frozen=True, slots=True)
class _Profile:
    candidate: Candidate
    shingles: frozenset[int]
    figures: frozenset[str]
    names: frozenset[str]


def _shingles(text: str) -> frozenset[int]:
    import zlib

    tokens = _WORD.findall(fold(text))
    grams = (" ".join(tokens[at : at + _SHINGLE]) for at in range(max(len(tokens) - _SHINGLE + 1, 0)))
    return frozenset(zlib.crc32(gram.encode()) for gram in grams)


def figures(text: str) -> frozenset[str]:
    """Return the text's figures with the thing that each counts, years and small counts left out.

    Example:
        >>> sorted(figures("En 2024, 32 millions d’habitants et 30 % des motos."))
        ['30%', '32million']
    """
    found = set()
    for match in _FIGURE.finditer(text):
        digits = re.sub(r"[\u00a0\u202f ]", "", match[1]).replace(",", ".")
        unit = fold(match[2] or "")[:8].rstrip("s")
        if unit == "pour":
            unit = "%"
        is_year = re.fullmatch(r"(?:19|20)\d\d", digits) is not None
        if not is_year and (len(digits) > 1 or unit in {"%", "million", "milliard"}):
            found.add(f"{digits}{unit}")
    return frozenset(found)


def names(text: str) -> frozenset[str]:
    """Return the capitalised names inside sentences.

    Example:
        >>> sorted(names("Le constructeur BYD, installé à Shenzhen, a vendu le modèle Han."))
        ['byd', 'han', 'shenzhen']
    """
    return frozenset(fold(match[1] or match[2]) for match in _NAME.finditer(text))


def _profiles(candidates: Iterable[Candidate]) -> dict[str, _Profile]:
    return {
        item.article_id: _Profile(item, _shingles(item.text), figures(item.text), names(item.text))
        for item in sorted(candidates, key=lambda item: item.article_id)
    }


def _copy_pairs(profiles: dict[str, _Profile]) -> set[tuple[str, str]]:
    # Loaded here: it brings SciPy, which the rest of the cleaner does without.
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=_PROPOSED_AT, num_perm=_PERMUTATIONS)
    pairs: set[tuple[str, str]] = set()
    for key, profile in profiles.items():
        if len(profile.shingles) < _FEWEST_SHINGLES:
            continue
        # The shingles are hashes already; hashing them again takes a third of the time.
        sketch = MinHash(num_perm=_PERMUTATIONS, seed=1, hashfunc=int)
        sketch.update_batch(sorted(profile.shingles))
        pairs.update((other, key) if other < key else (key, other) for other in index.query(sketch))
        index.insert(key, sketch)
    return pairs


def _rewrite_pairs(profiles: dict[str, _Profile]) -> set[tuple[str, str]]:
    """Pairs that share several facts which few articles of the same days hold."""
    holders: dict[tuple[str, int], list[str]] = defaultdict(list)
    undated: dict[str, list[str]] = defaultdict(list)
    for key, profile in profiles.items():
        day = profile.candidate.published_on
        for fact in profile.figures | profile.names:
            undated[fact].append(key)
            if day is not None:
                # Two periods each, so that neighbours across a boundary meet.
                period = day.toordinal() // _REWRITE_DAYS
                holders[fact, period].append(key)
                holders[fact, period + 1].append(key)
    shared: dict[tuple[str, str], set[str]] = defaultdict(set)
    groups = [(fact, keys, _COMMON_THEN) for (fact, _), keys in holders.items()]
    groups += [(fact, keys, _COMMON_EVER) for fact, keys in undated.items()]
    for fact, keys, most in groups:
        if 1 < len(keys) <= most:
            for pair in combinations(keys, 2):
                shared[pair].add(fact)
    return {pair for pair, facts in shared.items() if len(facts) >= _FEWEST_RARE}


def _overlap(one: frozenset, other: frozenset) -> float:
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def _near_in_time(one: Candidate, other: Candidate) -> bool:
    if one.published_on is None or other.published_on is None:
        return True
    return abs((one.published_on - other.published_on).days) <= _REWRITE_DAYS


def _judge(one: _Profile, other: _Profile) -> tuple[str, float] | None:
    same = _overlap(one.shingles, other.shingles)
    if same >= _COPY_AT and min(len(one.shingles), len(other.shingles)) >= _FEWEST_SHINGLES:
        return "copy", same
    if not _near_in_time(one.candidate, other.candidate):
        return None
    figures_shared = len(one.figures & other.figures)
    facts = _overlap(one.figures | one.names, other.figures | other.names)
    shared = figures_shared + len(one.names & other.names)
    if figures_shared >= _FEWEST_FIGURES and shared >= _FEWEST_FACTS and facts >= _REWRITE_AT:
        return "rewrite", facts
    return None


def _rank(candidate: Candidate) -> tuple[date, int, str]:
    """Originals first: the earlier one, of one day the longer one."""
    return (candidate.published_on or date.max, -len(candidate.text), candidate.article_id)


def find_derivations(candidates: Sequence[Candidate]) -> list[Derivation]:
    """Find the articles that derive from another one.

    Args:
        candidates: All articles, in any order; the answer does not depend on it.

    Returns:
        At most one derivation an article, by article id. What it derives from derives from nothing itself, so the
        articles that share one ``derived_from`` are one independent source.
    """
    profiles = _profiles(candidates)
    found: dict[tuple[str, str], tuple[str, float]] = {}
    for pair in sorted(_copy_pairs(profiles) | _rewrite_pairs(profiles)):
        verdict = _judge(profiles[pair[0]], profiles[pair[1]])
        if verdict is not None:
            found[pair] = verdict
    order = {key: rank for rank, key in enumerate(sorted(profiles, key=lambda key: _rank(profiles[key].candidate)))}
    source: dict[str, Derivation] = {}
    for pair, (kind, similarity) in sorted(found.items(), key=lambda item: (max(order[k] for k in item[0]), item)):
        original, derived = sorted(pair, key=lambda key: order[key])
        original = source[original].derived_from if original in source else original
        known = source.get(derived)
        if original != derived and (known is None or similarity > known.similarity):
            source[derived] = Derivation(derived, original, round(similarity, 4), kind)
    return [source[key] for key in sorted(source)]
