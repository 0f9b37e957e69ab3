"""Encodings that are declared, wrong, missing or doubled give the same letters."""

import unicodedata

import pytest

from assets.articles.clean import clean
from assets.articles.decode import decode

PLAIN = "La récolte de blé a reculé de 4 % en mai près de la vallée, où les éleveurs ont vidé leurs réserves de paille."
TEXT = "L’été dernier, la forêt a brûlé près de l’étang ; « on a tout vu », répète Zoë, dépitée, à Nîmes."


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("cp1252"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
    ],
    ids=["utf-8", "utf-8 with mark", "windows-1252", "utf-16 with mark", "utf-16 without mark"],
)
def test_the_same_text_comes_out_of_every_encoding(data):
    assert decode(data, "a.txt") == TEXT


def test_a_wrong_declaration_yields_to_valid_utf_8():
    page = f'<html><head><meta charset="iso-8859-1"></head><body><p>{TEXT}</p></body></html>'
    assert TEXT in decode(page.encode(), "a.html")


def test_a_declared_encoding_is_used_where_the_bytes_are_no_utf_8():
    page = '<html><head><meta charset="koi8-r"></head><body>Привет</body></html>'
    assert "Привет" in decode(page.encode("koi8-r"), "a.html")


def test_text_saved_twice_is_mended():
    twice = (TEXT * 2).encode().decode("latin-1").encode()
    assert decode(twice, "a.txt") == TEXT * 2


def test_one_broken_byte_does_not_garble_the_rest():
    data = (TEXT * 20).encode() + b"\xe9\n"
    assert TEXT in decode(data, "a.txt")


@pytest.mark.parametrize(
    ("delivered", "letters"),
    [
        ("un\r\ndeux\rtrois\x0cquatre", "un\ndeux\ntrois\nquatre"),
        ("coo\u00adpé\u200bra\ufefftion", "coopération"),
        ("e\u0301te\u0301", "été"),
        ("10\u202f000\u00a0euros", "10\u202f000\u00a0euros"),
        ("R\u20111", "R\u20111"),
    ],
    ids=["newlines", "invisible marks", "decomposed accents", "no-break spaces stay", "no-break hyphen stays"],
)
def test_marks_that_carry_no_meaning_go_and_the_others_stay(delivered, letters):
    assert decode(delivered.encode(), "a.txt") == letters


def test_doubled_entities_are_read_once():
    sentence = (
        "La mairie d&amp;#39;Arles a vendu l&amp;rsquo;&amp;eacute;cole &amp;agrave; la r&amp;eacute;gion, "
        "dit-on dans la ville."
    )
    article = clean(f"<html><body>{f'<p>{sentence}</p>' * 4}</body></html>".encode(), "a.html")
    assert "&" not in article.text
    assert "l’école" in article.text
    assert {repair.rule_id for repair in article.repairs} == {"doubled_entity"}


@pytest.mark.parametrize(
    ("delivered", "before", "after", "rule_id"),
    [
        (PLAIN.encode().decode("cp1252").encode(), "rÃ©colte", "récolte", "mojibake"),
        (PLAIN.encode().decode("cp1252").encode().decode("cp1252").encode(), "rÃƒÂ©colte", "récolte", "mojibake"),
        (unicodedata.normalize("NFD", PLAIN).encode(), "re\u0301colte", "récolte", "composed"),
    ],
)
def test_mended_letters_are_told(delivered, before, after, rule_id):
    article = clean(delivered, "copie.txt")
    assert article.text == PLAIN
    assert (before, after, rule_id) in {(repair.before, repair.after, repair.rule_id) for repair in article.repairs}


def test_letters_that_were_well_are_no_repairs():
    assert clean(PLAIN.encode(), "copie.txt").repairs == ()
