"""Every page answers, says what it should, and keeps the rules of safety."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

PAGES = {
    "/": "ครบกำหนดใน 30 วัน",
    "/inbox": "กรม ว2210.pdf",
    "/inbox?state=failed": "ไฟล์ไม่ครบ",
    "/review": "มท 0811.4/ว 2210",
    "/review/{circular}-1": "เขียนว่า",
    "/letters/{circular}-1": "กองพัฒนาและส่งเสริมการบริหารงานท้องถิ่น",
    "/letters/{covering}-1": "ท้องถิ่นจังหวัด",
    "/letters/{hostile}-1": "บันทึกข้อความ",
    "/search": "ลป 0023.3/ว 118",
    "/search?q=ผู้ประสานงาน": "<mark>ผู้ประสานงาน</mark>",
    "/search?q=ITA 2568 ต้องทำอะไร ภายในเมื่อไร": "คำตอบ",
    "/deadlines?show=all": "29 ม.ค. 2568",
    "/deadlines/paper?show=all": "29 ม.ค. 2568",
    "/deadlines/month?year=2568&month=1": "มกราคม 2568",
    "/chain": "มท 0811.4/ว 2210",
    "/chain?letter=มท๐๘๑๑.๔/ว๒๒๑๐": "ปช 0008/ว 0041",
    "/missing": "ปช 0008/ว 0041",
    "/help": "Alt Z",
    "/review/{hostile}-1": "⟦U+202E⟧",
    "/chain?letter={hostile}-1": "⟦U+202E⟧",
    "/search?q=<script>window.hurt=1</script>": "&lt;script&gt;",
    "/deadlines?show=all&day=2025-02-14": "⟦U+202E⟧",
    "/deadlines/month?year=2568&month=2": "⟦U+202E⟧",
    "/register": "ซ้ำกับเลขรับ 1",
    "/register/paper": "ซ้ำกับเลขรับ 1",
}


class Markup(HTMLParser):
    """Collects what a strict policy forbids, and every address."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.forbidden: list[str] = []
        self.addresses: list[str] = []
        self.labels: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "style" or (tag == "script" and not given.get("src")):
            self.forbidden.append(tag)
        self.forbidden += [name for name in given if name == "style" or name.startswith("on")]
        self.addresses += [given[name] or "" for name in ("href", "src", "action", "srcset") if name in given]


def get(client: TestClient, files: dict[str, str], path: str) -> str:
    answer = client.get(path.format(**files))
    assert answer.status_code == 200, (path, answer.text[:500])
    return answer.text


@pytest.mark.parametrize("path", PAGES)
def test_a_page_says_what_it_is_for(looker: TestClient, still_desk, path: str) -> None:  # type: ignore[no-untyped-def]
    assert PAGES[path] in get(looker, still_desk.files, path)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_holds_nothing_that_its_policy_forbids(looker: TestClient, still_desk, path: str) -> None:  # type: ignore[no-untyped-def]
    markup = Markup()
    markup.feed(get(looker, still_desk.files, path))
    assert markup.forbidden == []
    outside = [
        address for address in markup.addresses if re.match(r"\s*(https?:)?//|\s*(data|javascript):", address)
    ]
    assert [address for address in outside if not address.startswith("http://testserver/")] == []


@pytest.mark.parametrize("path", PAGES)
def test_the_words_of_a_hostile_letter_stay_words(looker: TestClient, still_desk, path: str) -> None:  # type: ignore[no-untyped-def]
    text = get(looker, still_desk.files, path)
    assert "<script>window" not in text
    assert "<img src=x" not in text
    assert "\u202e" not in re.sub(r'type="hidden"[^>]*', "", text)


@pytest.mark.parametrize("path", ["/register.xlsx", "/search/export.xlsx"])
def test_the_words_of_a_hostile_letter_stay_words_in_a_spreadsheet(looker: TestClient, path: str) -> None:
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(looker.get(path).content)).active
    assert sheet is not None
    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row if "window.hurt" in str(cell.value)]
    assert cells
    assert all("\u202e" not in cell and "⟦U+202E⟧" in cell for cell in cells)


def test_the_words_of_a_hostile_letter_stay_words_in_a_calendar(looker: TestClient, still_desk) -> None:  # type: ignore[no-untyped-def]
    """A line of a calendar cannot be broken out of; the meeting's own file likewise."""
    from icalendar import Calendar

    for path in ("/api/v1/calendar.ics", "/letters/{hostile}-1/meetings/1.ics"):
        calendar = Calendar.from_ical(looker.get(path.format(**still_desk.files)).content)
        names = {component.name for component in calendar.walk()}
        assert names <= {"VCALENDAR", "VEVENT", "VTODO", "VTIMEZONE", "STANDARD", "VALARM"}
        hostile = [event for event in calendar.walk() if "window.hurt" in str(event.get("summary", ""))]
        assert hostile, path


def test_suggestions_of_a_hostile_letter_are_data(looker: TestClient) -> None:
    answer = looker.get("/search/suggest", params={"q": "<script>"})
    assert answer.headers["content-type"].startswith("application/json")
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", PAGES)
def test_the_policy_is_strict_on_every_page(looker: TestClient, still_desk, path: str) -> None:  # type: ignore[no-untyped-def]
    headers = looker.get(path.format(**still_desk.files)).headers
    policy = headers["content-security-policy"]
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", PAGES)
def test_an_english_page_speaks_english(looker: TestClient, still_desk, path: str) -> None:  # type: ignore[no-untyped-def]
    """Without letters there would be no Thai at all: what stays Thai are the letters' own words."""
    answer = looker.get(path.format(**still_desk.files), headers={"Cookie": "language=en"})
    words = set(re.findall(r">([^<>{}]*[\u0e01-\u0e5b][^<>{}]*)<", answer.text))
    from api.web.catalogue import translations

    english = translations("en")
    left = [word.strip() for word in words if english.gettext(word.strip()) != word.strip()]
    bound = {"จังหวัด", "อำเภอ", "องค์กรปกครองส่วนท้องถิ่น"}  # in the letters' own words too
    assert set(left) <= bound


def test_the_first_day_begins_with_the_inbox(tmp_path: Path, make_desk: Callable[..., Any]) -> None:
    """An empty archive: every area answers, and the first page says where to begin."""
    with TestClient(make_desk(tmp_path, lambda *_: {}).app, headers={"Accept": "text/html"}) as client:
        assert "เริ่มที่กล่องรับ" in client.get("/").text
        for path in ("/inbox", "/review", "/search", "/deadlines", "/deadlines/month", "/chain", "/missing"):
            assert client.get(path).status_code == 200, path
        for path in ("/register", "/register.xlsx", "/search/export.csv", "/api/v1/calendar.ics"):
            assert client.get(path).status_code == 200, path


def test_an_address_that_is_not_there_gets_a_page(looker: TestClient) -> None:
    answer = looker.get("/nothing/here")
    assert answer.status_code == 404
    assert "ไม่พบหน้านี้" in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_the_same_address_is_a_problem_for_a_program(looker: TestClient) -> None:
    answer = looker.get("/nothing/here", headers={"Accept": "application/json"})
    assert answer.headers["content-type"] == "application/problem+json"


def test_static_files_are_kept_by_their_mark(looker: TestClient) -> None:
    page = looker.get("/").text
    sheet = re.search(r'href="(/static/css/tokens\.css\?v=\w+)"', page)
    assert sheet is not None
    assert "immutable" in looker.get(sheet[1]).headers["cache-control"]
    assert looker.get("/static/css/tokens.css").headers["cache-control"] == "no-cache"
