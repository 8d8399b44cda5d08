"""Looks into the inbox folder. A look sees every file: events may be lost, and on network shares are."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from ita_docs.inbox.ignored import is_ignored, is_ignored_folder

__all__ = ["scan"]

_DEEPEST = 8


def scan(folder: Path) -> list[Path]:
    """All files of the inbox and its subfolders that may be letters, oldest name first.

    Links and pipes are left alone: a link may point at anything. A subfolder that cannot be opened does
    not hide the others.
    """
    return sorted(_walk(folder, 0))


def _walk(folder: Path, depth: int) -> Iterator[Path]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if depth < _DEEPEST and not is_ignored_folder(entry.name):
                yield from _walk(Path(entry.path), depth + 1)
        elif entry.is_file(follow_symlinks=False) and not is_ignored(entry.name):
            yield Path(entry.path)
