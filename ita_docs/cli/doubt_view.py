"""What a person should confirm in a letter, in one short line each."""

from __future__ import annotations

from typing import Any

__all__ = ["doubt_words"]

_FIELDS = {
    "number": ("เลขที่หนังสือ", "number"),
    "date": ("วันที่", "date"),
    "subject": ("เรื่อง", "subject"),
    "issuer": ("ส่วนราชการ", "issuer"),
    "recipients": ("ผู้รับ", "recipient"),
    "references": ("อ้างถึง", "reference"),
    "deadlines": ("กำหนดส่ง", "deadline"),
    "meetings": ("การประชุม", "meeting"),
}
_ABSENT = ("ไม่พบ{}", "no {} found")
_UNSURE = ("อ่าน{}ไม่ชัด", "{} is hard to read")


def doubt_words(field: str, flag: dict[str, Any] | None, missing: bool, language: str = "th") -> str:
    """One doubt in words.

    >>> doubt_words("date", None, missing=True)
    'ไม่พบวันที่'
    >>> doubt_words("references/0", None, missing=False, language="en")
    'reference is hard to read'
    """
    which = 0 if language == "th" else 1
    if flag is not None:
        return _flag(flag, language)
    name = _FIELDS.get(field.split("/")[0], (field, field))[which]
    return (_ABSENT if missing else _UNSURE)[which].format(name)


def _flag(flag: dict[str, Any], language: str) -> str:
    from parsers.flags import flag_texts

    text = flag_texts().get(str(flag["code"]))
    means = str(flag.get("why") or "") if text is None else text.text_th if language == "th" else text.text_en
    written = f" “{flag['written']}”" if flag.get("written") else ""
    resolved = f" → “{flag['resolved']}”" if flag.get("resolved") else ""
    return f"{flag['code']} {means}{written}{resolved}"
