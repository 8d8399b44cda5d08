"""Contradictions planted on purpose, each with the flag that a careful reader raises."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from ita_docs.corpus.data_files import provinces
from ita_docs.corpus.dice import Dice
from ita_docs.corpus.event_words import clock
from ita_docs.corpus.letter import Letter
from ita_docs.corpus.thai_dates import MONTHS, WEEKDAYS, buddhist, day_of_week, end_of_month, long_day

__all__ = ["FLAWS", "plant_flaw"]

_CONFUSED = {
    "อุตรดิตถ์": "อุดรธานี",
    "อุดรธานี": "อุตรดิตถ์",
    "สกลนคร": "สงขลา",
    "สงขลา": "สกลนคร",
    "มุกดาหาร": "มหาสารคาม",
    "นครพนม": "นครปฐม",
    "นครปฐม": "นครพนม",
    "เพชรบุรี": "เพชรบูรณ์",
    "เพชรบูรณ์": "เพชรบุรี",
    "สุรินทร์": "สุราษฎร์ธานี",
    "หนองคาย": "หนองบัวลำภู",
    "ปราจีนบุรี": "ประจวบคีรีขันธ์",
    "ลำปาง": "ลำพูน",
    "ลำพูน": "ลำปาง",
    "สิงห์บุรี": "สระบุรี",
}
_LOOKALIKE = dict(zip("มนทหกภดตบปพชอลสรธขคยจง", "นมหทภกตดปบผซฮสลธรชดผงจ", strict=True))


def _flag(letter: Letter, field: str, written: str, resolved: str | None, why: str) -> None:
    letter.flags.append(
        {"field": field, "code": None, "written": written, "resolved": resolved, "why": why, "evidence": []}
    )


def _swap_in_body(letter: Letter, old: str, new: str) -> bool:
    """Replace words in the body; False if they do not stand there once."""
    hits = [place for place, paragraph in enumerate(letter.body) if paragraph.text.count(old) == 1]
    if len(hits) != 1:
        return False
    letter.body[hits[0]] = replace(letter.body[hits[0]], text=letter.body[hits[0]].text.replace(old, new))
    return True


def wrong_weekday(letter: Letter, dice: Dice) -> bool:
    """The meeting's weekday is not that of its day."""
    if len(letter.events) != 1 or letter.events[0].end_day:
        return False
    event = letter.events[0]
    wrong = dice.pick([name for name in WEEKDAYS[:5] if name != day_of_week(event.day)])
    right = f"วัน{day_of_week(event.day)}ที่ {long_day(event.day)}"
    if not _swap_in_body(letter, right, f"วัน{wrong}ที่ {long_day(event.day)}"):
        return False
    either = [event.gold() | {"optional": True}, event.gold() | {"date": None, "optional": True}]
    letter.extra["meetings"] = either
    _flag(
        letter,
        "meetings",
        f"วัน{wrong}ที่ {long_day(event.day)}",
        None,
        f"{event.day} is a วัน{day_of_week(event.day)}",
    )
    return True


def wrong_year(letter: Letter, dice: Dice) -> bool:
    """The meeting's year is miswritten; the weekday and the letter's own day tell the right one."""
    if len(letter.events) != 1 or letter.events[0].end_day:
        return False
    event = letter.events[0]
    weekday, right = day_of_week(event.day), long_day(event.day)
    year = buddhist(event.day) + dice.pick((-3, -1, 1, 2, 3))
    wrong = right.replace(str(buddhist(event.day)), str(year))
    if not _swap_in_body(letter, f"วัน{weekday}ที่ {right}", f"วัน{weekday}ที่ {wrong}"):
        return False
    _flag(letter, "meetings", f"วัน{weekday}ที่ {wrong}", event.day.isoformat(), "weekday and letter date")
    return True


def end_before_start(letter: Letter, dice: Dice) -> bool:
    """The meeting ends before it starts."""
    if len(letter.events) != 1 or not letter.events[0].end or not letter.events[0].start:
        return False
    event = letter.events[0]
    early = f"{max(6, int(str(event.start)[:2]) - dice.number(1, 3)):02d}.{dice.pick(('00', '30'))}"
    if not _swap_in_body(letter, f"{clock(str(event.end))} น.", f"{early} น."):
        return False
    letter.extra["meetings"] = [event.gold() | {"end": None}]
    _flag(letter, "meetings", f"{clock(str(event.start))} - {early}", None, "end before start")
    return True


def wrong_province(letter: Letter, dice: Dice) -> bool:
    """The letterhead names a province that looks alike; code, postcode and text name the right one."""
    province = letter.sender.province
    if letter.kind != "external_letter" or province is None or letter.sender.name != f"จังหวัด{province.name}":
        return False
    if province.name not in _CONFUSED:
        return False
    wrong = _CONFUSED[province.name]
    letter.printed["office"] = letter.sender.letterhead.replace(province.name, wrong)
    _flag(letter, "issuer", f"จังหวัด{wrong}", f"จังหวัด{province.name}", "code, postcode, signatory and text")
    return True


def wrong_code(letter: Letter, dice: Dice) -> bool:
    """One letter of the province's code is another: `มห` for `มท`. What is written stands."""
    if (
        letter.number is None
        or letter.sender.province is None
        or letter.number.agency != letter.sender.province.code
    ):
        return False
    code = letter.number.agency
    place = dice.number(0, 1)
    other = code[:place] + _LOOKALIKE.get(code[place], "ม") + code[place + 1 :]
    if other == code or letter.kind == "memo":
        return False
    written = replace(letter.number, agency=other)
    letter.printed["number"] = written.written(dice)
    letter.extra["number"] = written.gold() | {"accept": [written.canonical, letter.number.canonical]}
    _flag(letter, "number", written.canonical, letter.number.canonical, "office, postcode and text")
    return True


def wrong_postcode(letter: Letter, dice: Dice) -> bool:
    """The postcode is another province's."""
    province = letter.sender.province
    if letter.kind != "external_letter" or province is None:
        return False
    other = dice.pick([one for one in provinces() if one.postcode != province.postcode])
    address = " ".join(letter.sender.address)
    wrong = address.replace(f" {province.postcode}", f" {other.postcode}")
    if wrong == address:
        return False
    letter.printed["address"] = wrong
    _flag(letter, "issuer", f"{other.postcode}", f"{province.postcode}", f"postcode of {other.name}")
    return True


def early_receipt(letter: Letter, dice: Dice) -> bool:
    """Received before it was written."""
    if not letter.stamps or letter.stamps[0].day is None:
        return False
    stamp = letter.stamps[0]
    stamp.day = letter.day - timedelta(days=dice.number(2, 12))
    stamp.written_day = f"{stamp.day.day}/{stamp.day.month}/{buddhist(stamp.day)}"
    _flag(letter, "receipts", stamp.written_day, None, "received before the letter's own day")
    return True


def future_citation(letter: Letter, dice: Dice) -> bool:
    """A cited letter is dated after the letter that cites it."""
    cited = [c for c in letter.citations if c.where == "header" and c.day and long_day(c.day) in c.printed]
    if not cited:
        return False
    citation = cited[0]
    wrong = letter.day + timedelta(days=dice.number(20, 200))
    assert citation.day is not None
    citation.printed = citation.printed.replace(long_day(citation.day), long_day(wrong))
    citation.extra = {"date": wrong.isoformat(), "accept_date": [wrong.isoformat(), citation.day.isoformat()]}
    _flag(letter, "references", long_day(wrong), None, "cited day after the letter's own")
    return True


def impossible_day(letter: Letter, dice: Dice) -> bool:
    """The letter's day is one that its month does not have."""
    last = end_of_month(letter.day).day
    if letter.kind != "external_letter" or last == 31:
        return False
    letter.printed["date"] = (
        f"{dice.number(last + 1, 31)} {MONTHS[letter.day.month - 1]} {buddhist(letter.day)}"
    )
    letter.extra["date"] = None
    _flag(letter, "date", letter.printed["date"], None, "no such day")
    return True


def cites_itself(letter: Letter, dice: Dice) -> bool:
    """The number after อ้างถึง is the letter's own."""
    cited = [c for c in letter.citations if c.where == "header" and c.kind == "letter"]
    if not cited or letter.number is None or cited[0].number is None or "number" in letter.printed:
        return False
    citation = cited[0]
    assert citation.number is not None
    before, mark, after = citation.printed.partition(" ที่ ")
    _, day, rest = after.rpartition(" ล")
    if not mark or not day:
        return False
    citation.printed = f"{before} ที่ {letter.number.canonical}{day}{rest}"
    citation.number, citation.target = letter.number, letter.id
    _flag(letter, "references", letter.number.canonical, None, "a letter cannot cite its own number")
    return True


FLAWS: tuple[Callable[[Letter, Dice], bool], ...] = (
    wrong_weekday, wrong_year, end_before_start, wrong_province, wrong_code, wrong_postcode, early_receipt,
    future_citation, impossible_day, cites_itself,
)  # fmt: skip


def plant_flaw(letter: Letter, dice: Dice) -> None:
    """Plant one contradiction that the letter has room for, if any."""
    for flaw in dice.random.sample(FLAWS, len(FLAWS)):
        if flaw(letter, dice):
            return
