"""Words and phrases of header lines, as one search expression a list, of every language at once."""

import re
import tomllib
from functools import cache

from assets.articles.language.loader import ROOT, FurnitureDataError


@cache
def load_form(name: str, *, whole: bool = True) -> re.Pattern[str]:
    """Load one list of ``header.toml`` of all languages, to be searched in folded text.

    Args:
        name: Id of the entry in each ``header.toml``.
        whole: The forms end where words end; a lead ends where what it leads to begins.

    Raises:
        FurnitureDataError: A file is no TOML, a form is no regular expression, or no language has the list.
    """
    forms: list[str] = []
    for path in sorted(ROOT.glob("*/header.toml")):
        try:
            entries = tomllib.loads(path.read_text(encoding="utf-8")).get("entry", [])
        except tomllib.TOMLDecodeError as error:
            raise FurnitureDataError(f"{path.parent.name}/header.toml: not valid TOML ({error}); mend it") from error
        for entry in entries:
            if entry.get("id") == name:
                forms.extend(entry.get("forms", ()))
    if not forms:
        raise FurnitureDataError(f"no header.toml has an entry {name!r}; add it to a language's folder")
    try:
        return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})" + (r"(?!\w)" if whole else ""))
    except re.error as error:
        raise FurnitureDataError(f"header.toml, entry {name!r}: a form is no regular expression ({error})") from error
