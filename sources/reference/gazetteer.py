"""Finds known names in a text: by any alias, whatever the case, accents, hyphens or spaces, the longest match winning.

Pure and deterministic; time grows with the text's length. The text is cut into runs of letters and runs of digits, so
``Qwen 3``, ``Qwen-3`` and ``Qwen3`` are one name, and a name never begins or ends inside a word or before a further
digit of a version (``V3`` is not found in ``V3.2``).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from sources import reference
from sources.reference.versions import end_of_version

# A name may be broken by a space, a hyphen, an apostrophe or a middle dot, but not by a full stop or a comma.
_PIECE = re.compile("[^\\W\\d_]+|\\d+|[^\\w\\s\u2010\u2011\u2012\u2013'\u2019\u2018\u00b7-]")
_DASHES = re.compile("[\u2010\u2011]")
_STOP = "\0"
_BARE = 4  # letters and digits of a version that is said without its family (``V3.1``)


@dataclass(frozen=True, slots=True)
class Name:
    """A known name found in a text.

    Attributes:
        start: Offset of its first character in the text that was searched (code points).
        end: Offset just past its last character.
        text: The name as written there.
        kind: ``place``, ``model``, ``organisation`` or ``product``.
        code: Id of the row in the reference file.
        canonical: The name as claims carry it: English for places, own spelling for firms and models.
        form: ``name``; for places also ``adjective`` (``chinois``, ``shanghaïen``); for models also ``version``:
            one that the file does not list, with the code of its family and its own spelling.
    """

    start: int
    end: int
    text: str
    kind: str
    code: str
    canonical: str
    form: str = "name"


@dataclass(frozen=True, slots=True)
class _Target:
    kind: str
    code: str
    canonical: str
    form: str
    # Capitals that the text must show, or None where any will do.
    exact: str | None = None


class _Pieces(NamedTuple):
    """The pieces of a text in two columns: folded, and where they stand. Few of them are ever looked at closely."""

    folds: list[str]
    spans: list[tuple[int, int]]


@dataclass(slots=True)
class _Node:
    children: "dict[str, _Node]" = field(default_factory=dict)
    targets: list[_Target] = field(default_factory=list)


def fold(text: str) -> str:
    """Fold a text for comparison: no case, no accents.

    >>> fold("Péking") == fold("peking")
    True
    """
    decomposed = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "oe")).casefold()
    return "".join(char for char in decomposed if not unicodedata.combining(char))


# A few texts are kept, because each is searched for names and then for products.
@lru_cache(maxsize=8)
def _pieces(text: str) -> _Pieces:
    spans = [match.span() for match in _PIECE.finditer(text)]
    return _Pieces([_folded(text[start:end]) for start, end in spans], spans)


_folded = lru_cache(maxsize=1 << 16)(fold)


def _letters(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFC", text) if char.isalnum())


def form_key(form: str) -> str:
    """Reduce a form to what the search compares: two forms with one key cannot be told apart.

    >>> form_key("=Hong-Kong") == form_key("hong kong")
    True
    """
    return " ".join(_pieces(form.removeprefix("=")).folds)


class Gazetteer:
    """Names of one or several kinds, ready for searching."""

    def __init__(self) -> None:
        """Start empty."""
        self._root = _Node()
        self._person_like: set[str] = set()
        self._person_like_after: set[str] = set()

    def add(self, forms: Iterable[str], target: _Target, traps: Iterable[str] = ()) -> None:
        """Add the forms of one name and the phrases in which they mean something else."""
        listed = [form for form in forms if form]
        exact = {form[1:] for form in listed if form.startswith("=")}
        for form in listed:
            bare = form.removeprefix("=")
            if form == bare and form in exact:
                continue
            needed = _letters(bare) if bare in exact else None
            self._insert(bare, _Target(target.kind, target.code, target.canonical, target.form, needed))
        for trap in traps:
            if trap.endswith(" *"):
                self._person_like.add(f"{target.kind}:{target.code}")
            elif trap.startswith("* "):
                self._person_like_after.add(f"{target.kind}:{target.code}")
            else:
                self._insert(trap, _Target(_STOP, "", "", ""))

    def _insert(self, form: str, target: _Target) -> None:
        node = self._root
        for folded in _pieces(form).folds:
            node = node.children.setdefault(folded, _Node())
        # The first row of a file wins over later ones with the same form; kinds stand side by side.
        if not any(known.kind == target.kind and known.exact == target.exact for known in node.targets):
            node.targets.append(target)

    def find(self, text: str) -> list[Name]:
        """Find every known name, from left to right, none overlapping another of its kind.

        A form that names things of two kinds (DeepSeek the firm, DeepSeek the model) is returned once a kind.
        """
        return list(self._scan(text))

    def _scan(self, text: str) -> Iterator[Name]:
        pieces = _pieces(text)
        folds, spans = pieces
        starts = self._root.children
        searched = 0
        for position, folded in enumerate(folds):
            node = starts.get(folded)
            if node is None or position < searched:
                continue
            if not node.targets and (position + 1 == len(folds) or folds[position + 1] not in node.children):
                continue  # as most words do that a name may begin with
            length, targets = self._longest(text, pieces, position, is_open=True)
            if not targets:
                continue
            version = _version(text, pieces, position, length, targets)
            if version is not None:
                yield version
                searched = position
                while searched < len(spans) and spans[searched][0] < version.end:
                    searched += 1
                continue
            length, targets = self._longest(text, pieces, position)
            for target in targets:
                if target.kind == _STOP or self._is_person(text, pieces, position, length, target):
                    continue
                start, end = spans[position][0], spans[position + length - 1][1]
                yield Name(start, end, text[start:end], target.kind, target.code, target.canonical, target.form)
            searched = position + length

    def _longest(
        self, text: str, pieces: _Pieces, position: int, *, is_open: bool = False
    ) -> tuple[int, list[_Target]]:
        folds, spans = pieces
        begin = spans[position][0]
        if position and spans[position - 1][1] == begin and text[begin - 1].isalnum():
            return 1, []
        node, best, targets = self._root, 1, []
        for index in range(position, len(folds)):
            if index > position and not _is_close(text, spans[index - 1][1], spans[index][0]):
                break
            child = node.children.get(folds[index])
            if child is None:
                break
            node = child
            if node.targets and (is_open or _ends_well(text, pieces, index)):
                written = text[begin : spans[index][1]]
                fitting = [target for target in node.targets if _is_written_so(target.exact, written)]
                if fitting:
                    best, targets = index - position + 1, fitting
        return best, targets

    def _is_person(self, text: str, pieces: _Pieces, position: int, length: int, target: _Target) -> bool:
        key = f"{target.kind}:{target.code}"
        spans, after = pieces.spans, position + length
        if key in self._person_like and after < len(spans):
            start = spans[after][0]
            if text[start].isupper() and text[spans[after - 1][1] : start] in {" ", "\u00a0", "-", "\u2011"}:
                return len(pieces.folds[after]) > 1
        if key in self._person_like_after and position:
            start, end = spans[position - 1]
            return text[start].isupper() and text[end : spans[position][0]] in {" ", "\u00a0"}
        return False


def _version(text: str, pieces: _Pieces, position: int, length: int, targets: Iterable[_Target]) -> Name | None:
    """A model's name that goes on with an unlisted version; listed versions are names of their own."""
    model = next((target for target in targets if target.kind == "model"), None)
    if model is None:
        return None
    start, known_end = pieces.spans[position][0], pieces.spans[position + length - 1][1]
    end = end_of_version(text, known_end)
    if end == known_end:
        return None
    written = _DASHES.sub("-", " ".join(text[start:end].split()))
    if not form_key(model.canonical).startswith(form_key(text[start:known_end])):
        # A bare version (R1-Zero, V4 Pro) is told by its family's name; a bare number (V3.9) could be anything's.
        tail = _DASHES.sub("-", text[known_end:end])
        if len(_letters(text[start:known_end])) <= _BARE:
            if not tail.startswith(("-", " ", "\u00a0")):
                return None
            written = model.canonical + tail.replace("\u00a0", " ")
    return Name(start, end, text[start:end], "model", model.code, written, "version")


def _is_written_so(needed: str | None, written: str) -> bool:
    """Tell whether the capitals fit: those of the form, or all capitals where the name is too long to be a word."""
    if needed is None:
        return True
    letters = _letters(written)
    return letters == needed or (len(needed) > 3 and letters == needed.upper())


def _is_close(text: str, end: int, start: int) -> bool:
    """Tell whether two pieces may belong to one name: nothing, one joiner, or blanks without a line break between."""
    gap = text[end:start]
    if len(gap) <= 1:
        return gap != "\n"
    return len(gap) <= 3 and "\n" not in gap


def _ends_well(text: str, pieces: _Pieces, index: int) -> bool:
    """Tell whether a name may end here: not inside a word, not before a further part of a version number."""
    end = pieces.spans[index][1]
    tail = text[end : end + 2]
    if text[end - 1].isalnum() and tail[:1].isalnum():
        return False
    return not (pieces.folds[index].isdigit() and len(tail) == 2 and tail[0] == "." and tail[1].isdigit())


@cache
def known_names() -> Gazetteer:
    """Build the gazetteer of places, models and organisations."""
    gazetteer = Gazetteer()
    for model in reference.models():
        target = _Target("model", model.model_id, model.name, "name")
        gazetteer.add((model.name, *model.aliases), target, model.trap_words)
    for firm in reference.organisations():
        target = _Target("organisation", firm.organisation_id, firm.name, "name")
        gazetteer.add((firm.name, *firm.aliases), target, firm.trap_words)
    for place in reference.places():
        target = _Target("place", place.place_id, place.name_en, "name")
        # French text names the world and its countries in French; West or Georgia would only be somebody's name.
        english = "" if place.place_level in {"world", "region", "country"} else place.name_en
        gazetteer.add((english, place.name_fr, place.name_zh, *place.aliases), target)
        gazetteer.add(place.adjectives, _Target("place", place.place_id, place.name_en, "adjective"))
    return gazetteer


@cache
def known_products() -> Gazetteer:
    """Build the gazetteer of products and kinds of beneficiary, by their French forms."""
    gazetteer = Gazetteer()
    for product in reference.products():
        gazetteer.add(product.forms_fr, _Target("product", product.product_id, product.product_id, "name"))
    return gazetteer
