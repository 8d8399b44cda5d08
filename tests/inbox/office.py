"""An office for tests: a home folder, a database, and a quick reader."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from sqlmodel import select

from ita_docs.inbox.intake import Intake
from ita_docs.inbox.watch import work_until_empty
from ita_docs.settings import Settings
from models.session import reading


@dataclass
class Office:
    """What a test drops files into, lets run, and looks at."""

    settings: Settings
    engine: Engine
    parts: dict[str, Any]

    def __post_init__(self) -> None:
        self.settings.make_folders()
        self.intake = Intake(self.settings, self.engine, **self.parts)

    def again(self, **changes: Any) -> Office:
        """The same office with other settings or parts."""
        settings = self.settings.model_copy(update=changes.pop("settings", {}))
        for name in ("inbox", "done", "failed", "archive", "cache", "index"):
            settings.__dict__.pop(name, None)  # worked out anew from the home folder
        return Office(settings, self.engine, {**self.parts, **changes})

    def drop(self, name: str, content: str | bytes = "ที่ กง 0017/ว 1") -> Path:
        """Put a file into the inbox as a scanner does."""
        path = self.settings.inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def run(self) -> None:
        """Take in and read all that is there."""
        work_until_empty(self.intake)

    def rows(self, model: type[Any]) -> list[Any]:
        """All rows of a table."""
        with reading(self.engine) as session:
            return list(session.exec(select(model).order_by(model.id)))

    def names(self, folder: str) -> list[str]:
        """The files of a folder, by their path in it."""
        root: Path = getattr(self.settings, folder)
        return sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())
