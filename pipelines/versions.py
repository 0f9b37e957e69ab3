"""Versions of everything that decides what a run publishes from given documents. Imports neither Dagster nor dbt."""

import hashlib

from assets.articles.reading import cleaner_version
from assets.claims.reading import extractor_version
from assets.fingerprint import fingerprint
from pipelines.settings import PROJECT_ROOT

DBT_FOLDER = PROJECT_ROOT / "dbt_project"
_DBT_ENDINGS = (".sql", ".yml", ".yaml", ".csv", ".md")


def dbt_fingerprint() -> str:
    """Hash of every file of the dbt project that decides what it builds."""
    digest = hashlib.sha256()
    for path in sorted(DBT_FOLDER.rglob("*")):
        relative = path.relative_to(DBT_FOLDER)
        if path.suffix in _DBT_ENDINGS and relative.parts[0] not in {"target", "logs", "dbt_packages"}:
            digest.update(relative.as_posix().encode() + b"\x1f" + path.read_bytes() + b"\x1e")
    return digest.hexdigest()


def code_versions() -> tuple[str, ...]:
    """Cleaner, extractor with its data, dbt project, schemas and publishing."""
    warehouse = PROJECT_ROOT / "warehouse"
    publishing = fingerprint(warehouse / "schemas"), fingerprint(PROJECT_ROOT / "assets" / "marts")
    files = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(warehouse.glob("*.py")))).hexdigest()
    return (cleaner_version(), extractor_version(), dbt_fingerprint(), *publishing, files)
