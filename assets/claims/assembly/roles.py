"""Small questions about where a name or figure stands in its sentence."""

from collections.abc import Sequence

from assets.claims.assembly.clauses import is_verb
from assets.claims.assembly.model import Figure, Name, Scene
from assets.claims.assembly.words import role

_TELLS = 4  # words behind a name in which it tells something
_ELISIONS = frozenset({"'", "’"})
_CLAUSE = 16  # words of a relative clause before its figure
_CLOSING = frozenset({",", ";", ":", "(", ")", "»", "."})
_VERB = 5  # words behind a name in which its verb may stand
_STOPS = frozenset({",", ";", ":", "(", ")", "«", "»", "."})


def phrase_start(scene: Scene, name: Name) -> int:
    """Position of the first word of a name's phrase, articles, ``la ville de`` and ``le groupe`` counted in."""
    key = name.first, name.kind, name.level
    known = scene.phrases.get(key)
    if known is None:
        known = scene.phrases[key] = _phrase_start(scene, name)
    return known


def _phrase_start(scene: Scene, name: Name) -> int:
    words = scene.sentence.words
    place = _skip(scene, name.first, role(scene.language, "article"))
    leading = role(scene.language, "article") | role(scene.language, "own")
    if name.kind == "organisation":
        head = _skip(scene, place, role(scene.language, "firm-noun"))
        return _skip(scene, head, leading) if head < place else place
    neighbour = _skip(scene, place, role(scene.language, "neighbour"))
    if name.kind == "place" and neighbour < place:
        return _skip(scene, neighbour, leading)
    of = _skip(scene, place, role(scene.language, "of"))
    nouns = role(scene.language, "province-noun" if name.level == "province" else "city-noun")
    if name.kind == "place" and of < name.first and of > 0 and words[of - 1].folded in nouns:
        return _skip(scene, of - 1, role(scene.language, "article"))
    return place


def _skip(scene: Scene, place: int, skipped: frozenset[str]) -> int:
    while place > 0 and scene.sentence.words[place - 1].folded in skipped:
        place -= 1
    return place


def before_name(scene: Scene, name: Name) -> str:
    """The preposition that governs a name, or an empty string."""
    place = phrase_start(scene, name) - 1
    if place < 0:
        return ""
    folded = scene.sentence.words[place].folded
    return folded if folded in role(scene.language, "preposition") else ""


def opens_clause(scene: Scene, name: Name) -> bool:
    """Whether a name, with its preposition and article, opens the sentence or a clause."""
    words = scene.sentence.words
    place = phrase_start(scene, name) - 1
    while place >= 0 and (
        words[place].folded in role(scene.language, "article")
        or words[place].folded in role(scene.language, "preposition")
    ):
        place -= 1
    return (
        place < 0 or words[place].folded in role(scene.language, "opener") or (words[place].text == "." and place <= 1)
    )


def in_brackets(scene: Scene, name: Name) -> bool:
    """Whether a name stands in brackets."""
    words = scene.sentence.words
    for place in range(name.first - 1, max(-1, name.first - 6), -1):
        if words[place].text == "(":
            return True
        if words[place].text == ")":
            return False
    return False


def is_town_hall(scene: Scene, name: Name, names: Sequence[Name] = ()) -> bool:
    """Whether a capital is meant as a city: its bare name stands for the government of the country.

    Args:
        scene: The sentence.
        name: The capital.
        names: All names of the sentence; beside another Chinese city the capital is one too.
    """
    words = scene.sentence.words
    if any(word.folded in role(scene.language, "town-hall") for word in words[max(0, name.first - 4) : name.first]):
        return True
    if _is_called_city(scene, name) or any(_stand_together(scene, name, other) for other in names):
        return True
    if _houses(scene, name) or _has_sites(scene, name):
        return True
    following = words[name.last].text if name.last < len(words) else ""
    return scene.is_heading or following in {":", "|"}


def _is_called_city(scene: Scene, name: Name) -> bool:
    """``Pékin, la municipalité, …``, ``Pékin-ville``: the noun stands behind the name."""
    words = scene.sentence.words
    signs, articles = {",", "-", "("}, role(scene.language, "article")
    place = name.last
    while place < min(len(words), name.last + 4) and (words[place].text in signs or words[place].folded in articles):
        place += 1
    return name.last < place < len(words) and words[place].folded in role(scene.language, "town-hall")


def _houses(scene: Scene, name: Name) -> bool:
    """``Pékin abrite 900 sociétés``, ``Pékin, qui en compte 900``, ``Pékin a assemblé``: governments do none of it."""
    behind = [word.folded for word in scene.sentence.words[name.last : name.last + _VERB]]
    passed = role(scene.language, "houses-lead") | {",", "-"}
    while behind and behind[0] in passed:
        behind.pop(0)
    return len(behind) > 1 and behind[0] in role(scene.language, "houses") and behind[1] not in _STOPS


def _has_sites(scene: Scene, name: Name) -> bool:
    """``les usines de Pékin``: what stands in a town rather than under a government."""
    words = scene.sentence.words
    place = name.first - 1
    if place < 1 or words[place].folded not in role(scene.language, "of"):
        return False
    return words[place - 1].folded in role(scene.language, "in-town")


def _stand_together(scene: Scene, name: Name, other: Name) -> bool:
    """Whether two names are joined in one list (``Shenzhen ou Pékin``), a Chinese city the second."""
    if other.kind != "place" or other.level != "city" or not other.region or other.is_adjective or other is name:
        return False
    low, high = (name.last, other.first) if name.first < other.first else (other.last, name.first)
    between = [word.folded for word in scene.sentence.words[low:high]]
    return len(between) == 1 and between[0] in role(scene.language, "list-link")


def follows_total(scene: Scene, name: Name) -> bool:
    """Whether a name of the whole world stands with a total (``la production mondiale``)."""
    words = scene.sentence.words
    return any(word.folded in role(scene.language, "total") for word in words[max(0, name.first - 4) : name.first])


def pairs(scene: Scene, figure: Figure) -> bool:
    """Whether a figure continues a series (``contre 145 millions pour …``)."""
    words = scene.sentence.words
    return any(
        word.folded in role(scene.language, "pairing") for word in words[max(0, figure.first - 4) : figure.first]
    )


def is_seat(scene: Scene, name: Name) -> bool:
    """Whether a place only says where somebody sits (``l'institut, installé à Hong Kong``)."""
    words = scene.sentence.words
    return any(word.folded in role(scene.language, "seat") for word in words[max(0, name.first - 3) : name.first])


def is_source(scene: Scene, name: Name) -> bool:
    """Whether a name only says who reports (``selon X``, ``estime X``)."""
    words = scene.sentence.words
    place = name.first
    while place > 0 and words[place - 1].folded in role(scene.language, "article"):
        place -= 1
    return any(cue.last == place and cue.entry.data.get("points_to") == "source" for cue in scene.pointers)


def follows_figure(scene: Scene, name: Name) -> bool:
    """Whether a name stands right behind a figure and its preposition (``671 milliards pour DeepSeek``)."""
    return any(0 < name.first - max(figure.counted_end, figure.last) <= 3 for figure in scene.figures)


def is_site(scene: Scene, name: Name) -> bool:
    """Whether an adjective only says where a plant stands (``l'usine hongroise``)."""
    return name.first > 0 and scene.sentence.words[name.first - 1].folded in role(scene.language, "site")


def is_nominal(scene: Scene, name: Name) -> bool:
    """Whether an adjective stands for those it describes (``15 % pour les américains``)."""
    words = scene.sentence.words
    before = words[name.first - 1].folded if name.first else ""
    behind = words[name.last].text if name.last < len(words) else ""
    return name.is_adjective and before in role(scene.language, "plural-article") and not behind[:1].isupper()


def is_apposed(scene: Scene, name: Name, place: int) -> bool:
    """Whether a name stands in an apposition that ends before the verb (``Geely, rivale de BYD, vend``)."""
    words = scene.sentence.words
    opening = next((at for at in range(name.first - 1, -1, -1) if words[at].text in _STOPS), None)
    closing = next((at for at in range(name.last, place) if words[at].text in _STOPS), None)
    if opening is None or closing is None or words[opening].text != "," or words[closing].text != ",":
        return False
    told = any(is_verb(scene, at) for at in range(opening + 1, closing))
    ahead = range(closing + 1, min(closing + 4, place))
    return not told and opening + 1 < name.first and any(is_verb(scene, at) for at in ahead)


def antecedent(scene: Scene, place: int) -> Name | None:
    """The name that the relative clause around a place tells of (``Hengli, dont l'usine a 12 lignes``), or None."""
    words, relative = scene.sentence.words, role(scene.language, "relative")
    for at in range(place - 1, max(0, place - _CLAUSE), -1):
        if words[at].text in _CLOSING:
            return None
        if words[at].folded in relative:
            last = at - 1 if words[at - 1].text == "," else at
            return next((name for name in scene.names if name.last == last and not name.is_adjective), None)
    return None


def is_demonym(scene: Scene, name: Name) -> bool:
    """Whether an adjective stands alone for a firm from there (``L'allemand y a produit 12 voitures``)."""
    words = scene.sentence.words
    place = name.first - 1
    if place > 0 and words[place].text in _ELISIONS:
        place -= 1
    if not name.is_adjective or place < 0 or words[place].folded not in role(scene.language, "singular-article"):
        return False
    if name.last >= len(words):
        return False
    behind = words[name.last].folded
    return behind[:1].isdigit() or behind in role(scene.language, "behind-ordinal") or is_verb(scene, name.last)


def is_reporting(scene: Scene, name: Name) -> bool:
    """Whether a name only reports what follows (``Ember estime que``, ``Ember compte que``)."""
    words = scene.sentence.words
    than = role(scene.language, "than")
    ahead = words[name.last : name.last + _TELLS]
    return any(word.folded in than and place > 0 for place, word in enumerate(ahead)) and any(
        name.last <= cue.first <= name.last + 2
        and cue.entry.data.get("points_to") == "source"
        and cue.last < len(words)
        and words[cue.last].folded in than
        for cue in scene.pointers
    )


def is_predicate(scene: Scene, name: Name, figure: Figure) -> bool:
    """Whether an adjective tells what a share is (``17 % étaient chinois et 15,8 % américains``)."""
    words = scene.sentence.words
    if not name.is_adjective or name.first < figure.last:
        return False
    return name.first == figure.last or (
        name.first == figure.last + 1 and words[figure.last].folded in role(scene.language, "copula")
    )


def has_before(scene: Scene, name: Name, kind: str, reach: int = 5) -> bool:
    """Whether a word of a role stands at most so many words before a name, no comma or figure between."""
    words, wanted = scene.sentence.words, role(scene.language, kind)
    for place in range(name.first - 1, max(-1, name.first - 1 - reach), -1):
        if words[place].folded in wanted:
            return True
        if words[place].text in _STOPS:
            return False
    return False


def is_observer(scene: Scene, name: Name) -> bool:
    """Whether a name only tells for whom an observer works (``économiste à la banque Hengli``)."""
    return has_before(scene, name, "observer")


def is_employer(scene: Scene, name: Name) -> bool:
    """Whether a name tells whom somebody leads or works for (``la patronne de Hengli``)."""
    return has_before(scene, name, "officer")


def is_describing(scene: Scene, name: Name) -> bool:
    """Whether a place only tells which other one is meant (``la capitale du Sichuan``, ``la voisine de Macao``)."""
    return name.kind == "place" and bool(before_name(scene, name)) and has_before(scene, name, "describing", 3)


def is_shut_in(scene: Scene, name: Name, place: int) -> bool:
    """Whether a name stands within a relative clause that a comma closes before a place (``X, qui a Y, vend``)."""
    words = scene.sentence.words
    opening = next((at for at in range(name.first - 1, -1, -1) if words[at].text in _STOPS), None)
    if opening is None or words[opening].text != "," or opening + 1 >= name.first:
        return False
    is_relative = any(word.folded in role(scene.language, "relative") for word in words[opening + 1 : opening + 3])
    return is_relative and any(words[at].text == "," for at in range(name.last, place))


def is_compared(scene: Scene, name: Name) -> bool:
    """Whether a name is what something is measured against (``plus que Llama``)."""
    words = [word.folded for word in scene.sentence.words[max(0, name.first - 6) : name.first]]
    return any(word in role(scene.language, "than") for word in words[-3:]) and any(
        word in role(scene.language, "more") for word in words
    )


def opens_relative(scene: Scene, name: Name) -> bool:
    """Whether a name is the subject of ``que …`` behind a figure."""
    words = scene.sentence.words
    place = name.first - 1
    while place >= 0 and words[place].folded in role(scene.language, "article"):
        place -= 1
    return place >= 0 and words[place].folded in role(scene.language, "than")


def owns_noun(scene: Scene, name: Name) -> bool:
    """Whether a name owns what is measured (``la production de BYD``, ``celle d'Ecovacs``)."""
    words = scene.sentence.words
    nouns = role(scene.language, "measured-noun")
    if name.kind == "place":
        nouns -= role(scene.language, "site")  # ``l'usine de Yizhuang`` is not the town's
    return any(word.folded in nouns for word in words[max(0, name.first - 4) : name.first])


def is_behind_firm(scene: Scene, name: Name) -> bool:
    """Whether a place stands right behind a firm and only locates it."""
    return any(other.kind == "organisation" and 0 < name.first - other.last <= 3 for other in scene.names)
