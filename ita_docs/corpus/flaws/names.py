"""Flaws of numbers, codes, provinces, telephones and citations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from ita_docs.corpus.data_files import provinces
from ita_docs.corpus.dice import Dice
from ita_docs.corpus.flaws.planting import flag
from ita_docs.corpus.letter import Letter
from ita_docs.corpus.thai_dates import long_day

__all__ = ["NAME_FLAWS"]

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


def wrong_province(letter: Letter, dice: Dice) -> bool:
    """The letterhead names a province that looks alike; code, postcode and text name the right one."""
    province = letter.sender.province
    if letter.kind != "external_letter" or province is None or letter.sender.name != f"จังหวัด{province.name}":
        return False
    if province.name not in _CONFUSED:
        return False
    wrong = _CONFUSED[province.name]
    letter.printed["office"] = letter.sender.letterhead.replace(province.name, wrong)
    flag(
        letter,
        "L010",
        "issuer",
        f"จังหวัด{wrong}",
        f"จังหวัด{province.name}",
        "code, postcode, signatory and text",
    )
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
    flag(letter, "L008", "number", written.canonical, letter.number.canonical, "office, postcode and text")
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
    flag(letter, "L011", "issuer", f"{other.postcode}", f"{province.postcode}", f"postcode of {other.name}")
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
    flag(letter, "L004", "references", long_day(wrong), None, "cited day after the letter's own")
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
    flag(letter, "L017", "references", letter.number.canonical, None, "a letter cannot cite its own number")
    return True


def blank_number(letter: Letter, dice: Dice) -> bool:
    """The running number is left blank, to be filled in by hand."""
    if letter.number is None or letter.kind != "external_letter" or "number" in letter.printed:
        return False
    blank = dice.pick(("........", "            ", "..............."))
    prefix = letter.number.canonical.rpartition("/")[0]
    letter.printed["number"] = f"{prefix}/{'ว ' if letter.number.circular else ''}{blank}"
    letter.extra["unread"] = [*letter.extra.get("unread", []), "number"]
    flag(letter, "L023", "number", letter.printed["number"].strip(), None, "the running number is left blank")
    return True


def wrong_area(letter: Letter, dice: Dice) -> bool:
    """The telephone's area is that of a province far away."""
    province, lines = letter.sender.province, letter.contacts
    if province is None or letter.kind != "external_letter" or len(lines.gold) != 1:
        return False
    value = str(lines.gold[0]["value"])
    far = dice.pick([one.area for one in provinces() if one.area[1] not in (province.area[1], "2")])
    moved = far + value[len(far) :] if len(far) == len(province.area) else value
    if moved == value or not value.startswith(province.area):
        return False
    for place, line in enumerate(lines.lines):
        lines.lines[place] = _other_area(line, value, moved)
    lines.gold[0] = lines.gold[0] | {"value": moved}
    flag(letter, "L012", "contacts", moved, None, f"area of {province.name} is {province.area}")
    return True


def _other_area(line: str, value: str, moved: str) -> str:
    """The line with the first digits of the number changed, its spacing kept."""
    out, place = [], 0
    for character in line:
        if character.isdigit() and place < len(value) and character == value[place]:
            out.append(moved[place])
            place += 1
        else:
            out.append(character)
    return "".join(out)


NAME_FLAWS: tuple[Callable[[Letter, Dice], bool], ...] = (
    wrong_province,
    wrong_code,
    wrong_postcode,
    future_citation,
    cites_itself,
    blank_number,
    wrong_area,
)
