"""The paper checked against itself: each check looks at one sort of contradiction and raises coded flags."""

from __future__ import annotations

from collections.abc import Sequence

from parsers.checks.bundle import check_bundle
from parsers.checks.calendar import check_days
from parsers.checks.meeting_days import check_meetings
from parsers.checks.numbering import check_number
from parsers.checks.official import check_official
from parsers.checks.places import check_place
from parsers.checks.schedule import check_schedule
from parsers.parsed import Parsed

__all__ = ["check_file"]


def check_file(file: Sequence[Parsed]) -> None:
    """Raises flags on the documents of one file; mends only where independent signals agree."""
    for one in file:
        if one.is_letter:
            check_number(one)
            check_place(one, file)
        if one.document.kind == "attachment":
            check_schedule(one)
        check_days(one)
        check_meetings(one, file)
    check_bundle(file)
    check_official(file)
