"""The pieces of a printed document, in page order."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from ita_docs.corpus.letter import Stamp

__all__ = ["Block", "Paper", "Part"]


class Part(StrEnum):
    """What a block is on the page; the page setter and the text writer go by it."""

    URGENCY = "urgency"
    SECRECY = "secrecy"
    NUMBER = "number"
    OFFICE = "office"
    DATE = "date"
    FIELD = "field"
    PARAGRAPH = "paragraph"
    CLOSING = "closing"
    SIGNATURE = "signature"
    OWNER = "owner"
    SLOGAN = "slogan"
    TITLE = "title"
    RULE = "rule"
    MEMO_HEAD = "memo head"
    MEMO_LINE = "memo line"
    SEAL = "seal"
    ROW = "row"
    LINE = "line"
    COPIES = "copies"
    ENDORSEMENT = "endorsement"
    QR = "qr"


@dataclass(slots=True)
class Block:
    """One piece. `label` is a field's word (เรื่อง); `rows` its items, cells or lines."""

    part: Part
    text: str = ""
    label: str = ""
    rows: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Paper:
    """A document on paper: blocks, gold in the contract's shape, stamps laid over the first page."""

    letter_id: str | None
    blocks: list[Block]
    gold: dict[str, Any]
    stamps: list[Stamp] = field(default_factory=list)
    garuda: str = "none"
