"""A person corrects a field, or takes the correction back."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session, col, select

from ita_docs.errors import NotFound, WrongUse
from ita_docs.pipeline.checks import check_value
from ita_docs.pipeline.document_rows import rewrite_document
from ita_docs.pipeline.knowledge import Knowledge
from ita_docs.pipeline.pointer import NoSuchPlace, get_at
from ita_docs.pipeline.storable import storable
from models import Correction, Document, DocumentContent
from models.columns import utc_now

__all__ = ["confirm", "correct", "history", "undo"]

JSON = dict[str, Any]


def correct(
    session: Session,
    document: Document,
    pointer: str,
    new_value: Any,
    *,
    who: str,
    knowledge: Knowledge,
    note: str | None = None,
) -> Correction:
    """Put `new_value` at a JSON pointer of the published shape (`/date`, `/deadlines/0/due`).

    A pointer that ends in `/-` adds an item to a list; None at an item takes it out. What hangs on the
    document is linked anew in the same transaction. Raises `WrongUse` for a place that does not
    exist or a value that cannot stand there. The caller commits.
    """
    contract = _content(session, document).contract
    try:
        old_value = None if pointer.endswith("/-") else get_at(contract, pointer)
    except NoSuchPlace as error:
        raise WrongUse(f"{document.public_id}: {pointer}") from error
    value = storable(check_value(pointer, new_value))
    correction = Correction(document_id=document.id or 0, pointer=pointer, who=who, note=note)
    correction.old_value, correction.new_value = old_value, value
    session.add(correction)
    session.flush()
    _rewrite(session, document, knowledge)
    return correction


def undo(session: Session, correction: Correction, *, who: str, knowledge: Knowledge) -> None:
    """Take a correction back; the value from before stands again, the correction stays in the history."""
    if correction.undone_at is not None:
        return
    document = session.get(Document, correction.document_id)
    if document is None:
        raise NotFound(str(correction.document_id))
    correction.undone_at, correction.undone_by = utc_now(), who
    session.add(correction)
    session.flush()
    _rewrite(session, document, knowledge)


def confirm(session: Session, document: Document, *, who: str) -> None:
    """A person has looked at this document: it leaves the review queue."""
    document.reviewed_at, document.reviewed_by = utc_now(), who
    document.needs_review = False
    session.add(document)


def _rewrite(session: Session, document: Document, knowledge: Knowledge) -> None:
    content = _content(session, document)
    parsed = content.parsed if content.parsed is not None else content.contract
    rewrite_document(session, document, parsed, by_person=True)
    session.flush()
    assert document.id is not None
    knowledge.relink(session, [document.id])


def _content(session: Session, document: Document) -> DocumentContent:
    content = session.get(DocumentContent, document.id)
    if content is None:
        raise NotFound(document.public_id)
    return content


def history(session: Session, document: Document) -> list[Correction]:
    """All corrections of a document, undone ones too, newest first."""
    query = select(Correction).where(Correction.document_id == document.id)
    return list(session.exec(query.order_by(col(Correction.id).desc())))
