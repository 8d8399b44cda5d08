"""The other areas as a reader walks through them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from sqlmodel import select

from models import Job, JobState
from models.session import writing

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.fixture
def base(desk: Any, serve: Callable[[Any], str]) -> str:
    return serve(desk)


def test_the_inbox_follows_a_file_by_itself(open_page: Callable[..., Page], base: str, desk: Any) -> None:
    page = open_page(f"{base}/inbox")
    row = page.locator("tr", has_text="กำลังอ่าน.pdf")
    assert "กำลังอ่านหน้า 1 จาก 1" in row.inner_text()
    with writing(desk.app.state.engine) as session:
        job = session.exec(select(Job).where(Job.state == JobState.CLAIMED)).one()
        job.state, job.page_done = JobState.DONE, 1
        session.add(job)
    row.get_by_text("จัดเก็บแล้ว").wait_for(timeout=10_000)


def test_picked_files_go_into_the_inbox(open_page: Callable[..., Page], base: str, desk: Any) -> None:
    page = open_page(f"{base}/inbox")
    picked = [
        {"name": "หนึ่ง.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 one"},
        {"name": "สอง.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 two"},
    ]
    page.set_input_files("#files", picked)  # type: ignore[arg-type]
    page.locator("#drop-list li", has_text="✓").nth(1).wait_for()
    assert {path.name for path in desk.settings.inbox.iterdir()} == {"หนึ่ง.pdf", "สอง.pdf"}


def test_a_file_beyond_the_limit_says_why(open_page: Callable[..., Page], base: str) -> None:
    page = open_page(f"{base}/inbox", expected="413")
    with page.expect_response("**/inbox") as answer:
        page.set_input_files(
            "#files", {"name": "ใหญ่.pdf", "mimeType": "application/pdf", "buffer": b"x" * 3_500_000}
        )
    assert answer.value.status == 413
    page.locator("#drop-list .is-wrong").wait_for()


def test_a_question_is_answered_and_its_source_opens_at_the_line(
    open_page: Callable[..., Page], base: str, desk: Any
) -> None:
    page = open_page(f"{base}/")
    page.keyboard.press("/")
    page.keyboard.type("ITA 2568 ต้องทำอะไร ภายในเมื่อไร")
    page.keyboard.press("Enter")
    table = page.locator(".answer table")
    table.wait_for()
    row = table.locator("tr", has_text="31 มี.ค. 2568")
    assert "ตอบแบบวัด OIT ในระบบ ITAS" in row.inner_text()
    row.locator("a.source").click()
    assert page.url.endswith("page=2&line=1#sheet")
    assert page.locator(".mark.is-active").count() == 1


def test_suggestions_by_keyboard(open_page: Callable[..., Page], base: str, desk: Any) -> None:
    page = open_page(f"{base}/search")
    page.locator("#ask").fill("มท 0811")
    page.locator("[role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    assert page.locator("#ask").get_attribute("aria-activedescendant") == "ask-suggestions-0"
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=*")
    assert f"{desk.files['circular']}-1" in (page.locator(".hit-number").first.get_attribute("href") or "")


def test_facets_narrow_and_chips_widen(open_page: Callable[..., Page], base: str) -> None:
    page = open_page(f"{base}/search")
    assert "3 ฉบับ" in page.locator(".page-head").inner_text()
    page.locator(".facet a", has_text="บันทึกข้อความ").click()
    assert "1 ฉบับ" in page.locator(".page-head").inner_text()
    page.locator("a.chip", has_text="บันทึกข้อความ").click()
    assert "3 ฉบับ" in page.locator(".page-head").inner_text()


def test_a_duty_is_done_with_a_note(open_page: Callable[..., Page], base: str) -> None:
    page = open_page(f"{base}/deadlines?agency=อำเภอ")
    page.locator(".duty-rows a.strong").first.click()
    page.get_by_label("หมายเหตุ").fill("ส่งแล้ว")
    page.get_by_role("button", name="ทำแล้ว").click()
    assert "ทำแล้ว · ส่งแล้ว" in page.locator(".facts").inner_text()
    page.goto(f"{base}/deadlines?show=settled")
    assert "ส่งแล้ว" in page.locator(".duty-rows").inner_text()


def test_a_chain_is_drawn_and_walked_by_keyboard(
    open_page: Callable[..., Page], base: str, desk: Any
) -> None:
    page = open_page(f"{base}/chain?letter={desk.files['covering']}-1")
    assert page.locator(".chain-picture .box").count() == 3
    assert page.locator(".chain-picture .box-missing").count() == 1
    assert page.locator("section[aria-labelledby=table] tbody tr").count() == 3
    frame = page.locator(".chain-window")
    width = page.locator(".chain-picture").get_attribute("width")
    frame.focus()
    page.keyboard.press("+")
    assert page.locator(".chain-picture").get_attribute("width") != width
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_letters_of_a_month_and_the_register_print(open_page: Callable[..., Page], base: str) -> None:
    page = open_page(f"{base}/register")
    page.emulate_media(media="print")
    assert not page.locator(".head").is_visible()
    assert page.locator("table.register").is_visible()
    assert page.locator("tbody tr").count() == 6


def test_the_first_key_skips_to_the_content(open_page: Callable[..., Page], base: str) -> None:
    page = open_page(f"{base}/inbox")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_language_and_colours_switch(open_page: Callable[..., Page], base: str) -> None:
    page = open_page(f"{base}/deadlines", theme="auto")
    page.get_by_role("button", name="English").click()
    assert page.locator("h1").inner_text() == "Deadlines"
    page.get_by_role("button", name="Colours").click()
    assert page.locator("html").get_attribute("data-theme") == "dark"
