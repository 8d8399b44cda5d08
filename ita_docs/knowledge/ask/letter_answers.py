"""Answers about letters themselves: who sent, who signed, to whom, of what day, about what, whom to call."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Table, select
from sqlmodel import Session

from ita_docs.knowledge.ask.meant import letters_meant
from ita_docs.knowledge.ask.question import Question
from ita_docs.knowledge.ask.words import same_words
from ita_docs.knowledge.citations import Citation, Citations
from ita_docs.knowledge.search.index import SearchIndex
from ita_docs.knowledge.tables import attachments, contacts, recipients
from ita_docs.knowledge.thai_days import thai_day

__all__ = ["LETTER_KINDS", "letter_answers"]


def letter_answers(
    session: Session, question: Question, index: SearchIndex | None = None
) -> list[dict[str, Any]]:
    """One row a letter, or a row an item where letters have several; copies of one letter are one row."""
    citations = Citations(session)
    answers: list[dict[str, Any]] = []
    for letter in letters_meant(session, question, index):
        answers += LETTER_KINDS[question.kind](session, citations, letter)
    if question.person and question.kind == "contacts":
        answers = [one for one in answers if same_words(question.person, one["person"])] or answers
    return _once([answer for answer in answers if answer["citations"]])


def _once(answers: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows that say the same of one letter and its copies are one, with the citations of all."""
    found: dict[str, dict[str, Any]] = {}
    for answer in answers:
        said = {name: value for name, value in answer.items() if name not in ("letter", "citations")}
        key = (
            repr(sorted(said.items())) if answer["number"] else f"{answer['letter']} {sorted(said.items())!r}"
        )
        if key in found:
            found[key]["citations"] += answer["citations"]
        else:
            found[key] = answer
    return list(found.values())


def _head(letter: Any) -> dict[str, Any]:
    return {
        "letter": letter.public_id,
        "number": letter.number,
        "date": letter.date.isoformat() if letter.date else None,
        "subject": letter.subject or letter.title,
    }


def _cited(citations: Citations, letter: Any, pointers: tuple[str, ...], *texts: str | None) -> list[Any]:
    """Citations of values by their place in the parse, else by their words."""
    provenance = (letter.contract or {}).get("provenance", {})
    found: list[Citation] = []
    for pointer, text in zip(pointers, texts, strict=False):
        cited = citations.from_provenance(letter.id, provenance.get(pointer), text or "")
        if text and cited is not None and cited not in found:
            found.append(cited)
    return [cited.to_json() for cited in found]


def _place(letter: Any, pointer: str) -> Any:
    return (letter.contract or {}).get("provenance", {}).get(pointer)


def _signatory(session: Session, citations: Citations, letter: Any) -> list[dict[str, Any]]:
    names = (letter.signatory_name, letter.signatory_position, letter.signatory_acting_for)
    if not letter.signatory_name:
        return []
    pointers = ("/signatory/name", "/signatory/position", "/signatory/acting_for")
    cited = _cited(citations, letter, pointers, *names)
    if citations.from_provenance(letter.id, _place(letter, pointers[0]), names[0]) is None:
        bare = citations.find(letter.id, " ".join(names[0].split()[-2:]))
        cited = [*([bare.to_json()] if bare else []), *cited]
    return [
        {
            **_head(letter),
            "name": letter.signatory_name,
            "position": letter.signatory_position,
            "capacity": letter.signatory_capacity,
            "acting_for": letter.signatory_acting_for,
            "citations": cited,
        }
    ]


def _sender(session: Session, citations: Citations, letter: Any) -> list[dict[str, Any]]:
    if not letter.issuer_name:
        return []
    cited = _cited(
        citations, letter, ("/issuer/name", "/issuer/office"), letter.issuer_name, letter.issuer_office
    )
    return [
        {
            **_head(letter),
            "sender": letter.issuer_name,
            "office": letter.issuer_office,
            "owner": letter.owner or [],
            "citations": cited,
        }
    ]


def _date(session: Session, citations: Citations, letter: Any) -> list[dict[str, Any]]:
    if letter.date is None:
        return []
    cited = citations.from_provenance(letter.id, _place(letter, "/date"), thai_day(letter.date))
    day, month, year = thai_day(letter.date).split()
    for written in (f"{day} {month} พ.ศ. {year}", thai_day(letter.date, short=True)):
        cited = cited or citations.find(letter.id, written)
    return [{**_head(letter), "citations": [cited.to_json()] if cited else []}]


def _subject(session: Session, citations: Citations, letter: Any) -> list[dict[str, Any]]:
    text = letter.subject or letter.title
    cited = _cited(citations, letter, ("/subject",), text)
    cited = cited or _cited(citations, letter, ("/number",), letter.number)
    cited = cited or _cited(citations, letter, ("/date",), thai_day(letter.date))
    return [{**_head(letter), "issuer": letter.issuer_name, "citations": cited}]


def _items(
    table: Table, shape: Callable[[Any], dict[str, Any]]
) -> Callable[[Session, Citations, Any], list[dict[str, Any]]]:
    """Rows of a table of a letter's items, each with its own place."""

    def answers(session: Session, citations: Citations, letter: Any) -> list[dict[str, Any]]:
        found = []
        query = select(table).where(table.c.document_id == letter.id).order_by(table.c.position)
        for row in session.execute(query):
            values = shape(row)
            text = str(next(iter(values.values())) or "")
            cited = citations.from_evidence(letter.id, row) or citations.find(letter.id, text)
            found.append({**_head(letter), **values, "citations": [cited.to_json()] if cited else []})
        return found

    return answers


LETTER_KINDS: dict[str, Callable[[Session, Citations, Any], list[dict[str, Any]]]] = {
    "signatory": _signatory,
    "senders": _sender,
    "dates": _date,
    "subject": _subject,
    "letters": _subject,
    "recipients": _items(
        recipients, lambda row: {"recipient": row.name, "scope": row.scope, "role": row.role}
    ),
    "contacts": _items(
        contacts, lambda row: {"value": row.value, "kind": row.kind, "ext": row.ext, "person": row.person}
    ),
    "attachments": _items(
        attachments,
        lambda row: {"title": row.title, "no": row.no, "quantity": row.quantity, "unit": row.unit},
    ),
}
"""What is answered for each kind of question about letters."""
