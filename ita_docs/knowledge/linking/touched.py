"""Which citations a letter could be meant by: the mirror of `candidates`, asked when it comes or changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, literal_column, or_, select
from sqlmodel import Session

from ita_docs.knowledge.linking.candidates import ORDER, keys_with
from ita_docs.knowledge.linking.confusion import serial_variants
from ita_docs.knowledge.linking.loading import CHUNK, several
from ita_docs.knowledge.linking.sides import Held, cited_kind
from ita_docs.knowledge.linking.years import calendar_year, other_years
from ita_docs.knowledge.tables import candidates, documents, references

__all__ = ["citations_touched_by"]


def _meant_by_serial() -> ColumnElement[bool]:
    """The mirror of `_held_by_serial` and `_held_by_misreading`."""
    r = references.c
    office = and_(r.number_agency == bindparam("agency"), r.number_unit == bindparam("unit"))
    order = r.kind == literal_column(f"'{ORDER}'")
    same = r.serial.in_(several("serials"))
    in_year = r.date.between(bindparam("first"), bindparam("last"))
    in_file = select(documents.c.id).where(documents.c.source_file_id == bindparam("file"))
    return or_(
        r.target_id == bindparam("id"),
        r.number_key.in_(several("keys")),
        and_(same, in_year),
        and_(same, r.date.in_(several("other_days"))),
        and_(same, r.date.is_(None)),
        and_(r.serial.in_(several("variants")), in_year),
        and_(r.date == bindparam("day"), r.serial.is_not(None), office),
        and_(order, r.date == bindparam("order_day")),
        and_(r.date.in_(several("other_days")), office),
        and_(order, r.number_unit.in_(several("order_serials"))),
        r.document_id.in_(in_file),
    )


def _meant_without_number() -> ColumnElement[bool]:
    """The mirror of `_held_without_number`."""
    r = references.c
    kind = and_(r.serial.is_(None), r.kind == bindparam("kind"))
    return or_(
        r.target_id == bindparam("id"),
        and_(r.date == bindparam("day"), kind),
        and_(r.date.in_(several("other_days")), kind),
    )


_MEANT_BY_SERIAL = select(references.c.id).where(_meant_by_serial())
_MEANT_WITHOUT_NUMBER = select(references.c.id).where(_meant_without_number())
_BOUND = select(candidates.c.reference_id).where(candidates.c.document_id.in_(several("ids")))
_LOST = select(candidates.c.reference_id).where(candidates.c.document_id.is_(None))


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
            "other_days": other_years(letter.date) if letter.serial is None else (),
        }
        touched.update(session.execute(_MEANT_WITHOUT_NUMBER, values).scalars())
    return touched | _bound_to(session, [letter.id for letter in held])


def _mirrored(letter: Held) -> dict[str, Any]:
    serial = letter.serial or ""
    first, last = calendar_year(letter.date)
    order = letter.kind == ORDER
    variants = serial_variants(serial)[1:]
    return {
        "id": letter.id,
        "keys": keys_with([serial, *variants], letter) if order else [letter.number_key],
        "serials": [serial, f"6{serial}"] if letter.circular else [serial],
        "variants": variants if letter.date else (),
        "first": first,
        "last": last,
        "other_days": other_years(letter.date),
        "day": letter.date,
        "agency": letter.agency,
        "unit": letter.unit,
        "order_day": letter.date if order else None,
        "order_serials": [serial, *variants] if order else (),
        "file": letter.source_file_id,
    }


def _bound_to(session: Session, ids: Iterable[int]) -> set[int]:
    """Ambiguous citations that have one of these letters among their candidates, or one that is gone."""
    wanted = sorted(set(ids))
    found = set(session.execute(_LOST).scalars())
    for at in range(0, len(wanted), CHUNK):
        found.update(session.execute(_BOUND, {"ids": wanted[at : at + CHUNK]}).scalars())
    return found
