"""What the words around a duty add to it: its item, its channel, its enclosures, what it waits for."""

from __future__ import annotations

import re

from parsers.cues import alternatives, value_of

__all__ = ["ITEM", "channel_in", "dependency_in", "enclosures_in", "is_restated"]

ITEM = re.compile(r"^\s*(?:ข้อ\s*)?\(?(\d{1,2}(?:\.\d{1,2}){0,3})\)?[.)]?\s")
_RESTATED = re.compile(r"^\s*(?:[0-9๐-๙]{1,2}[.)]\s*)?(?:ตามที่|ตาม|อนุสนธิ|สืบเนื่อง)")
_THAT = re.compile(r"นั้น(?=\s|$|\n|[ก-ฮเ-ไ])(?!เอง)")
_ENCLOSED = re.compile(
    r"(?:สิ่งที่ส่งมาด้วย|เอกสารแนบ)\s*(?:ลำดับที่|หมายเลข|ที่)?\s*(\d{1,2}(?:\s*(?:-|–|ถึง|,|และ)\s*\d{1,2})*)"
)
_DEPENDS = re.compile(
    r"(?:ภายหลัง|หลัง|เมื่อ)(?:จาก)?[^\n]{0,40}?ตามข้อ\s*(\d{1,2}(?:\.\d{1,2})*)[^\n]{0,30}?(?:แล้ว|เสร็จ)"
)


def channel_in(after: str) -> str | None:
    """The channel that a passage names (QR code, e-mail, a system), as the table calls it."""
    found = re.search(alternatives("channel"), after, re.IGNORECASE)
    return value_of("channel", found[0]) if found else None


def enclosures_in(after: str) -> list[int]:
    """The numbers of the enclosures that a passage names.

    >>> enclosures_in("ตามสิ่งที่ส่งมาด้วย 2 - 4 และ 7")
    [2, 3, 4, 7]
    """
    found = _ENCLOSED.search(after)
    if not found:
        return []
    numbers: list[int] = []
    for piece in re.split(r"\s*(?:,|และ)\s*", found[1]):
        ends = [int(digits) for digits in re.findall(r"\d+", piece)]
        numbers.extend(range(ends[0], min(ends[-1], ends[0] + 30) + 1))
    return sorted(set(numbers))


def is_restated(paragraph: str, offset: int) -> bool:
    """Whether what stands at the offset was set by an earlier letter: inside ตามที่ ... นั้น."""
    return bool(_RESTATED.match(paragraph) and _THAT.search(paragraph, offset))


def dependency_in(before: str) -> str | None:
    """The item that must be done first (`ภายหลังดำเนินการตามข้อ 1 แล้ว`)."""
    found = list(_DEPENDS.finditer(before))
    return found[-1][1] if found else None
