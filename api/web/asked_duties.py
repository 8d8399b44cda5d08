"""Which duties a reader asks the register for: the page's own query, as the register's filters."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from api.schemas.deadlines import DeadlineFilters
from api.web.render import today
from api.web.shown import boxes_as_typed
from api.web.typed_day import TypedDay

__all__ = ["AskedDuties", "Show"]

Show = Literal["open", "overdue", "7", "30", "undated", "settled", "all"]


class AskedDuties(BaseModel):
    """What is shown, for whom; `mine` is the office's own, `day` one day of the calendar."""

    model_config = ConfigDict(extra="forbid")

    show: Show = "open"
    mine: bool = False
    agency: str | None = Field(None, max_length=120)
    agency_kind: str | None = Field(None, max_length=120)
    programme: str | None = Field(None, max_length=120)
    fiscal_year: int | None = Field(None, ge=2400, le=2700)
    day: TypedDay = None
    page: int = Field(1, ge=1, le=9999)

    @model_validator(mode="before")
    @classmethod
    def _without_blanks(cls, given: Any) -> Any:
        return boxes_as_typed(given)

    @property
    def newest_first(self) -> bool:
        """What is over is looked back on from today."""
        return self.show in ("settled", "overdue")

    def filters(self, office: str | None, page_size: int = 25) -> DeadlineFilters:
        """The same as the register's filters; `office` is whose duties are `mine`."""
        days = {"since": self.day, "until": self.day} if self.day else {}
        made = DeadlineFilters(
            **_SHOWN[self.show](today()) | days,
            agency=office if self.mine else self.agency,
            agency_kind=self.agency_kind,
            programme=self.programme,
            fiscal_year=self.fiscal_year,
            page=self.page,
        )
        return made.model_copy(update={"page_size": page_size})


def _within(days: int) -> Any:
    return lambda now: {"since": now, "until": now + dt.timedelta(days=days), "state": "open"}


_SHOWN: dict[Show, Any] = {
    "open": lambda now: {"state": "open"},
    "overdue": lambda now: {"until": now - dt.timedelta(days=1), "state": "open"},
    "7": _within(7),
    "30": _within(30),
    "undated": lambda now: {"undated": True, "state": "open"},
    "settled": lambda now: {"settled": True},
    "all": lambda now: {},
}
