"""Citations: how one letter names another in its header, its body or an enclosure line."""

from __future__ import annotations

from ita_docs.corpus.dice import Dice
from ita_docs.corpus.letter import Citation, Letter
from ita_docs.corpus.thai_dates import long_day, short_day

__all__ = ["KIND_OF_CITATION", "URGENCY_CODES", "cite"]

URGENCY_CODES = {"ด่วน": "urgent", "ด่วนมาก": "very_urgent", "ด่วนที่สุด": "most_urgent"}

KIND_OF_CITATION = {"order": "order", "announcement": "announcement", "regulation": "regulation"}


def cite(letter: Letter, where: str, dice: Dice, *, link: str = "follows") -> Citation:
    """Name `letter` in words: `หนังสือจังหวัดน่าน ด่วนที่สุด ที่ นน 0018.1/ว 12 ลงวันที่ 3 มกราคม 2568`."""
    kind = KIND_OF_CITATION.get(letter.kind, "letter")
    citation = Citation(
        where=where,
        kind=kind,
        issuer=letter.sender.name,
        number=letter.number,
        day=letter.day,
        urgency=URGENCY_CODES.get(letter.urgency or ""),
        subject=letter.subject if kind != "letter" else None,
        target=letter.id,
        link=link,
    )
    citation.printed = _words(letter, kind, where, dice)
    return citation


def _words(letter: Letter, kind: str, where: str, dice: Dice) -> str:
    day = long_day(letter.day)
    if kind == "order":
        assert letter.number is not None
        return f"คำสั่ง{letter.sender.name} ที่ {letter.number.written(dice)} ลงวันที่ {day} เรื่อง {letter.subject}"
    if kind == "announcement":
        body = letter.sender.name
        return dice.pick(
            (
                f"ประกาศ{body} ลงวันที่ {day} เรื่อง {letter.subject}",
                f"ประกาศ{body} เรื่อง {letter.subject} ลงวันที่ {day}",
            )
        )
    assert letter.number is not None
    if where != "header" and dice.chance(0.06):
        return _short_words(letter, dice)
    urgency = f" {letter.urgency}" if letter.urgency else ""
    on = dice.weighted(
        {f"ลงวันที่ {day}": 12, f"ลว. {short_day(letter.day)}": 1, f"ลงวันที่ {short_day(letter.day)}": 1}
    )
    gap = dice.pick(("", "", " "))
    about = f" เรื่อง {letter.subject}" if where == "header" and dice.chance(0.07) else ""
    return f"หนังสือ{gap}{letter.sender.name}{urgency} ที่ {letter.number.written(dice)} {on}{about}"


def _short_words(letter: Letter, dice: Dice) -> str:
    """`หนังสือ ที่ มท 0322/ว 12 ลงวันที่ ...`: the sender is left out."""
    assert letter.number is not None
    return f"หนังสือ ที่ {letter.number.written(dice)} ลงวันที่ {long_day(letter.day)}"
