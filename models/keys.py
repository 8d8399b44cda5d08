"""Ids and keys made from the values themselves, so that they are the same on every machine."""

from __future__ import annotations

import re

__all__ = ["document_id", "file_id", "number_key"]

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_ID_LETTERS = 12
_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_EMPTY = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")


def file_id(sha256: str) -> str:
    """The short public id of a file: 60 bits of its hash in Crockford's base 32.

    Two different files among a million share one with a chance of 4 in ten million.

    >>> file_id("ff" * 32)
    'zzzzzzzzzzzz'
    """
    bits = int(sha256, 16) >> (len(sha256) * 4 - _ID_LETTERS * 5)
    return "".join(_ALPHABET[bits >> shift & 31] for shift in range((_ID_LETTERS - 1) * 5, -1, -5))


def document_id(sha256: str, position: int) -> str:
    """The public id of the document at `position` (from 1) of a file.

    >>> document_id("00" * 32, 2)
    '000000000000-2'
    """
    return f"{file_id(sha256)}-{position}"


def number_key(number: str | None) -> str | None:
    """A letter's number squeezed for comparing: Arabic digits, no spaces.

    >>> number_key("มท ๐๐๑๘.๑/ว ๕๕๖๕")
    'มท0018.1/ว5565'
    """
    return _EMPTY.sub("", number.translate(_DIGITS)) or None if number else None
