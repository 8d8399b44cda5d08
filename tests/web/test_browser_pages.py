"""Every page in Chromium: no serious finding of axe, nothing too wide, nothing of a letter runs.

Pictures of all pages at 360, 1280 and 1920 pixels, light and dark, are left in `var/screenshots`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

AXE = Path(__file__).parent / "axe" / "axe.min.js"
PICTURES = Path(__file__).parents[2] / "var" / "screenshots"
PAGES = {
    "today": "/",
    "inbox": "/inbox",
    "queue": "/review",
    "review": "/review/{circular}-1",
    "letter": "/letters/{circular}-1",
    "hostile": "/letters/{hostile}-1",
    "search": "/search?q=ผู้ประสานงาน",
    "answer": "/search?q=ITA 2568 ต้องทำอะไร ภายในเมื่อไร",
    "deadlines": "/deadlines?show=all",
    "deadlines-paper": "/deadlines/paper?show=all",
    "month": "/deadlines/month?year=2568&month=1",
    "duty": "/deadlines/{duty}",
    "chain": "/chain?letter={covering}-1",
    "chains": "/chain",
    "missing": "/missing",
    "register": "/register",
    "register-paper": "/register/paper",
    "help": "/help",
    "nowhere": "/nowhere",
    "hostile-review": "/review/{hostile}-1",
    "hostile-chain": "/chain?letter={hostile}-1",
}
EXPECTED = {"nowhere": "404"}


@pytest.fixture(scope="module")
def address(still_desk: Any, serve: Callable[[Any], str]) -> Callable[[str], str]:
    base = serve(still_desk)
    import httpx

    duty = httpx.get(f"{base}/api/v1/deadlines").json()["results"][0]["uid"]
    return lambda name: base + PAGES[name].format(**still_desk.files, duty=duty)


def serious(page: Page) -> list[str]:
    """What axe finds serious or critical."""
    found = page.evaluate("axe.run({resultTypes: ['violations']})")
    return [
        f"{item['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for item in found["violations"]
        if item["impact"] in ("serious", "critical")
        for node in item["nodes"]
    ]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_in_every_size_and_colour(
    open_page: Callable[..., Page], address: Callable[[str], str], name: str
) -> None:
    """One load a page, since loading takes the time: then each size and colour of it."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    page = open_page(address(name), theme="light", bypass_csp=True, expected=EXPECTED.get(name, ""))
    page.evaluate(AXE.read_text(encoding="utf-8"))
    for theme in ("light", "dark"):
        page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
        assert serious(page) == []
        for width in (1280, 1920, 360):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            page.screenshot(path=PICTURES / f"{name}-{width}-{theme}.png", full_page=True)
    assert serious(page) == []  # narrow


@pytest.mark.parametrize("name", PAGES)
def test_a_page_runs_nothing_of_a_letter_and_loads_nothing_from_elsewhere(
    open_page: Callable[..., Page], address: Callable[[str], str], name: str
) -> None:
    page = open_page(address(name), expected=EXPECTED.get(name, ""))
    assert page.evaluate("document.fonts.check('16px Sarabun', 'ก')")
    assert page.evaluate("window.hurt") is None
    assert page.locator("img[src='x'], [onerror]").count() == 0
    loaded = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    base = address(name).split("/", 3)[2]
    assert [url for url in loaded if f"//{base}/" not in url] == []
    assert any("sarabun" in url for url in loaded)


def test_the_words_of_a_hostile_letter_can_be_read(
    open_page: Callable[..., Page], address: Callable[[str], str]
) -> None:
    page = open_page(address("hostile"))
    heading = page.locator("h1").inner_text()
    assert "<script>window.hurt=1</script>" in heading
    assert "⟦U+202E⟧" in heading
