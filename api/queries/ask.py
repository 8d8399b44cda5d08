"""Questions, as the API and the desk ask them."""

from __future__ import annotations

from dataclasses import replace

from sqlmodel import Session

from api.schemas.ask import AskQuery
from ita_docs.knowledge.ask.answer import Answer, ask
from ita_docs.knowledge.ask.understand import understand
from ita_docs.knowledge.search.index import SearchIndex

__all__ = ["ask_letters"]

EDITABLE = ("kind", "topics", "fiscal_year", "party", "agency", "since", "until")


def ask_letters(session: Session, index: SearchIndex, query: AskQuery, office: str | None) -> Answer:
    """Answer a question; what the reader has put right takes the place of what was understood."""
    from api.web.render import today

    edited = {name: value for name in EDITABLE if (value := getattr(query, name)) not in (None, "", [])}
    understood = replace(understand(query.q, today()), **edited) if edited else None
    return ask(session, index, query.q, today=today(), office=office, understood=understood)
