"""What cannot become an article is refused with a stable code, in bounded time and memory."""

import gzip
import time

import pytest

from assets.articles.clean import clean
from assets.articles.limits import CleaningLimits
from assets.articles.model import RefusedArticleError

SENTENCE = "La commune a vendu le terrain à la région, qui veut y bâtir une école pour les enfants du quartier. "
PAGE = f"<html><body>{f'<p>{SENTENCE}</p>' * 5}</body></html>".encode()
PACKED = gzip.compress(PAGE, mtime=0)


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \r\n\t ", "empty"),
        ("a.txt", b"\xef\xbb\xbf  ", "empty"),
        ("a.txt", b"%PDF-1.7 and so on", "pdf"),
        ("a.html", b"PK\x03\x04rest", "binary"),
        ("a.txt", b"\x89PNG\r\n", "binary"),
        ("a.txt", bytes(range(256)) * 8, "not_text"),
        ("a.txt", SENTENCE.encode() + b"\x00" + SENTENCE.encode(), "not_text"),
        ("a.html.gz", PACKED[:-9], "truncated_gzip"),
        ("a.html.gz", PACKED[:12], "truncated_gzip"),
        ("a.html.gz", PACKED[:15] + b"\xff" * 20 + PACKED[35:], "damaged_gzip"),
        ("a.html.gz", gzip.compress(PACKED, mtime=0), "binary"),
        ("a.html.gz", gzip.compress(b"a" * 9_000_000, mtime=0), "gzip_bomb"),
        ("a.html.gz", gzip.compress(b"a" * 4_000_000, mtime=0) * 2, "gzip_bomb"),
        ("a.html", b"<html><body></body></html>", "no_body"),
        ("a.html", b"<html><head><title>Rien</title></head></html>", "no_body"),
        ("a.txt", b"Accueil\nMenu\nContact\n", "no_body"),
        ("a.txt", b"." * 5000, "no_body"),
        ("a.html", b"<html>" + b"<div>" * 10_000 + PAGE, "too_deep"),
        ("a.html", b"<ul><li>" * 10_000 + PAGE, "too_deep"),
        ("a.html", b"<html><body>" + b"<b>x</b>" * 60_000, "too_many_tags"),
        ("a.html", b"<html><body " + b" ".join(b"a%d=1" % i for i in range(5000)) + b">", "too_many_attributes"),
        ("a.txt", b"Le maire a dit.\n" * 30_000, "too_many_lines"),
        ("a.txt", b"a " * 6_000_000, "too_large"),
    ],
)
def test_a_file_that_is_no_article_is_refused_with_its_reason(name, raw, reason):
    started = time.monotonic()
    with pytest.raises(RefusedArticleError) as refusal:
        clean(raw, name)
    assert refusal.value.reason == reason
    assert name in refusal.value.detail
    assert refusal.value.cure
    assert time.monotonic() - started < 20


def test_a_limit_is_a_setting():
    small = CleaningLimits(max_bytes=100)
    with pytest.raises(RefusedArticleError, match="more than 100 bytes"):
        clean(PAGE, "a.html", limits=small)
    assert clean(PAGE, "a.html").paragraphs


def test_entities_that_declare_each_other_are_not_expanded():
    bomb = b'<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    article = clean(bomb + PAGE.replace(b"</body>", b"<p>&b;&b;&b;</p></body>"), "a.html")
    assert "aaaaaaaaaa" not in article.text
    assert SENTENCE.strip() in article.paragraphs


def test_deep_linked_data_does_not_exhaust_the_stack():
    script = b'<script type="application/ld+json">' + b"[" * 50_000 + b"</script>"
    assert clean(PAGE.replace(b"<body>", b"<body>" + script), "a.html").paragraphs


def test_gzip_is_known_by_its_first_bytes_whatever_the_name():
    assert clean(PACKED, "page.html").paragraphs == clean(PAGE, "page.html").paragraphs
    assert clean(PACKED, "page.html.gz").name == "page.html.gz"
