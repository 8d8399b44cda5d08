"""Which held letters a citation could mean, and which citations a letter could be meant by: one rule.

The statements are built once and filled with values, since they run for every letter that is filed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, or_, select
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
from ita_docs.knowledge.tables import candidates, documents, references

__all__ = [
    "CHUNK",
    "citations_seconded",
    "citations_touched_by",
    "held_for",
    "is_seconded",
    "load_cited",
    "load_held",
]

CHUNK = 400
"""Ids asked for at once: SQLite takes no more than 999 values in older builds."""

BUDDHIST = 543
"""Years from the common era to the Buddhist one, whose digits stand on paper."""

NEAR = 3
"""Days by which a day may be off without being misread."""

SECONDERS = 12
"""Citations of one number that are looked at: more than one letter makes of it."""

ORDER = "order"
"""The kind whose number has no office letters, but serial and year."""

YEARS = 15
"""Years by which a year may be off; farther ones are looked at only where their digits are misreadings."""


def _several(name: str) -> Any:
    return bindparam(name, expanding=True)


def _held_by_serial() -> ColumnElement[bool]:
    """The same number; the same serial in that year, or on that day of another, or undated; another serial
    of the office on that day; a letter in the same file.

    Every branch is a lookup in an index: an archive has a serial hundreds of times.
    """
    d = documents.c
    office = and_(d.number_agency == bindparam("agency"), d.number_unit == bindparam("unit"))
    same = d.serial.in_(_several("serials"))
    undated = d.serial == bindparam("undated")
    return or_(
        d.number_key.in_(_several("keys")),
        and_(same, d.date.between(bindparam("first"), bindparam("last"))),
        and_(same, d.date.in_(_several("other_days"))),
        and_(same, d.date.is_(None)),
        and_(undated, d.number_agency == bindparam("agency")),
        and_(undated, d.kind == bindparam("order")),
        and_(d.date == bindparam("day"), office),
        and_(d.date == bindparam("day"), d.kind == bindparam("order")),
        d.source_file_id == bindparam("file"),
    )


def _held_by_misreading() -> ColumnElement[bool]:
    """A likely misreading of the serial in that year; a letter of the office on that day of another year."""
    d = documents.c
    office = and_(d.number_agency == bindparam("agency"), d.number_unit == bindparam("unit"))
    return or_(
        and_(d.serial.in_(_several("variants")), d.date.between(bindparam("first"), bindparam("last"))),
        and_(d.date.in_(_several("other_days")), office),
        d.number_key.in_(_several("undated_keys")),
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
    """The mirror of `_held_by_serial` and `_held_by_misreading`."""
    r = references.c
    office = and_(r.number_agency == bindparam("agency"), r.number_unit == bindparam("unit"))
    order = r.kind == bindparam("order")
    same = r.serial.in_(_several("serials"))
    in_year = r.date.between(bindparam("first"), bindparam("last"))
    in_file = select(documents.c.id).where(documents.c.source_file_id == bindparam("file"))
    return or_(
        r.target_id == bindparam("id"),
        r.number_key.in_(_several("keys")),
        and_(same, in_year),
        and_(same, r.date.in_(_several("other_days"))),
        and_(same, r.date.is_(None)),
        and_(r.serial.in_(_several("variants")), in_year),
        and_(r.date == bindparam("day"), r.serial.is_not(None), office),
        and_(r.date == bindparam("day"), r.serial.is_not(None), order),
        and_(r.date.in_(_several("other_days")), office),
        and_(r.kind == ORDER, r.number_unit == bindparam("order_serial")),
        r.document_id.in_(in_file),
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
_HELD_BY_MISREADING = held_query().where(_held_by_misreading())
_HELD_WITHOUT_NUMBER = held_query().where(_held_without_number())
_MEANT_BY_SERIAL = select(references.c.id).where(_meant_by_serial())
_MEANT_WITHOUT_NUMBER = select(references.c.id).where(_meant_without_number())
_BY_ID = held_query().where(documents.c.id.in_(_several("ids")))
_NUMBERS = (
    select(references.c.number_key, references.c.date, references.c.number_agency, references.c.number_unit)
    .where(
        references.c.id.in_(_several("ids")),
        references.c.number_key.is_not(None),
        references.c.date.is_not(None),
    )
    .distinct()
)
_CITED_ALIKE = select(references.c.id, references.c.document_id).where(references.c.date == bindparam("day"))
_SAME_NUMBER = _CITED_ALIKE.where(references.c.number_key == bindparam("key")).limit(bindparam("most"))
_SAME_OFFICE = _CITED_ALIKE.where(
    references.c.number_agency == bindparam("agency"), references.c.number_unit == bindparam("unit")
).limit(bindparam("most"))
_BY_ANOTHER = references.c.document_id != bindparam("own")
_SECONDED = _SAME_NUMBER.where(_BY_ANOTHER)
_DAY_SECONDED = _SAME_OFFICE.where(_BY_ANOTHER)
_BOUND = select(candidates.c.reference_id).where(candidates.c.document_id.in_(_several("ids")))
_LOST = select(candidates.c.reference_id).where(candidates.c.document_id.is_(None))


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
    """Held letters that the citation could mean.

    Misreadings are looked for only where no letter has just this number and day: a citation that names a
    held letter exactly is not taken for a misreading of another, unless that one lies in the same file.
    """
    if cited.serial is None:
        values = {
            "file": cited.citing_file,
            "kinds": document_kinds(cited.kind),
            "day": cited.date,
            "other_days": _other_years(cited.date),
        }
        return [Held(*row) for row in session.execute(_HELD_WITHOUT_NUMBER, values)]
    found = [Held(*row) for row in session.execute(_HELD_BY_SERIAL, _values_by_serial(cited))]
    if cited.date and any((held.number_key, held.date) == (cited.number_key, cited.date) for held in found):
        return found
    known = {held.id for held in found}
    misread = session.execute(_HELD_BY_MISREADING, _values_by_misreading(cited))
    return found + [held for row in misread if (held := Held(*row)).id not in known]


def _values_by_serial(cited: Cited) -> dict[str, Any]:
    serial, own = cited.serial or "", cited.own_serial or ""
    behind_mark = [serial[1:]] if serial.startswith("6") and not cited.circular else []
    first, last = _year(cited.date)
    return {
        "keys": [key for key in (cited.number_key, *cited.alternatives) if key],
        "serials": sorted({serial, own, *behind_mark}),
        "first": first,
        "last": last,
        "other_days": _other_years(cited.date),
        "undated": None if cited.date else own,
        "day": cited.date,
        "agency": cited.agency,
        "unit": cited.unit,
        "order": ORDER if cited.kind == ORDER else None,
        "file": cited.citing_file,
    }


def _values_by_misreading(cited: Cited) -> dict[str, Any]:
    variants = serial_variants(cited.own_serial or "")[1:]
    first, last = _year(cited.date)
    return {
        "variants": variants if cited.date else (),
        "first": first,
        "last": last,
        "other_days": _other_years(cited.date),
        "agency": cited.agency,
        "unit": cited.unit,
        "undated_keys": () if cited.date else _keys_of(cited, variants),
    }


def _keys_of(cited: Cited, variants: Sequence[str]) -> list[str]:
    """The number with other serials. An order's stands before the year, a letter's after its office."""
    key, own = cited.number_key or "", cited.own_serial or ""
    if cited.kind == ORDER:
        rest = key.removeprefix(own)
        return [variant + rest for variant in variants] if rest != key else []
    return []


def _year(day: dt.date | None) -> tuple[dt.date | None, dt.date | None]:
    """First and last day of the calendar year, as numbers begin again with it, and of days near to it."""
    if day is None:
        return None, None
    near = dt.timedelta(days=NEAR)
    return min(dt.date(day.year, 1, 1), day - near), max(dt.date(day.year, 12, 31), day + near)


@lru_cache(maxsize=4096)
def _other_years(day: dt.date | None) -> tuple[dt.date, ...]:
    """The same day and month of years near by, and of those that this year may be a misreading of.

    The relation is symmetric: what a citation looks for finds the citation when it arrives.
    """
    found = []
    for year in _years_of(day.year) if day else ():
        with suppress(ValueError):
            found.append(day.replace(year=year))  # type: ignore[union-attr]
    return tuple(found)


@lru_cache(maxsize=256)
def _years_of(year: int) -> tuple[int, ...]:
    misread = {
        int(text) - BUDDHIST
        for text in serial_variants(str(year + BUDDHIST))
        if len(text) == 4 and dt.MINYEAR <= int(text) - BUDDHIST <= dt.MAXYEAR
    }
    near = {other for other in range(year - YEARS, year + YEARS + 1) if other >= dt.MINYEAR}
    return tuple(sorted((misread | near) - {year}))


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
            "other_days": _other_years(letter.date) if letter.serial is None else (),
        }
        touched.update(session.execute(_MEANT_WITHOUT_NUMBER, values).scalars())
    return touched | citations_bound_to(session, [letter.id for letter in held])


def _mirrored(letter: Held) -> dict[str, Any]:
    serial = letter.serial or ""
    first, last = _year(letter.date)
    order = letter.kind == ORDER
    return {
        "id": letter.id,
        "keys": [letter.number_key] if letter.number_key else [],
        "serials": [serial, f"6{serial}"] if letter.circular else [serial],
        "variants": serial_variants(serial)[1:] if letter.date else (),
        "first": first,
        "last": last,
        "other_days": _other_years(letter.date),
        "day": letter.date,
        "agency": letter.agency,
        "unit": letter.unit,
        "order": ORDER if order else None,
        "order_serial": serial if order else None,
        "file": letter.source_file_id,
    }


def citations_seconded(session: Session, ids: Iterable[int]) -> set[int]:
    """Ids of the citations that begin or cease to be seconded by one of these: they speak for one another.

    What two other letters cite already is seconded whatever a third one says.
    """
    known = set(ids)
    wanted = sorted(known)
    found: set[int] = set()
    for at in range(0, len(wanted), CHUNK):
        for key, day, agency, unit in session.execute(_NUMBERS, {"ids": wanted[at : at + CHUNK]}).all():
            values = {"key": key, "day": day, "agency": agency, "unit": unit}
            found |= _others(session, _SAME_NUMBER, values, known)
            if agency and unit:
                found |= _others(session, _SAME_OFFICE, values, known)
    return found


def _others(session: Session, query: Select[Any], values: dict[str, Any], known: set[int]) -> set[int]:
    rows = session.execute(query, {**values, "most": len(known) + SECONDERS})
    others = [row for row in rows if row.id not in known]
    return {row.id for row in others} if len({row.document_id for row in others}) <= 1 else set()


def is_seconded(session: Session, cited: Cited, *, only_day: bool = False) -> bool:
    """Whether another letter cites the same number of the same day: then it was hardly misread.

    `only_day`: whether one cites any letter of that office and day, so that the day was hardly misread.
    """
    values = {
        "key": cited.number_key,
        "day": cited.date,
        "agency": cited.agency,
        "unit": cited.unit,
        "own": cited.document_id,
        "most": 1,
    }
    if not cited.number_key or not cited.date or (only_day and not (cited.agency and cited.unit)):
        return False
    return session.execute(_DAY_SECONDED if only_day else _SECONDED, values).first() is not None


def citations_bound_to(session: Session, ids: Iterable[int]) -> set[int]:
    """Ambiguous citations that have one of these letters among their candidates, or one that is gone."""
    wanted = sorted(set(ids))
    found = set(session.execute(_LOST).scalars())
    for at in range(0, len(wanted), CHUNK):
        found.update(session.execute(_BOUND, {"ids": wanted[at : at + CHUNK]}).scalars())
    return found
