"""Tells one inbox file from a later one under the same name."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Identity", "identity_of"]


@dataclass(frozen=True, slots=True)
class Identity:
    """Size in bytes, time of the last change in nanoseconds, inode.

    Some network shares number their inodes anew at each mount: the inode alone tells no two files apart,
    it only tells a file from its twin with the same size and time.
    """

    size: int
    mtime_ns: int
    inode: str

    def may_be(self, other: Identity | None) -> bool:
        """Whether this and `other` can be one file."""
        return other is not None and (self.size, self.mtime_ns) == (other.size, other.mtime_ns)


def identity_of(path: Path) -> Identity | None:
    """The identity of an ordinary file; None if there is none (gone, a folder, a link, a pipe)."""
    try:
        found = os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return Identity(found.st_size, found.st_mtime_ns, str(found.st_ino))
