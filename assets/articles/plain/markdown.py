"""Copies in Markdown: the marks are layout, not letters of the article."""

import re

_HEADING = re.compile(r"^[ ]{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$", re.M)
_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,1000}\)")
_LINK = re.compile(r"\[([^\]\n]{1,300})\]\([^)\s]{1,1000}(?: \"[^\"\n]{0,200}\")?\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,600}?\S|\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=\S)([^*_\n]{1,600}?)(?<=\S)\1(?![\w*])")
# One hash may be a tag of a network and one link a slip; together they are a style.
_FEWEST = 2


def strip_markdown(text: str) -> str:
    r"""Return the text without Markdown's marks, unchanged where it is not Markdown.

    Example:
        >>> strip_markdown("## Un titre\n\nLe [prix](https://a.example) **monte**.\n\n## Un autre")
        'Un titre\n\nLe prix monte.\n\nUn autre'
    """
    headings = len(_HEADING.findall(text)) if "#" in text else 0
    links = len(_LINK.findall(text)) if "](" in text else 0
    if headings + links < _FEWEST:
        return text
    text = _IMAGE.sub("", text)
    text = _LINK.sub(r"\1", text)
    text = _HEADING.sub(r"\1", text)
    return _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", text))
