"""Days against one another: the letter's own, the cited ones, the receipts, the deadlines."""

from __future__ import annotations

from parsers.flags import flag
from parsers.parsed import Parsed

__all__ = ["check_days"]


_DATED = {"external_letter", "memo"}


def check_days(one: Parsed) -> None:
    """Flags days that cannot be, or that stand in the wrong order."""
    _own_day(one)
    _cited_days(one)
    _receipts(one)
    _deadlines(one)


def _own_day(one: Parsed) -> None:
    day = one.head.day
    line = one.head.day_line
    written = line.filled_in if line else None
    if written and line:
        offered = written if day is not None else f"{written} {line.text}"
        one.document.flags.append(flag("L030", offered, detail=line.text, evidence=["/date"]))
    if one.head.in_seal is not None:
        one.document.flags.append(flag("L031", one.head.in_seal or None, evidence=["/date"]))
    if day is None and (written or one.head.in_seal is not None):
        return
    if day is None:
        if one.document.kind in _DATED and one.document.date is None:
            one.document.flags.append(flag("L024", None))
        return
    if day.value is None:
        candidates = [value for issue in day.issues for value in issue.candidates]
        one.document.flags.append(flag("L001", day.text, detail=day.text, evidence=candidates))


def _cited_days(one: Parsed) -> None:
    own = one.document.date
    for index, written in enumerate(one.impossible_citations):
        if written is not None:
            one.document.flags.append(flag("L021", written, at=f"/{index}/date", detail=written))
    for index, reference in enumerate(one.document.references):
        if own and reference.date and reference.date > own:
            one.document.flags.append(
                flag(
                    "L004",
                    reference.date,
                    at=f"/{index}",
                    detail=f"{reference.date} > {own}",
                    evidence=["/date"],
                )
            )


def _receipts(one: Parsed) -> None:
    own = one.document.date
    for index, receipt in enumerate(one.document.receipts):
        if own and receipt.date and receipt.date < own:
            one.document.flags.append(
                flag(
                    "L005", receipt.date, at=f"/{index}", detail=f"{receipt.date} < {own}", evidence=["/date"]
                )
            )


def _deadlines(one: Parsed) -> None:
    own = one.document.date
    for index, duty in enumerate(one.document.deadlines):
        if own and duty.due and duty.due < own and not duty.restated:
            one.document.flags.append(
                flag("L020", duty.due, at=f"/{index}", detail=f"{duty.due} < {own}", evidence=["/date"])
            )
