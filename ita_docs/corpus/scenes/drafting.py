"""What every scene does alike: a fresh letter, its signer, its addressees, its first sentence."""

from __future__ import annotations

from datetime import date

from ita_docs.corpus.citing import cite
from ita_docs.corpus.contacts import add_coordinator, invent_contacts
from ita_docs.corpus.data_files import vocabulary
from ita_docs.corpus.dice import Dice
from ita_docs.corpus.letter import Addressee, Citation, Enclosure, Letter, Signer
from ita_docs.corpus.matter import Matter
from ita_docs.corpus.offices import Office
from ita_docs.corpus.people import Person, invent_person

__all__ = [
    "addressees",
    "background",
    "cite_more",
    "draw_urgency",
    "enclose",
    "finish",
    "one_addressee",
    "sign",
    "sign_with",
    "start_letter",
]


def draw_urgency(dice: Dice, likely: float = 0.5) -> str | None:
    """An urgency word in `likely` of the letters, ด่วนที่สุด the most."""
    return dice.weighted({"ด่วนที่สุด": 6, "ด่วนมาก": 1.5, "ด่วน": 2}) if dice.chance(likely) else None


def start_letter(
    matter: Matter, role: str, kind: str, sender: Office, day: date, subject: str, *, circular: bool = True
) -> Letter:
    """A letter with number, urgency, contacts and years; the body is still empty."""
    dice = matter.dice
    numbered = kind not in ("announcement", "order")
    letter = Letter(
        id=matter.next_id(),
        role=role,
        kind=kind,
        sender=sender,
        day=day,
        subject=subject,
        number=matter.give_number(sender, day, circular=circular) if numbered else None,
        urgency=draw_urgency(dice) if numbered else None,
        numerals=matter.numerals(),
        fiscal_years=[matter.fiscal_year],
        topics=[matter.topic.programme] if matter.topic.programme else [],
    )
    if numbered:
        letter.contacts = invent_contacts(sender.area, dice)
        if kind != "memo" and dice.chance(0.12):
            add_coordinator(letter.contacts, dice)
    return matter.add(letter)


_UNIFORMED = {"กห": "soldiers", "ตช": "police"}


def sign_with(letter: Letter, dice: Dice, person: Person) -> None:
    """`person` signs: as the head, or for the head."""
    office = letter.sender
    if office.agency in _UNIFORMED:
        person = invent_person(dice, titles=_UNIFORMED[office.agency])
    if dice.chance(0.5) or not office.deputies:
        letter.signer = Signer(person, office.head)
        return
    capacity = dice.weighted({"ปฏิบัติราชการแทน": 6, "รักษาราชการแทน": 4})
    letter.signer = Signer(person, dice.pick(office.deputies), capacity, office.head)


def sign(matter: Matter, letter: Letter) -> None:
    """The head signs, or a deputy in the head's place."""
    office, dice = letter.sender, matter.dice
    if dice.chance(0.3) or not office.deputies:
        letter.signer = Signer(matter.holder(office.head), office.head)
        return
    post = dice.pick(office.deputies)
    capacity = dice.weighted({"ปฏิบัติราชการแทน": 8, "รักษาราชการแทน": 3, "รักษาการแทน": 0.4, "ทำการแทน": 0.3})
    letter.signer = Signer(matter.holder(f"{office.name} {post}"), post, capacity, office.head)


def one_addressee(
    name: str, scope: str | None = None, excluding: list[str] | None = None, gap: str = " "
) -> Addressee:
    """An addressee with the words that stand on paper."""
    printed = name + (f"{gap}{scope}" if scope else "")
    if excluding:
        printed += f" (ยกเว้น{' และ'.join(excluding)})"
    return Addressee(name, scope, excluding or [], printed)


def addressees(matter: Matter, key: str) -> list[Addressee]:
    """The line's recipients (`to`) or, for stamped letters, `sealed_to`."""
    dice, rows = matter.dice, matter.entry[key]
    chosen = rows if len(rows) == 1 or dice.chance(0.5) else rows[:1]
    gap = "" if dice.chance(0.25) else " "
    return [one_addressee(matter.fill(name), scope or None, None, gap) for name, scope in chosen]


def enclose(matter: Matter, letter: Letter, titles: list[str]) -> None:
    """Add enclosures with quantities, as a list of titles gives them."""
    dice = matter.dice
    for title in titles:
        if dice.chance(0.06):
            letter.enclosures.append(Enclosure(title, None, None))
            continue
        unit = dice.weighted({"ฉบับ": 5, "ชุด": 5, "แผ่น": 1, "เล่ม": 1})
        letter.enclosures.append(Enclosure(title, dice.weighted({1: 9, 2: 1, 3: 0.5}), unit))


def cite_more(matter: Matter, letter: Letter) -> None:
    """Cite one to three earlier letters of the chain as well, as numbered references."""
    dice, known = matter.dice, {citation.target for citation in letter.citations}
    speakers = {matter.unit.name, matter.department.name, matter.authority.name}
    earlier = [
        old
        for old in matter.letters
        if old.id not in known and old.id != letter.id and old.day <= letter.day
        and old.sender.name in speakers and old.kind in ("external_letter", "stamped_letter")
    ]  # fmt: skip
    if letter.kind == "external_letter" and earlier and dice.chance(matter.citing):
        least, most = (1, 2) if matter.citing < 0.8 else (2, 4)
        more = [cite(old, "header", dice) for old in dice.some(earlier[-7:], least, most)]
        letter.citations += more


def background(matter: Matter, citations: list[Citation], told: str) -> str:
    """`ตามหนังสือที่อ้างถึง ... นั้น`, or without pointing to the header."""
    dice = matter.dice
    issuer = citations[0].issuer if citations else ""
    header = [citation for citation in citations if citation.where == "header"]
    if citations and citations[0].where == "header" and dice.chance(0.75):
        both = len(header) == 2 and header[1].issuer == issuer and dice.chance(0.5)
        lead = "ตามหนังสือที่อ้างถึง" + ((" 1 และ 2" if both else " 1") if len(header) > 1 else "")
        return f"{lead} {issuer}{told} {dice.pick(('นั้น', 'ความละเอียดแจ้งแล้ว นั้น', 'นั้น'))}"
    return f"{dice.pick(('ตามที่', 'ตามที่', 'อนุสนธิ'))}{' ' if dice.chance(0.1) else ''}{issuer}{told} นั้น"


def finish(matter: Matter, letter: Letter, endings: tuple[str, ...]) -> Letter:
    """The last sentence, the signer (none under a seal), and what some letters carry below."""
    dice = matter.dice
    letter.ending = letter.ending or dice.pick(endings)
    if letter.kind != "stamped_letter":
        sign(matter, letter)
    if letter.kind == "external_letter":
        _below(letter, dice)
    if dice.chance(0.01):
        letter.secrecy = dice.pick(("ลับ", "ลับมาก"))
    return letter


def _below(letter: Letter, dice: Dice) -> None:
    """สำเนาส่ง in one of twelve, a slogan in one of six."""
    if dice.chance(0.08):
        known = [to.name for to in letter.recipients]
        places = [name for name in vocabulary()["copies"] if name not in known]
        letter.copies = [one_addressee(name) for name in dice.some(places, 1, 2)]
    if dice.chance(0.16):
        letter.printed["slogan"] = dice.pick(vocabulary()["slogans"])
