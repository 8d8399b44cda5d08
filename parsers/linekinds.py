"""What a single line is, judged by itself: an urgency mark, a page number, a closing, a telephone line ..."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from parsers.cues import alternatives, cues, opens_with, phrases, value_of
from parsers.lines import SourceLine
from parsers.script import skeleton

__all__ = [
    "NAME_IN_BRACKETS",
    "attachment_kind",
    "catchword_of",
    "is_closing",
    "is_contact",
    "is_furniture",
    "is_gazette",
    "is_message_heading",
    "is_page_number",
    "is_unit",
    "secrecy_of",
    "urgency_of",
]

NAME_IN_BRACKETS = re.compile(r"^[\W_]{0,3}\(\s*([^()\d]{4,70}?)\s*\)[\W_]{0,3}$")

_GAZETTE = re.compile(r"^เล่ม\s+\S+\s+ตอน|^ราชกิจจานุเบกษา$|^ฉบับกฤษฎีกา")
_PAGE_NUMBER = re.compile(r"^(?:[-–—_.]\s*\d{1,3}\s*[-–—_.]|หน้า(?:ที่)?\s*\d{1,3}(?:\s*/\s*\d{1,3})?|\d{1,2})$")
_CATCHWORD = re.compile(r"^/?\s*(.{1,60}?)\s*(?:\.{2,}|…+)\s*$")
_CONTACT = re.compile(
    r"(?:^|\s)\(?(?:โทรศัพท์|โทรสาร|โทร(?!ทัศน์|คมนาคม|เวช|มาตร|เลข)|หมายเลขโทรศัพท์|มือถือ|ไปรษณีย์อิเล็กทรอนิกส์|อีเมล|e-?mail|website|เว็บไซต์|"
    r"ผู้ประสานงาน|ผู้รับผิดชอบ|ไลน์|line id|tel|fax|www\.|https?:|id line)",
    re.IGNORECASE,
)
_URGENCY_LABEL = re.compile(r"^(?:ลำดับ)?ความเร่งด่วน(?:\s*[-–]?\s*ผู้รับปฏิบัติ)?\s*[:\-]?\s*(?=ด่วน)")
_URGENT_HEAD = re.compile(r"^(ด่วนที่สุด|ด่วนมาก|ด่วน)\s*(?=ที่\s|[ก-ฮ]{2,3}\s*\d{4,5})")
_FIGURES = re.compile(r"\d{3}|\d\s*[/.:)]|^\d|[.…]{3}")
_SENTENCE = re.compile(r"(?:(?<!ราย)ได้|จึง|ขอให้|ขอเรียน|ตามที่|ดังนี้|แล้ว|ลงวันที่)")
_CLOSING_PARTS = ("แสด", "ความ", "นบถ", "เคารพ", "sincer", "faithf")
_MESSAGE = skeleton("ข้อความ")
_LIKE_URGENT = re.compile(r"^[คตถศ](?=[่-๋]?วน)")
"""ด as a reader of broken print takes it: `ควนมาก`, `ต่วนที่สุด`."""
_PREFIX_UNIT = re.compile(r"^(?:\(?[ก-ฮ]\.|[-–]\s*)?")


def urgency_of(line: SourceLine) -> str | None:
    """`most_urgent` for a line that holds an urgency mark alone, or one before the letter's number."""
    if len(line.text) > 60:
        return None
    word = _URGENCY_LABEL.sub("", line.text).strip(" .:-\"'“”()")
    alone = value_of("urgency", _LIKE_URGENT.sub("ด", word))
    if alone or len(line.text) <= 4:
        return alone
    head = _URGENT_HEAD.match(line.arabic)
    return value_of("urgency", head[1]) if head else None


def secrecy_of(line: SourceLine) -> str | None:
    """`confidential` for a line that holds a secrecy mark alone: the word is common in running text."""
    return value_of("secrecy", line.text.strip(" .-")) if len(line.text) <= 14 else None


@lru_cache
def _closings() -> tuple[str, ...]:
    return tuple(skeleton(text).replace(" ", "") for text in phrases("closing"))


def is_closing(line: SourceLine) -> bool:
    """Whether the line is a closing (ขอแสดงความนับถือ), a few letters misread at most."""
    if not 8 <= len(line.text) <= 45:
        return False
    seen = line.skeleton.replace(" ", "").strip(".-")
    if seen.startswith(_closings()):
        return True
    if not any(part in seen for part in _CLOSING_PARTS):
        return False
    return any(
        abs(len(seen) - len(text)) <= 4 and SequenceMatcher(None, seen, text, autojunk=False).ratio() >= 0.75
        for text in _closings()
    )


def is_page_number(line: SourceLine) -> bool:
    """Whether the line is only a page number (`- ๒ -`)."""
    return len(line.text) <= 16 and bool(_PAGE_NUMBER.match(line.arabic))


def catchword_of(line: SourceLine) -> str | None:
    """The words of a catchword line (`/๒. ติดตาม...`), which announce the next page."""
    if len(line.text) > 64:
        return None
    found = _CATCHWORD.match(line.text)
    return found[1] if found and "..." not in found[1] else None


def is_gazette(line: SourceLine) -> bool:
    """Whether the line is a page head of the Government Gazette."""
    return len(line.text) <= 60 and bool(_GAZETTE.match(line.text))


def is_message_heading(line: SourceLine) -> bool:
    """Whether the line is the word ข้อความ that heads the text of a radio message."""
    return line.skeleton.replace(" ", "") == _MESSAGE


def is_contact(line: SourceLine) -> bool:
    """Whether the line names a telephone, a fax, an address on the net or a coordinator."""
    return len(line.text) <= 160 and bool(_CONTACT.search(line.text))


def is_unit(line: SourceLine) -> bool:
    """Whether the line is the name of an office and nothing more."""
    text = line.text
    if not 3 <= len(text) <= 90 or not opens_with("offices", _PREFIX_UNIT.sub("", text)):
        return False
    return not _SENTENCE.search(text) and not _FIGURES.search(line.arabic)


@lru_cache
def _furniture() -> re.Pattern[str]:
    return re.compile(alternatives("furniture"), re.IGNORECASE)


def is_furniture(line: SourceLine) -> bool:
    """Whether the line belongs to the paper rather than the letter: slogans, certified-copy stamps."""
    if len(line.text) > 80:
        return False
    quoted = line.text[:1] in "“\"'«‘" and line.text[-1:] in "”\"'»’“"
    return quoted or bool(_furniture().search(line.text))


@lru_cache
def _attachment_words() -> tuple[tuple[str, str], ...]:
    return tuple((cue.text, cue.value) for cue in cues("attachment"))


def attachment_kind(text: str) -> str | None:
    """`agenda` for a line such as `ระเบียบวาระการประชุม`; None where the line opens no attachment."""
    opening = text.lstrip("“\"'(-– ")
    return next((kind for word, kind in _attachment_words() if opening.startswith(word)), None)
