"""The sentences that a reading adds to its result, in Thai and English: nothing failed, but look here."""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = ["Note", "note"]

Note: TypeAlias = Literal["layer-refused", "page-unread", "no-lines", "other-ending", "encoding"]

_SENTENCES: dict[Note, tuple[str, str]] = {
    "layer-refused": (
        "หน้า {page}: ไม่ใช้ข้อความที่ฝังในไฟล์ ({detail}) อ่านจากภาพแทน",
        "page {page}: the embedded text is not used ({detail}); read from the picture",
    ),
    "page-unread": (
        "หน้า {page}: อ่านไม่ได้ ({detail}) โปรดเปิดดูหน้านี้เอง",
        "page {page}: could not be read ({detail}); please look at this page yourself",
    ),
    "no-lines": ("หน้า {page}: ไม่พบข้อความ", "page {page}: no text was found"),
    "other-ending": (
        "นามสกุลไฟล์ไม่ตรงกับเนื้อหา อ่านเป็น {detail}",
        "the file's ending does not fit its content; read as {detail}",
    ),
    "encoding": ("ไฟล์ข้อความเข้ารหัสแบบ {detail}", "the text file is encoded in {detail}"),
}


def note(what: Note, language: str, *, page: int | None = None, detail: str = "") -> str:
    """The sentence in `th` or `en`.

    >>> note("no-lines", "en", page=3)
    'page 3: no text was found'
    """
    thai, english = _SENTENCES[what]
    return (thai if language == "th" else english).format(page=page, detail=detail)
