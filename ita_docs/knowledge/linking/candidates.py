"""Which held letters a citation could mean, and which citations a letter could be meant by: one rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, and_, or_, select
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

__all__ = ["citations_touched_by", "held_for", "load_cited", "load_held"]

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
    """Held letters whose number or day agrees with the citation, or nearly so."""
    conditions: list[ColumnElement[bool]] = []
    if cited.serial is not None:
        conditions.append(documents.c.serial == cited.serial)
        if cited.serial.startswith("6") and not cited.circular:
            conditions.append(and_(documents.c.serial == cited.serial[1:], documents.c.circular))
        if cited.date is not None:
            variants = serial_variants(cited.serial)
            conditions.append(and_(documents.c.serial.in_(variants), documents.c.date == cited.date))
    elif cited.date is not None:
        kinds = document_kinds(cited.kind)
        conditions.append(and_(documents.c.date == cited.date, documents.c.kind.in_(kinds)))
    found: dict[int, Held] = {}
    for condition in conditions:
        for row in session.execute(held_query().where(condition)):
            found[row[0]] = Held(*row)
    return list(found.values())


def citations_touched_by(session: Session, held: Sequence[Held]) -> set[int]:
    """Ids of the citations for which one of these letters is a candidate: the mirror of `held_for`."""
    touched: set[int] = set()
    for letter in held:
        query = select(references.c.id).where(or_(*_mirror(letter)))
        touched.update(session.execute(query).scalars())
    touched.update(_bound_to(session, {letter.public_id for letter in held}))
    return touched


def _mirror(letter: Held) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [references.c.target_id == letter.id]
    if letter.serial is not None:
        conditions.append(references.c.serial == letter.serial)
        if letter.circular:
            conditions.append(references.c.serial == f"6{letter.serial}")
        if letter.date is not None:
            variants = serial_variants(letter.serial)
            conditions.append(and_(references.c.serial.in_(variants), references.c.date == letter.date))
    if letter.date is not None:
        conditions.append(
            and_(
                references.c.serial.is_(None),
                references.c.date == letter.date,
                references.c.kind == cited_kind(letter.kind),
            )
        )
    return conditions


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
