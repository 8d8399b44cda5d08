"""What lists show and take with them: the register, hits as files, the calendar, meetings, a page's text."""

from __future__ import annotations

import io
import re

import pytest
from fastapi.testclient import TestClient

from tests.web.page_token import token


def test_a_letter_without_a_subject_is_registered_by_its_first_words(client: TestClient, desk) -> None:  # type: ignore[no-untyped-def]
    letter = desk.invented.covering(12)
    letter.kind, letter.subject, letter.body = (
        "stamped_letter",
        None,
        "ตามที่จังหวัดแจ้งให้อำเภอ\nรายงานผล" + " ก" * 90,
    )
    desk.invented.put(desk.app.state.engine, desk.settings, "ประทับตรา.pdf", [letter])
    row = client.get("/register").text.partition("ลป 0023.3/ว 12<")[2].partition("</tr>")[0]
    assert "ตามที่จังหวัดแจ้งให้อำเภอ รายงานผล" in row
    assert "…" in row


def test_where_no_subject_was_found_the_way_to_write_it_down_is_shown(client: TestClient, desk) -> None:  # type: ignore[no-untyped-def]
    letter = desk.invented.covering(13)
    letter.subject = None
    file = desk.invented.put(desk.app.state.engine, desk.settings, "ไม่มีเรื่อง.pdf", [letter])
    for page in ("/", "/inbox", "/review"):
        shown = client.get(page).text
        assert f'href="/review/{file}-1?at=subject">ไม่พบเรื่อง</a>' in shown, page
    assert 'name="/subject"' in client.get(f"/review/{file}-1?at=subject").text


def test_a_refused_name_of_a_known_file_is_told_as_failed(client: TestClient, desk) -> None:  # type: ignore[no-untyped-def]
    """The bytes are held and were read; this coming-in of them was refused."""
    from sqlmodel import select

    from ita_docs.errors import UnsafeName
    from ita_docs.inbox.errors_as_json import error_json
    from models import Arrival
    from models.session import writing

    with writing(desk.app.state.engine) as session:
        arrival = session.exec(select(Arrival).where(Arrival.receiving_number == 2)).one()
        arrival.name, arrival.error = "..แปลก.pdf", error_json(UnsafeName(file="..แปลก.pdf"))
        session.add(arrival)
    for address in ("/inbox", "/inbox?state=failed"):
        row = client.get(address).text.partition("..แปลก.pdf")[2].partition("</tr>")[0]
        assert "อ่านไม่สำเร็จ" in row
        assert "อักขระที่ไม่ปลอดภัย" in row
        assert "retry" not in row
    assert "..แปลก.pdf" not in client.get("/inbox?state=filed").text
    assert "อักขระที่ไม่ปลอดภัย" in client.get(f"/letters/{desk.files['circular']}-1").text
    note = client.get("/register").text.split("2/25")[1].partition("</tr>")[0]
    assert "อ่านไม่สำเร็จ" in note
    assert "..แปลก.pdf" not in client.get("/inbox?state=needs_review").text


def test_a_search_is_kept_and_taken_away(client: TestClient) -> None:
    form = {"csrf": token(client), "name": "ITA ปีนี้", "query": "q=ITA&fiscal_year=2568"}
    page = client.post("/saved", data=form)
    assert '<a class="grow" href="/search?q=ITA&amp;fiscal_year=2568">ITA ปีนี้</a>' in page.text
    key = re.search(r'action="/saved/(\d+)/remove"', page.text)
    assert key is not None
    page = client.post(f"/saved/{key[1]}/remove", data={"csrf": token(client)})
    assert "ITA ปีนี้" not in page.text


def test_the_register_as_a_spreadsheet(client: TestClient) -> None:
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(client.get("/register.xlsx").content)).active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[2][:4] == ("เลขทะเบียนรับ", "วันที่รับ", "ที่", "ลงวันที่")
    assert (rows[3][2], rows[3][3], rows[3][4]) == (
        "มท 0811.4/ว 2210",
        "17 ม.ค. 2568",
        "กรมส่งเสริมการปกครองท้องถิ่น",
    )
    assert "ซ้ำกับเลขรับ" in rows[4][8]
    assert len(rows) == 3 + 6


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_hits_as_a_file_and_no_text_becomes_a_formula(client: TestClient, desk, kind: str) -> None:  # type: ignore[no-untyped-def]
    letter = desk.invented.covering(7)
    letter.subject = '=HYPERLINK("http://x")'
    desk.invented.put(desk.app.state.engine, desk.settings, "สูตร.pdf", [letter])
    desk.app.state.knowledge.refresh(desk.app.state.engine)
    answer = client.get(f"/search/export.{kind}")
    assert answer.headers["content-disposition"].startswith("attachment")
    if kind == "csv":
        assert "'=HYPERLINK" in answer.content.decode("utf-8-sig")
        return
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("=HYP")]
    assert [cell.data_type for cell in cells] == ["s"]


def test_a_meeting_goes_to_the_calendar(client: TestClient, desk) -> None:  # type: ignore[no-untyped-def]
    answer = client.get(f"/letters/{desk.files['circular']}-1/meetings/1.ics")
    assert answer.content.count(b"BEGIN:VEVENT") == 1
    assert b"DTSTART:20250128T063000Z" in answer.content


def test_what_was_understood_can_be_put_right_and_asked_again(client: TestClient) -> None:
    page = client.get("/search", params={"q": "ITA 2568 ต้องทำอะไร", "ask_kind": "meetings"})
    assert "ประชุมชี้แจงการประเมิน ITA" in page.text.split('id="hits"')[0]
    page = client.get("/search", params={"q": "ITA ต้องทำอะไร", "ask_kind": "duties", "ask_party": "district"})
    answer = page.text.split('id="hits"')[0]
    assert "29 ม.ค. 2568" in answer
    assert "31 มี.ค. 2568" not in answer


def test_the_text_of_a_page_shows_where_values_were_found(client: TestClient, desk) -> None:  # type: ignore[no-untyped-def]
    page = client.get(f"/letters/{desk.files['circular']}-1").text
    assert '<mark title="ลงวันที่">๑๗ มกราคม ๒๕๖๘</mark>' in page


def test_a_full_day_of_the_calendar_leads_to_its_list(client: TestClient, desk) -> None:  # type: ignore[no-untyped-def]
    letter = desk.invented.covering(9)
    first = letter.deadlines[0]
    words = ["รายงานผลการดำเนินงาน", "จัดอบรมบุคลากร", "เผยแพร่บนเว็บไซต์", "แต่งตั้งคณะทำงาน", "สำรวจความเห็นประชาชน"]
    letter.deadlines = [
        type(first)("2025-01-15", str(at), "อำเภอ", word, word) for at, word in enumerate(words, 1)
    ]
    desk.invented.put(desk.app.state.engine, desk.settings, "ห้าเรื่อง.pdf", [letter])
    month = client.get("/deadlines/month", params={"year": 2568, "month": 1}).text
    assert month.count('class="event-who"') == 3 + 2
    assert '/deadlines?show=all&amp;day=2025-01-15">อีก 2 รายการ' in month
    listed = client.get("/deadlines", params={"show": "all", "day": "2025-01-15"}).text
    assert all(word in listed for word in words)


def test_review_names_every_value_with_its_confidence(client: TestClient, desk) -> None:  # type: ignore[no-untyped-def]
    page = client.get(f"/review/{desk.files['circular']}-1").text
    rows = dict(
        re.findall(r'<a href="[^"]*at=([^"&]+)"[^>]*>\s*<span>[^<]*</span><span>([^<]*)</span>', page)
    )
    assert rows["number"] == "มท 0811.4/ว 2210"
    assert rows["date"] == "17 ม.ค. 2568"
    assert {"subject", "issuer", "recipients/0", "signatory"} <= set(rows)
    assert re.search(r"\d+%</span>", page)


def test_paper_holds_all_rows_that_the_screen_divides(client: TestClient, desk) -> None:  # type: ignore[no-untyped-def]
    count = client.get("/api/v1/deadlines").json()["count"]
    assert client.get("/deadlines/paper?show=all").text.count("<tr>") == count + 1
