"""Models that the reference data do not know, read by their form and known again wherever the article repeats them.

``Lumen-7B`` and ``AfriLM`` are models by their form alone; ``Ohm 2`` is one where the words around it say so:
``Ohm 2, un modèle de 4 milliards de paramètres``, ``son propre modèle de langage, Ohm 2``.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from assets.claims.assembly.shown_models import GENERIC, opens_a_sentence, plain_names
from assets.claims.assembly.words import alternatives, forms
from assets.claims.language.patterns import any_of
from assets.claims.numbers.lexicon import currency_marks
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


@cache
def _versioned(language: str) -> re.Pattern[str]:
    """A name with a version before ``… milliards de paramètres`` (``A.X K1, fort de 519 milliards de paramètres``).

    A number that begins an amount is none (``payer OpenAI 6 dollars le million de jetons``).
    """
    amount = any_of(currency_marks(language))
    return re.compile(
        r"(?<![\w.’'-])"
        r"([A-Z](?:\w|\.(?=\w)){0,30}(?: [A-Z](?:\w|\.(?=\w)){0,30}){0,2}[ -]?(?!(?:19|20)\d\d\b)\d[\w.]{0,4})"
        rf"(?![\w-]|[ \u00a0\u202f\u2009]?(?:milli|%|\d|(?:{amount})(?!\w)))"
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


_VERSION = re.compile(r"-(?:\d{1,2}(?:\.\d)?(?![\w-]|[.,]\d)|[A-ZÀ-Ý][a-zà-ÿ]{2,})")
_STEM = re.compile(r"([A-ZÀ-Ý][a-zà-ÿ]{4,})(?:-Base|-[A-Z]|[ -]\d{1,3}(?:\.\d)?B?)$")
_NOUN = 12  # letters before a name in which a noun can stand


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
    models = [name for name in known if name.kind == "model"]
    found = [*_named(text, language), *plain_names(text, firms, models, language)]
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
        if stem is not None and stem.group(1) not in others | GENERIC:
            yield stem.group(1)


def _named(text: str, language: str) -> Iterator[tuple[str, int]]:
    for match in _BY_FORM.finditer(text):
        if match.group() not in GENERIC:
            yield match.group(), match.start()
    near = _near(language)
    for pattern in _introduced(language):
        for match in pattern.finditer(text):
            name = match.group(1).rstrip(".")
            spoken_of = near.search(text, max(0, match.start() - _AROUND), match.end() + _AROUND)
            fits = spoken_of and name not in GENERIC and len(name) > _SHORTEST and _is_no_word(name.split())
            if fits and not opens_a_sentence(name, language):
                yield name, match.start(1)
    told = alternatives(language, "model-size")
    size = re.compile(rf"[^.!?;\n]{{0,{_AROUND}}}?(?:{told})(?!\w)")
    for match in _versioned(language).finditer(text):
        name = match.group(1).rstrip(".")
        is_chip = _CHIP.fullmatch(name) is not None
        if (
            not is_chip
            and size.match(text, match.end())
            and not opens_a_sentence(name, language)
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
