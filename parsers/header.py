"""The header of a letter from เรื่อง to the enclosures: where it ends, and labels that cannot be read.

Words such as ตามที่ and ด้วย open the body. On a page with boxes the indents tell too: labels stand at the
left margin, what belongs to them is indented, and the first line at the margin without a label is the second
line of the body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from parsers.cues import alternatives, opens_with
from parsers.labels import Label, label_of
from parsers.layout import LABEL_ZONES, Zone
from parsers.lines import SourceLine
from parsers.script import skeleton
from parsers.spelling import within_one

__all__ = ["Header", "header_of"]

_REACH = 40
_AT_MARGIN = 0.025
_INDENT = 0.04
_ITEM = re.compile(r"^\d{1,2}\s*[.)]\s")
_FIRST_WORD = re.compile(r"^\S{1,9}\s+")
_SUBJECT = skeleton("เรื่อง")
_LEAST_SUBJECT = 12
_SENTENCE = re.compile(
    r"ขอเรียนว่า|กำหนดจัด|มีกำหนด|จะจัดให้|จะดำเนินการ|ได้ดำเนินการ|มีความประสงค์|พิจารณาแล้ว|จึงขอ|จึงเรียน|ได้รับแจ้งจาก|ขออนุญาต|ขออนุมัติ"
)
_LISTED = re.compile(r"และ|ทุก|\(|ยกเว้น|\d")
_GOES_ON = re.compile(r"ลงวันที่|ลว\.|จำนวน\s*[0-9๐-๙]")
"""How no body begins: the rest of a reference or an enclosure."""
_MEMO_PART = re.compile(
    r"^(?:\d{1,2}\s*[.)]?\s*)?(?:เรื่องเดิม|ต้นเรื่อง|ความเป็นมา|ข้อเท็จจริง|หลักการและเหตุผล)(?:\s*/\s*\S+)?\s*:?$"
)
"""The heading of a memo's first part stands alone on its line."""
_CITES = re.compile(r"\d{4}(?:\.\d+)?\s*/|ลงวันที่")


@lru_cache
def _body_start() -> re.Pattern[str]:
    return re.compile(rf"^{alternatives('body_start')}")


@dataclass(frozen=True, slots=True)
class Header:
    """`end` is the last labelled line, `body` where the indents say that the body begins, `margin` the left
    edge of the labels (None in plain text)."""

    end: int
    body: int
    margin: float | None

    def starts_body(self, zone: Zone, line: SourceLine) -> bool:
        """Whether a line of the header is the body's first, by its words."""
        if _MEMO_PART.match(line.arabic):
            return True
        if zone is Zone.SUBJECT:
            return line.gap and len(line.text) > 60 and bool(_body_start().match(line.text))
        if _body_start().match(line.text):
            return len(line.text) > 25 or line.gap
        if zone is Zone.ENCLOSURE and _ITEM.match(line.arabic):
            return False
        if zone is Zone.RECIPIENT:
            names = opens_with("posts", line.text) or opens_with("offices", line.text)
            listed = names or _LISTED.match(line.text)
            if len(line.text) > 60 and (_SENTENCE.search(line.text) or not listed):
                return True
            return line.gap and len(line.text) > 60 and not (names and len(line.text) < 90)
        if len(line.text) > 60 and _SENTENCE.search(line.text) and not _CITES.search(line.arabic):
            return True
        return line.gap and len(line.text) > 80 and "จำนวน" not in line.text[-22:]

    def unlabelled(self, line: SourceLine, index: int, zone: Zone, seen: set[str]) -> Label | None:
        """A label that the reader lost: at the margin, judged by what follows it."""
        if zone is Zone.HEAD:
            return _bruised_subject(line) if index < self.end and "subject" not in seen else None
        if self.margin is None or line.bbox is None or index >= self.end:
            return None
        if abs(line.bbox[0] - self.margin) > _AT_MARGIN:
            return None
        word = _FIRST_WORD.match(line.text)
        start = word.end() if word else 0
        rest = line.text[start:]
        if not seen & {"recipient", "to"} and opens_with("posts", rest):
            return Label("recipient", start)
        if "reference" not in seen and seen & {"recipient"} and _CITES.search(line.arabic):
            return Label("reference", start)
        return None


def _bruised_subject(line: SourceLine) -> Label | None:
    """`เรือง`, `เรีอง`, `เธื่อง`: one letter of a short label misread, before a text of some length."""
    word = _FIRST_WORD.match(line.text)
    if word is None or len(line.text) - word.end() < _LEAST_SUBJECT:
        return None
    return Label("subject", word.end()) if within_one(skeleton(word[0].strip()), _SUBJECT) else None


def header_of(lines: Sequence[SourceLine]) -> Header:
    """The header's bounds; a letter without any label has none."""
    found: dict[str, int] = {}
    for index, line in enumerate(lines[:_REACH]):
        label = label_of(line)
        if label is not None and label.name in LABEL_ZONES and label.name not in found:
            found[label.name] = index
    if not found:
        return Header(0, len(lines), None)
    end = max(found.values())
    boxes = [lines[index].bbox for index in found.values()]
    edges = [box[0] for box in boxes if box is not None]
    margin = min(edges) if edges else None
    return Header(end, _body_by_indent(lines, end, margin), margin)


def _body_by_indent(lines: Sequence[SourceLine], end: int, margin: float | None) -> int:
    if margin is None:
        return len(lines)
    if not any(line.bbox and line.bbox[0] > margin + _INDENT for line in lines[: end + _REACH]):
        return len(lines)  # all set from one edge: indents tell nothing
    for index in range(end + 1, len(lines)):
        line = lines[index]
        if line.page != lines[end].page or line.bbox is None:
            break
        if line.bbox[0] <= margin + _AT_MARGIN and len(line.text) > 20 and not _GOES_ON.match(line.text):
            above = lines[index - 1]
            indented = index - 1 > end and above.bbox is not None and above.bbox[0] > margin + _INDENT
            return index - 1 if indented else index
    return len(lines)
