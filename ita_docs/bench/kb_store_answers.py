"""Everything that is asked of a store to compare it with another one, as plain JSON."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ita_docs.bench.kb_world import WorldFile

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlmodel import Session

    from ita_docs.bench.kb_question_draw import Drawn
    from ita_docs.knowledge.search.index import SearchIndex

__all__ = ["Answers", "Asked", "asked_of", "measured"]

Answers = dict[str, dict[str, Any]]
"""Of each part the answers by what was asked."""

Timed = Callable[[str, Callable[[], Any]], Any]

LETTERS = 300
"""Letters whose chain is asked for: by id, and by number."""


@dataclass(slots=True)
class Asked:
    """Questions, search queries and the numbers of letters."""

    questions: list[Drawn]
    queries: list[str]
    numbers: list[str]


def asked_of(files: Sequence[WorldFile], seed: int) -> Asked:
    """The questions of every set, the search queries of every class, and letters' numbers, for this world."""
    from ita_docs.bench.kb_question_draw import draw, patterns
    from ita_docs.bench.kb_question_truth import Facts
    from ita_docs.bench.kb_questions import SETS
    from ita_docs.bench.kb_search_world import Texts, class_queries

    facts = Facts(files)
    asks = (pattern for name in SETS for pattern in patterns(name))
    drawn = (draw(facts, ask, random.Random(f"stores {seed} {at}")) for at, ask in enumerate(asks))
    classes = class_queries(files, Texts(files), seed)
    numbers = [(file.documents[0]["number"] or {}).get("canonical") for file in files]
    step = max(1, len(numbers) // LETTERS)
    queries = [query for some in classes.values() for query in some]
    return Asked([one for one in drawn if one], queries, [number for number in numbers[::step] if number])


def measured(engine: Engine, index: SearchIndex, asked: Asked, timed: Timed) -> Answers:
    """The answers of one store to all that is asked; `timed` runs each part."""
    from models.session import reading

    with reading(engine) as session:
        parts: dict[str, Callable[[], dict[str, Any]]] = {
            "citations": lambda: _citations(session),
            "links": lambda: _links(session),
            "cited letters": lambda: _cited_letters(session),
            "duties": lambda: _duties(session),
            "calendar": lambda: _calendar(session),
            "chains": lambda: _chains(session, asked.numbers),
            "questions": lambda: _questions(session, index, asked.questions),
            "search": lambda: _search(session, index, asked.queries),
        }
        return {name: timed(name, work) for name, work in parts.items()}


def _citations(session: Session) -> dict[str, Any]:
    """Every citation with its state, its target, and why."""
    from sqlalchemy import select

    from ita_docs.knowledge.tables import documents, references

    r, target = references.c, documents.alias()
    query = (
        select(
            documents.c.public_id, r.position, r.state, r.link_kind, r.why, r.candidates, target.c.public_id
        )
        .join(documents, documents.c.id == r.document_id)
        .outerjoin(target, target.c.id == r.target_id)
    )
    return {f"{row[0]} {row[1]}": list(row[2:]) for row in session.execute(query)}


def _links(session: Session) -> dict[str, Any]:
    """Every edge, between held letters and to those known from citations only."""
    from sqlalchemy import select

    from ita_docs.knowledge.tables import cited_letters, documents, links

    onto = documents.alias()
    query = (
        select(
            documents.c.public_id, onto.c.public_id, cited_letters.c.public_id, links.c.kind, links.c.evidence
        )
        .join(documents, documents.c.id == links.c.from_id)
        .outerjoin(onto, onto.c.id == links.c.to_id)
        .outerjoin(cited_letters, cited_letters.c.id == links.c.to_cited_id)
    )
    return {f"{row[0]} {row[1] or row[2]} {row[3]}": row[4] for row in session.execute(query)}


def _cited_letters(session: Session) -> dict[str, Any]:
    """Every letter known from citations, with what is known of it."""
    from sqlalchemy import select

    from ita_docs.knowledge.tables import cited_letters

    rows = session.execute(select(cited_letters)).mappings()
    return {
        row["public_id"]: {name: str(value) for name, value in row.items() if name != "first_seen"}
        for row in rows
    }


def _duties(session: Session) -> dict[str, Any]:
    """The whole register, and its parts by kind of body, budget year and programme."""
    from ita_docs.knowledge.duties.lists import DutyFilter, find_duties

    wanted = {"all": DutyFilter(states=None, limit=100_000), "open": DutyFilter()}
    wanted |= {party: DutyFilter(party=party) for party in ("district", "province", "local")}
    wanted |= {str(year): DutyFilter(fiscal_year=year, states=None) for year in (2566, 2567, 2568, 2569)}
    wanted |= {"ita": DutyFilter(topics=("ITA",)), "agency": DutyFilter(agency="กรมส่งเสริมการปกครองท้องถิ่น")}
    return {name: find_duties(session, one) for name, one in wanted.items()}


def _calendar(session: Session) -> dict[str, Any]:
    """The lines of the calendar file, but for the moments of filing."""
    from ita_docs.knowledge.calendar_file import calendar_of

    lines = calendar_of(session).decode().splitlines()
    return {"all": [line for line in lines if not line.startswith(("DTSTAMP", "SEQUENCE"))]}


def _chains(session: Session, numbers: Sequence[str]) -> dict[str, Any]:
    """The families of letters named by their numbers."""
    from ita_docs.knowledge.chains import chain_of

    return {number: chain_of(session, number).to_json() for number in numbers}


def _questions(session: Session, index: SearchIndex, questions: Sequence[Drawn]) -> dict[str, Any]:
    """Whole answers, with what was understood and every citation."""
    from ita_docs.knowledge.ask.answer import ask

    return {
        f"{question.text} ({question.today})": ask(
            session, index, question.text, today=question.today
        ).to_json()
        for question in questions
    }


def _search(session: Session, index: SearchIndex, queries: Sequence[str]) -> dict[str, Any]:
    """Hits with scores, passages and facets."""
    from ita_docs.knowledge.search.search import search

    return {query: search(session, index, query, limit=50, facets=True).to_json() for query in queries}
