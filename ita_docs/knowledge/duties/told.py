"""Duties as they are told: their sources, their history, their citations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, select
from sqlmodel import Session

from ita_docs.knowledge.citations import Citation, Citations
from ita_docs.knowledge.duties.wording import shown_action
from ita_docs.knowledge.tables import deadlines, documents, duty_changes, duty_sources
from models.columns import oldest_first

__all__ = ["as_published", "histories", "sources_of"]


def sources_of(session: Session, ids: Sequence[int]) -> dict[int, list[Any]]:
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
            documents.c.kind,
            documents.c.issuer_province,
        )
        .select_from(duty_sources.join(deadlines).join(documents, documents.c.id == d.document_id))
        .where(duty_sources.c.duty_id.in_(ids))
        .order_by(d.restated, oldest_first(documents.c.date), documents.c.public_id, d.position)
    )


def histories(session: Session, ids: Sequence[int]) -> dict[int, list[dict[str, Any]]]:
    """What became of each duty, and by which letter."""
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


def as_published(
    row: Any,
    sources: list[Any],
    history: list[dict[str, Any]],
    citations: Citations,
    *,
    proposal: bool = False,
) -> dict[str, Any]:
    """A duty in the published shape, with a citation for each telling that has a place.

    `proposal` says that a memo only proposes it.
    """
    cited = [citation for source in sources if (citation := _cite(citations, source)) is not None]
    first = citations.source(sources[0].document_id)
    responsible = sources[0].responsible or row.responsible
    return {
        "due": row.due.isoformat() if row.due else None,
        "item": row.item,
        "responsible": responsible,
        "action": shown_action(sources[0].action or row.action, responsible),
        "text": sources[0].text,
        "rule": row.rule,
        "respond_via": row.respond_via,
        "attachments": row.attachments or [],
        "letter": first.letter,
        "number": first.number,
        "state": row.state,
        "proposal": proposal,
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
