"""The folder connector: article files below a folder, with the facts of the manifests beside them."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from sources.catalogue import FolderSource
from sources.manifest import MANIFEST_NAME, parse_manifest
from sources.model import Document, Facts, Problem

ARTICLE_ENDINGS = (".txt", ".html", ".htm")
MAX_FILE_BYTES = 50_000_000
"""Default limit of a file on disk. Press pages stay below 5 MB; a file ten times as large is a dump, not an article."""


class SourceMissingError(ValueError):
    """A source's folder does not exist or cannot be read."""


def article_ending(name: str) -> str | None:
    """The article ending of a file name, ``.gz`` set aside, or None where it has none."""
    bare = name.lower().removesuffix(".gz")
    return next((ending for ending in ARTICLE_ENDINGS if bare.endswith(ending)), None)


def read_folder(source: FolderSource, *, max_bytes: int = MAX_FILE_BYTES) -> Iterator[Document]:
    """Yield every document of a folder, sorted by path, whatever order the file system gives.

    Hidden files and ``README.md`` are passed over. A file that is no article, too large, unreadable or a link out of
    the folder is yielded with its problem: nothing that lies in a source goes unseen.

    Raises:
        SourceMissingError: The folder is not there.
    """
    root = source.path
    if not root.is_dir():
        raise SourceMissingError(f"source {source.id!r}: no folder {root}; create it or correct the catalogue")
    manifests: dict[Path, Mapping[str, Facts]] = {}
    files = sorted(p for p in root.rglob("*") if not _is_passed_over(p.relative_to(root)))
    for path in files:
        if path.name == MANIFEST_NAME and path.is_file():
            location = path.relative_to(root).as_posix()
            facts, faults = parse_manifest(path.read_bytes(), location)
            manifests[path.parent] = facts
            for fault in faults:
                yield Document(source.id, f"{location}:{fault.line}", path.name, content=None, problem=fault.problem)
    for path in files:
        if path.name != MANIFEST_NAME and not (path.is_dir() and not path.is_symlink()):
            yield _read_file(source.id, root, path, manifests, max_bytes)


def read_file(source_id: str, path: Path, *, max_bytes: int = MAX_FILE_BYTES) -> Document:
    """Read one file given by hand, with the facts of the manifest beside it."""
    manifest = path.parent / MANIFEST_NAME
    facts, _ = parse_manifest(manifest.read_bytes(), str(manifest)) if manifest.is_file() else ({}, ())
    return _read_file(source_id, path.parent, path, {path.parent: facts}, max_bytes)


def _is_passed_over(relative: Path) -> bool:
    return any(part.startswith(".") for part in relative.parts) or relative.name == "README.md"


def _facts_of(path: Path, manifest: Mapping[str, Facts]) -> Facts:
    """Known facts of a file; ``a.txt`` in a manifest means ``a.txt.gz`` too, since packed files read as if plain."""
    return manifest.get(path.name) or manifest.get(path.name.removesuffix(".gz")) or Facts()


def _read_file(
    source_id: str, root: Path, path: Path, manifests: Mapping[Path, Mapping[str, Facts]], max_bytes: int
) -> Document:
    location = path.relative_to(root).as_posix()
    facts = _facts_of(path, manifests.get(path.parent, {}))

    def aside(reason: str, detail: str, cure: str) -> Document:
        return Document(source_id, location, path.name, None, facts, Problem(reason, f"{location}: {detail}", cure))

    if article_ending(path.name) is None:
        return aside(
            "not_an_article_file", "not .txt, .html or .htm (or one of these .gz)", "convert it or move it out"
        )
    try:
        # A link that leads out of the folder could publish any file of the machine.
        if not path.resolve(strict=True).is_relative_to(root.resolve()):
            return aside("outside_folder", "a link to a file outside the source folder", "copy the file itself")
        if not path.is_file():
            return aside("not_a_file", "neither a file nor a folder of files", "remove it")
        size = path.stat().st_size
        if size > max_bytes:
            return aside("too_large", f"{size} bytes, limit {max_bytes}", "split it or raise JALONS_MAX_FILE_BYTES")
        return Document(source_id, location, path.name, path.read_bytes(), facts)
    except OSError as error:
        return aside("unreadable", error.strerror or str(error), "check that the file exists and may be read")
