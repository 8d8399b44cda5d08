"""What a parse becomes in the store, and that to store it twice is to store it once."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

import models
from ita_docs.pipeline.page_rows import pages_of
from ita_docs.pipeline.store import store_parse
from models import Change, Deadline, Document, DocumentContent, Reference, ReferenceState, SourceFile
from models.session import reading, writing


def _dump(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    with engine.connect() as connection:
        tables = models.Row.metadata.sorted_tables
        return {
            table.name: sorted(map(repr, connection.execute(select(*_columns(table))))) for table in tables
        }


def _columns(table: Any) -> list[Any]:
    """All columns, but for the ids of pages: pages are written anew."""
    return [column for column in table.c if (table.name, column.name) != ("page", "id")]


@pytest.fixture
def store(engine: Engine, new_file: Any, pages: Any) -> Callable[..., list[Document]]:
    def keep(*documents: Any, mark: str = "a", pages: Any = pages) -> list[Document]:
        with writing(engine) as session:
            file = session.exec(select(SourceFile).where(SourceFile.sha256 == mark * 64)).first()
            return store_parse(session, file or new_file(session, mark), pages, documents)

    return keep


def _the(session: Session, model: type[Any]) -> Any:
    return session.exec(select(model).order_by(model.id)).first()


def test_columns_and_lists_hold_the_parse(engine: Engine, store: Any, letter: Any, schedule: Any) -> None:
    first, second = store(letter, schedule)
    assert (first.number, first.number_key) == ("กง 0017.2/ว 123", "กง0017.2/ว123")
    assert (first.serial, first.circular) == ("123", True)
    assert (first.date, first.urgency) == (dt.date(2025, 2, 3), "urgent")
    assert first.public_id.endswith("-1")
    assert second.parent_id == first.id
    with reading(engine) as session:
        reference = _the(session, Reference)
        assert (reference.number_key, reference.state) == ("กง0017.2/ว77", "unresolved")
        assert reference.number_alternatives == ["กง 0017.2/ว 11"]
        recipients = session.exec(select(models.Recipient).order_by(models.Recipient.position)).all()
        assert [(row.role, row.name) for row in recipients] == [("to", "นายอำเภอ"), ("copy", "ท้องถิ่นจังหวัด")]
        assert _the(session, models.Meeting).start == "09:30"
        assert _the(session, models.Receipt).date == dt.date(2025, 2, 5)
        assert _the(session, models.Agency).name == "จังหวัดตัวอย่าง"
        assert session.exec(select(models.DocumentTopic.topic)).all() == ["ITA"]


def test_rows_carry_their_place_on_paper(engine: Engine, store: Any, letter: Any) -> None:
    store(letter)
    with reading(engine) as session:
        dated, monthly = session.exec(select(Deadline).order_by(Deadline.position)).all()
    assert (dated.page, dated.line, dated.evidence_text) == (1, 9, "๓๑ มีนาคม ๒๕๖๘")
    assert dated.bbox == [0.2, 0.5, 0.5, 0.52]
    assert (monthly.page, monthly.due) == (None, None)
    assert monthly.rule == {"rrule": "FREQ=MONTHLY;BYMONTHDAY=5"}


def test_the_whole_parse_comes_back(engine: Engine, store: Any, letter: Any) -> None:
    store(letter)
    with reading(engine) as session:
        content = session.exec(select(DocumentContent)).one()
    assert content.contract == letter.to_json()
    assert content.body == letter.body
    assert content.parsed is None


def test_pages_come_back_as_they_were_read(engine: Engine, store: Any, pages: Any, letter: Any) -> None:
    store(letter)
    with reading(engine) as session:
        assert pages_of(session, session.exec(select(SourceFile.id)).one() or 0) == pages


def test_to_store_twice_changes_nothing(engine: Engine, store: Any, letter: Any, schedule: Any) -> None:
    store(letter, schedule)
    before = _dump(engine)
    store(letter, schedule)
    after = _dump(engine)
    assert after == before


def test_a_new_reading_keeps_ids_by_position(engine: Engine, store: Any, letter: Any) -> None:
    (before,) = store(letter)
    with reading(engine) as session:
        deadline_ids = session.exec(select(Deadline.id).order_by(Deadline.position)).all()
    changed = dataclasses.replace(letter, subject="เรื่องใหม่", deadlines=letter.deadlines[:1])
    (after,) = store(changed)
    assert (after.id, after.subject) == (before.id, "เรื่องใหม่")
    with reading(engine) as session:
        assert session.exec(select(Deadline.id)).all() == deadline_ids[:1]
        assert len(session.exec(select(Change)).all()) == 2


def _hold(engine: Engine) -> None:
    with writing(engine) as session:
        reference = _the(session, Reference)
        reference.state, reference.target_id = ReferenceState.HELD, reference.document_id
        session.add(reference)


def test_links_stay_while_the_reference_says_the_same(engine: Engine, store: Any, letter: Any) -> None:
    store(letter)
    _hold(engine)
    store(dataclasses.replace(letter, subject="อื่น"))
    with reading(engine) as session:
        assert _the(session, Reference).state == "held"
    moved = dataclasses.replace(letter.references[0], date="2025-01-11")
    store(dataclasses.replace(letter, references=[moved]))
    with reading(engine) as session:
        reference = _the(session, Reference)
        assert (reference.state, reference.target_id) == ("unresolved", None)


def test_a_document_that_is_no_longer_seen_goes(
    engine: Engine, store: Any, letter: Any, schedule: Any
) -> None:
    rows = store(letter, schedule)
    with writing(engine) as session:
        reference = _the(session, Reference)
        reference.state, reference.target_id = ReferenceState.HELD, rows[1].id
        session.add(reference)
    store(letter)
    with reading(engine) as session:
        assert session.exec(select(Document.public_id)).all() == [rows[0].public_id]
        assert _the(session, Reference).target_id is None
        assert [change.public_id for change in session.exec(select(Change)) if change.removed] == [
            rows[1].public_id
        ]


def test_one_body_for_many_letters(engine: Engine, store: Any, letter: Any) -> None:
    for mark in "abc":
        store(letter, mark=mark)
    with reading(engine) as session:
        assert len(session.exec(select(models.Agency)).all()) == 1


def test_characters_that_no_database_holds_are_left_out(engine: Engine, store: Any, letter: Any) -> None:
    from parsers.page import Line, Page

    bad = dataclasses.replace(letter, subject="เรื่อง\0 ก\ud800ข")
    page = Page(1, [Line("ก\0ข", char_confidences=(1.0, 1.0, 1.0))])
    (row,) = store(bad, pages=[page])
    assert row.subject == "เรื่อง กข"
    with reading(engine) as session:
        assert _the(session, models.Page).text == "กข"


def test_doubts_put_a_letter_in_the_review_queue(store: Any, letter: Any) -> None:
    (doubtful,) = store(letter, mark="a")
    sure = dataclasses.replace(letter, flags=[], provenance={})
    (certain,) = store(sure, mark="b")
    undated = dataclasses.replace(sure, date=None)
    (lacking,) = store(undated, mark="c")
    # one flag and one deadline read with 0.7
    assert (doubtful.doubts, doubtful.needs_review) == (2, True)
    assert (certain.doubts, certain.needs_review) == (0, False)
    assert (lacking.doubts, lacking.needs_review) == (1, True)
