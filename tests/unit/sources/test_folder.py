"""The folder connector takes every article file and accounts for everything else."""

import os
from pathlib import Path

import pytest

from sources.catalogue import FolderSource
from sources.folder import SourceMissingError, article_ending, read_file, read_folder
from sources.model import Document


def source(path: Path) -> FolderSource:
    return FolderSource(id="presse", kind="folder", path=path)


def read(path: Path, **options: int) -> dict[str, Document]:
    return {document.location: document for document in read_folder(source(path), **options)}


def test_files_of_sub_folders_are_found_with_the_manifest_beside_them(tmp_path: Path):
    (tmp_path / "mai").mkdir()
    (tmp_path / "mai" / "b.HTML.gz").write_bytes(b"x")
    (tmp_path / "a.txt").write_bytes("Été".encode())
    (tmp_path / "mai" / "manifest.jsonl").write_text('{"article": "b.HTML.gz", "author": "Zoé"}\n')
    (tmp_path / "README.md").write_text("room")
    (tmp_path / ".hidden.txt").write_text("no")
    documents = read(tmp_path)
    assert sorted(documents) == ["a.txt", "mai/b.HTML.gz"]
    assert documents["a.txt"].content == "Été".encode()
    assert documents["mai/b.HTML.gz"].facts.author == "Zoé"
    assert documents["a.txt"].facts.author is None


def test_a_manifest_may_name_a_packed_file_without_gz(tmp_path: Path):
    (tmp_path / "a.txt.gz").write_bytes(b"x")
    (tmp_path / "manifest.jsonl").write_text('{"article": "a.txt", "author": "Zoé"}\n')
    assert read(tmp_path)["a.txt.gz"].facts.author == "Zoé"


def test_two_files_of_one_name_are_two_documents(tmp_path: Path):
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(folder)
    ids = {document.document_id for document in read(tmp_path).values()}
    assert len(ids) == 2


def test_what_is_no_article_is_yielded_with_reason_and_cure(tmp_path: Path):
    (tmp_path / "rapport.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "long.txt").write_bytes(b"a" * 101)
    os.mkfifo(tmp_path / "tuyau.txt")
    outside = tmp_path.parent / f"{tmp_path.name}_secret.txt"
    outside.write_text("secret")
    (tmp_path / "lien.txt").symlink_to(outside)
    (tmp_path / "perdu.txt").symlink_to(tmp_path / "nulle-part.txt")
    (tmp_path / "manifest.jsonl").write_text("oops\n")
    problems = {location: d.problem for location, d in read(tmp_path, max_bytes=100).items()}
    assert {location: problem.reason for location, problem in problems.items() if problem} == {
        "rapport.pdf": "not_an_article_file",
        "long.txt": "too_large",
        "tuyau.txt": "not_a_file",
        "lien.txt": "outside_folder",
        "perdu.txt": "unreadable",
        "manifest.jsonl:1": "bad_manifest_line",
    }
    assert all(problem and problem.cure and problem.detail for problem in problems.values())
    assert all(document.content is None for document in read(tmp_path, max_bytes=100).values())


def test_a_folder_with_an_article_name_is_a_folder(tmp_path: Path):
    (tmp_path / "dossier.txt").mkdir()
    (tmp_path / "dossier.txt" / "a.txt").write_text("texte")
    assert list(read(tmp_path)) == ["dossier.txt/a.txt"]


def test_a_missing_folder_is_an_error_with_the_source_id(tmp_path: Path):
    with pytest.raises(SourceMissingError, match="presse"):
        read(tmp_path / "none")


def test_a_single_file_takes_the_facts_beside_it(tmp_path: Path):
    (tmp_path / "a.txt").write_text("texte")
    (tmp_path / "manifest.jsonl").write_text('{"article": "a.txt", "title": "Titre"}\n')
    assert read_file("given", tmp_path / "a.txt").facts.title == "Titre"


@pytest.mark.parametrize(
    ("name", "ending"), [("a.txt", ".txt"), ("A.TXT.GZ", ".txt"), ("p.htm", ".htm"), ("x.gz", None), ("x.pdf", None)]
)
def test_endings_are_told_apart_without_gz_and_case(name: str, ending: str | None):
    assert article_ending(name) == ending
