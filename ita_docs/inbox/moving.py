"""Moves one inbox file, and only that one: never a later file that has come under the same name."""

from __future__ import annotations

import errno
import os
import shutil
from enum import Enum
from pathlib import Path

from ita_docs.archive import sha256_of, sync_folder
from ita_docs.inbox.identity import Identity, identity_of
from ita_docs.inbox.names import free_path

__all__ = ["Moved", "move_away"]


class Moved(Enum):
    """What became of the file."""

    HERE = "at its destination"
    GONE = "not there any more, or replaced by another one"


def move_away(path: Path, identity: Identity, destination: Path, original: Path) -> Moved:
    """Move the file `identity` from `path` to `destination`; to do it twice is to do it once.

    `original` is its archived copy, used to recognise it at the destination and to copy it where the
    destination lies on another disk. A file that replaced it meanwhile stays, or comes back, where it was.
    """
    if path == destination:
        return Moved.HERE
    _finish_move_across(path, identity)
    here = identity_of(path)
    if not identity.may_be(here):
        return Moved.HERE if _is_copy(destination, original) else Moved.GONE
    if here != identity and _is_copy(destination, original):
        return Moved.HERE  # moved before the crash; what lies here now is a twin that came later
    try:
        path.rename(destination)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        return _move_across(path, identity, destination, original)
    if not identity.may_be(identity_of(destination)):
        _give_back(destination, path)
        return Moved.GONE
    sync_folder(destination.parent)
    return Moved.HERE


def _move_across(path: Path, identity: Identity, destination: Path, original: Path) -> Moved:
    """To another disk: copy from the archive, then take the inbox file away under a name that hides it."""
    partial = destination.with_name(f".{original.name}.partial")
    shutil.copyfile(original, partial)
    os.utime(partial, ns=(identity.mtime_ns, identity.mtime_ns))
    with partial.open("rb") as stream:
        os.fsync(stream.fileno())
    partial.replace(destination)
    sync_folder(destination.parent)
    path.rename(_aside(path, identity))
    return Moved.HERE if _finish_move_across(path, identity) else Moved.GONE


def _finish_move_across(path: Path, identity: Identity) -> bool:
    """Remove the hidden file if it is the one that was moved; give it back if it is another."""
    aside = _aside(path, identity)
    found = identity_of(aside)
    if found is None:
        return False
    if identity.may_be(found):
        aside.unlink()
        return True
    _give_back(aside, path)
    return False


def _aside(path: Path, identity: Identity) -> Path:
    return path.with_name(f".ita-docs-moving-{identity.mtime_ns}-{identity.size}")


def _give_back(stray: Path, path: Path) -> None:
    """Another file had taken the place in the last moment: back to the inbox with it."""
    stray.rename(free_path(path.parent, path.name, set()))


def _is_copy(path: Path, original: Path) -> bool:
    if not path.is_file() or not original.is_file():
        return False
    return path.stat().st_size == original.stat().st_size and sha256_of(path) == sha256_of(original)
