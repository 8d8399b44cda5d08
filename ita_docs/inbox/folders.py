"""The three folders that a clerk sees."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from models.columns import Json

__all__ = ["Folders"]


@dataclass(frozen=True, slots=True)
class Folders:
    """Where files are dropped, and where they go when they are read or given up."""

    inbox: Path
    done: Path
    failed: Path

    def make(self) -> None:
        """Create what is missing."""
        for folder in (self.inbox, self.done, self.failed):
            folder.mkdir(parents=True, exist_ok=True)

    def outcome(self, error: Json) -> Path:
        """The folder for a file that ended with this error, or with none."""
        return self.done if error is None else self.failed

    def place_of(self, path: Path) -> Path:
        """A file's path below the folder that it lies in."""
        for folder in (self.inbox, self.failed, self.done):
            if folder in path.parents:
                return path.relative_to(folder)
        return Path(path.name)
