"""Plain names that the words around them show to be a model's: ``Orvo compte 7 milliards de paramètres``.

Their form alone tells nothing; beside what shows the name, the text must speak of language models near it.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import islice

from assets.claims.assembly.folding import fold
from assets.claims.assembly.words import alternatives, role
from assets.claims.language.loader import load_entries
from assets.claims.language.patterns import any_of
from sources.reference.gazetteer import Name as Known

GENERIC = frozenset({"LLM", "VLM", "SLM", "GPT", "ChatGPT", "IA"})
# Any run of capitalised words, with a version or without; what shows it to be a model's stands beside it.
_WORD = r"[A-ZÀ-Ý](?:[\wà-ÿ+]|\.(?=\w)){1,30}(?:[-’'][\wà-ÿ+]{1,30}){0,4}"
_NUMBERED = r"(?:\d{1,3}(?:\.\d)?[BM]|\d{1,2}(?:\.\d)?)"
_ANY = rf"{_WORD}(?: (?:{_WORD}|[A-Z]\d{{0,2}}(?![\w’'])|{_NUMBERED}(?![\w%]))){{0,2}}"
# One that no letter stands before; the capital comes first in the pattern, for that is what is searched for quickly.
_BARE = "(" + _ANY.replace("]", r"](?<![\w.’'-].)", 1) + ")"
_DASHED = re.compile(r"(?<![\w.-])[A-ZÀ-Ý][a-zà-ÿ]{2,20}-\d{1,2}(?:\.\d)?(?![\w-]|[.,]\d)")
_JUST_BEFORE = 60
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
        re.compile(rf"(?i:(?<!\w)(?:{_words(language, 'chosen')})) (?:{_words(language, 'is-called')}) {name}"),
        re.compile(
            rf"(?:{noun})(?!\w)[^.!?\n]{{0,80}}[,;:.] {name}[ \u00a0\u202f]?[»”]?, (?:{_words(language, 'kin')})(?!\w)"
        ),
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


def opens_a_sentence(name: str, language: str) -> bool:
    """Whether a name begins with a common word, capitalised where a sentence begins."""
    first = fold(re.split(r"[ -]", name)[0])
    return any(
        first in words for words in (role(language, "not-a-name"), role(language, "list-function"), _openers(language))
    )


@cache
def _openers(language: str) -> frozenset[str]:
    entries = [entry for entry in load_entries(language, "model_words") if entry.id == "model-opener"]
    return frozenset(fold(form) for entry in entries for form in entry.forms)


def plain_names(text: str, taken: Collection[int], models: Sequence[Known], language: str) -> Iterator[tuple[str, int]]:
    """Names of any form that the words around them show to be a model's.

    Args:
        text: The article's text.
        taken: Places of its letters that belong to known names.
        models: The known models in it: where one is named, the text speaks of no cars.
        language: Language of the text.
    """
    sure, machines, is_other = _sure(language), _machines(language), _other_things(language)
    spoken_of = min(_OFTEN, sum(1 for _ in islice(sure.finditer(text), _OFTEN)) + len(models))
    if not spoken_of:
        return
    for pattern in (*_shown(language), _DASHED):
        for match in pattern.finditer(text):
            group = match.lastindex or 0
            name, start = match.group(group).rstrip("."), match.start(group)
            if start in taken or name in GENERIC or opens_a_sentence(name, language):
                continue
            low, high = max(0, match.start() - _WIDELY), match.end() + _WIDELY
            above, below = text.rfind("\n", low, match.start()), text.find("\n", match.end(), high)
            if is_other.search(text, max(0, start - _JUST_BEFORE), start):
                continue
            is_sure = (
                spoken_of == _OFTEN
                or sure.search(text, low, high) is not None
                or any(low <= model.start < high for model in models)
            )
            low, high = max(low, above), high if below < 0 else below  # another paragraph's cars are not this one's
            if is_sure and not machines.search(text, low, high):
                yield name, start
