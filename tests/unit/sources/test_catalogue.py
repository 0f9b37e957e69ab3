"""The catalogue is checked before anything is fetched, and its errors name file, place and cure."""

from pathlib import Path

import pytest

from sources.catalogue import CatalogueError, load_catalogue, single_folder


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_relative_folders_are_resolved_against_the_catalogue(tmp_path: Path):
    path = write(tmp_path / "catalogue.yaml", "sources:\n  - {id: press, kind: folder, path: press}\n")
    assert load_catalogue(path).sources[0].path == (tmp_path / "press").resolve()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sources: []\n", "sources"),
        ("sources:\n  - {id: a, kind: folder}\n", "sources.0.path"),
        ("sources:\n  - {id: a, kind: carrier-pigeon, path: p}\n", "sources.0.kind"),
        ("sources:\n  - {id: a, kind: folder, path: p, colour: red}\n", "sources.0.colour"),
        ("sources:\n  - {id: A b, kind: folder, path: p}\n", "sources.0.id"),
        ("sources: [unclosed\n", "not readable as YAML"),
        ("sources:\n  - {id: a, kind: folder, path: p}\n  - {id: a, kind: folder, path: q}\n", "'a' is used twice"),
    ],
)
def test_a_faulty_catalogue_names_the_file_and_the_place(tmp_path: Path, text: str, expected: str):
    path = write(tmp_path / "catalogue.yaml", text)
    with pytest.raises(CatalogueError, match=expected) as error:
        load_catalogue(path)
    assert str(path) in str(error.value)


def test_a_missing_catalogue_says_which_setting_names_it(tmp_path: Path):
    with pytest.raises(CatalogueError, match="JALONS_CATALOGUE"):
        load_catalogue(tmp_path / "none.yaml")


def test_a_folder_given_by_hand_has_the_same_id_wherever_it_lies(tmp_path: Path):
    (tmp_path / "a" / "Ma Presse").mkdir(parents=True)
    (tmp_path / "b" / "Ma Presse").mkdir(parents=True)
    ids = {single_folder(tmp_path / parent / "Ma Presse").sources[0].id for parent in "ab"}
    assert ids == {"folder.ma-presse"}
