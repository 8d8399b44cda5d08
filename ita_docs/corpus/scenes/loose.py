"""Single letters between offices of all kinds, outside any chain."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from ita_docs.corpus.citing import cite
from ita_docs.corpus.contacts import invent_contacts
from ita_docs.corpus.data_files import Province, bodies, loose, provinces, vocabulary
from ita_docs.corpus.dice import Dice
from ita_docs.corpus.duty_words import due_term, relative_term
from ita_docs.corpus.event_words import event_words, invent_event
from ita_docs.corpus.letter import Duty, Enclosure, Letter, Paragraph
from ita_docs.corpus.local_bodies import other_office
from ita_docs.corpus.numbering import LetterNumber, Register
from ita_docs.corpus.offices import Office, central_office, district_office, local_office, provincial_office
from ita_docs.corpus.people import invent_person
from ita_docs.corpus.scenes.drafting import draw_urgency, one_addressee, sign_with
from ita_docs.corpus.thai_dates import buddhist, workday

__all__ = ["loose_letters"]


def loose_letters(name: str, year: int, register: Register) -> list[Letter]:
    """One to three letters that two offices exchange."""
    dice = Dice(name)
    province = dice.pick(provinces())
    day = workday(date(year - 543, 1, 1) + timedelta(days=dice.number(0, 360)))
    letters = [_letter(f"{name}-01", _anyone(province, dice), province, day, register, dice)]
    if dice.chance(0.4):
        later = workday(day + timedelta(days=dice.number(4, 30)))
        answer = _letter(f"{name}-02", _anyone(province, dice), province, later, register, dice)
        _answer(answer, letters[0], dice)
        letters.append(answer)
    return letters


def _anyone(province: Province, dice: Dice) -> Office:
    shape = dice.weighted({"central": 4, "local": 3, "district": 2, "province": 2, "other": 4})
    if shape == "other":
        return other_office(province, dice)
    if shape == "central":
        return central_office(dice.pick(sorted(bodies())), dice)
    if shape == "local":
        return local_office(province, dice)
    if shape == "district":
        return district_office(province, dice)
    line = dice.pick(("district", "local", "province", "school", "health", "agriculture"))
    return provincial_office(line, province, dice)


def _fill(phrase: str, words: dict[str, Any]) -> str:
    return phrase.format(**words).replace("การการ", "การ")


def _letter(
    name: str, office: Office, province: Province, day: date, register: Register, dice: Dice
) -> Letter:
    stock, year = loose(), buddhist(day)
    words: dict[str, Any] = {"me": office.name, "p": province.name, "from_year": year, "to_year": year + 1}
    words |= {"what": dice.pick(stock["words"]["what"]), "place": dice.pick(vocabulary()["local_places"])}
    words["district"] = dice.pick(province.districts)
    row = dice.pick(stock["matter"])
    serial = register.next_serial(office.series, buddhist(day), dice)
    letter = Letter(
        id=name, role="loose", kind="external_letter", sender=office, day=day,
        subject=_fill(row["subject"], words),
        number=LetterNumber(office.agency, office.unit, str(serial), committee=office.committee),
        urgency=draw_urgency(dice, 0.15), numerals="thai" if dice.chance(0.75) else "arabic",
    )  # fmt: skip
    letter.contacts = invent_contacts(office.area, dice)
    to = _fill(dice.pick(stock["words"]["to"]), words)
    letter.recipients = [one_addressee(to)]
    if dice.chance(0.06):
        _address_by_rank(letter, dice)
    if dice.chance(0.3):
        _answer(letter, _outside(name, province, day, dice), dice)
    _body(letter, row, words, dice)
    letter.ending = letter.ending or dice.pick(
        ("จึงเรียนมาเพื่อโปรดพิจารณา", "จึงเรียนมาเพื่อโปรดทราบ", "จึงเรียนมาเพื่อโปรดพิจารณาให้ความอนุเคราะห์")
    )
    sign_with(letter, dice, invent_person(dice))
    return letter


def _answer(letter: Letter, asked: Letter, dice: Dice) -> None:
    """Cite a letter and write to the head of its office; one that goes to a dignitary only follows it."""
    elsewhere = bool(letter.printed) or asked.sender.name == letter.sender.name
    if not elsewhere:
        letter.recipients = [one_addressee(asked.sender.head)]
        for earlier in letter.citations:
            earlier.link = "follows"
    letter.citations.append(cite(asked, "header", dice, link="follows" if elsewhere else "replies"))


def _address_by_rank(letter: Letter, dice: Dice) -> None:
    """กราบเรียน and นมัสการ, with the closing that goes with them."""
    to, salutation, closing = dice.pick(
        (
            ("ประธานกรรมการ ป.ป.ช.", "กราบเรียน", "ขอแสดงความนับถืออย่างยิ่ง"),
            ("นายกรัฐมนตรี", "กราบเรียน", "ขอแสดงความนับถืออย่างยิ่ง"),
            ("ประธานวุฒิสภา", "กราบเรียน", "ขอแสดงความนับถืออย่างยิ่ง"),
            (f"เจ้าอาวาสวัด{dice.pick(vocabulary()['local_places'])}", "นมัสการ", "ขอนมัสการด้วยความเคารพ"),
        )
    )
    letter.recipients = [one_addressee(to)]
    letter.printed |= {"salutation": salutation, "closing": closing}


def _outside(name: str, province: Province, day: date, dice: Dice) -> Letter:
    """A letter that nobody holds, known only from being cited."""
    office, earlier = _anyone(province, dice), workday(day - timedelta(days=dice.number(5, 60)))
    number = LetterNumber(
        office.agency, office.unit, str(dice.number(3, 9000)), dice.chance(0.3), office.committee
    )
    return Letter(f"{name}-X", "outside", "external_letter", office, earlier, "", number)


def _body(letter: Letter, row: dict[str, str], words: dict[str, Any], dice: Dice) -> None:
    """Cause, meeting, request, as far as the matter has them."""
    text = _fill(row["cause"], words)
    if "event" in row:
        meeting_day = workday(letter.day + timedelta(days=dice.number(12, 40)))
        event = invent_event(meeting_day, _fill(row["event"], words), letter.sender, dice)
        letter.events.append(event)
        text += f" ใน{event_words(event, dice)}"
    letter.body.append(Paragraph(text))
    if "form" in row:
        title = _fill(row["form"], words)
        letter.enclosures.append(Enclosure(title, 1, dice.pick(("ฉบับ", "ชุด", "เล่ม"))))
    if "duty" in row:
        due = workday(letter.day + timedelta(days=dice.number(7, 45)))
        term = due_term(due, dice, since=letter.day) if dice.chance(0.75) else relative_term(dice, letter.day)
        action = _fill(row["duty"], words)
        lead = dice.pick(_ASKS).format(letter.sender.name)
        asked = f"{lead}{action} {term.words}"
        duty = Duty(
            action, "หน่วยงานของท่าน", term.due, term.rule, text=asked, key=f"{letter.id}/1", extra=term.extra
        )
        letter.duties.append(duty)
        if lead.startswith("จึงเรียนมา"):
            letter.ending = duty.text = asked + dice.pick(("", " ด้วย จะขอบคุณยิ่ง", " ด้วย"))
        else:
            letter.body.append(Paragraph(asked))


_ASKS = (
    "{0}จึงขอความอนุเคราะห์หน่วยงานของท่าน",
    "{0}จึงขอความร่วมมือท่าน",
    "ในการนี้ จึงขอให้หน่วยงานของท่าน",
    "จึงใคร่ขอความอนุเคราะห์จากท่าน",
    "จึงเรียนมาเพื่อโปรดพิจารณา และขอได้โปรด",
    "จึงเรียนมาเพื่อโปรดให้ความอนุเคราะห์ และ",
    "ทั้งนี้ ขอให้",
)
