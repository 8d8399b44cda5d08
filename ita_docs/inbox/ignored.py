"""Files in the inbox that are nobody's letter: hidden, half-written, and what systems leave lying about."""

from __future__ import annotations

import fnmatch
import unicodedata

__all__ = ["is_ignored", "is_ignored_folder"]

_FILES = (
    ".[!.]*",  # hidden: also ._name of macOS, .~lock.name# of LibreOffice, .DS_Store, .nfs0000
    "~*",  # ~$name of Microsoft Office, ~name.tmp
    "*~",
    "*.part",
    "*.partial",
    "*.crdownload",
    "*.download",
    "*.filepart",
    "*.tmp",
    "*.temp",
    "*.swp",
    "*.lock",
    "*.!sync",
    "*.sb-????????-??????",
    "*.reason.txt",  # ours, when somebody drops the whole of failed/ in again
    "thumbs.db",
    "ehthumbs.db",
    "desktop.ini",
    "icon\r",
)
_FOLDERS = (".*", "@eadir", "@tmp", "#recycle", "$recycle.bin", "system volume information", "__macosx")


def is_ignored(name: str) -> bool:
    """Whether a file of this name is left where it is.

    >>> [is_ignored(name) for name in ("หนังสือ.pdf", ".~lock.หนังสือ.odt#", "scan.pdf.part", "Thumbs.db")]
    [False, True, True, True]
    """
    return _matches(name, _FILES)


def is_ignored_folder(name: str) -> bool:
    """Whether a folder of this name is not looked into."""
    return _matches(name, _FOLDERS)


def _matches(name: str, patterns: tuple[str, ...]) -> bool:
    folded = unicodedata.normalize("NFC", name).casefold()
    return any(fnmatch.fnmatchcase(folded, pattern) for pattern in patterns)
