"""Which citations a letter could be meant by: the mirror of `candidates`, asked when it comes or changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, and_, bindparam, literal_column, or_, select, union
from sqlmodel import Session

from ita_docs.knowledge.among import among
from ita_docs.knowledge.linking.candidates import keys_with
from ita_docs.knowledge.linking.confusion import serial_variants
from ita_docs.knowledge.linking.decide import BAR, MARGIN
from ita_docs.knowledge.linking.loading import CHUNK, load_cited
from ita_docs.knowledge.linking.sides import ORDER, Cited, Held, cited_kind
from ita_docs.knowledge.linking.weigh import weigh
from ita_docs.knowledge.linking.years import calendar_year, days_near, other_years
from ita_docs.knowledge.tables import candidates, documents, references
from models.references import ReferenceState

__all__ = ["citations_touched_by"]


def _meant_by_serial() -> CompoundSelect[Any]:
    """The mirror of `_held_by_serial` and `_held_by_misreading`: each part is answered by an index alone."""
    r = references.c
    office = and_(r.number_agency == bindparam("agency"), r.number_unit == bindparam("unit"))
    order = r.kind == literal_column(f"'{ORDER}'")
    same = among(r.serial, "serials")
    misread = among(r.serial, "variants")
    in_year = r.date.between(bindparam("first"), bindparam("last"))
    by_agency = r.number_agency.is_not_distinct_from(bindparam("agency"))
    near = r.date.between(bindparam("near_first"), bindparam("near_last"))
    in_file = select(documents.c.id).where(documents.c.source_file_id == bindparam("file"))
    return _any_of(
        among(r.number_key, "keys"),
        and_(same, in_year),
        and_(same, among(r.date, "other_days")),
        and_(same, r.date.is_(None)),
        and_(misread, in_year, or_(by_agency, near)),
        and_(r.date == bindparam("day"), office),
        and_(order, r.date == bindparam("order_day")),
        and_(among(r.date, "other_days"), office),
        and_(order, among(r.number_unit, "order_serials")),
        r.document_id.in_(in_file),
    )


def _meant_without_number() -> CompoundSelect[Any]:
    """The mirror of `_held_without_number`."""
    r = references.c
    kind = and_(r.serial.is_(None), r.kind == bindparam("kind"))
    return _any_of(
        and_(r.date == bindparam("day"), kind),
        and_(among(r.date, "other_days"), kind),
    )


def _any_of(*conditions: ColumnElement[bool] | among) -> CompoundSelect[Any]:
    return union(*(select(references.c.id).where(condition) for condition in conditions))


_MEANT_BY_SERIAL = _meant_by_serial()
_MEANT_WITHOUT_NUMBER = _meant_without_number()
_BOUND = union(
    select(references.c.id).where(among(references.c.target_id, "ids")),
    select(candidates.c.reference_id).where(among(candidates.c.document_id, "ids")),
    select(candidates.c.reference_id).where(candidates.c.document_id.is_(None)),
    select(references.c.id).where(
        references.c.state == literal_column(f"'{ReferenceState.HELD}'"), references.c.target_id.is_(None)
    ),
)
"""With the state in the statement, so that SQLite takes the index that has just the orphans."""


def citations_touched_by(session: Session, held: Sequence[Held]) -> set[int]:
    """Ids of the citations that one of these letters may decide otherwise: the mirror of `held_for`.

    Those that it is bound to by an earlier decision or that lost their letter; and of those for which it is
    a candidate the ones for which enough speaks that it could be the letter meant or stand beside it.
    """
    near = {letter.id: _candidates(session, letter) for letter in held}
    cited = {one.id: one for one in load_cited(session, (found for ids in near.values() for found in ids))}
    touched = {
        one for letter in held for one in near[letter.id] if one in cited and _may_matter(cited[one], letter)
    }
    return touched | _bound_to(session, [letter.id for letter in held])


def _candidates(session: Session, letter: Held) -> set[int]:
    """Ids of the citations that look at the letter when they are decided."""
    found: set[int] = set()
    connection = session.connection()
    if letter.serial is not None:
        found.update(connection.execute(_MEANT_BY_SERIAL, _mirrored(letter)).scalars())
    values = {
        "day": letter.date,
        "kind": cited_kind(letter.kind),
        "other_days": other_years(letter.date) if letter.serial is None else (),
    }
    found.update(connection.execute(_MEANT_WITHOUT_NUMBER, values).scalars())
    return found


def _may_matter(cited: Cited, letter: Held) -> bool:
    """Whether the letter can change the decision: believed, or so near below the bar that it is a rival.

    A letter of just this number and day matters always: beside it no misreadings are looked for.
    """
    if (cited.number_key, cited.date) == (letter.number_key, letter.date):
        return True
    weighing = weigh(cited, letter)
    return weighing is not None and weighing.points > BAR - MARGIN


def _mirrored(letter: Held) -> dict[str, Any]:
    serial = letter.serial or ""
    first, last = calendar_year(letter.date)
    near_first, near_last = days_near(letter.date)
    order = letter.kind == ORDER
    variants = serial_variants(serial)[1:]
    return {
        "keys": keys_with([serial, *variants], letter) if order else [letter.number_key],
        "serials": [serial, f"6{serial}"] if letter.circular else [serial],
        "variants": variants if letter.date else (),
        "first": first,
        "last": last,
        "near_first": near_first,
        "near_last": near_last,
        "other_days": other_years(letter.date),
        "day": letter.date,
        "agency": letter.agency,
        "unit": letter.unit,
        "order_day": letter.date if order else None,
        "order_serials": [serial, *variants] if order else (),
        "file": letter.source_file_id,
    }


def _bound_to(session: Session, ids: Iterable[int]) -> set[int]:
    """Citations that mean one of these letters or have it among their candidates; and those of lost ones."""
    wanted = sorted(set(ids))
    found: set[int] = set()
    for at in range(0, max(1, len(wanted)), CHUNK):
        found.update(session.connection().execute(_BOUND, {"ids": wanted[at : at + CHUNK]}).scalars())
    return found
