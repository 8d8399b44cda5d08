"""File names from anywhere: told safe from unsafe, shown, and made into names for `done/` and `failed/`."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

from ita_docs.errors import UnsafeName

__all__ = ["check_name", "free_path", "path_from_text", "path_text", "safe_name", "shown_name"]

_LONGEST = 200
"""Bytes of a name: every file system takes 255, and a reason file's ending and a number must fit behind."""

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_FOREIGN_SEPARATORS = re.compile(r'[\\/:*?"<>|]')
_RAW = "bytes:"


def shown_name(name: str) -> str:
    """A name for people; names that an old Windows wrote in Thai bytes become Thai.

    >>> shown_name(b"\\xcb\\xb9.pdf".decode("utf-8", "surrogateescape"))
    'หน.pdf'
    """
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        name = os.fsencode(name).decode("cp874", "replace")
    return unicodedata.normalize("NFC", name)


def check_name(name: str) -> None:
    """Raise `UnsafeName` for a name with control or direction characters or with parts of a path."""
    shown = shown_name(name)
    steps = re.split(r"[\\/]", shown)
    if _CONTROL.search(shown) or len(steps) > 1 or shown.strip(" .") == "":
        raise UnsafeName(file=safe_name(name))


def safe_name(name: str) -> str:
    """A name that any file system takes: no path, no control characters, not too long, ending kept.

    >>> safe_name("..\\\\..\\\\หนัง\\nสือ?.pdf")
    '_.._หนัง_สือ_.pdf'
    """
    safe = _FOREIGN_SEPARATORS.sub("_", _CONTROL.sub("_", shown_name(name))).strip(" .")
    stem, dot, ending = safe.rpartition(".")
    if not dot or not stem or len(ending.encode()) > 20:
        stem, dot, ending = safe, "", ""
    return f"{_cut(stem, _LONGEST - len(f'{dot}{ending}'.encode()))}{dot}{ending}" or "_"


def free_path(folder: Path, name: str, taken: set[str]) -> Path:
    """A path in `folder` that no file and none of `taken` has: `ก.pdf`, `ก (2).pdf`, ..."""
    stem, ending = Path(name).stem, Path(name).suffix
    number, path = 1, folder / name
    while path.exists() or path.is_symlink() or str(path) in taken:
        number += 1
        path = folder / f"{stem} ({number}){ending}"
    return path


def path_text(path: Path) -> str:
    """A path as text that a database holds, whatever bytes its name is made of."""
    text = str(path)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return _RAW + quote(os.fsencode(path))
    return text


def path_from_text(text: str) -> Path:
    """The path that `path_text` wrote down."""
    return Path(os.fsdecode(unquote_to_bytes(text[len(_RAW) :])) if text.startswith(_RAW) else text)


def _cut(text: str, size: int) -> str:
    """The head of a text in at most `size` bytes of UTF-8, no character cut, no mark without its letter."""
    while len(text.encode()) > size:
        text = text[:-1]
        while text and unicodedata.combining(text[-1]):
            text = text[:-1]
    return text
