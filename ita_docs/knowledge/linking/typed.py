"""Whether a citation stands on a page that was typed and not read by a scanner: its digits are as written."""

from __future__ import annotations

from sqlalchemy import bindparam, select
from sqlmodel import Session

from ita_docs.knowledge.linking.sides import Cited
from ita_docs.knowledge.tables import documents, pages, references
from parsers.page import TextOrigin

__all__ = ["is_typed"]

_ORIGIN = (
    select(pages.c.origin)
    .join(documents, documents.c.source_file_id == pages.c.source_file_id)
    .join(references, references.c.document_id == documents.c.id)
    .where(references.c.id == bindparam("reference"), pages.c.number == references.c.page)
)


def is_typed(session: Session, cited: Cited) -> bool:
    """Whether the citation's page is plain text. A PDF's text layer may come from a scanner as well."""
    origin = session.connection().execute(_ORIGIN, {"reference": cited.id}).scalar()
    return origin == TextOrigin.PLAIN
