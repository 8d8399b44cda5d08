"""The desk over a few invented letters: as a client without a browser, and as a server with Chromium."""

from __future__ import annotations

import importlib.util
import shutil
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.app import create_app
from ita_docs.settings import Settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

FreshDatabase = Callable[[str, Path], AbstractContextManager[str]]

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def load(name: str) -> ModuleType:
    """A module of the tests' own folder (the tests are no package)."""
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.spec_from_file_location(name, Path(__file__).parents[1] / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@dataclass
class Desk:
    """An application over a fresh home, and the file ids of its letters."""

    app: FastAPI
    settings: Settings
    files: dict[str, str]
    invented: ModuleType


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """What needs no browser is tried on both databases."""
    if "store" in metafunc.fixturenames:
        both = ["sqlite"] if "chromium" in metafunc.fixturenames else ["sqlite", "postgresql"]
        metafunc.parametrize("store", both, indirect=True, scope="module")


@pytest.fixture(scope="module")
def store(request: pytest.FixtureRequest) -> str:
    """The kind of database behind the desk."""
    return str(request.param)


def new_desk(
    home: Path, fill: Callable[[ModuleType, Any, Settings], dict[str, str]], url: str | None = None
) -> Desk:
    """A desk whose store `fill` has filled."""
    from models.migrate import upgrade

    settings = Settings(home=home, database_url=url, office="จังหวัดลำปาง", max_bytes=3_000_000)
    app = create_app(settings)
    settings.make_folders()
    upgrade(app.state.engine)
    invented = load("invented")
    return Desk(app, settings, fill(invented, app.state.engine, settings), invented)


@pytest.fixture
def make_desk() -> Callable[..., Desk]:
    """Makes a desk over a home with letters of the test's own."""
    return new_desk


@pytest.fixture
def desk(tmp_path: Path, store: str, fresh_database: FreshDatabase) -> Iterator[Desk]:
    """The small world of letters, fresh for each test that changes something."""
    with fresh_database(store, tmp_path) as url:
        yield new_desk(tmp_path, _little_world, url)


@pytest.fixture(scope="module")
def still_desk(
    tmp_path_factory: pytest.TempPathFactory, store: str, fresh_database: FreshDatabase
) -> Iterator[Desk]:
    """The small world of letters, shared by tests that only look."""
    home = tmp_path_factory.mktemp("desk")
    with fresh_database(store, home) as url:
        yield new_desk(home, _little_world, url)


def _little_world(invented: ModuleType, engine: Any, settings: Settings) -> dict[str, str]:
    filed: dict[str, str] = invented.fill(engine, settings)
    return filed


@pytest.fixture
def client(desk: Desk) -> Iterator[TestClient]:
    with TestClient(desk.app, headers={"Accept": "text/html"}) as made:
        yield made


@pytest.fixture(scope="module")
def looker(still_desk: Desk) -> Iterator[TestClient]:
    with TestClient(still_desk.app, headers={"Accept": "text/html"}) as made:
        yield made


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium under Playwright; without it the tests in a browser are skipped."""
    if CHROMIUM is None:
        pytest.skip("no Chromium for the tests in a browser: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def serve() -> Iterator[Callable[[Desk], str]]:
    """Starts real servers; gives their addresses."""
    import uvicorn

    servers: list[tuple[uvicorn.Server, threading.Thread]] = []

    def start(desk: Desk) -> str:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        config = uvicorn.Config(desk.app, port=port, log_level="error", timeout_graceful_shutdown=1)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        servers.append((server, thread))
        for _ in range(400):
            if server.started:
                return f"http://127.0.0.1:{port}"
            time.sleep(0.025)
        raise RuntimeError("the server did not start")

    yield start
    for server, thread in servers:
        server.should_exit = True
        thread.join(10)


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Opens pages whose errors and policy violations fail the test that opened them."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def opened(
        address: str,
        *,
        width: int = 1280,
        theme: str = "light",
        language: str = "th",
        expected: str = "",
        **more: Any,
    ) -> Page:
        def hear(said: ConsoleMessage) -> None:
            if said.type == "error" and not (expected and expected in said.text):
                complaints.append(said.text)

        context = chromium.new_context(viewport={"width": width, "height": 900}, **more)
        contexts.append(context)
        context.set_default_navigation_timeout(90_000)  # a busy machine is slow, not wrong
        base = "/".join(address.split("/")[:3])
        cookies = [("theme", theme), ("language", language)]
        context.add_cookies([{"name": name, "value": value, "url": base} for name, value in cookies])
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", hear)
        page.on(
            "requestfailed",
            lambda request: complaints.append(request.url) if base not in request.url else None,
        )
        page.goto(address)
        page.evaluate("document.fonts.ready") if more.get("java_script_enabled", True) else None
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
