"""A server over a home folder with a few invented letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.app import create_app
from ita_docs.settings import Settings
from tests import invented


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def settings(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    fresh_database: Callable[[str, Path], AbstractContextManager[str]],
) -> Iterator[Settings]:
    """A home folder, and a database of either kind."""
    home = tmp_path_factory.mktemp("home")
    with fresh_database(request.param, home) as url:
        yield Settings(home=home, database_url=url, max_bytes=200_000)


@pytest.fixture(scope="module")
def app(settings: Settings) -> FastAPI:
    return create_app(settings)


@pytest.fixture(scope="module")
def files(app: FastAPI, settings: Settings) -> dict[str, str]:
    """The invented letters' file ids, by what they are."""
    settings.make_folders()
    filed: dict[str, str] = invented.fill(app.state.engine, settings)
    return filed


@pytest.fixture(scope="module")
def client(app: FastAPI, files: dict[str, str]) -> Iterator[TestClient]:
    """A client that sees server errors as the answers that they are."""
    with TestClient(app, raise_server_exceptions=False) as made:
        yield made
