"""Models that the reference data do not know, read by their form and known again wherever the article repeats them.

``Lumen-7B`` and ``AfriLM`` are models by their form alone; ``Ohm 2`` is one where the words around it say so:
``Ohm 2, un modèle de 4 milliards de paramètres``, ``son propre modèle de langage, Ohm 2``.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import islice

from assets.claims.assembly.folding import fold
from assets.claims.assembly.words import alternatives, forms, role
from assets.claims.language.loader import load_entries
from assets.claims.language.patterns import any_of
from sources.reference.gazetteer import Name as Known

UNKNOWN = ""  # the code of a model that the reference data do not know
_PART = r"[A-ZÀ-Ý][\w.]{0,30}(?:-[\w.]{1,30}){0,4}"
_NAME = rf"{_PART}(?: (?:{_PART}|\d{{1,3}}(?:\.\d{{1,3}})?)){{0,3}}"
# A size at the end (``-7B``, ``-0.5B``) or a stem that only language models carry.
_BY_FORM = re.compile(
    r"(?<![\w.-])(?:[A-Z][\w.]{0,30}(?:-[\w.]{1,30}){0,4}-\d{1,4}(?:[.,]\d{1,2})?B|[A-Z][\w.]{1,30}(?:LM|GPT|Llama|VLA)(?:-[\w.]{1,30}){0,4})(?![\w-])"
)
_CHIP = re.compile(r"[A-Z]{1,2}\d{2,4}[A-Z]?")
_MOST = 4  # words from which a run of capitals is a title rather than a name
_AROUND = 60  # letters around a name in which the text says that it is a model
_SHORTEST = 2
_GENERIC = frozenset({"LLM", "VLM", "SLM", "GPT", "ChatGPT", "IA"})


# A name with a version before ``… milliards de paramètres`` (``A.X K1, fort de 519 milliards de paramètres``).
_VERSIONED = re.compile(
    r"(?<![\w.’'-])([A-Z](?:\w|\.(?=\w)){0,30}(?: [A-Z](?:\w|\.(?=\w)){0,30}){0,2}[ -]?(?!(?:19|20)\d\d\b)\d[\w.]{0,4})"
    r"(?![\w-]|[ \u00a0\u202f\u2009]?(?:milli|%|\d))"
)


@cache
def _introduced(language: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of names that the words around them call a model; group 1 is the name."""
    noun, light = alternatives(language, "model-word"), alternatives(language, "model-light")
    determiner = alternatives(language, "model-article")
    lead = rf"(?:{determiner})\s(?:(?:{light})\s)*(?:{noun})"
    of = rf"(?:\s(?:{light})|\s(?:{alternatives(language, 'model-link')})\s?[\w’']+){{0,2}}"
    return (
        re.compile(rf"(?<![\w.-])({_NAME})(?:\s\([^()]{{1,40}}\))?, {lead}(?!\w)"),
        re.compile(rf"(?i:(?<!\w){lead}){of},?\s({_NAME})(?![\w-])"),
    )


# Any run of capitalised words, with a version or without; what shows it to be a model's stands beside it.
_WORD = r"[A-ZÀ-Ý](?:[\wà-ÿ+]|\.(?=\w)){1,30}(?:[-’'][\wà-ÿ+]{1,30}){0,4}"
_NUMBERED = r"(?:\d{1,3}(?:\.\d)?[BM]|\d{1,2}(?:\.\d)?)"
_ANY = rf"{_WORD}(?: (?:{_WORD}|[A-Z]\d{{0,2}}(?![\w’'])|{_NUMBERED}(?![\w%]))){{0,2}}"
# One that no letter stands before; the capital comes first in the pattern, for that is what is searched for quickly.
_BARE = "(" + _ANY.replace("]", r"](?<![\w.’'-].)", 1) + ")"
_DASHED = re.compile(r"(?<![\w.-])[A-ZÀ-Ý][a-zà-ÿ]{2,20}-\d{1,2}(?:\.\d)?(?![\w-]|[.,]\d)")
_JUST_BEFORE = 60
_VERSION = re.compile(r"-\d{1,2}(?:\.\d)?(?![\w-]|[.,]\d)")
_STEM = re.compile(r"([A-ZÀ-Ý][a-zà-ÿ]{4,})(?:-Base|-[A-Z]|[ -]\d{1,3}(?:\.\d)?B?)$")
_NOUN = 12  # letters before a name in which a noun can stand
_WIDELY = 220  # letters around a name in which something must say that it is no car
_OFTEN = 3  # signs of AI from which the whole article speaks of it


def _words(language: str, name: str) -> str:
    """The forms of one role as a regular expression's alternatives, the longest first."""
    return "|".join(sorted(_forms(language, name), key=lambda form: (-len(form), form)))


def _plain_words(language: str, name: str) -> str:
    """The same of forms that are no expressions themselves: what they have in common is looked at once."""
    return any_of(_forms(language, name))


def _forms(language: str, name: str) -> list[str]:
    entries = [entry for entry in load_entries(language, "model_words") if entry.id == f"model-{name}"]
    return [form for entry in entries for form in entry.forms]


@cache
def _shown(language: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of plain names that a text shows to be a model's; group 1 is the name."""
    noun, article, own = _words(language, "noun"), _words(language, "article"), _plain_words(language, "own")
    light = alternatives(language, "model-light")
    name = rf"[«“]?[ \u00a0\u202f]?({_ANY})(?![\w-])"
    inner = r"(?: [a-zà-ÿ’'-]+| (?:de |du |d[’']|de la |de l[’'])[A-ZÀ-Ý][\w’'-]+){0,5}"
    number = r"(?:\d[\d., \u00a0\u202f]{0,8} ?|(?:[a-zà-ÿ]+[ -]){1,4})"
    size = rf"{number}(?:millions?|milliards?|mille milliards)(?: et demie?)? de paramètres"
    times = rf"(?:millions? )?(?:de |d[’'])?(?:{_words(language, 'times')})"
    taken_up = rf"(?:{_words(language, 'taken-up')}) (?:[a-zà-ÿ’']+ ){{0,3}}?{number}{times}"
    behind = r"(?=[ \u00a0\u202f]?[»”]|[,.;:)]| [a-zà-ÿ])"
    return (
        re.compile(rf"(?<!\w)(?:{noun}){inner} (?:{_words(language, 'called')}) {name}"),
        re.compile(rf"(?i:(?<!\w){own}) (?:{noun}){inner}, {name}{behind}"),
        re.compile(rf"(?i:(?<!\w){own}) (?:{noun}) {name}{behind}"),
        re.compile(rf"(?i:(?<!\w){_plain_words(language, 'app')}){inner}, {name}{behind}"),
        re.compile(rf"{_BARE}[ \u00a0\u202f]?[»”]?, (?:{_words(language, 'put-out')})(?!\w)"),
        re.compile(rf"(?i:(?<!\w)(?:{_words(language, 'nth')})), {name}, "),
        re.compile(rf"{_BARE}[ \u00a0\u202f]?[»”]?, (?:(?:{article}) ){{0,3}}(?:{noun})(?!\w)"),
        re.compile(rf"{_BARE}, (?:{_words(language, 'name-told')})"),
        re.compile(rf"(?<!\w)[Ll]e (?:{noun})(?: (?:{light})){{0,2}} {name}{behind}"),
        re.compile(rf"{_BARE}[ \u00a0\u202f]?[»”]?, (?:{_words(language, 'helper')})(?!\w)"),
        re.compile(rf"{_BARE}(?:, [^,.;:!?()\n]{{3,40}},)? {taken_up}"),
        re.compile(
            rf"(?:{noun})(?!\w)[^.!?\n]{{0,80}}[,.] [^.!?\n]{{0,80}}?(?<!\w)(?:{_words(language, 'christened')}) {name}"
        ),
        re.compile(rf"(?:[Ii]l|[Ee]lle|[Cc]ela|[Cc]elui-ci|qui|{noun}) (?:{_words(language, 'is-called')}) {name}"),
        re.compile(rf"{_BARE}(?: (?:{_words(language, 'counts')})| ?[(:–—-]|,) ?{size}"),
    )


@cache
def _sure(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_words(language, 'sure')})(?!\w)")


@cache
def _machines(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_words(language, 'of-machines')})(?!\w)")


@cache
def _other_things(language: str) -> re.Pattern[str]:
    """What is baptised beside models: firms, robots, funds."""
    things, called = _words(language, "other-thing"), _words(language, "called")
    return re.compile(rf"(?<!\w)(?:{things})\b[^.,;:!?]{{0,25}} (?:{called}) [«“]?[ \u00a0]?$")


def _opens_a_sentence(name: str, language: str) -> bool:
    """Whether a name begins with a common word, capitalised where a sentence begins."""
    first = fold(re.split(r"[ -]", name)[0])
    return any(
        first in words for words in (role(language, "not-a-name"), role(language, "list-function"), _openers(language))
    )


@cache
def _openers(language: str) -> frozenset[str]:
    entries = [entry for entry in load_entries(language, "model_words") if entry.id == "model-opener"]
    return frozenset(fold(form) for entry in entries for form in entry.forms)


def _plain_names(text: str, taken: Collection[int], language: str) -> Iterator[tuple[str, int]]:
    """Names of any form that the words around them show to be a model's."""
    sure, machines, is_other = _sure(language), _machines(language), _other_things(language)
    spoken_of = sum(1 for _ in islice(sure.finditer(text), _OFTEN))
    if not spoken_of:
        return
    for pattern in (*_shown(language), _DASHED):
        for match in pattern.finditer(text):
            group = match.lastindex or 0
            name, start = match.group(group).rstrip("."), match.start(group)
            if start in taken or name in _GENERIC or _opens_a_sentence(name, language):
                continue
            low, high = max(0, match.start() - _WIDELY), match.end() + _WIDELY
            above, below = text.rfind("\n", low, match.start()), text.find("\n", match.end(), high)
            if is_other.search(text, max(0, start - _JUST_BEFORE), start):
                continue
            is_sure = spoken_of == _OFTEN or sure.search(text, low, high) is not None
            low, high = max(low, above), high if below < 0 else below  # another paragraph's cars are not this one's
            if is_sure and not machines.search(text, low, high):
                yield name, start


@cache
def _near(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(language, 'model-near')})(?!\w)")


def newcomer_models(text: str, known: Sequence[Known], language: str) -> list[Known]:
    """The unknown models that a text names, at every place where it does.

    Args:
        text: The article's text.
        known: The names in it that the reference data know.
        language: Language of the text.
    """
    taken = {place for name in known for place in range(name.start, name.end) if name.kind in {"model", "place"}}
    taken -= {place for name in known for place in _of_version(text, name)}
    firms = {place for name in known for place in range(name.start, name.end)}
    firms -= {place for name in known for place in _of_version(text, name)}
    found = [*_named(text, language), *_plain_names(text, firms, language)]
    names = dict.fromkeys(name for name, start in found if start not in taken)
    if not names:
        return []
    names |= dict.fromkeys(_stems(names, known))
    placed = set(_families(text, names, known, language))
    choices = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return [
        Known(*match.span(), match.group(), "model", UNKNOWN, match.group(), "newcomer")
        for match in re.finditer(rf"(?<![\w.-])(?:{choices})(?![\w-]|[.,]\d)", text)
        if not any(place in taken for place in range(*match.span()))
    ] + [Known(*span, text[slice(*span)], "model", UNKNOWN, text[slice(*span)], "newcomer") for span in sorted(placed)]


def _of_version(text: str, name: Known) -> range:
    """The letters of a known name that is only a part of a longer one (``Tianhe-3``, ``ORVO.GPT``)."""
    ends = name.start > 1 and text[name.start - 1] == "." and text[name.start - 2].isalnum()
    goes_on = (name.kind == "place" and _VERSION.match(text, name.end) is not None) or (name.kind == "model" and ends)
    return range(name.start, name.end) if goes_on else range(0)


def _families(text: str, names: Collection[str], known: Sequence[Known], language: str) -> Iterator[tuple[int, int]]:
    """Where a version's stem that is also a place's name stands for the family (``la famille Tianhe``)."""
    stems = {stem.group(1) for name in names if (stem := _STEM.match(name)) is not None}
    for name in known:
        if name.kind == "place" and name.text in stems:
            before = text[max(0, name.start - _NOUN) : name.start].rstrip(" «\u00a0")
            if before.endswith(forms(language, "model-family")):
                yield name.start, name.end


def _stems(names: Collection[str], known: Sequence[Known]) -> Iterator[str]:
    """The families of the versions that a text names (``Vega`` of ``Vega-7B``), where nobody else bears the name."""
    others = {name.text for name in known}
    for name in names:
        stem = _STEM.match(name)
        if stem is not None and stem.group(1) not in others | _GENERIC:
            yield stem.group(1)


def _named(text: str, language: str) -> Iterator[tuple[str, int]]:
    for match in _BY_FORM.finditer(text):
        if match.group() not in _GENERIC:
            yield match.group(), match.start()
    near = _near(language)
    for pattern in _introduced(language):
        for match in pattern.finditer(text):
            name = match.group(1).rstrip(".")
            spoken_of = near.search(text, max(0, match.start() - _AROUND), match.end() + _AROUND)
            fits = spoken_of and name not in _GENERIC and len(name) > _SHORTEST and _is_no_word(name.split())
            if fits and not _opens_a_sentence(name, language):
                yield name, match.start(1)
    told = alternatives(language, "model-size")
    size = re.compile(rf"[^.!?;\n]{{0,{_AROUND}}}?(?:{told})(?!\w)")
    for match in _VERSIONED.finditer(text):
        name = match.group(1).rstrip(".")
        is_chip = _CHIP.fullmatch(name) is not None
        if (
            not is_chip
            and size.match(text, match.end())
            and not _opens_a_sentence(name, language)
            and len(name) > _SHORTEST
        ):
            yield name, match.start(1)


def _is_no_word(words: Sequence[str]) -> bool:
    """Whether a name has something that a firm's or a person's name seldom has: a digit, an inner capital, a hyphen."""
    return len(words) <= _MOST and any(
        any(letter.isdigit() or letter == "-" for letter in word) or not _is_plain(word) for word in words
    )


def _is_plain(word: str) -> bool:
    return word[1:] == word[1:].lower()
