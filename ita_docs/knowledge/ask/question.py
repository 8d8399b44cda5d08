"""What was understood of a question: shown, editable, and all that the answer depends on."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass, field
from typing import Any

__all__ = ["KINDS", "Question"]

KINDS = (
    "duties",
    "meetings",
    "signatory",
    "senders",
    "recipients",
    "contacts",
    "attachments",
    "dates",
    "subject",
    "cites",
    "cited_by",
    "family",
    "missing",
    "letters",
    "search",
)
"""Kinds of question. `search` is what could not be understood: the words are searched."""


@dataclass(slots=True)
class Question:
    """A structured query.

    Years are Buddhist-era: `fiscal_year` the budget year, `year` the calendar year. `since` and `until` are
    both included. `party` is a kind of body (`district`), `agency` and `province` names. `order` `next` asks
    for the first from today on, `first` for the earliest of all, `latest` for the last;
    of meetings `latest` is the last one held, `final` the last of all. `words` must stand in the answer's
    text, `about` in the letter's subject; `hints` narrow the answer where a row holds them.
    `bound` names the body that must act, `agency` the one that issued; `person` who signed or is to be
    called, `addressed` to whom the letters were sent. `link` narrows citations: `cancels`, `changes`,
    `replies`, `reminds` ...
    """

    kind: str = "search"
    topics: list[str] = field(default_factory=list)
    fiscal_year: int | None = None
    year: int | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    party: str | None = None
    agency: str | None = None
    province: str | None = None
    number: str | None = None
    words: list[str] = field(default_factory=list)
    state: str | None = None
    order: str | None = None
    urgency: str | None = None
    document_kind: str | None = None
    circular: bool | None = None
    mine: bool = False
    online: bool | None = None
    bound: str | None = None
    person: str | None = None
    about: str | None = None
    link: str | None = None
    addressed: str | None = None
    hints: list[str] = field(default_factory=list)
    corrected: dict[str, str] = field(default_factory=dict)

    @property
    def bounded(self) -> bool:
        """Whether more than words says what is asked for: a letter, a time, a body, a programme."""
        return any(
            (self.number, self.topics, self.fiscal_year, self.year, self.since, self.until, self.party,
             self.agency, self.province, self.bound, self.state, self.order, self.person, self.about,
             self.mine, self.addressed, self.urgency, self.document_kind, self.circular)
        )  # fmt: skip

    def to_json(self) -> dict[str, Any]:
        """Plain values; days are ISO."""
        plain = asdict(self)
        for name in ("since", "until"):
            plain[name] = plain[name].isoformat() if plain[name] else None
        return plain

    @classmethod
    def from_json(cls, plain: dict[str, Any]) -> Question:
        """Back from plain values; unknown keys are an error.

        Raises:
            ValueError: a key or a value that no query has.
        """
        known = set(cls.__dataclass_fields__)
        if unknown := set(plain) - known:
            raise ValueError(f"unknown keys {sorted(unknown)}")
        values = dict(plain)
        for name in ("since", "until"):
            if isinstance(values.get(name), str):
                values[name] = dt.date.fromisoformat(values[name])
        question = cls(**values)
        if question.kind not in KINDS:
            raise ValueError(f"kind must be one of {', '.join(KINDS)}")
        return question
