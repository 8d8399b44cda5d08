"""How what is to be done is shown: without spaced-out print, preamble and the doer's name."""

from __future__ import annotations

import re
from statistics import median

__all__ = ["shown_action"]

_THAI = re.compile(r"[ก-๎]")
_GAP = re.compile(r"(?<=[ก-๎])\s+(?=[ก-๎])")
DENSE, FEWEST = 6, 5
"""Characters of the middling run between spaces, and runs at least, of print spaced out to the margin."""

_PREAMBLE = re.compile(r"^(?:\S{2,60}\s*)?ขอ\s*เรียน\s*ว่า\s*|^เรียน\s*ว่า\s*")
_PURPOSE = re.compile(
    r"^(?:เพื่อให้|เพื่อ).{6,240}?(?:จึง|ขอ|กำหนด|มอบหมาย|แจ้ง)\s*(?:จึง|ขอ|กำหนด|มอบหมาย|แจ้ง|ขยายระยะเวลา|ขยายเวลา|\s)*"
    r"(?:ความร่วมมือ)?ให้\s*"
)
_ENDS_OPEN = re.compile(r"\s+(?:เป็น|ภายใน|ภายในวันที่)$")
"""What stands before the day, where the day was cut off."""
SHORTEST = 6
"""Characters that must be left of what is to be done."""


def shown_action(action: str | None, responsible: str | None) -> str | None:
    """The action without what says nothing of it.

    >>> shown_action("กรมตัวอย่าง ขอ เรียน ว่า ส่ง แบบ รายงาน ผล ให้ จังหวัด", None)
    'ส่งแบบรายงานผลให้จังหวัด'
    >>> shown_action("อำเภอส่งรายชื่อผู้ประสานงาน", "อำเภอ")
    'ส่งรายชื่อผู้ประสานงาน'
    """
    if not action:
        return action
    text = _closed_up(_ENDS_OPEN.sub("", action))
    for part in (_PREAMBLE, _PURPOSE):
        text = _without(part, text)
    rest = text.removeprefix(responsible).lstrip() if responsible else text
    return rest if len(rest) >= SHORTEST else text


def _without(part: re.Pattern[str], text: str) -> str:
    found = part.match(text)
    return text[found.end() :] if found and len(text) - found.end() >= SHORTEST else text


def _closed_up(text: str) -> str:
    """Text whose words were spaced out, without those spaces; what stands apart by itself stays apart."""
    runs = [run for run in text.split() if _THAI.match(run)]
    if len(runs) < FEWEST or median(map(len, runs)) > DENSE:
        return text
    return _GAP.sub("", text)
