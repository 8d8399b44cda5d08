"""What is found: a time expression with its place, kind, value, counting rule and doubts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

__all__ = ["Issue", "Kind", "Role", "TimeExpression"]

Kind: TypeAlias = Literal[
    "date",
    "date_list",
    "date_range",
    "datetime",
    "datetime_range",
    "deadline",
    "deadline_relative",
    "fiscal_year",
    "fiscal_year_range",
    "half_year",
    "month",
    "month_list",
    "month_range",
    "quarter",
    "recurring",
    "time",
    "time_range",
    "year",
    "year_range",
]
"""What sort of time: see docs/dates.md for the form of each kind's value."""

Role: TypeAlias = Literal["cited", "past", "effective", "start", "until"]
"""What the words just before a date say of it: ลงวันที่, เมื่อวันที่, มีผลตั้งแต่, ตั้งแต่, จนถึง."""


@dataclass(frozen=True, slots=True)
class Issue:
    """A doubt about what is written. `candidates` are ISO values that would agree with the evidence."""

    code: str
    written: str
    candidates: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {"code": self.code, "written": self.written, "candidates": list(self.candidates)}


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One date, time, period or deadline.

    `start` and `end` are offsets in the given text, `text` what stands there. `value` is ISO 8601 of the
    Gregorian calendar, None where what is written has no valid value (`issues` say why). `rule` says how a
    deadline is counted or how it repeats. The other fields are the parts of the value: `dates` has every day
    of a list; `time` is None for 24.00, which the value writes as `T24:00`.
    """

    start: int
    end: int
    text: str
    kind: Kind
    value: str | None
    rule: dict[str, Any] | None = None
    issues: tuple[Issue, ...] = ()
    role: Role | None = None
    date: dt.date | None = None
    end_date: dt.date | None = None
    time: dt.time | None = None
    end_time: dt.time | None = None
    weekday: int | None = None
    dates: tuple[dt.date, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The shape that `ita-docs when` prints."""
        return {
            "text": self.text,
            "start": self.start,
            "end": self.end,
            "kind": self.kind,
            "value": self.value,
            "rule": self.rule,
            "issues": [issue.to_json() for issue in self.issues],
        }
