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
_PIECE = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_JOINERS = frozenset("-\u2010\u2011\u2012\u2013'\u2019\u2018\u00b7")
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


class _Piece(NamedTuple):
    fold: str
    start: int
    end: int
    is_word: bool
    is_capitalised: bool


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
def _pieces(text: str) -> tuple[_Piece, ...]:
    found: list[_Piece] = []
    for match in _PIECE.finditer(text):
        raw = match.group()
        if raw in _JOINERS:
            continue
        folded, is_word, is_capitalised = _traits(raw)
        found.append(_Piece(folded, match.start(), match.end(), is_word, is_capitalised))
    return tuple(found)


@lru_cache(maxsize=1 << 16)
def _traits(raw: str) -> tuple[str, bool, bool]:
    return fold(raw), raw.isalnum(), raw[0].isupper()


def _letters(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFC", text) if char.isalnum())


def form_key(form: str) -> str:
    """Reduce a form to what the search compares: two forms with one key cannot be told apart.

    >>> form_key("=Hong-Kong") == form_key("hong kong")
    True
    """
    return " ".join(piece.fold for piece in _pieces(form.removeprefix("=")))


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
        for piece in _pieces(form):
            node = node.children.setdefault(piece.fold, _Node())
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
        position = 0
        starts = self._root.children
        while position < len(pieces):
            if pieces[position].fold not in starts:
                position += 1
                continue
            version = self._version(text, pieces, position)
            if version is not None:
                yield version
                while position < len(pieces) and pieces[position].start < version.end:
                    position += 1
                continue
            length, targets = self._longest(text, pieces, position)
            for target in targets:
                if target.kind == _STOP or self._is_person(text, pieces, position, length, target):
                    continue
                start, end = pieces[position].start, pieces[position + length - 1].end
                yield Name(start, end, text[start:end], target.kind, target.code, target.canonical, target.form)
            position += length if targets else 1

    def _version(self, text: str, pieces: tuple[_Piece, ...], position: int) -> Name | None:
        """A model's name that goes on with an unlisted version; listed versions are names of their own."""
        length, targets = self._longest(text, pieces, position, is_open=True)
        model = next((target for target in targets if target.kind == "model"), None)
        if model is None:
            return None
        start, known_end = pieces[position].start, pieces[position + length - 1].end
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

    def _longest(
        self, text: str, pieces: tuple[_Piece, ...], position: int, *, is_open: bool = False
    ) -> tuple[int, list[_Target]]:
        if position and pieces[position - 1].is_word and pieces[position - 1].end == pieces[position].start:
            return 1, []
        node, best, targets = self._root, 1, []
        for index in range(position, len(pieces)):
            if index > position and not _is_close(text, pieces[index - 1].end, pieces[index].start):
                break
            child = node.children.get(pieces[index].fold)
            if child is None:
                break
            node = child
            if node.targets and (is_open or _ends_well(text, pieces, index)):
                written = _letters(text[pieces[position].start : pieces[index].end])
                fitting = [target for target in node.targets if _is_written_so(target.exact, written)]
                if fitting:
                    best, targets = index - position + 1, fitting
        return best, targets

    def _is_person(self, text: str, pieces: tuple[_Piece, ...], position: int, length: int, target: _Target) -> bool:
        key = f"{target.kind}:{target.code}"
        after = position + length
        if key in self._person_like and after < len(pieces):
            piece = pieces[after]
            if piece.is_capitalised and text[pieces[after - 1].end : piece.start] in {" ", "\u00a0", "-", "\u2011"}:
                return len(piece.fold) > 1
        if key in self._person_like_after and position:
            piece = pieces[position - 1]
            return piece.is_capitalised and text[piece.end : pieces[position].start] in {" ", "\u00a0"}
        return False


def _is_written_so(needed: str | None, written: str) -> bool:
    """Tell whether the capitals fit: those of the form, or all capitals where the name is too long to be a word."""
    return needed is None or written == needed or (len(needed) > 3 and written == needed.upper())


def _is_close(text: str, end: int, start: int) -> bool:
    """Tell whether two pieces may belong to one name: nothing, one joiner, or blanks without a line break between."""
    gap = text[end:start]
    if len(gap) <= 1:
        return gap != "\n"
    return len(gap) <= 3 and "\n" not in gap


def _ends_well(text: str, pieces: tuple[_Piece, ...], index: int) -> bool:
    """Tell whether a name may end here: not inside a word, not before a further part of a version number."""
    end = pieces[index].end
    if (
        index + 1 < len(pieces)
        and pieces[index].is_word
        and pieces[index + 1].is_word
        and pieces[index + 1].start == end
    ):
        return False
    tail = text[end : end + 2]
    return not (pieces[index].fold.isdigit() and len(tail) == 2 and tail[0] == "." and tail[1].isdigit())


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
