"""The desk over a few invented letters: as a client without a browser, and as a server with Chromium."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from fastapi.testclient import TestClient

from tests.web.desks import Desk, little_world, new_desk

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


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """What needs no browser is tried on both databases, but where a module names its `STORES`."""
    if "store" in metafunc.fixturenames:
        both = getattr(metafunc.module, "STORES", ["sqlite", "postgresql"])
        one = "chromium" in metafunc.fixturenames
        metafunc.parametrize("store", both[:1] if one else both, indirect=True, scope="module")


@pytest.fixture(scope="module")
def store(request: pytest.FixtureRequest) -> str:
    """The kind of database behind the desk."""
    return str(request.param)


@pytest.fixture
def make_desk() -> Callable[..., Desk]:
    """Makes a desk over a home with letters of the test's own."""
    return new_desk


@pytest.fixture
def desk(tmp_path: Path, store: str, fresh_database: FreshDatabase) -> Iterator[Desk]:
    """The small world of letters, fresh for each test that changes something."""
    with fresh_database(store, tmp_path) as url:
        yield new_desk(tmp_path, little_world, url)


@pytest.fixture(scope="module")
def still_desk(
    tmp_path_factory: pytest.TempPathFactory, store: str, fresh_database: FreshDatabase
) -> Iterator[Desk]:
    """The small world of letters, shared by tests that only look."""
    home = tmp_path_factory.mktemp("desk")
    with fresh_database(store, home) as url:
        yield new_desk(home, little_world, url)


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
