"""A family of letters: one matter from the authority's notice down to the districts' replies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from ita_docs.corpus.data_files import Province, Topic, provinces
from ita_docs.corpus.dice import Dice
from ita_docs.corpus.letter import Letter
from ita_docs.corpus.matter import Matter
from ita_docs.corpus.numbering import Register
from ita_docs.corpus.offices import central_office, district_office, local_office, provincial_office
from ita_docs.corpus.scenes import central, follow_up, provincial
from ita_docs.corpus.thai_dates import workday

__all__ = ["write_family"]


def write_family(
    name: str, topic: Topic, fiscal_year: int, register: Register, *, line: str | None = None,
    where: tuple[Province, ...] = (), citing: float = 0.5,
) -> list[Letter]:  # fmt: skip
    """All letters of a matter, in the order of their writing."""
    dice = Dice(name)
    line = line or dice.pick(topic.lines)
    where = where or tuple(dice.some(provinces(), 1, 3))
    matter = _matter(name, topic, fiscal_year, line, where[0], register, dice)
    matter.citing = citing
    start = date(fiscal_year - 544, 10, 1) + timedelta(days=dice.number(5, 75))
    source = _above(matter, start)
    for province in where:
        below = replace(matter, province=province, unit=provincial_office(line, province, dice))
        below.matter, below.short, below.notice = (
            _moved(text, matter.province, province) for text in (matter.matter, matter.short, matter.notice)
        )
        _in_province(below, source)
    return matter.letters


def _moved(text: str, old: Province, new: Province) -> str:
    return text.replace(f"จังหวัด{old.name}", f"จังหวัด{new.name}")


def _matter(
    name: str, topic: Topic, fiscal_year: int, line: str, province: Province, register: Register, dice: Dice
) -> Matter:
    return Matter(
        name=name,
        topic=topic,
        line=line,
        province=province,
        fiscal_year=fiscal_year,
        dice=dice,
        register=register,
        authority=central_office(topic.authority, dice),
        department=central_office(_department(topic, line), dice),
        unit=provincial_office(line, province, dice),
    )


def _department(topic: Topic, line: str) -> str:
    from ita_docs.corpus.data_files import lines

    return str(lines()[line]["department"])


def _later(day: date, dice: Dice, least: int, most: int) -> date:
    return workday(day + timedelta(days=dice.number(least, most)))


def _above(matter: Matter, start: date) -> Letter:
    """Announcement, the authority's letter, the department's circular; the last is handed down."""
    dice, day, earlier = matter.dice, workday(start), []
    notice = central.announcement(matter, day) if dice.chance(0.8) else None
    if matter.authority.name != matter.department.name and dice.chance(0.7):
        day = _later(day, dice, 2, 9)
        earlier.append(central.authority_letter(matter, day, notice))
    day = _later(day, dice, 3, 14)
    if dice.chance(0.25):
        earlier.append(central.circular(matter, day, earlier[:1]))
        day = _later(day, dice, 5, 20)
    letter = central.circular(matter, day, earlier)
    if dice.chance(0.3):
        follow_up.extension(matter, _later(day, dice, 15, 40), letter)
    return letter


def _in_province(matter: Matter, source: Letter) -> None:
    dice = matter.dice
    day = _later(source.day, dice, 2, 9)
    order = provincial.order(matter, day) if dice.chance(0.35) else None
    if dice.chance(0.25):
        follow_up.memo(matter, day, source)
    day = _later(day, dice, 1, 5)
    cover = provincial.cover(matter, day, source, kind=_form(dice), also=order if dice.chance(0.6) else None)
    day = _later(day, dice, 6, 18)
    if dice.chance(0.6):
        day = _meeting(matter, day, cover)
    if dice.chance(0.45):
        follow_up.reminder(matter, _later(day, dice, 5, 25), cover, kind=_form(dice))
    if dice.chance(0.3):
        follow_up.extension(matter, _later(day, dice, 5, 20), cover)
    for _ in range(dice.number(0, 2)):
        office = district_office if matter.line == "district" else local_office
        provincial.reply(matter, _later(day, dice, 10, 50), cover, office(matter.province, dice))
    if dice.chance(0.2):
        follow_up.result(matter, _later(day, dice, 150, 220), cover, matter.unit)


def _meeting(matter: Matter, day: date, cover: Letter) -> date:
    dice = matter.dice
    invited = provincial.invitation(matter, day, cover if dice.chance(0.8) else None, kind=_form(dice))
    if dice.chance(0.22):
        follow_up.cancellation(matter, _later(day, dice, 1, 4), invited)
    return _later(day, dice, 2, 8)


def _form(dice: Dice) -> str:
    return dice.weighted({"external_letter": 7, "stamped_letter": 3})
