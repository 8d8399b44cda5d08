"""What a reader changes: with a token only, kept with who and when, and undone again."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient


def token(client: TestClient, path: str = "/review") -> str:
    found = re.search(r'name="csrf" content="(\w+)"', client.get(path).text)
    assert found is not None
    return found[1]


CHANGES = [
    ("/preferences", {"theme": "dark"}),
    ("/inbox/{failed}/retry", {}),
    ("/review/{circular}-1", {"field": "date", "/date": "17 ม.ค. 2568"}),
    ("/review/{circular}-1/whole", {}),
    ("/review/{circular}-1/undo", {"corrections": "1"}),
    ("/letters/{circular}-1/references/1", {"target": "{covering}-1"}),
    ("/saved", {"name": "x", "query": "q=ITA"}),
    ("/saved/1/remove", {}),
]


@pytest.mark.parametrize(("path", "form"), CHANGES)
@pytest.mark.parametrize("given", ["", "0" * 64])
def test_no_change_without_the_token_of_the_page(
    client: TestClient, desk, path: str, form: dict[str, str], given: str
) -> None:  # type: ignore[no-untyped-def]
    token(client)
    answer = client.post(path.format(**desk.files), data={**form, "csrf": given}, follow_redirects=False)
    assert answer.status_code == 403
    assert "หน้านี้" in answer.text


def test_no_upload_and_no_settled_duty_without_the_token(client: TestClient, desk) -> None:  # type: ignore[no-untyped-def]
    token(client)
    upload = client.post("/inbox", data={"csrf": "0" * 64}, files={"files": ("ก.pdf", b"%PDF-1")})
    assert upload.status_code == 403
    assert list(desk.settings.inbox.iterdir()) == []
    duty = client.get("/api/v1/deadlines").json()["results"][0]["uid"]
    assert client.post(f"/deadlines/{duty}", data={"state": "done"}).status_code == 403


def test_every_route_that_changes_something_is_among_those_tried() -> None:
    from api import routers
    from api.web import pages

    tried = [path for path, _ in CHANGES] + ["/inbox", "/deadlines/1"]
    changing = [re.sub(r"{\w+}", "[^/]+", path) for path in _changing(pages.ROUTERS)]
    assert len(changing) == len(tried)
    assert [path for path in changing if not any(re.fullmatch(path, one) for one in tried)] == []
    # for programs: pages from elsewhere are refused by their origin
    assert list(_changing(routers.ROUTERS)) == ["/inbox"]


def _changing(routers: Iterable[Any]) -> Iterator[str]:
    for router in routers:
        for route in router.routes:
            if {"POST", "PUT", "PATCH", "DELETE"} & set(route.methods or ()):
                yield route.path


def test_no_change_with_the_token_of_another_reader(client: TestClient) -> None:
    own = token(client)
    client.cookies.clear()
    client.cookies.set("desk", "another")
    assert client.post("/preferences", data={"csrf": own, "theme": "dark"}).status_code == 403


def test_language_and_colours_are_kept(client: TestClient) -> None:
    csrf = token(client)
    answer = client.post("/preferences", data={"csrf": csrf, "language": "en", "back": "/inbox"})
    assert '<html lang="en"' in answer.text
    assert "Drop files, or pick them" in answer.text
    answer = client.post("/preferences", data={"csrf": csrf, "theme": "dark", "back": "//elsewhere.example"})
    assert answer.url.path == "/"
    assert 'data-theme="dark"' in answer.text


def test_an_answer_corrects_confirms_and_goes_on(client: TestClient, desk) -> None:  # type: ignore[no-untyped-def]
    letter = f"{desk.files['circular']}-1"
    csrf = token(client)
    client.post("/preferences", data={"csrf": csrf, "name": "สมศรี ผู้ตรวจ"})
    page = client.post(f"/review/{letter}", data={"csrf": csrf, "field": "date", "/date": "๑๖/๑/๖๘"})
    assert page.url.path == f"/review/{letter}"
    detail = client.get(f"/api/v1/letters/{letter}").json()
    assert detail["date"] == "2025-01-16"
    correction = detail["corrections"][0]
    assert (correction["old_value"], correction["new_value"]) == ("2025-01-17", "2025-01-16")
    assert correction["who"] == "สมศรี ผู้ตรวจ"
    page = client.post(f"/review/{letter}", data={"csrf": csrf, "field": "references/0"})
    assert page.url.path != f"/review/{letter}"
    assert client.get(f"/api/v1/letters/{letter}").json()["needs_review"] is False


def test_a_day_that_does_not_exist_is_asked_for_again(client: TestClient, desk) -> None:  # type: ignore[no-untyped-def]
    letter = f"{desk.files['circular']}-1"
    answer = client.post(
        f"/review/{letter}", data={"csrf": token(client), "field": "date", "/date": "31 ก.พ. 2568"}
    )
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text
    assert 'value="31 ก.พ. 2568"' in answer.text
    assert client.get(f"/api/v1/letters/{letter}").json()["corrections"] == []


def test_an_answer_is_undone(client: TestClient, desk) -> None:  # type: ignore[no-untyped-def]
    letter = f"{desk.files['circular']}-1"
    csrf = token(client)
    page = client.post(f"/review/{letter}", data={"csrf": csrf, "field": "date", "/date": "16/1/68"})
    made = re.search(r'name="corrections" value="([\d,]+)"', page.text)
    assert made is not None
    page = client.post(f"/review/{letter}/undo", data={"csrf": csrf, "corrections": made[1]})
    detail = client.get(f"/api/v1/letters/{letter}").json()
    assert (detail["date"], detail["needs_review"], detail["doubts"]) == ("2025-01-17", True, 2)
    assert detail["corrections"][0]["undone_at"] is not None


def test_the_last_answer_of_all_and_a_whole_letter_can_be_taken_back(client: TestClient, desk) -> None:  # type: ignore[no-untyped-def]
    """When the queue is empty the way back is on the queue's own page."""
    csrf, letters = token(client), set()
    page = client.get("/review/next")
    while page.url.path != "/review":
        letters.add(page.url.path.rsplit("/", 1)[1])
        page = client.post(f"{page.url.path}/whole", data={"csrf": csrf})
    assert len(letters) == 3
    last = re.search(r'action="/review/([\w-]+)/undo"', page.text)
    assert last is not None
    assert last[1] in letters
    assert "ยืนยันทั้งฉบับแล้ว" in page.text
    page = client.post(f"/review/{last[1]}/undo", data={"csrf": csrf, "corrections": ""})
    assert page.url.path == f"/review/{last[1]}"
    assert client.get(f"/api/v1/letters/{last[1]}").json()["needs_review"] is True


def test_what_was_answered_last_cannot_be_made_an_address(client: TestClient) -> None:
    assert client.get("/review", params={"last": "../../saved"}).status_code == 422


def test_words_that_a_flag_quotes_are_found_on_the_page(client: TestClient, desk) -> None:  # type: ignore[no-untyped-def]
    """A day that does not exist has no value, so no place of its own: its words have."""
    letter = desk.invented.covering(11)
    letter.date = None
    letter.flags = [desk.invented.Flag("date", "L011", "๓๐ กุมภาพันธ์ ๒๕๖๘", None, "ไม่มีในปฏิทิน", [])]
    letter.provenance = {
        "/subject": desk.invented.Evidence(1, (0.1, 0.3, 0.9, 0.33), "  ๓๐ กุมภาพันธ์๒๕๖๘ ", 0.9, 1)
    }
    file = desk.invented.put(desk.app.state.engine, desk.settings, "วันที่.pdf", [letter])
    page = client.get(f"/review/{file}-1?at=date").text
    assert 'class="mark is-doubtful is-active" x="0.096"' in page
    assert 'class="crop"' in page


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


def test_a_corrected_number_links_anew(client: TestClient, desk) -> None:  # type: ignore[no-untyped-def]
    letter = f"{desk.files['covering']}-1"
    form = {"csrf": token(client), "field": "references/0", "/references/0/number": "มท ๐๘๑๑.๔/ว ๙๙๙๑"}
    client.post(f"/review/{letter}", data=form)
    cited = client.get(f"/api/v1/letters/{letter}").json()["cites"][0]
    assert (cited["number"], cited["state"]) == ("มท 0811.4/ว 9991", "missing")


def test_a_failed_file_waits_again(client: TestClient, desk) -> None:  # type: ignore[no-untyped-def]
    client.post(f"/inbox/{desk.files['failed']}/retry", data={"csrf": token(client)})
    items = client.get("/api/v1/inbox").json()["results"]
    assert [item["state"] for item in items if item["name"] == "เสีย.pdf"] == ["waiting"]


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


def test_files_are_handed_in_through_the_page(client: TestClient, desk) -> None:  # type: ignore[no-untyped-def]
    answer = client.post(
        "/inbox",
        data={"csrf": token(client)},
        files=[("files", ("ก.pdf", b"%PDF-1")), ("files", ("ข.txt", b"x"))],
    )
    assert "รับไฟล์แล้ว 2 ไฟล์" in answer.text
    assert {path.name for path in desk.settings.inbox.iterdir()} == {"ก.pdf", "ข.txt"}


def test_a_duty_is_settled_with_a_note_and_opened_again(client: TestClient) -> None:
    duty = client.get("/api/v1/deadlines", params={"agency": "อำเภอ"}).json()["results"][0]
    form = {"csrf": token(client), "state": "done", "note": "ส่งทาง LINE แล้ว"}
    page = client.post(f"/deadlines/{duty['uid']}", data=form)
    assert "ส่งทาง LINE แล้ว" in page.text
    done = client.get("/api/v1/deadlines", params={"state": "done"}).json()["results"]
    assert [(row["uid"], row["note"]) for row in done] == [(duty["uid"], "ส่งทาง LINE แล้ว")]
    assert done[0]["history"][-1]["old_state"] == "open"
    client.post(f"/deadlines/{duty['uid']}", data={"csrf": token(client), "state": "open"})
    assert client.get("/api/v1/deadlines", params={"state": "done"}).json()["count"] == 0


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


def test_hidden_controls_in_an_input_come_back_as_they_were(client: TestClient, desk) -> None:  # type: ignore[no-untyped-def]
    """They are spelled out to the reader; confirming what is spelled out changes nothing."""
    letter = f"{desk.files['hostile']}-1"
    page = client.get(f"/review/{letter}", params={"at": "subject"}).text
    typed = re.search(r'name="/subject"[^>]*>([^<]*)</textarea>', page)
    assert typed is not None
    assert "⟦U+202E⟧" in typed[1]
    before = client.get(f"/api/v1/letters/{letter}").json()
    form = {"csrf": token(client), "field": "subject", "/subject": html.unescape(typed[1])}
    client.post(f"/review/{letter}", data=form)
    after = client.get(f"/api/v1/letters/{letter}").json()
    assert after["subject"] == before["subject"]
    assert [item for item in after["corrections"] if item["old_value"] != item["new_value"]] == []


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
