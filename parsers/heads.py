"""Where a document may begin: the heads of letters, memos, orders, announcements, attachments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from parsers.cues import alternatives, cues
from parsers.labels import label_of
from parsers.linekinds import attachment_kind, secrecy_of, urgency_of
from parsers.lines import SourceLine
from parsers.script import skeleton
from parsers.spelling import within_one

__all__ = ["ORDER_NUMBER", "attachment_label", "is_letter_head", "number_line", "title_head"]

ORDER_NUMBER = re.compile(r"^(?:ที่|เลขที่)?\s*(\d{1,6}\s*/\s*\d{4})$")

_NUMBER_LINE = re.compile(
    r"^(?:ที่|ท|ที)?\s*[.:]?\s*(?:[ก-ฮ]\.?){1,4}\s?(?:\([^()]{1,12}\)\s?)?"
    r"(?:\d{4,5}(?:\.\d{1,3}){0,4}(?:\([^()]{1,12}\))?)\s*[/\-]"
)
_BLANK_NUMBER = re.compile(r"^ที่\s*(?:[.…_]{3,}|(?:[ก-ฮ]\.?){2,4}\s*[\d.…_()]*\s*/?\s*[.…_ว\s]*$)")
_CITED = re.compile(r"ลงวันที่|ลว\.?|อ้างถึง|ตามหนังสือ")
_SUPPORT = {
    "order": re.compile(r"^(?:ที่\s*)?[\d.…_]*\s*/\s*\d{4}|^เรื่อง"),
    "announcement": re.compile(r"^เรื่อง|ว่าด้วย"),
    "regulation": re.compile(r"ว่าด้วย"),
    "minutes": re.compile(r"ครั้งที่|เมื่อวัน|ผู้มาประชุม"),
    "certificate": re.compile(r"รับรองว่า|^เลขที่|^ที่"),
    "statement": re.compile(r"ฉบับที่|^เรื่อง"),
    "news": re.compile(r"ฉบับที่|^เรื่อง"),
}
_REACH = {"certificate": 12, "announcement": 6, "minutes": 5}
_CERTIFICATE_HEAD = re.compile(r"^(?:เลขที่|ที่)\s*\S+")
_LONG = 5
_ENGLISH_HEAD = re.compile(r"^(?:Dear\b|No\.\s|Ref\.)")


def number_line(line: SourceLine) -> bool:
    """Whether a line is the ที่ line of a head: it begins with a letter number and cites nothing."""
    text = line.arabic
    if len(text) > 110 or _CITED.search(text):
        return False
    text = re.sub(r"^(?:ด่วนที่สุด|ด่วนมาก|ด่วน)\s*", "", text)
    return bool(_NUMBER_LINE.match(text) or _BLANK_NUMBER.match(text))


def is_letter_head(lines: Sequence[SourceLine], index: int, reach: int = 18) -> bool:
    """Whether a letter begins here: a mark or a number, and an addressee soon after."""
    line = lines[index]
    opens = urgency_of(line) or secrecy_of(line) or number_line(line)
    if not opens and not _ENGLISH_HEAD.match(line.text):
        return False
    head = _head_lines(lines, index, reach)
    names = [found.name for found in (label_of(follower) for follower in head) if found]
    if "to" in names or ("subject" in names and "recipient" in names):
        return True
    return any(_ENGLISH_HEAD.match(follower.text) for follower in head)


def _head_lines(lines: Sequence[SourceLine], index: int, reach: int) -> list[SourceLine]:
    page = lines[index].page
    return list(takewhile(lambda line: line.page == page, lines[index + 1 : index + 1 + reach]))


def title_head(lines: Sequence[SourceLine], index: int) -> str | None:
    """`order`, `announcement`, `memo` ... where the line is the title of such a document."""
    line = lines[index]
    if len(line.text) > 120 or attachment_kind(line.text):
        return None
    if _CERTIFICATE_HEAD.match(line.arabic) and _certifies(lines[index : index + _REACH["certificate"]]):
        return "certificate"
    flat = line.skeleton.replace(" ", "").lstrip(".,'\"“”«»-•")
    for cue in cues("heading"):
        if not _titled(flat, skeleton(cue.text)):
            continue
        if cue.value == "memo":
            return "memo" if len(flat) <= 16 else None
        return cue.value if _supported(lines, index, cue.value) else None
    return None


def _certifies(lines: Sequence[SourceLine]) -> bool:
    return any("เพื่อรับรองว่า" in line.text or "ขอรับรองว่า" in line.text for line in lines)


def _titled(flat: str, word: str) -> bool:
    """A scan may lose the first letter of a title set in large type, or misread one."""
    if flat.startswith(word):
        return True
    return len(word) >= _LONG and (flat.startswith(word[1:]) or within_one(flat[: len(word)], word))


def _supported(lines: Sequence[SourceLine], index: int, kind: str) -> bool:
    pattern = _SUPPORT[kind]
    reach = _REACH.get(kind, 4)
    if kind in {"regulation", "minutes"} and pattern.search(lines[index].arabic):
        return len(lines[index].text) <= 90
    followers = lines[index + 1 : index + 1 + reach]
    return len(lines[index].text) <= 90 and any(pattern.search(line.arabic) for line in followers)


def attachment_label(line: SourceLine) -> int | None:
    """The number in a line such as `สิ่งที่ส่งมาด้วย ๓` that stands alone; 0 where it has none."""
    if len(line.text) > 40:
        return None
    found = re.match(
        rf"^{alternatives('attachment_label')}\s*(?:ที่|หมายเลข|ลำดับที่)?\s*(\d{{0,2}})\s*[.)]?$", line.arabic
    )
    return int(found[1] or 0) if found else None
