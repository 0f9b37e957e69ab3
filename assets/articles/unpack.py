"""From a file's bytes to the document's bytes: decompression within bounds, and refusal of what is no document."""

import zlib

from assets.articles.limits import CleaningLimits
from assets.articles.model import RefusedArticleError

_GZIP = b"\x1f\x8b"
_CHUNK = 65_536
# A bomb's ratio only shows after some output: a page of one repeated word also packs well.
_RATIO_FLOOR = 1_000_000
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "pdf", "a PDF document"),
    (b"PK\x03\x04", "binary", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "binary", "an old office document"),
    (b"\x89PNG", "binary", "a PNG image"),
    (b"\xff\xd8\xff", "binary", "a JPEG image"),
    (b"GIF8", "binary", "a GIF image"),
    (b"RIFF", "binary", "a sound, film or WebP file"),
    (b"\x7fELF", "binary", "a program"),
    (b"MZ\x90", "binary", "a program"),
    (b"BZh", "binary", "a bzip2 archive"),
    (b"\xfd7zXZ", "binary", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "binary", "a zstd archive"),
    (b"SQLite format 3", "binary", "a SQLite database"),
    (b"{\\rtf", "binary", "a rich-text (RTF) document"),
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


def _inflate(raw: bytes, name: str, limits: CleaningLimits) -> bytes:
    parts: list[bytes] = []
    size = 0
    rest = raw
    while rest.startswith(_GZIP):
        # Members may be concatenated; the bound holds for their sum.
        machine = zlib.decompressobj(wbits=31)
        feed = rest
        while not machine.eof:
            try:
                part = machine.decompress(feed, _CHUNK)
            except zlib.error as error:
                raise RefusedArticleError(
                    "damaged_gzip", f"{name}: the gzip data is damaged ({error})", "fetch the file again"
                ) from error
            feed = machine.unconsumed_tail
            size += len(part)
            parts.append(part)
            if size > _RATIO_FLOOR and size > limits.max_ratio * len(raw):
                raise RefusedArticleError(
                    "gzip_bomb",
                    f"{name}: {len(raw)} compressed bytes unpack to more than {limits.max_ratio} times as many",
                    "check where the file comes from; raise max_ratio if it is genuine",
                )
            _check_size(size, name, limits)
            if not part and not feed and not machine.eof:
                raise RefusedArticleError(
                    "truncated_gzip", f"{name}: the gzip data stops before its end", "fetch the file again"
                )
        rest = machine.unused_data
    return b"".join(parts)


def _check_size(size: int, name: str, limits: CleaningLimits) -> None:
    if size > limits.max_bytes:
        raise RefusedArticleError(
            "too_large",
            f"{name}: more than {limits.max_bytes} bytes",
            "raise max_bytes if an article can really be this large",
        )


def unpack(raw: bytes, name: str, limits: CleaningLimits) -> bytes:
    """Return the document's bytes.

    Args:
        raw: The file's bytes; gzip is known by its first bytes, whatever the name says.
        name: The file's name, for the refusal's text.
        limits: Bounds of size and ratio.

    Raises:
        RefusedArticleError: Empty, too large, damaged, cut short, a bomb, or no text at all.
    """
    if not raw.strip():
        raise RefusedArticleError("empty", f"{name}: the file is empty", "fetch the file again")
    _check_size(len(raw), name, limits)
    data = _inflate(raw, name, limits) if raw.startswith(_GZIP) else raw
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise RefusedArticleError("empty", f"{name}: the file holds nothing but blanks", "fetch the file again")
    for signature, reason, what in _SIGNATURES:
        if data.lstrip(b" \t\r\n").startswith(signature):
            raise RefusedArticleError(reason, f"{name}: this is {what}, not text", "deliver the article's text or page")
    if data.startswith(_GZIP):
        raise RefusedArticleError("binary", f"{name}: gzip within gzip", "deliver the page packed once")
    if b"\x00" in data and not data.startswith(_WIDE_MARKS) and not _looks_wide(data):
        raise RefusedArticleError(
            "not_text", f"{name}: null bytes at byte {data.index(0)}", "deliver the article's text or page"
        )
    return data


def _looks_wide(data: bytes) -> bool:
    """UTF-16 without its mark: of a Latin-script text every second byte is null, and hardly any of the others."""
    head = data[:4096]
    half = max(len(head) // 2, 1)
    even, odd = head[0::2].count(0) / half, head[1::2].count(0) / half
    return max(even, odd) > 0.7 and min(even, odd) < 0.05
