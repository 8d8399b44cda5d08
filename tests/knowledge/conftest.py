"""A small shelf of invented letters, put into the tables directly."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from ita_docs.knowledge.linking.relink import relink
from models import (
    Change,
    Deadline,
    Document,
    DocumentContent,
    DocumentFiscalYear,
    DocumentTopic,
    Meeting,
    Page,
    Recipient,
    Reference,
    SourceFile,
)
from models.keys import file_id, number_key
from models.session import writing

NUMBERS = {
    "agency": "number_agency",
    "unit": "number_unit",
    "serial": "serial",
    "circular": "circular",
}


class Shelf:
    """Files letters as a parse would have, and links them in the same transaction."""

    def __init__(self, engine: Engine):
        self.engine = engine
        self.relink: Callable[[Session, list[int]], object] = relink

    def file(self, *letters: dict[str, Any], name: str = "file.txt", link: bool = True) -> list[str]:
        """File the letters as the documents of one file; gives their public ids."""
        with writing(self.engine) as session:
            documents = self._store(session, letters, name)
            if link:
                self.relink(session, [document.id for document in documents if document.id])
            return [document.public_id for document in documents]

    def _store(self, session: Session, letters: tuple[dict[str, Any], ...], name: str) -> list[Document]:
        text = repr((name, letters)).encode()
        sha = hashlib.sha256(text).hexdigest()
        source = SourceFile(public_id=file_id(sha), sha256=sha, name=name, size=len(text), pages=len(letters))
        session.add(source)
        session.flush()
        assert source.id is not None
        documents = []
        for place, letter in enumerate(letters, 1):
            lines = letter.get("lines") or [letter.get("subject", ""), letter.get("body", "")]
            session.add(
                Page(
                    source_file_id=source.id,
                    number=place,
                    origin=letter.get("origin", "plain"),
                    text="\n".join(lines),
                    lines=[
                        {"text": line, "bbox": None, "confidence": 1.0, "role": "print"} for line in lines
                    ],
                )
            )
            documents.append(self._document(session, source.id, place, source.public_id, letter))
        return documents

    def _document(
        self, session: Session, source_id: int, place: int, public_id: str, letter: dict[str, Any]
    ) -> Document:
        document = Document(
            public_id=f"{public_id}-{place}",
            source_file_id=source_id,
            position=place,
            first_page=place,
            last_page=place,
            kind=letter.get("kind", "external_letter"),
            subject=letter.get("subject"),
            date=_day(letter.get("date")),
            issuer_name=letter.get("issuer"),
            issuer_province=letter.get("province"),
            signatory_name=letter.get("signatory"),
            signatory_position=letter.get("position"),
            has_deadline=bool(letter.get("deadlines")),
            **_number(letter.get("number")),
        )
        session.add(document)
        session.flush()
        assert document.id is not None
        session.add(Change(public_id=document.public_id))
        session.add(
            DocumentContent(
                document_id=document.id, body=letter.get("body", ""), contract=letter.get("contract", {})
            )
        )
        session.add_all(_rows(document.id, letter))
        session.flush()
        return document


def _day(iso: str | None) -> dt.date | None:
    return dt.date.fromisoformat(iso) if iso else None


def _number(number: str | None) -> dict[str, Any]:
    """`มท 0322/ว 1861` as the columns of a number; `15544/2567` is an order's."""
    if number is None:
        return {}
    front, _, back = number.partition("/")
    columns: dict[str, Any] = {"number": number, "number_key": number_key(number)}
    if " " not in front:
        return {**columns, "serial": front, "circular": False}
    agency, unit = front.rsplit(" ", 1)
    circular = back.startswith("ว")
    serial = back.removeprefix("ว").strip()
    return {**columns, "number_agency": agency, "number_unit": unit, "circular": circular, "serial": serial}


def _rows(document_id: int, letter: dict[str, Any]) -> list[Any]:
    rows: list[Any] = []
    for place, item in enumerate(letter.get("references", ()), 1):
        rows.append(
            Reference(
                document_id=document_id,
                position=place,
                where=item.get("where", "header"),
                kind=item.get("kind", "letter"),
                issuer_name=item.get("issuer"),
                date=_day(item.get("date")),
                subject=item.get("subject"),
                evidence_text=item.get("text"),
                page=item.get("page", 1),
                line=item.get("line", 1),
                **_number(item.get("number")),
            )
        )
    for place, item in enumerate(letter.get("deadlines", ()), 1):
        rows.append(
            Deadline(
                document_id=document_id,
                position=place,
                **{**item, "due": _day(item.get("due"))},
            )
        )
    for place, item in enumerate(letter.get("meetings", ()), 1):
        rows.append(
            Meeting(document_id=document_id, position=place, **{**item, "date": _day(item.get("date"))})
        )
    for place, name in enumerate(letter.get("recipients", ()), 1):
        rows.append(Recipient(document_id=document_id, position=place, name=name))
    rows += [DocumentTopic(document_id=document_id, topic=topic) for topic in letter.get("topics", ())]
    rows += [
        DocumentFiscalYear(document_id=document_id, fiscal_year=year)
        for year in letter.get("fiscal_years", ())
    ]
    return rows


@pytest.fixture
def shelf(engine: Engine) -> Shelf:
    """An empty shelf, on each database."""
    return Shelf(engine)


@pytest.fixture
def file_letters(shelf: Shelf) -> Callable[..., list[str]]:
    """Shorthand for `shelf.file`."""
    return shelf.file
