"""A text without full stops is read in bounded time, and every mention still stands at its offsets."""

import time

from assets.articles.model import Article
from assets.claims.assembly.text import sentences_of
from assets.claims.extract import extract

CLAUSE = "la province du Hunan a produit 12 000 tonnes de thé et le Hubei en a produit 9 000, "


def test_a_sentence_without_end_is_cut_at_blanks_and_nothing_is_lost():
    text = CLAUSE * 60
    pieces = sentences_of(text, 0, 0)
    assert len(pieces) > 1
    assert all(text[piece.start : piece.start + len(piece.text)] == piece.text for piece in pieces)
    assert " ".join(piece.text for piece in pieces).split() == text.split()
    assert sentences_of("x" * 5_000, 0, 0)


def test_twice_the_text_takes_about_twice_the_time():
    def seconds(copies: int) -> float:
        article = Article("a.txt", (CLAUSE * copies,), language="fr")
        begin = time.process_time()
        extraction = extract(article)
        taken = time.process_time() - begin
        assert all(article.text[c.start : c.end] == c.mention for c in extraction.claims)
        return taken

    seconds(20)
    short, long = seconds(60), seconds(240)
    assert long < 10 * short
