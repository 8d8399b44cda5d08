"""A time expression while it is being put together."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from parsers.dates.expression import Issue, Kind, Role

__all__ = ["Reading"]


@dataclass(slots=True)
class Reading:
    """As `TimeExpression`, with offsets in the normalised text; `first` and `last` bound a period."""

    start: int
    end: int
    kind: Kind
    value: str | None
    rule: dict[str, Any] | None = None
    issues: list[Issue] = field(default_factory=list)
    role: Role | None = None
    date: dt.date | None = None
    end_date: dt.date | None = None
    time: dt.time | None = None
    end_time: dt.time | None = None
    weekday: int | None = None
    dates: tuple[dt.date, ...] = ()
    first: dt.date | None = None
    last: dt.date | None = None
    more: list[Reading] = field(default_factory=list)
