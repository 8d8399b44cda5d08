"""Which held letters a citation could mean, and which citations a letter could be meant by: one rule."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from contextlib import suppress

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlmodel import Session

from ita_docs.knowledge.linking.confusion import serial_variants
from ita_docs.knowledge.linking.sides import (
    Cited,
    Held,
    cited_kind,
    cited_query,
    document_kinds,
    held_query,
    to_cited,
)
from ita_docs.knowledge.tables import documents, references
from models.references import ReferenceState

__all__ = [
    "citations_of_same_number",
    "citations_touched_by",
    "held_for",
    "load_cited",
    "load_held",
    "times_seconded",
]

ORDER = "order"

FIRST_YEAR, LAST_YEAR = 2000, 2045
"""Calendar years that a letter without a number is looked for in, where the year was misread."""

CHUNK = 400
"""Ids asked for at once: SQLite takes no more than 999 values in older builds."""


def load_held(session: Session, ids: Iterable[int]) -> list[Held]:
    """The documents of these ids that are letters (no attachments)."""
    wanted = sorted(set(ids))
    found: list[Held] = []
    for at in range(0, len(wanted), CHUNK):
        query = held_query().where(documents.c.id.in_(wanted[at : at + CHUNK]))
        found.extend(Held(*row) for row in session.execute(query))
    return found


def load_cited(session: Session, *conditions: ColumnElement[bool]) -> list[Cited]:
    """The citations that meet the conditions."""
    return [to_cited(row) for row in session.execute(cited_query().where(*conditions))]


def held_for(session: Session, cited: Cited) -> list[Held]:
    """Held letters that the citation could mean.

    The same serial; a likely misreading of it in that year; another serial of the same office on that day;
    without a number the same kind on that day, or on that day of another year, or in the same file.
    """
    conditions = _by_serial(cited) if cited.serial is not None else _without_number(cited)
    found = session.execute(held_query().where(or_(*conditions)))
    return [Held(*row) for row in found]


def _by_serial(cited: Cited) -> list[ColumnElement[bool]]:
    d = documents.c
    conditions: list[ColumnElement[bool]] = [d.serial == cited.serial]
    if cited.serial and cited.serial.startswith("6") and not cited.circular:
        conditions.append(and_(d.serial == cited.serial[1:], d.circular))
    if cited.date is not None and cited.serial is not None:
        variants = serial_variants(cited.serial)[1:]
        conditions.append(and_(d.serial.in_(variants), d.date.between(*_year(cited.date))))
        office = and_(d.number_agency == cited.agency, d.number_unit == cited.unit)
        conditions.append(and_(d.date == cited.date, or_(office, d.kind.in_(_by_order(cited.kind)))))
    return conditions


def _by_order(kind: str) -> tuple[str, ...]:
    """Kinds whose numbers have no office letters: an order's number is serial and year."""
    return (kind,) if kind == ORDER else ()


def _without_number(cited: Cited) -> list[ColumnElement[bool]]:
    d = documents.c
    kind = d.kind.in_(document_kinds(cited.kind))
    conditions = [and_(d.source_file_id == cited.citing_file, kind, d.position > 1)]
    if cited.date is not None:
        conditions.append(and_(d.date == cited.date, kind))
        conditions.append(and_(d.date.in_(_other_years(cited.date)), d.serial.is_(None), kind))
    return conditions


def _year(day: dt.date) -> tuple[dt.date, dt.date]:
    """First and last day of the calendar year: numbers begin again with it."""
    return dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)


def _other_years(day: dt.date) -> list[dt.date]:
    """The same day and month of the years that offices keep letters of."""
    found = []
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        with suppress(ValueError):
            found.append(day.replace(year=year))
    return [other for other in found if other != day]


def citations_touched_by(session: Session, held: Sequence[Held]) -> set[int]:
    """Ids of the citations for which one of these letters is a candidate: the mirror of `held_for`."""
    touched: set[int] = set()
    for letter in held:
        query = select(references.c.id).where(or_(*_mirror(letter)))
        touched.update(session.execute(query).scalars())
    touched.update(_bound_to(session, {letter.public_id for letter in held}))
    return touched


def _mirror(letter: Held) -> list[ColumnElement[bool]]:
    r = references.c
    conditions: list[ColumnElement[bool]] = [r.target_id == letter.id]
    if letter.serial is not None:
        conditions.append(r.serial == letter.serial)
        if letter.circular:
            conditions.append(r.serial == f"6{letter.serial}")
        if letter.date is not None:
            variants = serial_variants(letter.serial)[1:]
            conditions.append(and_(r.serial.in_(variants), r.date.between(*_year(letter.date))))
            office = and_(r.number_agency == letter.agency, r.number_unit == letter.unit)
            named = or_(office, r.kind.in_(_by_order(letter.kind)))
            conditions.append(and_(r.date == letter.date, r.serial.is_not(None), named))
    if letter.date is not None:
        kind = and_(r.serial.is_(None), r.kind == cited_kind(letter.kind))
        conditions.append(and_(r.date == letter.date, kind))
        if letter.serial is None:
            conditions.append(and_(r.date.in_(_other_years(letter.date)), kind))
    return conditions


def citations_of_same_number(session: Session, ids: Iterable[int]) -> set[int]:
    """Ids of all citations that give the same number as one of these: they speak for one another."""
    own, other = references.alias().c, references.alias().c
    wanted = sorted(set(ids))
    found: set[int] = set()
    for at in range(0, len(wanted), CHUNK):
        query = (
            select(other.id)
            .select_from(own.id.table)
            .join(other.id.table, other.number_key == own.number_key)
            .where(own.id.in_(wanted[at : at + CHUNK]))
        )
        found.update(session.execute(query).scalars())
    return found


def times_seconded(session: Session, cited: Cited) -> int:
    """How many other letters cite the same number of the same day: then it was hardly misread."""
    r = references.c
    query = select(func.count(func.distinct(r.document_id))).where(
        r.number_key == cited.number_key, r.date == cited.date, r.document_id != cited.document_id
    )
    return int(session.execute(query).scalar_one()) if cited.number_key and cited.date else 0


def _bound_to(session: Session, public_ids: set[str]) -> set[int]:
    """Ambiguous citations that name one of these letters among their candidates."""
    query = select(references.c.id, references.c.candidates).where(
        references.c.state == ReferenceState.AMBIGUOUS
    )
    return {
        reference_id
        for reference_id, candidates in session.execute(query)
        if any(item["id"] in public_ids for item in candidates or ())
    }
