"""Lists of letters by filter, and one letter whole."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

LETTERS = "/api/v1/letters"


def numbers(client: TestClient, **filters: Any) -> list[str | None]:
    answer = client.get(LETTERS, params=filters)
    assert answer.status_code == 200, answer.text
    return [row["number"] for row in answer.json()["results"]]


CIRCULAR, COVERING, HOSTILE = "มท 0811.4/ว 2210", "ลป 0023.3/ว 118", "ปช 0008/ว 9999"


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        pytest.param({}, [HOSTILE, COVERING, CIRCULAR], id="ทั้งหมด"),
        pytest.param({"ordering": "date"}, [CIRCULAR, COVERING, HOSTILE], id="เก่าก่อน"),
        pytest.param({"agency": "ลำปาง"}, [COVERING], id="ชื่อหน่วยงาน"),
        pytest.param({"agency": "มท"}, [CIRCULAR], id="รหัสหน่วยงาน"),
        pytest.param({"agency": "%"}, [], id="เครื่องหมายพิเศษ"),
        pytest.param({"number": "มท๐๘๑๑.๔/ว๒๒๑๐"}, [CIRCULAR], id="เลขไทย"),
        pytest.param({"number": "ที่ มท 0811.4 / ว 2210"}, [CIRCULAR], id="เว้นวรรค"),
        pytest.param({"number": "ว 118"}, [COVERING], id="เลขเวียน"),
        pytest.param({"number": "ว 99999"}, [], id="ไม่มีเลขนี้"),
        pytest.param({"date_from": "2025-01-20", "date_to": "2025-01-31"}, [COVERING], id="ช่วงวัน"),
        pytest.param({"fiscal_year": 2568}, [HOSTILE, COVERING, CIRCULAR], id="ปีงบประมาณ"),
        pytest.param({"fiscal_year": 2567}, [], id="ปีงบประมาณอื่น"),
        pytest.param({"topic": "ITA", "kind": "memo"}, [HOSTILE], id="โครงการและชนิด"),
        pytest.param({"urgency": "most_urgent"}, [CIRCULAR], id="ด่วนที่สุด"),
        pytest.param({"has_deadline": False}, [], id="ไม่มีกำหนด"),
        pytest.param({"needs_review": True}, [HOSTILE, COVERING, CIRCULAR], id="รอตรวจ"),
    ],
)
def test_letters_are_narrowed_by_each_filter(
    client: TestClient, filters: dict[str, Any], expected: list[str]
) -> None:
    assert numbers(client, **filters) == expected


def test_a_list_goes_page_by_page_and_keeps_its_filters(client: TestClient) -> None:
    first = client.get(LETTERS, params={"page_size": 2, "topic": "ITA"}).json()
    assert (first["count"], first["previous"], len(first["results"])) == (3, None, 2)
    second = client.get(first["next"]).json()
    assert (second["count"], second["next"], len(second["results"])) == (3, None, 1)
    assert client.get(second["previous"]).json() == first


def test_a_list_carries_no_page_text(client: TestClient) -> None:
    rows = client.get(LETTERS).json()["results"]
    assert all({"body", "lines", "text", "document", "provenance"}.isdisjoint(row) for row in rows)


@pytest.mark.parametrize("bad", [{"kind": "poem"}, {"page_size": 101}, {"page": 0}, {"topics": "ITA"}])
def test_an_unknown_filter_or_value_is_refused_rather_than_overlooked(
    client: TestClient, bad: dict[str, Any]
) -> None:
    answer = client.get(LETTERS, params=bad)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert next(iter(bad)) in answer.json()["errors"][0]["where"]


def test_one_letter_has_documents_evidence_flags_arrivals_and_bonds(
    client: TestClient, files: dict[str, str]
) -> None:
    letter = client.get(f"{LETTERS}/{files['circular']}-1").json()
    document = letter["documents"][0]["document"]
    assert letter["source"]["name"] == "กรม ว2210.pdf"
    assert document["subject"] == letter["subject"]
    assert document["provenance"]["/number"] == {
        "page": 1,
        "bbox": [0.12, 0.11, 0.42, 0.135],
        "text": "ที่ มท ๐๘๑๑.๔/ว ๒๒๑๐",
        "confidence": 0.97,
        "line": 1,
    }
    assert [flag["code"] for flag in document["flags"]] == ["L012"]
    assert [arrival["receiving_number"] for arrival in letter["arrivals"]] == [1, 2]
    assert letter["cites"][0]["number"] == "ปช 0008/ว 0041"


def test_a_file_is_named_by_its_own_id_too(client: TestClient, files: dict[str, str]) -> None:
    whole = client.get(f"{LETTERS}/{files['circular']}").json()
    assert whole["id"] == f"{files['circular']}-1"


def test_no_column_of_the_tables_leaks(client: TestClient, files: dict[str, str]) -> None:
    letter = client.get(f"{LETTERS}/{files['circular']}-1").json()
    inner = {"source_file_id", "document_id", "issuer_id", "number_key", "path", "inode", "mtime_ns"}
    assert inner.isdisjoint(letter)
    assert inner.isdisjoint(letter["source"])
    assert all(inner.isdisjoint(arrival) for arrival in letter["arrivals"])


def test_agencies_are_listed_with_their_letters(client: TestClient) -> None:
    found = client.get("/api/v1/agencies", params={"name": "ลำปาง"}).json()
    assert [(row["name"], row["letters"]) for row in found["results"]] == [("จังหวัดลำปาง", 1)]
