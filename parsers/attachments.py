"""The enclosure lines (สิ่งที่ส่งมาด้วย): number, title, how many of what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parsers.contract import Attachment
from parsers.cues import phrases
from parsers.evidence import Trace
from parsers.flow import Flow
from parsers.layout import Part
from parsers.script import arabic
from parsers.spelling import nearest

__all__ = ["EnclosureItem", "attachments_of", "enclosure_items"]

_ITEM = re.compile(r"^\(?(\d{1,2})(?:\s*[-–]\s*\d{1,2})?\s*[.)](?:\s*|(?=[ก-๎]))(?!\d)")
_QUANTITY = re.compile(
    r"[\s.…_]*'?(?:จ[ำา้่ํ]{0,3}น[วฉ]น|อย่างละ(?:จำนวน)?)\s*([\d,]+|[.…_]+)\s*([ก-๎]{2,8})?\s*[.,;]?\s*$"
)
_BARE_QUANTITY = re.compile(
    r"[\s.…_]+(\d{1,3})\s*(ชุด|ฉบับ|แผ่น|เล่ม|หน้า|รายการ|ซอง|ใบ|ภาพ|รูป|แฟ้ม|กล่อง|ไฟล์|ชิ้น|อัน)\s*$"
)
_LEADER = re.compile(r"[\s.…_]*[.…_]{3,}[\s.…_]*")


@dataclass(frozen=True, slots=True)
class EnclosureItem:
    """One enclosure line as it runs over its lines."""

    no: int | None
    flow: Flow
    text: str


def enclosure_items(parts: Sequence[Part]) -> list[EnclosureItem]:
    """The numbered items after the label; one without a number where none is numbered."""
    groups: list[tuple[int | None, list[Part]]] = []
    for part in parts:
        text = arabic(part.text).strip()
        found = _ITEM.match(text)
        if found and (not groups or _follows(groups[-1][0], int(found[1]))):
            groups.append((int(found[1]), [part]))
        elif groups:
            groups[-1][1].append(part)
        elif text:
            groups.append((None, [part]))
    return [_item(no, members) for no, members in groups]


def _follows(previous: int | None, no: int) -> bool:
    return previous is None or previous < no <= previous + 3


def _item(no: int | None, parts: Sequence[Part]) -> EnclosureItem:
    flow = Flow([part.line for part in parts], hanging=True)
    text = flow.text[parts[0].start :].strip().replace("\n", " ")
    if no is not None:
        text = text[_item_end(text) :].strip()
    return EnclosureItem(no, flow, text)


def _item_end(text: str) -> int:
    found = _ITEM.match(arabic(text))
    return found.end() if found else 0


def attachments_of(parts: Sequence[Part], trace: Trace) -> list[Attachment]:
    """`แบบรายงาน จำนวน ๑ ฉบับ` is a title, a quantity of 1 and the unit ฉบับ."""
    found: list[Attachment] = []
    for item in enclosure_items(parts):
        attachment = _attachment(item)
        if len(attachment.title) < 2:
            continue
        pointer = f"/attachments/{len(found)}"
        counted = _counted(item)
        said = counted.start() if counted else len(item.text)
        trace.note(f"{pointer}/title", item.flow.lines, item.text[:said].strip(" .…_"))
        if attachment.quantity is not None:
            trace.note(f"{pointer}/quantity", item.flow.lines[-1:], item.text[said:].strip(" .…_"))
        found.append(attachment)
    return found


def _counted(item: EnclosureItem) -> re.Match[str] | None:
    """`จำนวน ๑ ชุด` at the end of an item; the spans are those of its text."""
    text = arabic(item.text)
    return _QUANTITY.search(text) or _BARE_QUANTITY.search(text)


def _attachment(item: EnclosureItem) -> Attachment:
    text = arabic(item.text)
    counted = _counted(item)
    quantity, unit = None, None
    if counted:
        digits = counted[1].replace(",", "")
        quantity = int(digits) if digits.isdigit() else None
        unit = nearest(counted[2], phrases("unit"), shortest=3) if counted[2] else None
        text = text[: counted.start()]
    title = _LEADER.sub(" ", text).strip(" .,;")
    return Attachment(item.no, " ".join(title.split()), quantity, unit)
