"""Adapter to the reference data: the places, firms and models that an article names."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from assets.claims.assembly.folding import fold
from assets.claims.assembly.model import LOCALITY, PLATFORM, Name, NameKind
from assets.claims.assembly.newcomer_models import newcomer_models
from assets.claims.assembly.newcomers import REPORTER, Newcomer
from assets.claims.assembly.text import Sentence
from assets.claims.assembly.words import alternatives, forms, role
from assets.claims.language.dictionary import is_common_word
from sources import reference
from sources.reference.gazetteer import Name as Known
from sources.reference.gazetteer import known_names, known_products
from sources.reference.versions import version_words

_LEVELS = {
    "municipality": "province",
    "autonomous_region": "province",
    "special_administrative_region": "province",
    "province": "province",
    "city": "city",
    "county": "city",
    "district": "district",
    "town": "city",
    "country": "country",
    "region": "region",
    "world": "world",
}
_AHEAD = 40  # letters before a name in which what sets it against another stands
_LEVELS_OF_SECTORS = {"consultancy": REPORTER, "model_hub": PLATFORM}
# A list item or cell that opens with an unknown capitalised name before a colon: the name is a firm's or a place's.
_LABEL = re.compile(r"^\W*((?:[A-Z][\w’'&.-]*)(?: [A-Z0-9][\w’'&.-]*){0,3})\s*:")
_SENTENCE_HEAD = re.compile(r"(?:^|[.!?…:«“\"\n] ?)$")


@cache
def _places() -> dict[str, reference.Place]:
    return {place.place_id: place for place in reference.places()}


@cache
def _models() -> dict[str, reference.Model]:
    return {model.model_id: model for model in reference.models()}


@cache
def _organisations() -> dict[str, reference.Organisation]:
    return {firm.organisation_id: firm for firm in reference.organisations()}


@cache
def _developers() -> frozenset[str]:
    return frozenset(model.developer for model in reference.models())


def known_in(text: str) -> list[Known]:
    """Every known name of a text, with offsets in it."""
    return known_names().find(text)


@cache
def _version_pattern(language: str) -> re.Pattern[str]:
    words = "|".join(sorted(version_words(), key=lambda word: (-len(word), word)))
    return re.compile(rf"\b(?:{alternatives(language, 'version-of')}) ({words})(?!\w)")


@cache
def _surname() -> re.Pattern[str]:
    surnames = "|".join(entry.name for entry in reference.person_names() if entry.part == "surname")
    return re.compile(rf"(?<![\w-])(?:{surnames}) $")


def _is_given_name(text: str, name: Known) -> bool:
    """Whether a town's or a firm's name is a person's (``Wang Haiyang``)."""
    if name.kind == "model" or not name.text.isalpha() or not name.text[:1].isupper():
        return False
    return _surname().search(text, max(0, name.start - 10), name.start) is not None


def _opens_phrase(text: str, name: Known, language: str) -> bool:
    """Whether a firm's name is the preposition that opens a sentence (``Aux dires du maire``)."""
    if name.kind != "organisation" or fold(name.text) not in role(language, "preposition"):
        return False
    return (
        text[name.end : name.end + 2].strip().isalpha() and _SENTENCE_HEAD.search(text[: name.start][-3:]) is not None
    )


@cache
def _compared(language: str) -> re.Pattern[str]:
    """What stands before a model that another is only set against (``mieux que Llama``)."""
    words = "|".join((alternatives(language, "than"), alternatives(language, "beyond")))
    light = alternatives(language, "article")
    return re.compile(rf"(?<!\w)(?:{words})(?:[ ’'](?:de|d|chez|pour|{light}))*[ ’']$")


def _told_of(text: str, models: Sequence[Known], language: str) -> Known:
    """The model named last that its sentence tells of, those apart that it is set against; else the last one."""
    compared = _compared(language)
    told = (name for name in reversed(models) if not compared.search(text[max(0, name.start - _AHEAD) : name.start]))
    return next(told, models[-1])


def known_in_article(text: str, language: str) -> list[Known]:
    """The known names of an article, with those versions that are said without their model (``sa version Air``)."""
    known = [
        name for name in known_in(text) if not _is_given_name(text, name) and not _opens_phrase(text, name, language)
    ]
    models = [name for name in known if name.kind == "model"]
    found: list[Known] = []
    for match in _version_pattern(language).finditer(text) if models else ():
        start, end = match.span(1)
        above = bisect_left(models, start, key=lambda name: name.start)
        if above == 0 or any(name.start < end and start < name.end for name in models[above - 1 : above + 1]):
            continue
        meant = _told_of(text, models[:above], language)
        words = re.split(r"[- ]", meant.canonical)
        while len(words) > 1 and words[-1] in version_words():
            words.pop()
        spelled = f"{'-'.join(words) if '-' in meant.canonical else ' '.join(words)}-{match.group(1)}"
        found.append(replace(meant, start=start, end=end, text=match.group(1), canonical=spelled, form="version"))
    fresh = newcomer_models(text, [*known, *found], language)
    versions = {place for name in fresh for place in range(name.start, name.end)}
    known = [name for name in known if name.kind == "organisation" or name.start not in versions]
    return sorted([*known, *found, *fresh], key=lambda name: name.start)


def products_in(text: str, offset: int = 0) -> list[Known]:
    """Every known product or kind of beneficiary of a text; ``offset`` is added to its places."""
    found = known_products().find(text)
    return [replace(known, start=known.start + offset, end=known.end + offset) for known in found] if offset else found


def place_in(sentence: Sentence, known: Known) -> Name:
    """A known name as assembly sees it, placed in its sentence."""
    first = sentence.index_at(known.start)
    last = max(sentence.index_at(known.end - 1) + 1, first + 1)
    if known.kind == "place":
        place = _places()[known.code]
        region = place.iso3166_2 or ("CN" if place.place_id == "CN" else None)
        owner: str | None = None
        level = "province" if place.place_level == "municipality" else _LEVELS.get(place.place_level, "country")
        if place.place_level == "municipality":
            level = "city"
        elif place.place_level == "region" and place.parent_place_id not in {"world", "CN"}:
            level = "country"  # a region or city abroad is as seldom a subject here as its country
            owner = place.parent_place_id
        return Name(
            known.canonical,
            "place",
            known.start,
            known.end,
            first,
            last,
            level,
            region,
            owner=owner,
            is_adjective=known.form == "adjective",
        )
    if known.kind == "model":
        return Name(
            known.canonical,
            "model",
            known.start,
            known.end,
            first,
            last,
            owner=_models()[known.code].developer if known.code else None,
            makes_models=True,
            is_resolved=bool(known.code),
            family=_models()[known.code].family if known.code else "",
        )
    firm = _organisations()[known.code]
    return Name(
        known.text if known.text[:1].isupper() else known.canonical,
        "organisation",
        known.start,
        known.end,
        first,
        last,
        level=_LEVELS_OF_SECTORS.get(firm.sector, firm.kind),
        owner=firm.country,
        makes_models=firm.name in _developers() and firm.kind == "firm",
        listed=firm.name,
    )


def maker_of(sentence: Sentence, name: Name, language: str) -> Name:
    """The developer that a model's name stands for behind a word for its maker (``l'éditeur de ChatGPT``)."""
    words, place = sentence.words, name.first
    light = role(language, "of") | role(language, "article")
    while place > 0 and words[place - 1].folded in light:
        place -= 1
    if place == name.first or not place or words[place - 1].folded not in role(language, "model-maker"):
        return name
    firm = next((one for one in _organisations().values() if one.name == name.owner), None)
    if firm is None or firm.name not in _developers():
        return name
    return replace(
        name,
        name=firm.name,
        kind="organisation",
        level=_LEVELS_OF_SECTORS.get(firm.sector, firm.kind),
        owner=firm.country,
        listed=firm.name,
        family="",
    )


def newcomer_in(sentence: Sentence, new: Newcomer) -> Name:
    """A firm that the article introduces, placed in its sentence."""
    first = sentence.index_at(new.start)
    last = max(sentence.index_at(new.end - 1) + 1, first + 1)
    return Name(new.name, "organisation", new.start, new.end, first, last, level=new.level, is_resolved=False)


def stranger_in(sentence: Sentence, new: Newcomer) -> Name:
    """A name that nothing is known of, placed in its sentence."""
    first = sentence.index_at(new.start)
    last = max(sentence.index_at(new.end - 1) + 1, first + 1)
    kind: NameKind = "place" if new.level == LOCALITY else "organisation"
    return Name(new.name, kind, new.start, new.end, first, last, level=new.level, is_resolved=False)


@cache
def _apposed_pattern(language: str) -> re.Pattern[str]:
    """``Guzhen (Guangdong)``, ``Datang, quartier de Zhuji``: a place shows itself by what stands behind it."""
    small, places = alternatives(language, "appositive"), alternatives(language, "appositive-place")
    return re.compile(
        r"(?:^|[«“.;:!?] ?|[Àà] )([A-ZÀ-Ý][\w’'-]+(?: [A-ZÀ-Ý][\w’'-]+)?)"
        rf"(?=, (?:(?:{small}) )?(?:{places})\b"
        r"|,? (?:dans|près de) (?:la |le |l[’'])?[A-ZÀ-Ý]|, ?même province| \([A-ZÀ-Ý][\w-]+\))"
    )


@cache
def _named_pattern(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(language, 'named-place')}) (?:de |d[’']|du )([A-ZÀ-Ý][\w’'-]+)")


def towns(text: str, known: Sequence[Known], language: str) -> list[Newcomer]:
    """Unknown towns that an article introduces by their noun (``le bourg de Puwan``), wherever it names them again."""
    found = {match.group(1) for match in _named_pattern(language).finditer(text)}
    found -= {name.text for name in known}
    if not found:
        return []
    choices = "|".join(re.escape(name) for name in sorted(found, key=lambda name: (-len(name), name)))
    pattern = re.compile(rf"(?<![\w’'-])(?:[LldD][’'])?({choices})(?![\w-])(?! [A-ZÀ-Ý])")
    taken = bytearray(len(text))
    for name in known:
        taken[name.start : name.end] = b"\1" * (name.end - name.start)
    return [
        Newcomer(match.start(1), match.end(1), match.group(1))
        for match in pattern.finditer(text)
        if 1 not in taken[match.start(1) : match.end(1)]
    ]


def town_in(sentence: Sentence, town: Newcomer, names: Sequence[Name]) -> Name:
    """An unknown town, placed in its sentence; its province is that of a place beside it."""
    region = next((name.region for name in names if name.kind == "place" and name.region), "CN")
    first = sentence.index_at(town.start)
    last = sentence.index_at(town.end - 1) + 1
    return Name(town.name, "place", town.start, town.end, first, last, "city", region, is_resolved=False)


def apposed(sentence: Sentence, names: list[Name], language: str) -> list[Name]:
    """Unknown places that are presented by the place around them, which must be known and Chinese."""
    found: list[Name] = []
    for match in _apposed_pattern(language).finditer(sentence.text):
        start, end = sentence.start + match.start(1), sentence.start + match.end(1)
        if any(name.start < end and start < name.end for name in names):
            continue
        around = next(
            (n for n in names if n.kind == "place" and n.region not in {None, "CN"} and end < n.start < end + 60), None
        )
        if around is None:
            continue
        first = sentence.index_at(start)
        found.append(
            Name(
                match.group(1),
                "place",
                start,
                end,
                first,
                sentence.index_at(end - 1) + 1,
                "city",
                around.region,
                is_resolved=False,
            )
        )
    return found


def _is_common(label: str, language: str) -> bool:
    """Whether a label is a common word (``Réponse``), or ends like a noun of action (``Raffinage``)."""
    return is_common_word(label, language) or label.removesuffix("s").endswith(
        tuple(ending.removesuffix("s") for ending in forms(language, "common-ending"))
    )


def labelled(sentence: Sentence, language: str) -> Name | None:
    """An unknown name that a list item opens with (``Xpeng : 190 068``)."""
    found = _LABEL.match(sentence.text)
    if found is None:
        return None
    if products_in(found.group(1)) or _is_common(found.group(1), language):
        return None
    start = sentence.start + found.start(1)
    end = sentence.start + found.end(1)
    if fold(found.group(1).split()[0]) in role(language, "list-function"):
        return None
    first = sentence.index_at(start)
    last = sentence.index_at(end - 1) + 1
    return Name(found.group(1), "organisation", start, end, first, last, is_resolved=False)
