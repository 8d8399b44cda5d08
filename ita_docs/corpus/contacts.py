"""Telephones, faxes and addresses: right in length and area, and belonging to nobody.

A subscriber number that starts with 0 is given to no one; the mobile numbers start 080-0.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ita_docs.corpus.dice import Dice
from ita_docs.corpus.numerals import as_is
from ita_docs.corpus.people import invent_person

__all__ = [
    "ContactLines",
    "add_coordinator",
    "contact",
    "coordinator_phone",
    "invent_contacts",
    "invent_phone",
    "spell_phone",
]

JSON = dict[str, Any]


@dataclass(slots=True)
class ContactLines:
    """The printed lines and their gold."""

    lines: list[str] = field(default_factory=list)
    gold: list[JSON] = field(default_factory=list)


def contact(kind: str, value: str, ext: str | None = None, person: str | None = None) -> JSON:
    """One CONTACT of the contract."""
    return {"kind": kind, "value": value, "ext": ext, "person": person}


def invent_phone(area: str, dice: Dice) -> str:
    """Nine digits in the area: `02` + 7 or `0NN` + 6."""
    return area + "0" + dice.digits(8 - len(area))


def coordinator_phone(dice: Dice) -> str:
    """A mobile number, ten digits."""
    return f"0{dice.pick('689')}00" + dice.digits(6)


def spell_phone(value: str, dice: Dice) -> str:
    """One of the usual groupings: `0 4201 2345`, `0-4201-2345`, `042-012345`."""
    if len(value) == 10:
        return dice.pick(
            (
                f"{value[:2]} {value[2:6]} {value[6:]}",
                f"{value[:3]}-{value[3:6]}-{value[6:]}",
                f"{value[:3]}-{value[3:]}",
                f"{value[:2]}-{value[2:6]}-{value[6:]}",
            )
        )
    cut = 2 if value.startswith("02") else 3
    return dice.weighted(
        {
            f"{value[0]} {value[1:5]} {value[5:]}": 5,
            f"{value[0]}-{value[1:5]}-{value[5:]}": 3,
            f"{value[:cut]}-{value[cut:]}": 2,
            f"{value[0]} {value[1:5]}-{value[5:]}": 1,
        }
    )


def _extension(dice: Dice) -> tuple[str | None, str]:
    if dice.chance(0.7):
        return None, ""
    if dice.chance(0.2):
        first = dice.number(1100, 2800)
        return f"{first}-{first + 1}", f" ต่อ {first}{dice.pick(('-', ' - '))}{first + 1}"
    ext = dice.digits(dice.pick((1, 2, 3, 4, 4))).replace("0", "1")
    return ext, f" {dice.pick(('ต่อ', 'ต่อ', 'ต่อ'))} {ext}"


def invent_contacts(area: str, dice: Dice) -> ContactLines:
    """The lines under the owner unit: telephone, sometimes fax and e-mail."""
    out = ContactLines()
    phone, (ext, tail) = invent_phone(area, dice), _extension(dice)
    shape = dice.weighted({"phone": 5, "both": 2, "two": 2, "one line": 2, "several": 0.8})
    if shape == "several":
        more = invent_phone(area, dice)
        tail += f"{dice.pick((',', ' ,', ' หรือ'))} {spell_phone(more, dice)}"
        out.gold.append(contact("phone", more))
    if shape == "both":
        label = dice.pick(("โทร./โทรสาร", "โทร/โทรสาร.", "โทร/โทรสาร", "โทรศัพท์/โทรสาร"))
        out.lines.append(f"{label} {spell_phone(phone, dice)}")
        out.gold.append(contact("phone_fax", phone) | {"accept_kind": ["phone", "fax", "phone_fax"]})
    else:
        line = f"{dice.weighted({'โทร.': 6, 'โทร': 3, 'โทรศัพท์': 2})} {spell_phone(phone, dice)}{tail}"
        out.gold.append(contact("phone", phone, ext))
        out.lines.append(line)
    if shape in ("two", "one line"):
        fax = invent_phone(area, dice)
        text = f"โทรสาร{dice.pick(('', '.'))} {spell_phone(fax, dice)}"
        out.gold.append(contact("fax", fax))
        if shape == "one line":
            out.lines[-1] += f" {text}"
        else:
            out.lines.append(text)
    if dice.chance(0.15):
        host = dice.pick(("mail.example.go.th", "office.example.go.th"))
        mail = f"{dice.pick(('saraban', 'ita', 'admin'))}{dice.digits(3)}@{host}"
        label = dice.pick(("ไปรษณีย์อิเล็กทรอนิกส์", "E-mail :", "อีเมล"))
        out.lines.append(f"{label} {as_is(mail)}")
        out.gold.append(contact("email", mail))
    return out


def add_coordinator(lines: ContactLines, dice: Dice) -> None:
    """`ผู้ประสานงาน นาย... โทร. 08...` under the telephone."""
    person, phone = invent_person(dice, ranks=False), coordinator_phone(dice)
    label = dice.pick(("ผู้ประสานงาน", "ผู้ประสานงาน :", "เจ้าหน้าที่ผู้รับผิดชอบ"))
    lines.lines.append(
        f"{label} {person.full} {dice.pick(('โทร.', 'โทร', 'มือถือ'))} {spell_phone(phone, dice)}"
    )
    lines.gold.append(contact("phone", phone, None, person.full))
