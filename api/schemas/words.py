"""Closed lists of words, as the published shape has them."""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = ["Kind", "Secrecy", "Urgency"]

Kind: TypeAlias = Literal[
    "external_letter",
    "memo",
    "stamped_letter",
    "order",
    "regulation",
    "announcement",
    "statement",
    "news",
    "certificate",
    "minutes",
    "attachment",
]
Urgency: TypeAlias = Literal["urgent", "very_urgent", "most_urgent"]
Secrecy: TypeAlias = Literal["confidential", "secret", "top_secret"]
