"""Desks over a fresh home: an application, its settings, and the letters that it was filled with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from fastapi import FastAPI

from api.app import create_app
from ita_docs.settings import Settings
from tests import invented


@dataclass
class Desk:
    """An application over a fresh home, and the file ids of its letters."""

    app: FastAPI
    settings: Settings
    files: dict[str, str]
    invented: ModuleType


def new_desk(
    home: Path, fill: Callable[[ModuleType, Any, Settings], dict[str, str]], url: str | None = None
) -> Desk:
    """A desk whose store `fill` has filled."""
    from models.migrate import upgrade

    settings = Settings(home=home, database_url=url, office="จังหวัดลำปาง", max_bytes=3_000_000)
    app = create_app(settings)
    settings.make_folders()
    upgrade(app.state.engine)
    return Desk(app, settings, fill(invented, app.state.engine, settings), invented)


def little_world(invented: ModuleType, engine: Any, settings: Settings) -> dict[str, str]:
    """The few letters that most tests look at; their file ids by what they are."""
    filed: dict[str, str] = invented.fill(engine, settings)
    return filed
