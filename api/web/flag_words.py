"""What a flag says in the reader's words: its meaning, what is written, what each signal says."""

from __future__ import annotations

import re
from typing import Any

from api.language import Language
from api.web.buddhist import short_day
from api.web.catalogue import translations

__all__ = ["flag_detail", "flag_words"]

JSON = dict[str, Any]
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def flag_words(flag: JSON, language: Language = "th") -> str:
    """The meaning of the flag's code; the parse's own words where the code is not in the table.

    >>> flag_words({"code": "L024", "why": "..."})
    'ไม่พบวันที่ของหนังสือ'
    """
    from parsers.flags import flag_texts

    text = flag_texts().get(str(flag.get("code")))
    if text is None:
        return str(flag.get("why") or "")
    return text.text_th if language == "th" else text.text_en


def flag_detail(flag: JSON, language: Language = "th") -> str:
    """`เขียนว่า “สงขลา” แต่รหัสหนังสือ สน และรหัสไปรษณีย์ 47000 เป็น “สกลนคร”`; empty where nothing is known."""
    _ = translations(language).gettext
    signals = _signals(flag.get("evidence") or [], language)
    values = {
        "written": _plain(flag.get("written") or "", language),
        "resolved": _plain(flag.get("resolved") or "", language),
        "signals": signals,
    }
    parts = []
    if flag.get("written"):
        parts.append(_("เขียนว่า “%(written)s”"))
    if signals and flag.get("resolved"):
        parts.append(_("แต่%(signals)s เป็น “%(resolved)s”"))
    elif signals:
        parts.append(_("แต่%(signals)s"))
    elif flag.get("resolved"):
        parts.append(_("ควรเป็น “%(resolved)s”"))
    return " ".join(part % values for part in parts)


def _signals(evidence: list[Any], language: Language) -> str:
    """The witnesses, joined as a sentence joins them."""
    _ = translations(language).gettext
    names = {
        "agency code": _("รหัสหนังสือ"),
        "postcode": _("รหัสไปรษณีย์"),
        "telephone area": _("รหัสพื้นที่โทรศัพท์"),
        "slogan": _("คำขวัญ"),
        "receiving stamp": _("ตรารับ"),
        "issuer": _("ผู้ออกหนังสือ"),
    }
    told = []
    for item in map(str, evidence):
        name, colon, value = item.partition(": ")
        if colon and name in names:
            told.append(f"{names[name]} {value}")
    joint = _("และ")
    last = f" {joint}".join(told[-2:]) if language == "th" else f" {joint} ".join(told[-2:])
    return ", ".join([*told[:-2], last]) if told else ""


def _plain(value: Any, language: Language) -> str:
    text = str(value)
    return short_day(text, language) if _ISO.fullmatch(text) else text
