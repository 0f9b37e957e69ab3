"""How an article spells its firms: a claim carries the name as the text has it, at its fullest."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from assets.claims.assembly.folding import fold
from assets.claims.assembly.model import Name, Scene


def spell(scenes: Sequence[Scene], title: Sequence[Name]) -> list[Name]:
    """Give every listed firm, and every developer of a model, the name that the article calls it by.

    Args:
        scenes: All of an article, changed in place.
        title: The names of its title, which count where the body never names the firm.

    Returns:
        The names of the title, spelled like the body's.
    """
    spelled = spellings(title) | spellings(name for scene in scenes for name in scene.names)
    for scene in scenes:
        scene.names = [_spelled(name, spelled) for name in scene.names]
    return [_spelled(name, spelled) for name in title]


def spellings(names: Iterable[Name]) -> dict[str, str]:
    """The article's name for each listed firm, by the listed name.

    The listed name itself wins; else the longest part of it that the text has (``Haitian``, of Haitian International).
    A form that is no part of the listed name is another name, and stays as it is.
    """
    written: dict[str, dict[str, None]] = {}
    for name in names:
        if is_part(name):
            written.setdefault(name.listed, {})[name.name] = None
    return {listed: _fullest(listed, list(forms)) for listed, forms in written.items()}


def is_part(name: Name) -> bool:
    """Whether a firm is written as a part of its listed name."""
    return bool(name.listed) and letters(name.name) in letters(name.listed)


def letters(name: str) -> str:
    """What is compared of a name: no case, no accents, no blanks or signs.

    >>> letters("Hoyer-Lübeck AG") == letters("hoyer lubeck ag")
    True
    """
    return "".join(letter for letter in fold(name) if letter.isalnum())


def _fullest(listed: str, forms: Sequence[str]) -> str:
    if any(letters(form) == letters(listed) for form in forms):
        return listed
    return max(forms, key=lambda form: len(letters(form)))


def _spelled(name: Name, spelled: Mapping[str, str]) -> Name:
    if name.kind == "model" and name.owner is not None and name.owner in spelled:
        return replace(name, owner=spelled[name.owner])
    if is_part(name) and spelled[name.listed] != name.name:
        return replace(name, name=spelled[name.listed])
    return name
