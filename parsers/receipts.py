"""What the receiving stamps say: the receiver's office, its number, day and hour."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from parsers.contract import Receipt
from parsers.cues import opens_with, phrases
from parsers.dates import find_times
from parsers.evidence import Trace
from parsers.lines import SourceLine
from parsers.script import skeleton

__all__ = ["receipts_of"]

_LEADERS = re.compile(r"[.…_]{2,}")
_CLOCK = re.compile(r"(\d{1,2})\s*[.:]\s*(\d{2})")


def _spaces(found: re.Match[str]) -> str:
    return " " * len(found[0])


@lru_cache
def _number() -> re.Pattern[str]:
    words = "|".join(skeleton(text) for text in phrases("receipt_number"))
    return re.compile(rf"^(?:{words})\s*[.:…_]*\s*([\d,]+(?:/\d+)?)")


def receipts_of(blocks: Sequence[Sequence[SourceLine]], trace: Trace) -> list[Receipt]:
    """One receipt a stamp; what the stamp leaves blank is None."""
    found: list[Receipt] = []
    for block in blocks:
        receipt = Receipt()
        pointer = f"/receipts/{len(found)}"
        for line in block:
            _read(line, receipt, pointer, trace)
        if receipt.number or receipt.date or receipt.time:
            found.append(receipt)
    return found


def _read(line: SourceLine, receipt: Receipt, pointer: str, trace: Trace) -> None:
    number = _number().match(line.skeleton)
    if number and receipt.number is None:
        receipt.number = number[1].replace(",", "")
        trace.note(f"{pointer}/number", [line])
    elif line.skeleton.startswith("วน") and receipt.date is None:
        times = find_times(_LEADERS.sub(_spaces, line.text))
        days = [found for found in times if found.kind in {"date", "datetime"} and found.value]
        if days:
            receipt.date = str(days[0].value)[:10]
            trace.note(f"{pointer}/date", [line], days[0].text)
    elif line.arabic.startswith("เวลา") and receipt.time is None:
        clock = _CLOCK.search(line.arabic)
        if clock and int(clock[1]) < 24 and int(clock[2]) < 60:
            receipt.time = f"{int(clock[1]):02d}:{clock[2]}"
            trace.note(f"{pointer}/time", [line])
    elif receipt.office is None and opens_with("offices", line.text):
        receipt.office = line.text
        trace.note(f"{pointer}/office", [line])
