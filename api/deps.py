"""What routes ask for: settings, a reading session, the page of a list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy import Engine
from sqlmodel import Session

from api.language import Language, language_of
from ita_docs.knowledge.search.index import SearchIndex
from ita_docs.settings import Settings
from models.session import reading

__all__ = ["EngineDep", "IndexDep", "LanguageDep", "SessionDep", "SettingsDep"]


def _settings(request: Request) -> Settings:
    settings: Settings = request.app.state.settings
    return settings


def _engine(request: Request) -> Engine:
    engine: Engine = request.app.state.engine
    return engine


def _index(request: Request) -> SearchIndex:
    index: SearchIndex = request.app.state.index
    return index


def _session(request: Request) -> Iterator[Session]:
    with reading(_engine(request)) as session:
        yield session


SettingsDep = Annotated[Settings, Depends(_settings)]
EngineDep = Annotated[Engine, Depends(_engine)]
IndexDep = Annotated[SearchIndex, Depends(_index)]
SessionDep = Annotated[Session, Depends(_session)]
LanguageDep = Annotated[Language, Depends(language_of)]
