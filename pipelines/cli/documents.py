"""Paths given by hand as documents: files with the manifest beside them, folders with all that is below."""

from collections.abc import Iterator
from pathlib import Path

from pipelines.settings import Settings
from sources.catalogue import FolderSource
from sources.folder import read_file, read_folder
from sources.model import Document


def documents_of(paths: list[Path], settings: Settings) -> Iterator[Document]:
    """Yield every document of these paths, in the order given, each folder sorted."""
    for path in paths:
        if path.is_dir():
            source = FolderSource(id="given", kind="folder", path=path.resolve())
            yield from read_folder(source, max_bytes=settings.max_file_bytes)
        else:
            yield read_file("given", path, max_bytes=settings.max_file_bytes)
