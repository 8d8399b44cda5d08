"""What other letters cite: a number or a day that two letters give alike was hardly misread."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlmodel import Session

from ita_docs.knowledge.among import among
from ita_docs.knowledge.linking.loading import CHUNK
from ita_docs.knowledge.linking.sides import Cited
from ita_docs.knowledge.tables import references

__all__ = ["citations_seconded", "is_seconded"]

SECONDERS = 12
"""Citations of one number that are looked at: more than one letter makes of it."""

_NUMBERS = (
    select(references.c.number_key, references.c.date, references.c.number_agency, references.c.number_unit)
    .where(
        among(references.c.id, "ids"),
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


def citations_seconded(session: Session, ids: Iterable[int]) -> set[int]:
    """Ids of the citations that begin or cease to be seconded by one of these: they speak for one another.

    What two other letters cite already is seconded whatever a third one says.
    """
    known = set(ids)
    wanted = sorted(known)
    found: set[int] = set()
    for at in range(0, len(wanted), CHUNK):
        for key, day, agency, unit in (
            session.connection().execute(_NUMBERS, {"ids": wanted[at : at + CHUNK]}).all()
        ):
            values = {"key": key, "day": day, "agency": agency, "unit": unit}
            found |= _others(session, _SAME_NUMBER, values, known)
            if agency and unit:
                found |= _others(session, _SAME_OFFICE, values, known)
    return found


def _others(session: Session, query: Select[Any], values: dict[str, Any], known: set[int]) -> set[int]:
    rows = session.connection().execute(query, {**values, "most": len(known) + SECONDERS})
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
    return session.connection().execute(_DAY_SECONDED if only_day else _SECONDED, values).first() is not None
