"""The files that a command was given: those in its folders too, and those that are not there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ita_docs.errors import NotFound

__all__ = ["NamedFiles", "named_files", "readable_only"]


@dataclass(slots=True)
class NamedFiles:
    """Files to take, errors for names without a file, files of folders that were passed over."""

    files: list[Path] = field(default_factory=list)
    missing: list[NotFound] = field(default_factory=list)
    passed_over: list[Path] = field(default_factory=list)

    @property
    def total(self) -> int:
        """How many files were asked for."""
        return len(self.files) + len(self.missing)


def named_files(paths: Iterable[Path]) -> NamedFiles:
    """Each file as it is named, each folder as the files in it and below, without hidden and partial ones."""
    from ita_docs.errors import NotFound
    from ita_docs.inbox.scan import scan

    named = NamedFiles()
    for path in paths:
        if path.is_dir():
            named.files += (found := scan(path))
            named.missing += [] if found else [NotFound(f"ไฟล์ในโฟลเดอร์ · any file in {path}")]
        elif path.exists():
            named.files.append(path)
        else:
            named.missing.append(NotFound(str(path)))
    return named


def readable_only(named: NamedFiles, given: Iterable[Path]) -> NamedFiles:
    """The same without the files of folders whose endings are of no kind that is read.

    A file that was given by its own name stays: what it holds is looked at, whatever its name says.
    """
    from ita_docs.reading.media import is_named_readable

    own = set(given)
    kept = [path for path in named.files if path in own or is_named_readable(path)]
    return NamedFiles(kept, named.missing, [path for path in named.files if path not in set(kept)])
