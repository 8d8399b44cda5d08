"""Corrections: the old value, who and when are kept; undo works; a new reading does not lose them."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from ita_docs.errors import WrongUse
from ita_docs.pipeline.correct import confirm, correct, history, undo
from ita_docs.pipeline.knowledge import NoKnowledge
from ita_docs.pipeline.store import store_parse
from models import Correction, Deadline, Document, DocumentContent, SourceFile
from models.session import reading, writing


class Relinked(NoKnowledge):
    def __init__(self) -> None:
        self.seen: list[int] = []

    def relink(self, session: Session, document_ids: Sequence[int]) -> None:
        self.seen.extend(document_ids)


@pytest.fixture
def stored(engine: Engine, new_file: Any, pages: Any, letter: Any) -> Engine:
    with writing(engine) as session:
        store_parse(session, new_file(session), pages, [letter])
    return engine


def _correct(engine: Engine, pointer: str, value: Any, knowledge: Any = None) -> Correction:
    with writing(engine) as session:
        document = session.exec(select(Document)).one()
        return correct(session, document, pointer, value, who="สมศรี", knowledge=knowledge or NoKnowledge())


def _again(engine: Engine, pages: Any, letter: Any) -> None:
    with writing(engine) as session:
        store_parse(session, session.exec(select(SourceFile)).one(), pages, [letter])


def _document(engine: Engine) -> Document:
    with reading(engine) as session:
        return session.exec(select(Document)).one()


def _contract(engine: Engine) -> dict[str, Any]:
    with reading(engine) as session:
        contract: dict[str, Any] = session.exec(select(DocumentContent.contract)).one()
        return contract


def test_a_correction_changes_columns_rows_and_contract(stored: Engine) -> None:
    correction = _correct(stored, "/deadlines/0/due", "2025-04-30")
    assert (correction.old_value, correction.who) == ("2025-03-31", "สมศรี")
    with reading(stored) as session:
        deadline = session.exec(select(Deadline).where(Deadline.position == 1)).one()
    assert (deadline.due, deadline.confidence) == (dt.date(2025, 4, 30), 1.0)
    assert _contract(stored)["deadlines"][0]["due"] == "2025-04-30"


def test_a_correction_answers_the_doubt_and_links_anew(stored: Engine) -> None:
    relinked = Relinked()
    assert _document(stored).doubts == 2
    _correct(stored, "/date", "2025-02-04", relinked)
    document = _document(stored)
    assert (document.date, document.doubts) == (dt.date(2025, 2, 4), 1)
    assert relinked.seen == [document.id]


def test_undo_brings_the_old_value_back_and_keeps_the_history(stored: Engine, letter: Any) -> None:
    first = _correct(stored, "/subject", "เรื่องที่หนึ่ง")
    _correct(stored, "/subject", "เรื่องที่สอง")
    with writing(stored) as session:
        second = session.exec(select(Correction).where(Correction.id != first.id)).one()
        undo(session, second, who="สมชาย", knowledge=NoKnowledge())
    assert _document(stored).subject == "เรื่องที่หนึ่ง"
    with writing(stored) as session:
        undo(session, session.get_one(Correction, first.id), who="สมชาย", knowledge=NoKnowledge())
    assert _contract(stored) == letter.to_json()
    with reading(stored) as session:
        kept = history(session, session.exec(select(Document)).one())
    assert [(row.new_value, row.undone_by) for row in kept] == [("เรื่องที่สอง", "สมชาย"), ("เรื่องที่หนึ่ง", "สมชาย")]


def test_a_new_reading_keeps_the_persons_word(stored: Engine, pages: Any, letter: Any) -> None:
    _correct(stored, "/subject", "เรื่องที่ถูก")
    _again(stored, pages, dataclasses.replace(letter, subject="อ่านใหม่ก็ยังผิด"))
    assert _document(stored).subject == "เรื่องที่ถูก"


def test_a_corrected_item_is_found_where_it_has_moved_to(stored: Engine, pages: Any, letter: Any) -> None:
    _correct(stored, "/deadlines/0/due", "2025-04-30")
    dated, monthly = letter.deadlines
    _again(stored, pages, dataclasses.replace(letter, deadlines=[monthly, dated]))
    assert [item["due"] for item in _contract(stored)["deadlines"]] == [None, "2025-04-30"]


def test_a_correction_without_a_place_becomes_a_flag(stored: Engine, pages: Any, letter: Any) -> None:
    _correct(stored, "/deadlines/0/due", "2025-04-30")
    _again(stored, pages, dataclasses.replace(letter, deadlines=[]))
    flags = [flag["code"] for flag in _contract(stored)["flags"]]
    assert flags == ["weekday", "correction-not-applied"]


def test_an_item_is_added_and_taken_out(stored: Engine) -> None:
    _correct(stored, "/deadlines/-", {"due": "2025-05-01", "action": "ส่งแบบรายงาน"})
    _correct(stored, "/deadlines/0", None)
    dues = [item["due"] for item in _contract(stored)["deadlines"]]
    assert dues == [None, "2025-05-01"]
    with reading(stored) as session:
        assert [row.due for row in session.exec(select(Deadline).order_by(Deadline.position))] == [
            None,
            dt.date(2025, 5, 1),
        ]


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        ("/date", "2025-02-30"),
        ("/date", "2568-02-03x"),
        ("/meetings/0/start", "25:00"),
        ("/urgency", "asap"),
        ("/nothing", "x"),
        ("/deadlines/7/due", "2025-01-01"),
        ("/provenance", {}),
        ("date", "2025-02-03"),
    ],
)
def test_what_cannot_stand_there_is_refused(stored: Engine, pointer: str, value: Any, letter: Any) -> None:
    with pytest.raises(WrongUse):
        _correct(stored, pointer, value)
    assert _contract(stored) == letter.to_json()


def test_a_confirmed_letter_leaves_the_queue_until_a_new_reading_differs(
    stored: Engine, pages: Any, letter: Any
) -> None:
    with writing(stored) as session:
        confirm(session, session.exec(select(Document)).one(), who="สมศรี")
    _again(stored, pages, letter)
    assert not _document(stored).needs_review
    _again(stored, pages, dataclasses.replace(letter, subject="เปลี่ยน"))
    assert _document(stored).needs_review
