"""The lines on which the letters of a chain cite one another."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session

from ita_docs.knowledge.citations import Citations
from ita_docs.knowledge.linking.loading import CHUNK
from ita_docs.knowledge.tables import cited_letters, documents, references

__all__ = ["cite_links"]

JSON = dict[str, Any]


def cite_links(session: Session, chain: JSON) -> JSON:
    """The chain (published shape) with `citations` in each link: where the one letter names the other.

    A bond that is no citation (a letter that lies behind another in one file) has none.
    """
    citing = sorted({link["from"] for link in chain["links"]})
    citations = Citations(session)
    found: dict[tuple[str, str], list[JSON]] = {}
    for at in range(0, len(citing), CHUNK):
        for row in session.execute(_references(citing[at : at + CHUNK])):
            place = citations.from_evidence(row.document_id, row)
            if place is not None:
                found.setdefault((row.citing, row.cited), []).append(place.to_json())
    same = {copy: letter["id"] for letter in chain["letters"] for copy in letter["copies"]}
    merged: dict[tuple[str, str], list[JSON]] = {}
    for (start, end), places in found.items():
        merged.setdefault((same.get(start, start), same.get(end, end)), []).extend(places)
    links = [{**link, "citations": merged.get((link["from"], link["to"]), [])} for link in chain["links"]]
    return {**chain, "links": links}


def _references(citing: list[str]) -> Any:
    r, own, target = references.c, documents.c, documents.alias().c
    cited = func.coalesce(target.public_id, cited_letters.c.public_id)
    return (
        select(
            r.document_id, r.page, r.line, r.bbox, r.evidence_text, own.public_id.label("citing"),
            cited.label("cited"),
        )
        .select_from(references.join(documents, own.id == r.document_id))
        .outerjoin(target.id.table, target.id == r.target_id)
        .outerjoin(cited_letters, cited_letters.c.id == r.cited_letter_id)
        .where(own.public_id.in_(citing), cited.is_not(None))
        .order_by(r.document_id, r.position)
    )  # fmt: skip
