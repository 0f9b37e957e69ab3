"""From the document's bytes to its characters: encodings that are declared, wrong, missing or doubled."""

import re
import unicodedata
from dataclasses import dataclass

from assets.articles.model import RefusedArticleError

_HEAD = 4096
# Controls that no text has, apart from tab, newline and carriage return; U+0085 is left to the newline rule.
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_CONTROL_BYTES = bytes([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F])
# Further line ends, and zero-width marks, which carry no meaning in French text and break word matching; the soft
# hyphen is a layout's hint. One by one, for the search for a single letter is the fastest there is.
_ODD = {
    **dict.fromkeys("\x85\u2028\u2029", "\n"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", ""),
    **dict.fromkeys(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))), ""),
}
# What UTF-8 read as Windows-1252 looks like: the lead byte of a two- or three-byte letter, then a continuation.
_MOJIBAKE = re.compile("Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\u0080-\u00bf™˜œ“”¦¢]|Â[\u00a0-\u00bf]")
_LEADS = ("Ã", "â€", "Â")
_FEWEST_GARBLED = 3
_MAX_CONTROL_SHARE = 0.01


def declared_encoding(data: bytes) -> str | None:
    """Return the charset that the page's own head names."""
    from bs4.dammit import EncodingDetector

    return EncodingDetector.find_declared_encoding(data[:_HEAD], is_html=True)


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _utf8_nearly(data: bytes) -> str | None:
    """UTF-8 with a rare broken byte (a cut page, one bad include) is still UTF-8; any other reading garbles it all."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    accents = sum(1 for byte in data if byte >= 0xC2)
    return text if bad and accents > 20 * bad else None


@dataclass(frozen=True, slots=True)
class Decoded:
    """A document's characters.

    Attributes:
        text: The characters, mended.
        delivered: The characters before garbled letters were mended and accents composed; the same where all were well.
    """

    text: str
    delivered: str


def decode(data: bytes, name: str) -> str:
    """Return the document's characters alone; see ``read_characters``."""
    return read_characters(data, name).text


def read_characters(data: bytes, name: str) -> Decoded:
    """Return the document's characters, with one kind of newline, no invisible marks and composed accents.

    A valid UTF-8 reading wins over the declaration: text in another encoding is hardly ever valid UTF-8 by accident,
    while wrong declarations are everyday.

    Raises:
        RefusedArticleError: The bytes are no text in any encoding.
    """
    text = _characters(data)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(data.translate(None, _CONTROL_BYTES)) < len(data):
        text = _without_controls(text, name)
    for odd, plain in _ODD.items():
        if odd in text:
            text = text.replace(odd, plain)
    mended = _mend_mojibake(text)
    if not unicodedata.is_normalized("NFC", mended):
        mended = unicodedata.normalize("NFC", mended)
    return Decoded(mended, text)


def _without_controls(text: str, name: str) -> str:
    controls = len(_CONTROLS.findall(text))
    if controls > max(4, _MAX_CONTROL_SHARE * len(text)):
        raise RefusedArticleError(
            "not_text", f"{name}: {controls} control characters in {len(text)}", "deliver the article's text or page"
        )
    return _CONTROLS.sub("", text).replace("\x0c", "\n")


def _characters(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if data[:64].count(0) > 8:
        return data.decode("utf-16-le" if data[1:2] == b"\x00" else "utf-16-be", errors="replace")
    text = _try(data, "utf-8-sig")
    if text is not None:
        return text
    text = _utf8_nearly(data)
    if text is not None:
        return text
    declared = declared_encoding(data)
    if declared in {"iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii", "utf-8", "utf8"}:
        # Browsers read these as Windows-1252, and so do the pages that declare them.
        declared = "cp1252"
    for encoding in (declared, _guess(data)):
        text = _try(data, encoding) if encoding else None
        if text is not None:
            return text
    return data.decode("cp1252", errors="replace")


def _guess(data: bytes) -> str | None:
    # Loaded here: most files never need it.
    from charset_normalizer import from_bytes

    text = _try(data, "cp1252")
    if text is not None and re.search(r"[a-zç][éèêàçùâîô’«»][a-z ]", text):
        return "cp1252"
    best = from_bytes(data[:200_000]).best()
    return best.encoding if best is not None else None


def _mend_mojibake(text: str) -> str:
    """Undo UTF-8 that was read as Windows-1252 and saved again, where the whole text shows it."""
    if not any(lead in text for lead in _LEADS) or len(_MOJIBAKE.findall(text)) < _FEWEST_GARBLED:
        return text
    import ftfy

    config = ftfy.TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
    )
    return str(ftfy.fix_text(text, config))
