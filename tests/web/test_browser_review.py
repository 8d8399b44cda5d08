"""Review by keyboard alone: ten letters with two doubts each in under sixty key strokes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


def ten_letters(invented: Any, engine: Any, settings: Any) -> dict[str, str]:
    files = {}
    for serial in range(1, 11):
        letter = invented.covering(serial)
        letter.urgency = None
        files[f"letter {serial}"] = invented.put(engine, settings, f"{serial}.pdf", [letter])
    return files


class Keys:
    """Presses keys and counts them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.count = 0

    def press(self, key: str) -> None:
        """One key, then whatever page it leads to."""
        self.count += 1
        with self.page.expect_navigation():
            self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        """A key a character."""
        self.count += len(text)
        self.page.keyboard.type(text)


def test_ten_letters_are_confirmed_in_under_sixty_strokes(
    open_page: Callable[..., Page], serve: Callable[[Any], str], tmp_path: Any, make_desk: Callable[..., Any]
) -> None:
    desk = make_desk(tmp_path, ten_letters)
    page = open_page(f"{serve(desk)}/review")
    assert "10 ฉบับรอ" in page.locator(".page-head").inner_text()
    keys = Keys(page)
    keys.press("Enter")  # the link that starts review holds the focus
    corrected = 0
    while page.locator("#doubt").count() and keys.count < 60:
        field = page.locator("#doubt input[name=field]").input_value()
        if field == "date" and corrected < 2:
            corrected += 1
            keys.type("๒๓/๑/๖๘")
        keys.press("Enter")
    assert "ตรวจครบแล้ว" in page.locator("main").inner_text()
    assert keys.count < 60
    from sqlalchemy import text

    with desk.app.state.engine.connect() as connection:
        left = connection.execute(text("SELECT count(*) FROM document WHERE needs_review")).scalar()
        days = connection.execute(text("SELECT count(*) FROM document WHERE date = '2025-01-23'")).scalar()
    assert (left, days) == (0, 2)
    print(f"{keys.count} key strokes, two dates typed anew among them")


def test_choosing_a_field_shows_its_place_and_back(
    open_page: Callable[..., Page], serve: Callable[[Any], str], desk: Any
) -> None:
    page = open_page(f"{serve(desk)}/review/{desk.files['circular']}-1")
    active = page.locator(".mark.is-active")
    assert active.count() == 1
    before = active.bounding_box()
    page.locator(".sheet-marks a:has(.is-doubtful)").nth(1).click()
    assert page.locator("#doubt h2").inner_text() == "อ้างถึง 1"
    assert page.locator(".mark.is-active").bounding_box() != before
    assert page.locator(".crop").is_visible()


def test_undo_by_keyboard(open_page: Callable[..., Page], serve: Callable[[Any], str], desk: Any) -> None:
    letter = f"{desk.files['circular']}-1"
    page = open_page(f"{serve(desk)}/review/{letter}")
    keys = Keys(page)
    keys.type("16/1/68")
    keys.press("Enter")
    assert "บันทึกแล้ว" in page.locator(".undo").inner_text()
    keys.press("Alt+z")
    assert page.locator("#doubt input.input").input_value() == "17 ม.ค. 2568"


def test_the_evidences_other_value_is_one_key_away(
    open_page: Callable[..., Page], serve: Callable[[Any], str], desk: Any
) -> None:
    page = open_page(f"{serve(desk)}/review/{desk.files['covering']}-1?at=issuer/name")
    assert "จังหวัดลำพูน" in page.locator("[data-other]").inner_text()
    keys = Keys(page)
    keys.press("Alt+2")
    import httpx

    base = "/".join(page.url.split("/")[:3])
    detail = httpx.get(f"{base}/api/v1/letters/{desk.files['covering']}-1").json()
    assert detail["issuer"] == "จังหวัดลำพูน"


def test_review_works_without_scripts(
    open_page: Callable[..., Page], serve: Callable[[Any], str], desk: Any
) -> None:
    page = open_page(f"{serve(desk)}/review", java_script_enabled=False)
    page.get_by_role("link", name="เริ่มตรวจทาน").click()
    first = page.locator("#doubt h2").inner_text()
    page.get_by_role("button", name="ยืนยัน Enter").click()
    assert page.locator("#doubt h2").inner_text() != first
