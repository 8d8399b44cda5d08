"""Letters that the tests of linking file, and what linking made of them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine, select
from sqlmodel import Session, col

from models import CitedLetter, Document, Link, Reference
from models.session import reading

CIRCULAR = {
    "number": "มท 0322/ว 1861",
    "date": "2024-01-18",
    "issuer": "กรมการปกครอง",
    "subject": "ปฏิทินการประเมินคุณธรรมและความโปร่งใสของอำเภอ",
}
RELAY = {
    "number": "สน 0018.1/ว 127",
    "date": "2024-01-23",
    "issuer": "จังหวัดสกลนคร",
    "subject": "การประเมินคุณธรรมและความโปร่งใสของอำเภอ",
    "references": [
        {"number": "มท 0322/ว 1861", "date": "2024-01-18", "issuer": "กรมการปกครอง", "where": "enclosure"}
    ],
}


def states(engine: Engine) -> list[tuple[str, str | None]]:
    """State and target of every citation, in order."""
    with reading(engine) as session:
        query = (
            select(Reference.state, Document.public_id)
            .outerjoin(Document, col(Document.id) == col(Reference.target_id))
            .order_by(col(Reference.id))
        )
        return [tuple(row) for row in session.execute(query)]


def edges(session: Session) -> set[tuple[Any, ...]]:
    """The graph by public ids."""
    ids = dict(session.execute(select(Document.id, Document.public_id)).all())
    unseen = dict(session.execute(select(CitedLetter.id, CitedLetter.public_id)).all())
    return {
        (ids[link.from_id], ids.get(link.to_id) or unseen[link.to_cited_id], link.kind)
        for link in session.execute(select(Link)).scalars()
    }
