"""Which of the regulation's kinds a letter-like document is."""

from __future__ import annotations

import re

from parsers.layout import Zone, Zones
from parsers.script import skeleton

__all__ = ["kind_of"]

_MEMO = skeleton("บันทึกข้อความ")
_ENGLISH = re.compile(r"^(?:Dear|Yours|Subject:|Re:)\b")


def kind_of(zones: Zones, headed: str | None) -> str:
    """`external_letter`, `memo`, `stamped_letter`, or what the head's title says.

    A sealed letter is addressed by ถึง and has neither subject nor closing.
    """
    if headed:
        return headed
    head = zones.lines(Zone.HEAD)
    if any(
        line.skeleton.replace(" ", "").startswith(_MEMO) or line.text.startswith("ส่วนราชการ") for line in head
    ):
        return "memo"
    if "to" in zones.labels and "recipient" not in zones.labels and not _signed(zones):
        return "stamped_letter"
    if zones.labels & {"recipient", "to", "subject"} or zones.parts[Zone.CLOSING]:
        return "external_letter"
    lines = [*head, *zones.lines(Zone.BODY)]
    return "external_letter" if any(_ENGLISH.match(line.text) for line in lines) else "attachment"


def _signed(zones: Zones) -> bool:
    """A radio message is addressed by ถึง too, but somebody signs it."""
    return bool(zones.parts[Zone.CLOSING] or zones.parts[Zone.SIGNATURE])
