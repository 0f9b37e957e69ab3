"""The catalogue: which sources there are, read from YAML and checked before anything is fetched."""

from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError


class CatalogueError(ValueError):
    """The catalogue cannot be used; the text names the file, the place and the cure."""


class FolderSource(BaseModel):
    """A folder of article files.

    Attributes:
        id: Stable name; it is part of every document's identity.
        path: Relative to the catalogue, or absolute.
        when_missing: What a file that is gone means: ``keep`` (an inbox that people empty) or ``withdraw``.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9_.-]*$")
    kind: Literal["folder"]
    path: Path
    description: str = ""
    when_missing: Literal["keep", "withdraw"] = "keep"


class Catalogue(BaseModel):
    """All sources, in the order of the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sources: tuple[FolderSource, ...] = Field(min_length=1)


def load_catalogue(path: Path) -> Catalogue:
    """Read a catalogue; relative folders are resolved against its own folder.

    Raises:
        CatalogueError: No such file, not YAML, an unknown key, a wrong value, or an id used twice.
    """
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CatalogueError(f"{path}: no such catalogue; set JALONS_CATALOGUE to an existing file") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise CatalogueError(f"{path}: not readable as YAML ({error}); mend the place that it names") from error
    try:
        catalogue = Catalogue.model_validate(content)
    except ValidationError as error:
        places = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'top level'}: {e['msg']}" for e in error.errors())
        raise CatalogueError(f"{path}: {places}; see sources/catalogue.yaml for the form") from error
    ids = [source.id for source in catalogue.sources]
    twice = sorted({name for name in ids if ids.count(name) > 1})
    if twice:
        raise CatalogueError(f"{path}: id {twice[0]!r} is used twice; rename one of the sources")
    root = path.parent
    return Catalogue(sources=tuple(s.model_copy(update={"path": (root / s.path).resolve()}) for s in catalogue.sources))


def single_folder(path: Path) -> Catalogue:
    """The catalogue of one folder given by hand.

    Its id comes from the folder's name alone, so that the same articles get the same document ids on every machine.
    """
    name = "".join(c if c.isascii() and c.isalnum() else "-" for c in path.resolve().name.lower()).strip("-")
    return Catalogue(sources=(FolderSource(id=f"folder.{name or 'root'}", kind="folder", path=path.resolve()),))
