"""Who publishes a notice: the authority that its letterhead names, of which the body may never speak again."""

from assets.articles.model import Article
from assets.claims.assembly import names
from assets.claims.assembly.model import Name
from assets.claims.assembly.text import Sentence, measured, words_of
from assets.claims.assembly.words import role


def issuers(article: Article, language: str) -> list[Name]:
    """The towns and provinces whose own words an article is (``Ville de Yantai``); newspapers of a town are none."""
    publisher = article.publisher or ""
    if not any(word.folded in role(language, "issuer") for word in words_of(publisher)):
        return []
    words, reach = measured(publisher, language)
    line = Sentence(publisher, 0, -1, 0, words, reach)
    found = [names.place_in(line, known) for known in names.known_in(publisher) if known.kind == "place"]
    return [name for name in found if not name.is_adjective and name.region and _heads(line, name, language)]


def _heads(line: Sentence, name: Name, language: str) -> bool:
    """Whether a place stands right behind the noun of its authority."""
    place = name.first - 1
    linking = role(language, "of") | role(language, "article")
    while place >= 0 and line.words[place].folded in linking:
        place -= 1
    return place >= 0 and line.words[place].folded in role(language, "issuer")
