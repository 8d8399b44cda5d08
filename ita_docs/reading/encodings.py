"""Bytes to text: UTF-8, UTF-16 with or without its mark, and the Thai code pages TIS-620 and CP874."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["decode_text", "looks_like_text"]

_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd]")
_THAI_BLOCK = 0x0E
_THAI = re.compile(r"[\u0e01-\u0e5b]")
_FOREIGN = re.compile(r"[\u0370-\u0e00\u0e80-\u1dff\u2e80-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]")
"""Scripts that no office here writes in: Greek to Khmer, Chinese, Japanese, Korean."""


def decode_text(data: bytes) -> tuple[str, str]:
    """The text of some bytes and the encoding they were in; a byte-order mark is dropped.

    Raises `ValueError` where no encoding gives text without control characters.

    >>> decode_text("ที่".encode("cp874"))
    ('ที่', 'cp874')
    """
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROL.search(text):
            return (text, encoding) if encoding != "utf-8" else _thai_taken_for_utf8(data, text)
    raise ValueError("not text in UTF-8, UTF-16, TIS-620 or CP874")


def _thai_taken_for_utf8(data: bytes, text: str) -> tuple[str, str]:
    """The text in CP874 where UTF-8 gives foreign letters and no Thai: the bytes of ีก are also those of ա."""
    if _FOREIGN.search(text) and not _THAI.search(text):
        try:
            thai = data.decode("cp874")
        except UnicodeDecodeError:
            return text, "utf-8"
        if not _CONTROL.search(thai):
            return thai, "cp874"
    return text, "utf-8"


def looks_like_text(head: bytes) -> bool:
    """Whether the first bytes of a file read as text; a character cut off at their end does not matter."""
    for cut in range(4):
        try:
            decode_text(head[: len(head) - cut])
        except ValueError:
            continue
        return True
    return False


def _candidates(data: bytes) -> Iterator[str]:
    marked = next((name for bom, name in _BOMS if data.startswith(bom)), None)
    if marked:
        yield marked
        return
    if _high_bytes(data[0::2]):
        yield "utf-16-be"
    if _high_bytes(data[1::2]):
        yield "utf-16-le"
    yield "utf-8"
    yield "cp874"


def _high_bytes(half: bytes) -> bool:
    """Whether every other byte looks like the high byte of Thai or ASCII in UTF-16."""
    return len(half) > 1 and sum(byte in (0, _THAI_BLOCK) for byte in half) > 0.9 * len(half)
