"""Duties by filter, each with its letter, its state and every place that tells it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select
from sqlmodel import Session

from ita_docs.knowledge.body_names import names_of_body
from ita_docs.knowledge.citations import Citation, Citations
from ita_docs.knowledge.parties import kinds_bound_with
from ita_docs.knowledge.tables import deadlines, documents, duties, duty_changes, duty_sources
from models.duties import DutyState

__all__ = ["DutyFilter", "find_duties"]


@dataclass(frozen=True, slots=True)
class DutyFilter:
    """Only duties that meet all that is set.

    `fiscal_year` takes duties of letters of that budget year, and those without a year whose day falls into
    it. `party` is a kind of body; duties of the wider kind bind it too. `name` is looked for in who is bound
    and in who issued. `states` None means all.
    """

    topics: tuple[str, ...] = ()
    fiscal_year: int | None = None
    party: str | None = None
    name: str | None = None
    agency: str | None = None
    province: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    letters: tuple[int, ...] | None = None
    states: tuple[str, ...] | None = (DutyState.OPEN, DutyState.DONE)
    limit: int = 2000


def find_duties(session: Session, wanted: DutyFilter) -> list[dict[str, Any]]:
    """The duties in the published shape: dated ones by day, then recurring, relative and undated ones."""
    query = select(duties).where(*_conditions(wanted))
    query = query.order_by(duties.c.due.is_(None), duties.c.due, duties.c.id).limit(wanted.limit)
    rows = session.execute(query).all()
    told = _sources(session, [row.id for row in rows])
    history = _history(session, [row.id for row in rows])
    citations = Citations(session)
    citations.prepare(source for sources in told.values() for source in sources)
    kinds = kinds_bound_with(wanted.party) if wanted.party else ()
    return [
        _duty(row, _own_first(told[row.id], kinds), history[row.id], citations)
        for row in rows
        if told[row.id]
    ]


def _conditions(wanted: DutyFilter) -> list[ColumnElement[bool]]:
    d = duties.c
    found: list[ColumnElement[bool]] = []
    if wanted.states is not None:
        found.append(d.state.in_([str(state) for state in wanted.states]))
    if wanted.topics:
        found.append(d.topic.in_(wanted.topics))
    if wanted.fiscal_year is not None:
        first, last = dt.date(wanted.fiscal_year - 544, 10, 1), dt.date(wanted.fiscal_year - 543, 9, 30)
        in_it = and_(d.fiscal_year.is_(None), d.due.between(first, last))
        found.append(or_(d.fiscal_year == wanted.fiscal_year, in_it))
    if wanted.since is not None:
        found.append(d.due >= wanted.since)
    if wanted.until is not None:
        found.append(d.due <= wanted.until)
    found += _source_conditions(wanted)
    return found


def _source_conditions(wanted: DutyFilter) -> list[ColumnElement[bool]]:
    """Conditions on the letters that tell a duty."""
    found: list[ColumnElement[bool]] = []
    o, told = documents.c, duty_sources.c
    if wanted.party is not None:
        found.append(_told_by(told.party.in_(kinds_bound_with(wanted.party))))
    if wanted.name:
        found.append(_told_by(told.responsible.contains(wanted.name, autoescape=True)))
    if wanted.agency:
        names = names_of_body(wanted.agency)
        found.append(_told_by(or_(*(o.issuer_name.contains(name, autoescape=True) for name in names))))
    if wanted.province:
        named = duties.c.responsible.contains(wanted.province, autoescape=True)
        found.append(or_(_told_by(o.issuer_province == wanted.province), named))
    if wanted.letters is not None:
        found.append(_told_by(or_(o.id.in_(wanted.letters), o.parent_id.in_(wanted.letters))))
    return found


def _told_by(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists(
        select(duty_sources.c.duty_id)
        .select_from(duty_sources.join(deadlines).join(documents, documents.c.id == deadlines.c.document_id))
        .where(duty_sources.c.duty_id == duties.c.id, condition)
    )


def _sources(session: Session, ids: Sequence[int]) -> dict[int, list[Any]]:
    """The tellings of each duty: own words before restated ones, then the earlier letter."""
    found: dict[int, list[Any]] = defaultdict(list)
    for at in range(0, len(ids), 400):
        for row in session.execute(_source_query(ids[at : at + 400])):
            found[row.duty_id].append(row)
    return found


def _source_query(ids: Sequence[int]) -> Select[Any]:
    d = deadlines.c
    return (
        select(
            duty_sources.c.duty_id,
            duty_sources.c.responsible,
            duty_sources.c.party,
            d.document_id,
            d.action,
            d.page,
            d.line,
            d.bbox,
            d.evidence_text,
            d.text,
            documents.c.public_id,
            documents.c.number,
        )
        .select_from(duty_sources.join(deadlines).join(documents, documents.c.id == d.document_id))
        .where(duty_sources.c.duty_id.in_(ids))
        .order_by(d.restated, documents.c.date, documents.c.public_id, d.position)
    )


def _history(session: Session, ids: Sequence[int]) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    c = duty_changes.c
    query = (
        select(
            c.duty_id,
            c.old_state,
            c.new_state,
            c.old_due,
            c.new_due,
            documents.c.number,
            documents.c.public_id,
        )
        .select_from(duty_changes.outerjoin(documents, documents.c.id == c.by_document_id))
        .order_by(c.id)
    )
    for at in range(0, len(ids), 400):
        for row in session.execute(query.where(c.duty_id.in_(ids[at : at + 400]))):
            found[row.duty_id].append(
                {
                    "from": row.old_due.isoformat() if row.old_due else None,
                    "to": row.new_due.isoformat() if row.new_due else None,
                    "state": row.new_state,
                    "letter": row.public_id,
                    "number": row.number,
                }
            )
    return found


def _own_first(sources: list[Any], kinds: tuple[str, ...]) -> list[Any]:
    """The telling that binds the kind of body asked for comes first: its words are the answer."""
    return sorted(sources, key=lambda source: source.party not in kinds) if kinds else sources


def _duty(
    row: Any, sources: list[Any], history: list[dict[str, Any]], citations: Citations
) -> dict[str, Any]:
    cited = [citation for source in sources if (citation := _cite(citations, source)) is not None]
    first = citations.source(sources[0].document_id)
    return {
        "due": row.due.isoformat() if row.due else None,
        "item": row.item,
        "responsible": sources[0].responsible or row.responsible,
        "action": sources[0].action or row.action,
        "text": sources[0].text,
        "rule": row.rule,
        "respond_via": row.respond_via,
        "attachments": row.attachments or [],
        "letter": first.letter,
        "number": first.number,
        "state": row.state,
        "topic": row.topic,
        "fiscal_year": row.fiscal_year,
        "uid": row.uid,
        "history": history,
        "sources": [citation.to_json() for citation in cited],
    }


def _cite(citations: Citations, source: Any) -> Citation | None:
    """The place of one telling; looked for by its words where the parse gave none."""
    found = citations.from_evidence(source.document_id, source)
    return found or citations.find(source.document_id, source.text or "")
