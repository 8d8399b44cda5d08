"""The five things an assistant can ask, each answered from the store with citations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlmodel import Session

    from ita_docs.knowledge.search.index import SearchIndex
    from ita_docs.settings import Settings

__all__ = ["Desk"]

JSON = dict[str, Any]

ROWS = 50
"""Rows of one answer that an assistant is given at least; `total` says how many there are."""


class Desk:
    """The store and its index, opened once and looked at only. Every answer has `citations` in it."""

    def __init__(self, settings: Settings):
        from ita_docs.knowledge.search.index import SearchIndex
        from models.migrate import open_database

        self._settings = settings
        self._engine: Engine = open_database(settings.url)
        self._index: SearchIndex = SearchIndex(settings.index)
        self._index.check(self._engine)

    @contextmanager
    def _looking(self) -> Iterator[Session]:
        from models.session import reading

        self._index.catch_up(self._engine)
        with reading(self._engine) as session:
            yield session

    def ask(self, question: str, limit: int = 10) -> JSON:
        """Rows that answer a question, and how it was understood."""
        from ita_docs.knowledge.ask.answer import ask

        with self._looking() as session:
            office, most = self._settings.office, max(limit, ROWS)
            return ask(session, self._index, question, office=office, limit=limit, most=most).to_json()

    def search(
        self, query: str, limit: int = 10, fiscal_year: int | None = None, province: str | None = None
    ) -> JSON:
        """Letters with the passages that hold the words."""
        from ita_docs.knowledge.search.filters import Filters
        from ita_docs.knowledge.search.search import search

        filters = Filters(fiscal_year=fiscal_year, province=province)
        with self._looking() as session:
            found = search(session, self._index, query, filters, limit=limit).to_json()
        for result in found["results"]:
            result["citations"] = result.pop("passages")
        return found

    def letter(self, letter: str) -> JSON:
        """One letter's fields, each with the place where it stands."""
        from ita_docs.assistant.letter_card import letter_card
        from ita_docs.knowledge.naming import one_letter

        with self._looking() as session:
            return letter_card(session, *one_letter(session, letter))

    def chain(self, letter: str, direction: str = "family", depth: int = 10) -> JSON:
        """The letters around one, and for each bond the line that cites."""
        from ita_docs.knowledge.chain_citations import cite_links
        from ita_docs.knowledge.chains import chain_of

        with self._looking() as session:
            found = chain_of(session, letter, _direction(direction), depth).to_json()
            return cite_links(session, found)

    def duties(
        self, programme: str | None = None, fiscal_year: int | None = None, party: str | None = None,
        province: str | None = None, since: str | None = None, until: str | None = None,
        states: list[str] | None = None, limit: int = 50,
    ) -> JSON:  # fmt: skip
        """Who must do what by when; `sources` of each are its citations."""
        from ita_docs.knowledge.duties.lists import DutyFilter, find_duties
        from ita_docs.knowledge.parties import kind_of_party

        wanted = DutyFilter(
            topics=(programme,) if programme else (),
            fiscal_year=fiscal_year,
            party=(kind_of_party(party) or party) if party else None,
            province=province,
            since=_day(since),
            until=_day(until),
            states=None if states and "all" in states else tuple(states or ("open", "done")),
            limit=limit,
        )
        with self._looking() as session:
            rows = find_duties(session, wanted)
        results = [{**row, "citations": row.pop("sources")} for row in rows]
        return {"count": len(results), "results": results}


def _direction(text: str) -> Any:
    from ita_docs.errors import WrongUse

    if text not in ("ancestors", "descendants", "family"):
        raise WrongUse(f"direction {text}: ancestors, descendants, family")
    return text


def _day(text: str | None) -> dt.date | None:
    from ita_docs.errors import WrongUse

    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError as error:
        raise WrongUse(f"{text}: YYYY-MM-DD") from error
