"""Which held letters a citation could mean, and which citations a letter could be meant by: one rule.

The statements are built once and filled with values, since they run for every letter that is filed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, func, or_, select
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
    "CHUNK",
    "citations_of_same_number",
    "citations_touched_by",
    "held_for",
    "load_cited",
    "load_held",
    "times_seconded",
]

CHUNK = 400
"""Ids asked for at once: SQLite takes no more than 999 values in older builds."""

ORDER = "order"
"""The kind whose number has no office letters, but serial and year."""

FIRST_YEAR, LAST_YEAR = 2000, 2045
"""Calendar years that a letter without a number is looked for in, where the year was misread."""


def _several(name: str) -> Any:
    return bindparam(name, expanding=True)


def _held_by_serial() -> ColumnElement[bool]:
    """The same serial; a likely misreading in that year; another serial of the office on that day."""
    d = documents.c
    office = and_(d.number_agency == bindparam("agency"), d.number_unit == bindparam("unit"))
    return or_(
        d.serial == bindparam("serial"),
        and_(d.serial == bindparam("behind_mark"), d.circular),
        and_(d.serial.in_(_several("variants")), d.date.between(bindparam("first"), bindparam("last"))),
        and_(d.date == bindparam("day"), or_(office, d.kind == bindparam("order"))),
    )


def _held_without_number() -> ColumnElement[bool]:
    """Without a number: the kind on that day, or on that day of another year, or in the same file."""
    d = documents.c
    kind = d.kind.in_(_several("kinds"))
    return or_(
        and_(d.source_file_id == bindparam("file"), kind, d.position > 1),
        and_(d.date == bindparam("day"), kind),
        and_(d.date.in_(_several("other_days")), d.serial.is_(None), kind),
    )


def _meant_by_serial() -> ColumnElement[bool]:
    """The mirror of `_held_by_serial`."""
    r = references.c
    office = and_(r.number_agency == bindparam("agency"), r.number_unit == bindparam("unit"))
    return or_(
        r.target_id == bindparam("id"),
        r.serial == bindparam("serial"),
        r.serial == bindparam("as_six"),
        and_(r.serial.in_(_several("variants")), r.date.between(bindparam("first"), bindparam("last"))),
        and_(r.date == bindparam("day"), r.serial.is_not(None), or_(office, r.kind == bindparam("order"))),
    )


def _meant_without_number() -> ColumnElement[bool]:
    """The mirror of `_held_without_number`."""
    r = references.c
    kind = and_(r.serial.is_(None), r.kind == bindparam("kind"))
    return or_(
        r.target_id == bindparam("id"),
        and_(r.date == bindparam("day"), kind),
        and_(r.date.in_(_several("other_days")), kind),
    )


_HELD_BY_SERIAL = held_query().where(_held_by_serial())
_HELD_WITHOUT_NUMBER = held_query().where(_held_without_number())
_MEANT_BY_SERIAL = select(references.c.id).where(_meant_by_serial())
_MEANT_WITHOUT_NUMBER = select(references.c.id).where(_meant_without_number())
_BY_ID = held_query().where(documents.c.id.in_(_several("ids")))
_OWN, _OTHER = references.alias(), references.alias()
_SAME_NUMBER = (
    select(_OTHER.c.id)
    .select_from(_OWN.join(_OTHER, _OTHER.c.number_key == _OWN.c.number_key))
    .where(_OWN.c.id.in_(_several("ids")))
)
_SECONDED = select(func.count(func.distinct(references.c.document_id))).where(
    references.c.number_key == bindparam("key"),
    references.c.date == bindparam("day"),
    references.c.document_id != bindparam("own"),
)


def load_held(session: Session, ids: Iterable[int]) -> list[Held]:
    """The documents of these ids that are letters (no attachments)."""
    wanted = sorted(set(ids))
    found: list[Held] = []
    for at in range(0, len(wanted), CHUNK):
        found.extend(Held(*row) for row in session.execute(_BY_ID, {"ids": wanted[at : at + CHUNK]}))
    return found


def load_cited(session: Session, *conditions: ColumnElement[bool]) -> list[Cited]:
    """The citations that meet the conditions."""
    return [to_cited(row) for row in session.execute(cited_query().where(*conditions))]


def held_for(session: Session, cited: Cited) -> list[Held]:
    """Held letters that the citation could mean."""
    if cited.serial is not None:
        found = session.execute(_HELD_BY_SERIAL, _values_by_serial(cited))
    else:
        values = {
            "file": cited.citing_file,
            "kinds": document_kinds(cited.kind),
            "day": cited.date,
            "other_days": _other_years(cited.date),
        }
        found = session.execute(_HELD_WITHOUT_NUMBER, values)
    return [Held(*row) for row in found]


def _values_by_serial(cited: Cited) -> dict[str, Any]:
    serial = cited.serial or ""
    first, last = _year(cited.date)
    return {
        "serial": serial,
        "behind_mark": serial[1:] if serial.startswith("6") and not cited.circular else None,
        "variants": serial_variants(serial)[1:] if cited.date else (),
        "first": first,
        "last": last,
        "day": cited.date,
        "agency": cited.agency,
        "unit": cited.unit,
        "order": ORDER if cited.kind == ORDER else None,
    }


def _year(day: dt.date | None) -> tuple[dt.date | None, dt.date | None]:
    """First and last day of the calendar year: numbers begin again with it."""
    return (dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)) if day else (None, None)


def _other_years(day: dt.date | None) -> list[dt.date]:
    """The same day and month of the years that offices keep letters of."""
    found = []
    for year in range(FIRST_YEAR, LAST_YEAR + 1) if day else ():
        with suppress(ValueError):
            found.append(day.replace(year=year))  # type: ignore[union-attr]
    return [other for other in found if other != day]


def citations_touched_by(session: Session, held: Sequence[Held]) -> set[int]:
    """Ids of the citations for which one of these letters is a candidate: the mirror of `held_for`."""
    touched: set[int] = set()
    for letter in held:
        if letter.serial is not None:
            touched.update(session.execute(_MEANT_BY_SERIAL, _mirrored(letter)).scalars())
        values = {
            "id": letter.id,
            "day": letter.date,
            "kind": cited_kind(letter.kind),
            "other_days": _other_years(letter.date) if letter.serial is None else [],
        }
        touched.update(session.execute(_MEANT_WITHOUT_NUMBER, values).scalars())
    touched.update(_bound_to(session, {letter.public_id for letter in held}))
    return touched


def _mirrored(letter: Held) -> dict[str, Any]:
    serial = letter.serial or ""
    first, last = _year(letter.date)
    return {
        "id": letter.id,
        "serial": serial,
        "as_six": f"6{serial}" if letter.circular else None,
        "variants": serial_variants(serial)[1:] if letter.date else (),
        "first": first,
        "last": last,
        "day": letter.date,
        "agency": letter.agency,
        "unit": letter.unit,
        "order": ORDER if letter.kind == ORDER else None,
    }


def citations_of_same_number(session: Session, ids: Iterable[int]) -> set[int]:
    """Ids of all citations that give the same number as one of these: they speak for one another."""
    wanted = sorted(set(ids))
    found: set[int] = set()
    for at in range(0, len(wanted), CHUNK):
        found.update(session.execute(_SAME_NUMBER, {"ids": wanted[at : at + CHUNK]}).scalars())
    return found


def times_seconded(session: Session, cited: Cited) -> int:
    """How many other letters cite the same number of the same day: then it was hardly misread."""
    if not cited.number_key or not cited.date:
        return 0
    values = {"key": cited.number_key, "day": cited.date, "own": cited.document_id}
    return int(session.execute(_SECONDED, values).scalar_one())


_AMBIGUOUS = select(references.c.id, references.c.candidates).where(
    references.c.state == ReferenceState.AMBIGUOUS
)


def _bound_to(session: Session, public_ids: set[str]) -> set[int]:
    """Ambiguous citations that name one of these letters among their candidates."""
    return {
        reference_id
        for reference_id, candidates in session.execute(_AMBIGUOUS)
        if any(item["id"] in public_ids for item in candidates or ())
    }
