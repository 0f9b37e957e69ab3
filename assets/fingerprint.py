"""Hashes of code and data: a changed rule or word list reads again what it may have changed, and nothing else."""

import hashlib
from functools import cache
from pathlib import Path

_ENDINGS = {".py", ".toml", ".csv", ".json", ".tsv", ".onnx", ".npz", ".model"}


@cache
def fingerprint(*folders: Path) -> str:
    """Twelve hexadecimal digits over every code and data file below the folders; same files, same digits."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(p for p in folder.rglob("*") if p.suffix in _ENDINGS):
            digest.update(path.relative_to(folder).as_posix().encode() + b"\x1f" + path.read_bytes() + b"\x1e")
    return digest.hexdigest()[:12]
