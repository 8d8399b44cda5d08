"""Which held letters a citation could mean.

The statements are built once and filled with values, since they run for every letter that is filed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, or_
from sqlmodel import Session

from ita_docs.knowledge.among import among
from ita_docs.knowledge.linking.confusion import serial_variants
from ita_docs.knowledge.linking.sides import ORDER, Cited, Held, document_kinds, held_query
from ita_docs.knowledge.linking.years import calendar_year, days_near, other_years
from ita_docs.knowledge.tables import documents

__all__ = ["held_for", "keys_with"]


def _held_by_serial() -> ColumnElement[bool]:
    """The same number; the same serial in that year, or on that day of another, or undated; another serial
    of the office on that day; a letter in the same file.

    Every branch is a lookup in an index: an archive has a serial hundreds of times.
    """
    d = documents.c
    office = and_(d.number_agency == bindparam("agency"), d.number_unit == bindparam("unit"))
    same = among(d.serial, "serials")
    undated = d.serial == bindparam("undated")
    return or_(
        among(d.number_key, "keys"),
        and_(same, d.date.between(bindparam("first"), bindparam("last"))),
        and_(same, among(d.date, "other_days")),
        and_(same, d.date.is_(None)),
        and_(undated, d.number_agency == bindparam("agency")),
        and_(undated, d.kind == bindparam("order")),
        and_(d.date == bindparam("day"), office),
        and_(d.date == bindparam("day"), d.kind == bindparam("order")),
        d.source_file_id == bindparam("file"),
    )


def _held_by_misreading() -> ColumnElement[bool]:
    """A likely misreading of the serial by the agency in that year, or by any about that day; a letter of
    the office on that day of another year.

    A serial, an agency's letters and a day that are all misread are not looked for: in a large archive
    every year has a letter like that.
    """
    d = documents.c
    misread = and_(among(d.serial, "variants"), d.date.between(bindparam("first"), bindparam("last")))
    by_agency = d.number_agency.is_not_distinct_from(bindparam("agency"))
    near = d.date.between(bindparam("near_first"), bindparam("near_last"))
    office = and_(d.number_agency == bindparam("agency"), d.number_unit == bindparam("unit"))
    return or_(
        and_(misread, or_(by_agency, near)),
        and_(among(d.date, "other_days"), office),
        among(d.number_key, "undated_keys"),
    )


def _held_without_number() -> ColumnElement[bool]:
    """Without a number: the kind on that day, or on that day of another year, or in the same file."""
    d = documents.c
    kind = among(d.kind, "kinds")
    return or_(
        and_(d.source_file_id == bindparam("file"), kind, d.position > 1),
        and_(d.date == bindparam("day"), kind),
        and_(among(d.date, "other_days"), d.serial.is_(None), kind),
    )


_HELD_BY_SERIAL = held_query().where(_held_by_serial())
_HELD_BY_MISREADING = held_query().where(_held_by_misreading())
_HELD_WITHOUT_NUMBER = held_query().where(_held_without_number())


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
            "other_days": other_years(cited.date),
        }
        return [Held(*row) for row in session.connection().execute(_HELD_WITHOUT_NUMBER, values)]
    found = [Held(*row) for row in session.connection().execute(_HELD_BY_SERIAL, _values_by_serial(cited))]
    if cited.date and any((held.number_key, held.date) == (cited.number_key, cited.date) for held in found):
        return found
    known = {held.id for held in found}
    misread = session.connection().execute(_HELD_BY_MISREADING, _values_by_misreading(cited))
    return found + [held for row in misread if (held := Held(*row)).id not in known]


def _values_by_serial(cited: Cited) -> dict[str, Any]:
    serial, own = cited.serial or "", cited.own_serial or ""
    behind_mark = [serial[1:]] if serial.startswith("6") and not cited.circular else []
    first, last = calendar_year(cited.date)
    return {
        "keys": [key for key in (cited.number_key, *cited.alternatives) if key],
        "serials": sorted({serial, own, *behind_mark}),
        "first": first,
        "last": last,
        "other_days": other_years(cited.date),
        "undated": None if cited.date else own,
        "day": cited.date,
        "agency": cited.agency,
        "unit": cited.unit,
        "order": ORDER if cited.kind == ORDER else None,
        "file": cited.citing_file,
    }


def _values_by_misreading(cited: Cited) -> dict[str, Any]:
    variants = serial_variants(cited.own_serial or "")[1:]
    first, last = calendar_year(cited.date)
    near_first, near_last = days_near(cited.date)
    return {
        "variants": variants if cited.date else (),
        "first": first,
        "last": last,
        "near_first": near_first,
        "near_last": near_last,
        "other_days": other_years(cited.date),
        "agency": cited.agency,
        "unit": cited.unit,
        "undated_keys": () if cited.date or cited.kind != ORDER else keys_with(variants, cited),
    }


def keys_with(serials: Sequence[str], order: Cited | Held) -> list[str]:
    """An order's number with each of these serials: they stand before its year."""
    key, own = order.number_key or "", order.own_serial or ""
    rest = key.removeprefix(own)
    return [serial + rest for serial in serials] if own and rest != key else []
