"""Days whose figures are written in letters, as texts for the ear have them (``le vingt mai deux mille seize``)."""

# fmt: off
_UNITS = (
    "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
)
# fmt: on
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante"}


def _numbers() -> dict[str, int]:
    named = {word: value for value, word in enumerate(_UNITS, start=1)}
    for ten, word in _TENS.items():
        named[word] = ten
        named[f"{word}-et-un"] = ten + 1
        named.update({f"{word}-{_UNITS[unit - 1]}": ten + unit for unit in range(2, 10)})
    return named


# Folded, with a dash between the words of one number.
NUMBERS: dict[str, int] = _numbers()
_LONGEST_FIRST = sorted(NUMBERS, key=lambda word: (-len(word), word))
_ANY = "|".join(word.replace("-", "[ -]") for word in _LONGEST_FIRST)
SPELLED_DAY = rf"(?<![\w-])(premier|{_ANY}|\d{{1,2}}(?:er)?)"
SPELLED_YEAR = rf"(?:l’an )?deux[ -]mille(?:[ -]({_ANY}))?(?![\w-])"


def spelled_number(words: str | None) -> int:
    """Return the number that folded words spell, nought for none.

    Example:
        >>> [spelled_number(words) for words in ("premier", "vingt et un", "trente-cinq", "7")]
        [1, 21, 35, 7]
    """
    if words is None:
        return 0
    if words == "premier":
        return 1
    if words[:1].isdigit():
        return int("".join(letter for letter in words if letter.isdigit()))
    return NUMBERS.get(words.replace(" ", "-"), 0)
