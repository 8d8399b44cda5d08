"""Which letter a citation means: found, waiting for it, told apart, never itself."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from models import CitedLetter, Reference
from models.session import reading
from tests.knowledge.linked import CIRCULAR, RELAY, edges, states


def test_a_citation_finds_its_letter(shelf: Any) -> None:
    (circular,) = shelf.file(CIRCULAR)
    (relay,) = shelf.file(RELAY)
    assert states(shelf.engine) == [("held", circular)]
    with reading(shelf.engine) as session:
        assert edges(session) == {(relay, circular, "forwards")}


def test_a_letter_that_comes_late_takes_the_place_of_the_unseen_one(shelf: Any) -> None:
    shelf.file(RELAY)
    with reading(shelf.engine) as session:
        unseen = session.execute(select(CitedLetter)).scalar_one()
        assert (unseen.number, unseen.citations, unseen.document_id) == ("มท 0322/ว 1861", 1, None)
    (circular,) = shelf.file(CIRCULAR)
    assert states(shelf.engine) == [("held", circular)]
    with reading(shelf.engine) as session:
        unseen = session.execute(select(CitedLetter)).scalar_one()
        assert unseen.citations == 0
        assert unseen.document_id is not None


def test_twins_are_never_linked(shelf: Any) -> None:
    twin = {**CIRCULAR, "subject": "การรับสมัครเลือกตั้งผู้ใหญ่บ้าน"}
    shelf.file(CIRCULAR)
    shelf.file(twin)
    shelf.file(RELAY)
    with reading(shelf.engine) as session:
        row = session.execute(select(Reference)).scalar_one()
        assert row.state == "ambiguous"
        assert row.target_id is None
        assert len(row.candidates) == 2


def test_copies_of_one_letter_are_one_candidate(shelf: Any) -> None:
    letter = {**CIRCULAR, "body": "กรมการปกครองขอส่งปฏิทินการประเมิน", "recipients": ["ผู้ว่าราชการจังหวัด"]}
    shelf.file(RELAY, {**letter, "body": "กรมการปกครองขอสงปฏิทินการประเมิน"}, name="b.txt")
    (own,) = shelf.file(letter, name="a.txt")
    assert states(shelf.engine) == [("held", own)]


def test_never_itself(shelf: Any) -> None:
    """Not its copy or twin in its place either, and no letter is waited for."""
    named = {"number": CIRCULAR["number"], "date": CIRCULAR["date"]}
    shelf.file({**CIRCULAR, "references": [named]})
    shelf.file({**CIRCULAR, "subject": "การรับสมัครเลือกตั้งผู้ใหญ่บ้าน"}, name="twin.txt")
    assert states(shelf.engine)[0][0] == "missing"
    with reading(shelf.engine) as session:
        assert edges(session) == set()
        assert session.execute(select(CitedLetter)).first() is None


ORDER = {
    "kind": "order",
    "number": "421/2566",
    "date": "2023-01-11",
    "issuer": "จังหวัดน่าน",
    "subject": "แต่งตั้งคณะทำงานกำกับติดตามการจัดเก็บข้อมูล",
    "body": "เพื่อให้การจัดเก็บข้อมูลเป็นไปด้วยความเรียบร้อย จึงแต่งตั้งคณะทำงาน ประกอบด้วยปลัดจังหวัดเป็นประธาน",
}


def test_an_order_with_a_sentence_more_is_no_copy(shelf: Any) -> None:
    shelf.file(ORDER, name="a.txt")
    more = "อนึ่ง หากได้ดำเนินการไปแล้วให้ถือว่าเป็นอันใช้ได้"
    shelf.file({**ORDER, "body": f"{ORDER['body']} {more}"}, name="b.txt")
    cited = {name: ORDER[name] for name in ("kind", "number", "date", "issuer", "subject")}
    shelf.file({**RELAY, "references": [{**cited, "where": "body"}]})
    assert states(shelf.engine)[0][0] == "ambiguous"
