"""What a reader changes: kept with who and when, and undone again."""

from __future__ import annotations

import html
import re

from fastapi.testclient import TestClient

from tests.web.page_token import token


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
