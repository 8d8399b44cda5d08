"""What a reader may mean while they still type: numbers, bodies, subjects."""

from __future__ import annotations

from sqlalchemy import select
from sqlmodel import Session, col

from api.queries.letters import escape_like
from ita_docs.knowledge.search.holding import letters_holding
from ita_docs.knowledge.search.index import SearchIndex
from models import Agency, Document
from models.columns import newest_first
from models.keys import number_key

__all__ = ["suggest"]

MOST = 8
LOOKED_AT = 60
"""Letters whose subject is looked at."""

QUESTIONS = (
    "ITA 2568 ต้องทำอะไร ภายในเมื่อไร",
    "อำเภอต้องทำอะไรบ้างในเดือนนี้",
    "ประชุมครั้งหน้าเมื่อไร ที่ไหน",
)


def suggest(session: Session, index: SearchIndex, typed: str) -> list[str]:
    """At most eight completions, numbers first; subjects are looked up in the index."""
    typed = typed.strip()
    if len(typed) < 2:
        return []
    found: dict[str, None] = {}
    for part in (_numbers(session, typed), _bodies(session, typed), _subjects(session, index, typed)):
        found.update(dict.fromkeys(part))
    found.update(dict.fromkeys(question for question in QUESTIONS if typed in question))
    return list(found)[:MOST]


def _numbers(session: Session, typed: str) -> list[str]:
    key = number_key(typed)
    if not key or not any(char.isdigit() for char in key):
        return []
    query = (
        select(col(Document.number))
        .where(col(Document.number_key) >= key, col(Document.number_key) < f"{key}\U0010ffff")
        .order_by(newest_first(col(Document.date)), col(Document.id))
        .limit(MOST)
    )
    return [number for number in session.execute(query).scalars() if number]


def _bodies(session: Session, typed: str) -> list[str]:
    part = f"%{escape_like(typed)}%"
    query = select(col(Agency.name)).where(col(Agency.name).ilike(part, escape="\\"))
    return list(session.execute(query.order_by(col(Agency.name)).limit(3)).scalars())


def _subjects(session: Session, index: SearchIndex, typed: str) -> list[str]:
    holding = letters_holding(index, typed, subject=True, most=LOOKED_AT)
    query = (
        select(col(Document.subject))
        .where(col(Document.id).in_(holding), col(Document.kind) != "attachment")
        .order_by(newest_first(col(Document.date)), col(Document.id))
        .limit(20)
    )
    subjects = dict.fromkeys(subject for subject in session.execute(query).scalars() if subject)
    return [subject for subject in subjects if len(subject) <= 120][:4]
