"""A tree of plain strings matches what the strings side by side match, the longest first."""

import re

from hypothesis import given
from hypothesis import strategies as st

from assets.claims.language.patterns import NEVER, any_of

WORDS = st.text("ab.$é ", min_size=1, max_size=5)


@given(st.lists(WORDS, min_size=1, max_size=12), st.text("ab.$é ", max_size=12), st.sampled_from(["", "(?!a)", "b"]))
def test_a_tree_finds_the_same_string_as_a_row_of_them(forms: list[str], text: str, behind: str) -> None:
    row = "|".join(re.escape(form) for form in sorted(set(forms), key=lambda form: (-len(form), form)))
    expected = [match.span() for match in re.finditer(f"({row}){behind}", text)]
    assert [match.span() for match in re.finditer(f"({any_of(forms)}){behind}", text)] == expected


def test_no_strings_match_nothing() -> None:
    assert any_of([]) == NEVER
    assert re.search(any_of([]), "un texte") is None
