"""Letters that are cited but not held, and which held ones are cited most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session, col

from api.paging import PageQuery
from models import CitedLetter, Document, Link, Reference
from models.columns import newest_first

__all__ = ["MissingLetter", "count_missing", "missing_letters", "most_cited"]

CITING_SHOWN = 3


@dataclass(frozen=True, slots=True)
class MissingLetter:
    """A letter known from citations, with some of the letters that cite it."""

    letter: CitedLetter
    citing: list[Document]


def count_missing(session: Session) -> int:
    """How many letters are cited but not held."""
    query = select(func.count(col(CitedLetter.id))).where(*_conditions())
    return int(session.execute(query).scalar_one())


def missing_letters(session: Session, query: PageQuery) -> list[MissingLetter]:
    """One page of them, the most cited first."""
    rows: Sequence[CitedLetter] = (
        session.execute(
            select(CitedLetter)
            .where(*_conditions())
            .order_by(
                col(CitedLetter.citations).desc(), newest_first(col(CitedLetter.date)), col(CitedLetter.id)
            )
            .offset(query.offset)
            .limit(query.page_size)
        )
        .scalars()
        .all()
    )
    return [MissingLetter(row, _citing(session, row)) for row in rows]


def most_cited(session: Session, limit: int) -> list[tuple[Document, int]]:
    """The held letters on which most others hang."""
    counted = (
        select(col(Link.to_id), func.count().label("bonds"))
        .where(col(Link.to_id).is_not(None))
        .group_by(col(Link.to_id))
        .order_by(func.count().desc(), col(Link.to_id))
        .limit(limit)
    )
    found = session.execute(counted).all()
    held = select(Document).where(col(Document.id).in_([row.to_id for row in found]))
    by_id = {document.id: document for document in session.execute(held).scalars()}
    return [(by_id[row.to_id], int(row.bonds)) for row in found if row.to_id in by_id]


def _conditions() -> list[Any]:
    return [col(CitedLetter.document_id).is_(None), col(CitedLetter.citations) > 0]


def _citing(session: Session, letter: CitedLetter) -> list[Document]:
    query = (
        select(Document)
        .join(Reference, col(Reference.document_id) == col(Document.id))
        .where(col(Reference.cited_letter_id) == letter.id)
        .order_by(newest_first(col(Document.date)), col(Document.id))
        .limit(CITING_SHOWN + 1)
    )
    return list({document.id: document for document in session.execute(query).scalars()}.values())
