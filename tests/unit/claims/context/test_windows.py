"""Articles are cut into windows that together hold every piece once, under their title."""

import numpy as np
import pytest

from assets.claims.context.encoder import piece_vectors
from assets.claims.context.pieces import END, START, Pieces, _model
from assets.claims.context.windows import Windows

SENTENCE = "L’aciérie de Baotou a coulé 4,2 millions de tonnes d’acier en 2024, soit 3 % de plus. "
TITLE = "Baotou : l’acier remonte"


def windows_of(text: str, title: str = "") -> Windows:
    return Windows(text, title, range(0, len(text), len(SENTENCE)))


@pytest.mark.parametrize("said", ["4,2 millions", "Baotou", "acier", "3 %"])
def test_a_span_of_pieces_holds_what_was_said_and_no_other_word(said: str) -> None:
    pieces = Pieces.of(SENTENCE)
    start = SENTENCE.index(said)
    first, last = pieces.span(start, start + len(said))
    assert SENTENCE[pieces.starts[first] : pieces.ends[last]].strip() == said


def test_blanks_that_do_not_break_and_folded_characters_keep_their_offsets() -> None:
    text = "Le site a livré 1\u202f250\u00a0motos, ½ tonne…"
    pieces = Pieces.of(text)
    first, last = pieces.span(text.index("1\u202f"), text.index("\u00a0motos"))
    assert text[pieces.starts[first] : pieces.ends[last]].strip() == "1\u202f250"


def test_an_empty_text_has_no_pieces() -> None:
    assert len(Pieces.of("")) == 0


@pytest.mark.parametrize("count", [1, 7, 40])
def test_every_piece_is_in_its_window_behind_the_title(count: int) -> None:
    windows = windows_of(SENTENCE * count, TITLE)
    title = Pieces.of(TITLE)
    for piece in range(len(windows.pieces)):
        window = windows.around(piece)
        ids = windows.ids(window)
        assert window.holds(piece, piece)
        assert ids[piece + window.shift] == windows.pieces.ids[piece]
        assert list(ids[: len(title) + 2]) == [START, *title.ids, END]
        assert ids[-1] == END


def test_a_window_begins_with_a_sentence_and_shows_what_stands_before() -> None:
    windows = windows_of(SENTENCE * 40)
    length = len(Pieces.of(SENTENCE * 40)) // 40
    later = [window for window in {windows.around(piece) for piece in range(len(windows.pieces))} if window.first > 0]
    assert len(later) > 3
    assert all((window.last - len(windows.pieces)) % length == 0 for window in later)
    assert all(windows.around(window.first) != window for window in later)


def test_a_sentence_without_end_is_cut() -> None:
    text = ", ".join(["4,2 millions de tonnes"] * 200)
    windows = Windows(text, "", [0])
    assert max(len(windows.ids(windows.around(piece))) for piece in range(len(windows.pieces))) <= 300 + 56 + 2


def test_a_long_title_leaves_room_for_the_text() -> None:
    windows = Windows(SENTENCE, TITLE * 20, [0])
    assert len(windows.ids(windows.around(0))) <= 24 + 2 + len(windows.pieces) + 1


def test_every_known_piece_has_its_vector() -> None:
    assert piece_vectors().shape == (_model().vocab_size(), 384)
    assert np.isfinite(piece_vectors()).all()
