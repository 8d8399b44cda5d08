"""Search and chains over the API."""

from __future__ import annotations

from fastapi.testclient import TestClient


def test_words_find_letters_with_passages_and_facets(client: TestClient) -> None:
    found = client.get("/api/v1/search", params={"q": "ผู้ประสานงาน"}).json()
    assert found["count"] >= 1
    assert {"count", "next", "previous", "results", "relaxed", "facets"} <= set(found)


def test_a_number_in_any_spelling_comes_first(client: TestClient, files: dict[str, str]) -> None:
    found = client.get("/api/v1/search", params={"q": "มท๐๘๑๑.๔/ว๒๒๑๐"}).json()
    assert found["results"][0]["letter"] == f"{files['circular']}-1"


def test_a_chain_names_letters_held_and_missing(client: TestClient, files: dict[str, str]) -> None:
    chain = client.get(f"/api/v1/letters/{files['circular']}-1/chain").json()
    assert chain["root"] == f"{files['circular']}-1"
    assert {letter["state"] for letter in chain["letters"]} <= {"held", "missing", "ambiguous"}


def test_a_question_is_answered_with_days_and_lines(client: TestClient, files: dict[str, str]) -> None:
    answer = client.get("/api/v1/ask", params={"q": "ITA 2568 ต้องทำอะไร ภายในเมื่อไร"}).json()
    assert (answer["understood"]["kind"], answer["understood"]["fiscal_year"]) == ("duties", 2568)
    days = {row["due"]: row for row in answer["answers"]}
    assert {"2025-01-29", "2025-01-31", "2025-03-31"} <= set(days)
    cited = days["2025-03-31"]["citations"][0]
    assert (cited["letter"], cited["page"]) == (f"{files['circular']}-1", 2)
    assert "๓๑ มีนาคม" in cited["text"]


def test_what_was_understood_can_be_put_right(client: TestClient) -> None:
    answer = client.get("/api/v1/ask", params={"q": "ITA ต้องทำอะไร", "fiscal_year": 2560}).json()
    assert answer["understood"]["fiscal_year"] == 2560
    assert not [row for row in answer["answers"] if row.get("due")]


def test_deadlines_by_filter(client: TestClient) -> None:
    def due(**filters: object) -> list[str]:
        found = client.get("/api/v1/deadlines", params=filters)  # type: ignore[arg-type]
        assert found.status_code == 200, found.text
        return [row["due"] for row in found.json()["results"]]

    assert due() == ["2025-01-29", "2025-01-31", "2025-02-14", "2025-03-31"]
    assert due(agency="อำเภอ") == ["2025-01-29"]
    assert due(since="2025-02-01", until="2025-02-28") == ["2025-02-14"]
    assert due(programme="EIT") == []
    assert due(undated=True) == []
    assert due(state="done") == []


def test_a_duty_names_its_letter_page_and_line(client: TestClient) -> None:
    first = client.get("/api/v1/deadlines", params={"agency": "อำเภอ"}).json()["results"][0]
    source = first["sources"][0]
    assert (first["responsible"], first["number"], source["page"]) == ("อำเภอ", "ลป 0023.3/ว 118", 1)
    assert "ภายในวันที่ ๒๙ มกราคม" in source["text"]


def test_the_calendar_can_be_subscribed_to(client: TestClient) -> None:
    answer = client.get("/api/v1/calendar.ics", params={"agency": "อำเภอ"})
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.content.startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"DTSTART;VALUE=DATE:20250129" in answer.content
    assert all(len(line) <= 75 for line in answer.content.split(b"\r\n"))
