"""The two sides that linking compares: what a citation says, and what a held letter is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select

from ita_docs.knowledge.tables import documents, references

__all__ = ["ORDER", "Cited", "Held", "cited_kind", "cited_query", "document_kinds", "held_query", "to_cited"]

ORDER = "order"
"""The kind whose number has no office letters, but serial and year."""

_LETTERS = ("external_letter", "memo", "stamped_letter")
"""Kinds of document that a citation calls simply a letter (หนังสือ)."""


@dataclass(frozen=True, slots=True)
class Held:
    """A document in the store, as far as a citation can mean it."""

    id: int
    public_id: str
    source_file_id: int
    position: int
    kind: str
    number_key: str | None
    agency: str | None
    unit: str | None
    committee: str | None
    circular: bool
    serial: str | None
    date: dt.date | None
    issuer: str | None
    subject: str | None

    @property
    def own_serial(self) -> str | None:
        """The serial as it stands on paper."""
        return self.serial


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation, with what matters of the letter that makes it."""

    id: int
    document_id: int
    where: str
    kind: str
    number_key: str | None
    agency: str | None
    unit: str | None
    committee: str | None
    circular: bool
    serial: str | None
    alternatives: tuple[str, ...]
    date: dt.date | None
    issuer: str | None
    subject: str | None
    same_file_target: str | None
    citing_file: int
    citing_date: dt.date | None
    citing_subject: str | None
    number: str | None = None
    state: str = "unresolved"
    target_id: int | None = None
    chosen_by: str | None = None
    cited_letter_id: int | None = None
    citing_key: str | None = None

    @property
    def names_itself(self) -> bool:
        """Whether number and day are those of the citing letter: it means no other, and waits for none."""
        own = (self.citing_key, self.citing_date)
        return self.number_key is not None and (self.number_key, self.date) == own

    @property
    def says_nothing(self) -> bool:
        """No number and no day: such a citation can mean no letter in particular."""
        return self.serial is None and self.date is None

    @property
    def own_serial(self) -> str | None:
        """The serial as it stands on paper.

        An order's `5769/6567` is read as office and serial where its year is damaged: its serial comes first.
        """
        return self.unit if self.kind == ORDER and self.unit is not None else self.serial


_HELD = (
    documents.c.id,
    documents.c.public_id,
    documents.c.source_file_id,
    documents.c.position,
    documents.c.kind,
    documents.c.number_key,
    documents.c.number_agency,
    documents.c.number_unit,
    documents.c.number_committee,
    documents.c.circular,
    documents.c.serial,
    documents.c.date,
    documents.c.issuer_name,
    documents.c.subject,
)


def document_kinds(cited_kind: str) -> tuple[str, ...]:
    """The kinds of document that a citation of this kind can mean."""
    return _LETTERS if cited_kind == "letter" else (cited_kind,)


def cited_kind(document_kind: str) -> str:
    """How a citation calls a document of this kind."""
    return "letter" if document_kind in _LETTERS else document_kind


def held_query() -> Select[Any]:
    """Select the columns of `Held`; rows unpack into it."""
    return select(*_HELD).where(documents.c.kind != "attachment")


def cited_query() -> Select[Any]:
    """Select the columns of `Cited`; rows unpack into it through `to_cited`."""
    return select(
        references.c.id,
        references.c.document_id,
        references.c.where,
        references.c.kind,
        references.c.number_key,
        references.c.number_agency,
        references.c.number_unit,
        references.c.number_committee,
        references.c.circular,
        references.c.serial,
        references.c.number_alternatives,
        references.c.date,
        references.c.issuer_name,
        references.c.subject,
        references.c.same_file_target,
        documents.c.source_file_id,
        documents.c.date,
        documents.c.subject,
        references.c.number,
        references.c.state,
        references.c.target_id,
        references.c.chosen_by,
        references.c.cited_letter_id,
        documents.c.number_key,
    ).join(documents, documents.c.id == references.c.document_id)


def to_cited(row: Any) -> Cited:
    """A row of `cited_query` as `Cited`."""
    values = list(row)
    values[10] = tuple(values[10] or ())
    return Cited(*values)
