"""Which letter cites which: what stands on paper, what it resolves to, and the letters not held."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from models.columns import Json, JsonValue, Row, UtcDateTime, partial_index, utc_now
from models.evidence import EvidenceColumns

__all__ = ["CitedLetter", "Link", "LinkKind", "Reference", "ReferenceCandidate", "ReferenceState"]


class ReferenceState(StrEnum):
    """What is known about the letter that a reference means."""

    UNRESOLVED = "unresolved"
    HELD = "held"
    MISSING = "missing"
    AMBIGUOUS = "ambiguous"


class LinkKind(StrEnum):
    """Why one letter hangs on another."""

    FOLLOWS = "follows"
    FORWARDS = "forwards"
    ACTS_ON = "acts_on"
    REPLIES = "replies"
    REMINDS = "reminds"
    CHANGES = "changes"
    CANCELS = "cancels"


class CitedLetter(Row, table=True):
    """A letter known from citations only: a member of chains that can be listed and counted.

    When it arrives, `document_id` says as what. `citations` counts the references that mean it.
    """

    __tablename__ = "cited_letter"

    id: int | None = Field(default=None, primary_key=True)
    public_id: str = Field(unique=True, max_length=32)
    key: str = Field(unique=True)
    kind: str | None = Field(default=None, max_length=32)
    number: str | None = None
    number_key: str | None = Field(default=None, index=True)
    serial: str | None = Field(default=None, index=True)
    circular: bool = False
    date: dt.date | None = Field(default=None, index=True)
    issuer_id: int | None = Field(default=None, foreign_key="agency.id", index=True)
    issuer_name: str | None = None
    subject: str | None = None
    citations: int = Field(default=0, index=True)
    document_id: int | None = Field(default=None, foreign_key="document.id", index=True, ondelete="SET NULL")
    first_seen: dt.datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)


class Reference(EvidenceColumns, table=True):
    """One citation (อ้างถึง, in the body, on an enclosure line) and what it resolves to.

    `raw_text` columns are as parsed; `state`, `target_id`, `cited_letter_id`, `candidates`, `score`
    and `why` belong to linking. `chosen_by` names the person who settled an ambiguous one by hand:
    linking leaves such a row alone.
    """

    __tablename__ = "reference"
    __table_args__ = (
        UniqueConstraint("document_id", "position"),
        Index("ix_reference_serial_date", "serial", "date", "number_agency"),
        Index("ix_reference_state_document", "state", "document_id"),
        Index("ix_reference_number_key_date", "number_key", "date"),
        Index("ix_reference_date_office", "date", "number_agency", "number_unit"),
        partial_index("ix_reference_unnumbered", "kind", "date", where="serial IS NULL"),
        partial_index("ix_reference_order", "number_unit", where="kind = 'order'"),
        partial_index("ix_reference_order_date", "date", where="kind = 'order'"),
        partial_index(
            "ix_reference_orphan", "state", "target_id", where="state = 'held' AND target_id IS NULL"
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    document_id: int = Field(foreign_key="document.id", ondelete="CASCADE")
    position: int
    where: str = Field(max_length=16)
    kind: str = Field(max_length=32)
    issuer_name: str | None = None
    urgency: str | None = Field(default=None, max_length=16)
    number: str | None = None
    number_key: str | None = None
    number_agency: str | None = None
    number_unit: str | None = None
    number_committee: str | None = None
    circular: bool = False
    serial: str | None = None
    number_alternatives: Json = Field(default_factory=list, sa_type=JsonValue)
    date: dt.date | None = None
    subject: str | None = None
    same_file_target: str | None = None
    state: str = Field(default=ReferenceState.UNRESOLVED, max_length=16)
    target_id: int | None = Field(default=None, foreign_key="document.id", index=True, ondelete="SET NULL")
    cited_letter_id: int | None = Field(
        default=None, foreign_key="cited_letter.id", index=True, ondelete="SET NULL"
    )
    link_kind: str | None = Field(default=None, max_length=16)
    score: float | None = None
    candidates: Json = Field(default_factory=list, sa_type=JsonValue)
    why: Json = Field(default_factory=list, sa_type=JsonValue)
    chosen_by: str | None = None
    resolved_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime)


class ReferenceCandidate(Row, table=True):
    """A held letter that an ambiguous reference may mean, so that a change of it is seen.

    `document_id` is null where that letter has left the store: linking decides such a reference anew.
    """

    __tablename__ = "reference_candidate"

    id: int | None = Field(default=None, primary_key=True)
    reference_id: int = Field(foreign_key="reference.id", index=True, ondelete="CASCADE")
    document_id: int | None = Field(default=None, foreign_key="document.id", index=True, ondelete="SET NULL")


class Link(Row, table=True):
    """An edge of the graph, from the later letter to what it hangs on: made anew by linking.

    Exactly one of `to_id` (held) and `to_cited_id` (known from citations) is set. `reference_id` is null
    where the bond is no citation, such as a covering letter to the letter behind it in the same file.
    """

    __tablename__ = "link"
    __table_args__ = (
        Index("ix_link_forth", "from_id", "to_id", "kind"),
        Index("ix_link_back", "to_id", "from_id", "kind"),
    )

    id: int | None = Field(default=None, primary_key=True)
    from_id: int = Field(foreign_key="document.id", ondelete="CASCADE")
    to_id: int | None = Field(default=None, foreign_key="document.id", ondelete="CASCADE")
    to_cited_id: int | None = Field(
        default=None, foreign_key="cited_letter.id", index=True, ondelete="CASCADE"
    )
    kind: str = Field(max_length=16)
    reference_id: int | None = Field(default=None, foreign_key="reference.id", index=True, ondelete="CASCADE")
    evidence: Json = Field(default_factory=list, sa_type=JsonValue)
