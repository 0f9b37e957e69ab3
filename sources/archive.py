"""The raw archive: bytes under their SHA-256, written once and never changed."""

import hashlib
import uuid
from typing import Any

import fsspec


class ArchiveCorruptError(RuntimeError):
    """Stored bytes no longer have the hash that they are filed under."""


class RawArchive:
    """Bytes by content hash in any fsspec location.

    Args:
        url: A folder, or another fsspec URL such as ``s3://bucket/archive``.
    """

    def __init__(self, url: str) -> None:
        self._fs: Any
        self._root: str
        self._fs, self._root = fsspec.core.url_to_fs(url)

    def put(self, content: bytes) -> str:
        """Store bytes and return their SHA-256 in hexadecimal; storing the same bytes again changes nothing."""
        digest = hashlib.sha256(content).hexdigest()
        path = self._path(digest)
        if not self._fs.exists(path):
            folder = path.rsplit("/", 1)[0]
            self._fs.makedirs(folder, exist_ok=True)
            # Written aside and renamed, so that a killed run leaves no half file under a hash.
            aside = f"{folder}/.{uuid.uuid4().hex}.part"
            self._fs.pipe_file(aside, content)
            self._fs.mv(aside, path)
        return digest

    def get(self, digest: str) -> bytes:
        """Read bytes back.

        Raises:
            FileNotFoundError: Nothing is stored under this hash.
            ArchiveCorruptError: The stored bytes were changed.
        """
        content: bytes = self._fs.cat_file(self._path(digest))
        if hashlib.sha256(content).hexdigest() != digest:
            raise ArchiveCorruptError(f"{self._path(digest)}: content does not match its hash; restore it from a copy")
        return content

    def _path(self, digest: str) -> str:
        return f"{self._root}/{digest[:2]}/{digest[2:4]}/{digest}"
