"""Lines of invented letters: the number line, references, addresses, names, tables and prose."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from random import Random

from ita_docs.recogniser.alphabet import CHARACTERS
from ita_docs.training import numerals as num
from ita_docs.training.words import vocabulary

__all__ = ["KINDS", "letter_line"]

_CONSONANTS = "กขคฆงจฉชซญฐณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_CODES = "มท นร กค ศธ สธ กษ คค ทส พณ ยธ รง วธ อก กก กต กห ตช ดศ พม พน อว ปช ตผ อส ลต พศ ศป ศย".split()
_TITLES = (
    "นาย นาง นางสาว ว่าที่ร้อยตรี ว่าที่ร.ต. ร.ต.อ. พ.ต.ท. พล.ต.ท. พันเอก พลเอก ดร. ผศ. ศ.นพ. ม.ร.ว. ม.ล. "
    "นายแพทย์ จ.ส.อ. ส.ต.อ. พลตำรวจตรี ร้อยโท สิบเอก พระครู คุณหญิง"
).split()
_OFFICES = (
    "กระทรวง กรม สำนักงาน จังหวัด อำเภอ เทศบาลเมือง เทศบาลตำบล องค์การบริหารส่วนตำบล องค์การบริหารส่วนจังหวัด "
    "สำนัก กอง กลุ่มงาน ฝ่าย ส่วน ศูนย์ คณะกรรมการ มหาวิทยาลัย โรงเรียน โรงพยาบาล สำนักงานคณะกรรมการ"
).split()
_ENGLISH = (
    "ITA OIT IIT EIT PDF Zoom Meeting ID Passcode Line Facebook QR Code Website E-mail Google Form Cloud e-Plan "
    "e-LAAS INFO LHR ITAS Excel Word Online Conference Integrity and Transparency Assessment Open Data Policy "
    "No Gift Policy Digital Government Thailand Department of Local Administration Office Open to the Public "
    "Ethics KPI OKR SDGs COVID-19 IT ICT Application Login Username Password Download Link Microsoft Teams Webex"
).split()
_UNITS = "ชุด ฉบับ แผ่น เล่ม หน้า คน ราย แห่ง บาท เครื่อง รายการ ครั้ง วัน เดือน ปี".split()
_SLOT = re.compile(r"\{(\w)\}")
_ASCII_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@cache
def _phrases() -> tuple[str, ...]:
    lines = Path(__file__).with_name("phrases.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def code(rng: Random) -> str:
    """The letters of a number's first part; half of them real codes, half any two consonants."""
    if rng.random() < 0.5:
        return rng.choice(_CODES)
    return "".join(rng.choice(_CONSONANTS) for _ in range(rng.choice((2, 2, 2, 3))))


def document_number(rng: Random) -> str:
    """มท 0018.1/ว 5565 and its other shapes."""
    kind = rng.random()
    if kind < 0.12:
        return f"{num.digits(rng, 1, 5)}/{rng.randint(2500, 2599)}"
    tag = f" ({''.join(rng.choice(_CONSONANTS) for _ in range(rng.randint(2, 3)))})" if kind < 0.24 else ""
    unit = num.digits(rng, 4, 5) + "".join(
        f".{num.digits(rng, 1, 3)}" for _ in range(rng.choice((0, 1, 1, 1, 2)))
    )
    circular = rng.choice(("", "", "ว ", "ว ", "ว", " ว ", "ว."))
    separator = rng.choice(("/", "/", "/", "/", "/ ", "-"))
    serial = num.digits(rng, 1, 6) if rng.random() < 0.9 else ""
    return f"{code(rng)}{tag}{rng.choice((' ', ' ', ' ', ''))}{unit}{separator}{circular}{serial}"


def office(rng: Random) -> str:
    """A body: a kind of office and a name."""
    words = vocabulary()
    name = rng.choice(words.provinces) if rng.random() < 0.5 else words.words(rng, 1, 3)
    return rng.choice(_OFFICES) + name


def person(rng: Random) -> str:
    """A title, a name and a family name."""
    words = vocabulary()
    name = f"{rng.choice(_TITLES)}{rng.choice(('', '', ' '))}{rng.choice(words.first_names)}"
    return f"{name} {rng.choice(words.family_names)}"


def _fill(phrase: str, rng: Random) -> str:
    words = vocabulary()
    slots = {
        "w": lambda: words.words(rng, 1, 4),
        "n": lambda: num.number(rng),
        "d": lambda: num.date(rng),
        "t": lambda: num.time(rng),
        "p": lambda: rng.choice(words.provinces),
        "b": lambda: office(rng),
    }
    return _SLOT.sub(lambda match: slots[match[1]](), phrase)


def abbreviation(rng: Random) -> str:
    """A body or post by its letters: ก.อบต. อบจ. ก.ท.จ. ผวจ."""
    parts = ["".join(rng.choice(_CONSONANTS) for _ in range(rng.choice((1, 1, 1, 2, 3)))) for _ in range(rng.randint(1, 4))]
    dot = rng.choice((".", ".", ""))
    return dot.join(parts) + dot


def prose(rng: Random) -> str:
    """A stretch of running text: words, set phrases, spaces where clauses end, numbers, brackets, quotes."""
    words, parts = vocabulary(), []
    for _ in range(rng.randint(1, 5)):
        kind = rng.random()
        if kind < 0.55:
            parts.append(words.words(rng, 1, 7))
        elif kind < 0.75:
            parts.append(_fill(rng.choice(_phrases()), rng))
        elif kind < 0.83:
            parts.append(
                rng.choice(
                    ("({})", "“{}”", "‘{}’", "{}ๆ", "{}ฯ", "{} ๆ", '"{}"', "[{}]", "{}:", "({})")
                ).format(words.words(rng, 1, 3))
            )
        elif kind < 0.93:
            parts.append(
                num.number(rng) + rng.choice(("", " ", f" {rng.choice(_UNITS)}", "%", ")", " -", ".", "/"))
            )
        else:
            parts.append(rng.choice(_ENGLISH))
    glue = rng.choice(("", "", " "))
    return "".join(part + (" " if rng.random() < 0.45 else glue) for part in parts)


def phrase(rng: Random) -> str:
    """One set phrase, its slots filled."""
    return _fill(rng.choice(_phrases()), rng)


def number_line(rng: Random) -> str:
    """ที่ มท ๐๐๑๘.๑/ว ๕๕๖๕, with urgency or date now and then."""
    before = rng.choice(("ที่ ", "ที่ ", "ที่ ", "ที่", "เลขที่ ", "ด่วนที่สุด ที่ ", "คำสั่งที่ ", ""))
    after = rng.choice(
        ("", "", "", f" ลงวันที่ {num.date(rng)}", f" ลว. {num.date(rng)}", f" วันที่ {num.date(rng)}")
    )
    return before + document_number(rng) + after


def date_line(rng: Random) -> str:
    """A date alone or with its introduction."""
    before = rng.choice(("", "", "", "วันที่...", "วันที่ ", "ลงวันที่ ", "ณ วันที่ ", "เมื่อวันที่ ", "ภายในวันที่ ", "ในวัน", "ประชุมวันที่ "))
    after = rng.choice(
        ("", "", "", f" เวลา {num.time(rng)}", f" - {num.date(rng)}", " นั้น", f" ถึง {num.date(rng)}")
    )
    return before + num.date(rng) + after


def reference_line(rng: Random) -> str:
    """อ้างถึง หนังสือจังหวัด... ที่ ... ลงวันที่ ..."""
    before = rng.choice(("อ้างถึง ", "อ้างถึง ", f"{rng.randint(1, 9)}. ", f"{rng.randint(1, 9)}) ", "", "ตาม"))
    urgent = rng.choice(("", "", "", " ด่วนที่สุด", " ด่วนมาก", " ด่วน"))
    start = rng.choice((0, 0, 0, 1, 2))
    parts = [f"{before}หนังสือ{office(rng)}{urgent}", f"ที่ {document_number(rng)}", f"ลงวันที่ {num.date(rng)}"]
    return " ".join(parts[start:])


def attachment_line(rng: Random) -> str:
    """สิ่งที่ส่งมาด้วย ๑. ... จำนวน ๑ ชุด, with a dotted leader now and then."""
    before = rng.choice(("สิ่งที่ส่งมาด้วย ", "", "", "เอกสารแนบ "))
    leader = rng.choice((" ", " ", " ", "." * rng.randint(3, 40), " " + "." * rng.randint(4, 25) + " "))
    title = vocabulary().words(rng, 2, 7)
    count = f"จำนวน {rng.randint(1, 300)} {rng.choice(_UNITS)}"
    return f"{before}{rng.choice((f'{rng.randint(1, 20)}. ', ''))}{title}{leader}{count}"


def address_line(rng: Random) -> str:
    """A street address with postcode."""
    words = vocabulary()
    code_letters = rng.choice(
        (
            words.first_names[0][:2],
            "".join(rng.choice(_CONSONANTS) for _ in range(2)),
            rng.choice(words.provinces),
            "กทม.",
        )
    )
    return rng.choice(
        (
            f"ถนน{words.words(rng, 1, 2)} {code_letters} {num.digits(rng, 5, 5)}",
            f"เลขที่ {num.digits(rng, 1, 3)}/{num.digits(rng, 1, 3)} หมู่ที่ {rng.randint(1, 20)} ตำบล{words.word(rng)}",
            f"อำเภอ{words.word(rng)} จังหวัด{rng.choice(words.provinces)} {num.digits(rng, 5, 5)}",
            f"ศาลากลางจังหวัด{rng.choice(words.provinces)}",
            f"ต.{words.word(rng)} อ.{words.word(rng)} จ.{rng.choice(words.provinces)} {num.digits(rng, 5, 5)}",
            office(rng),
        )
    )


def phone_line(rng: Random) -> str:
    """โทร. / โทรสาร and numbers."""
    before = rng.choice(
        (
            "โทร. ",
            "โทร.",
            "โทร ",
            "โทรศัพท์ ",
            "โทรศัพท์/โทรสาร ",
            "โทรสาร ",
            "โทรสาร. ",
            "โทร./โทรสาร ",
            "Tel. ",
            "มือถือ ",
            "",
        )
    )
    after = rng.choice(
        (
            "",
            "",
            f" โทรสาร {num.phone(rng)}",
            f", {num.phone(rng)}",
            f" ({rng.choice(vocabulary().first_names)})",
        )
    )
    return before + num.phone(rng) + after


def name_line(rng: Random) -> str:
    """(นาย... ...) or a post."""
    name = person(rng)
    return rng.choice(
        (
            f"({name})",
            f"({name})",
            f"( {name} )",
            name,
            f"{rng.randint(1, 99)}. {name} {office(rng)}",
            f"{name} โทร. {num.phone(rng)}",
        )
    )


def english_line(rng: Random) -> str:
    """English terms, identifiers, web addresses and e-mail."""
    lower = "".join(rng.choice(_ASCII_LETTERS) for _ in range(rng.randint(2, 9)))
    mixed = "".join(
        rng.choice(_ASCII_LETTERS + _ASCII_LETTERS.upper() + "0123456789") for _ in range(rng.randint(3, 12))
    )
    return rng.choice(
        (
            " ".join(rng.choice(_ENGLISH) for _ in range(rng.randint(1, 7))),
            f"https://{rng.choice(('www.', '', 'ita'))}{lower}.{rng.choice(('go.th', 'com', 'or.th', 'ac.th', 'me', 'in.th'))}/{mixed}",
            f"{rng.choice(('E-mail : ', 'e-mail: ', 'อีเมล ', '', 'ไปรษณีย์อิเล็กทรอนิกส์ '))}{lower}{rng.choice(('', '_', '.', num.digits(rng, 1, 4)))}{mixed.lower()}@{lower[::-1]}.{rng.choice(('go.th', 'com', 'mail.go.th'))}",
            f"Meeting ID : {num.digits(rng, 3, 3)} {num.digits(rng, 4, 4)} {num.digits(rng, 4, 4)} Passcode : {mixed}",
            f"Line ID : @{lower}{num.digits(rng, 0, 3)}",
            f"{vocabulary().words(rng, 1, 3)} ({rng.choice(_ENGLISH)} {rng.choice(_ENGLISH)}) {vocabulary().words(rng, 1, 2)}",
            f"({rng.choice(_ENGLISH)} : {mixed.upper()})",
            mixed,
        )
    )


def table_row(rng: Random) -> str:
    """Times, sums and short cells."""
    words = vocabulary()
    cells = [
        rng.choice(
            (
                str(rng.randint(1, 120)),
                num.amount(rng),
                num.time(rng),
                words.words(rng, 1, 3),
                num.date(rng),
                rng.choice("-✓/xX").replace("✓", "-"),
                f"{rng.randint(0, 100)}.{num.digits(rng, 1, 2)}",
                rng.choice(_ENGLISH),
                rng.choice(words.provinces),
            )
        )
        for _ in range(rng.randint(1, 5))
    ]
    return " ".join(cells)


def digit_string(rng: Random) -> str:
    """Digits and the marks between them, with letters that look alike, in no order."""
    pool = rng.choice(
        (
            "0123456789",
            "0123456789./-",
            "0123456789 ",
            "0123456789,.",
            "0123456789/ว ",
            "๐๑๒๓๔๕๖๗๘๙0123456789",
        )
    )
    return "".join(rng.choice(pool) for _ in range(rng.randint(1, 25)))


def scramble(rng: Random) -> str:
    """Any characters whatever, so that rare ones are seen and none is guessed from its neighbours."""
    words, parts = vocabulary(), []
    for _ in range(rng.randint(1, 12)):
        kind = rng.random()
        if kind < 0.5:
            parts.append(_syllable(rng))
        elif kind < 0.75:
            parts.append(rng.choice(CHARACTERS[1:95]))
        elif kind < 0.9:
            parts.append(rng.choice(words.dictionary)[: rng.randint(1, 6)])
        else:
            parts.append(rng.choice("ฯๆ฿๏๚๛“”‘’–•°×ฤฦๅ"))
    return rng.choice(("", " ")).join(parts)


def _syllable(rng: Random) -> str:
    """A consonant with any vowel and tone that fit over, under and beside it."""
    lead = rng.choice(("", "", "", "เ", "แ", "โ", "ใ", "ไ"))
    upper = rng.choice(("", "", "ั", "ิ", "ี", "ึ", "ื", "ุ", "ู", "็", "ฺ"))
    tone = "" if upper in "็ฺ" and upper else rng.choice(("", "", "่", "้", "๊", "๋", "์"))
    tail = rng.choice(("", "", "ะ", "า", "ำ")) if not upper and tone != "์" else ""
    return lead + rng.choice(_CONSONANTS + "ฃฅฌฎฏฑ") + upper + tone + tail


def short(rng: Random) -> str:
    """A label or a bit of one: เรื่อง, เรียน, (๑), - ๒ -, a single word."""
    words = vocabulary()
    return rng.choice(
        (
            rng.choice(
                ("เรื่อง", "เรียน", "ถึง", "อ้างถึง", "ที่", "วันที่", "โทร.", "สิ่งที่ส่งมาด้วย", "ส่วนราชการ", "สำเนาส่ง")
            ),
            f"- {rng.randint(1, 99)} -",
            f"({rng.randint(1, 99)})",
            f"/{rng.randint(1, 9)}. {words.words(rng, 1, 2)}...",
            words.words(rng, 1, 2),
            f"{rng.choice(('เรื่อง', 'เรียน', 'ถึง', 'ส่วนราชการ'))} {words.words(rng, 1, 8)}",
            rng.choice(words.provinces),
            str(rng.randint(1, 999)),
            f"{words.words(rng, 1, 2)}...",
            rng.choice(("---", "...", "___", f"{words.word(rng)}...{words.word(rng)}...", f"ที่...{document_number(rng)}...")),
            f"{abbreviation(rng)} {abbreviation(rng)}",
            f"{rng.choice(('ข้อ', 'มาตรา', 'หมวด', 'ลำดับที่', 'ครั้งที่', 'ฉบับที่', 'แผ่นที่'))} {num.number(rng)}",
        )
    )


KINDS = {
    prose: 36,
    phrase: 7,
    number_line: 9,
    date_line: 8,
    reference_line: 6,
    attachment_line: 4,
    address_line: 4,
    phone_line: 5,
    name_line: 5,
    english_line: 5,
    table_row: 5,
    digit_string: 4,
    scramble: 5,
    short: 4,
}
"""The kinds of line and how often each is drawn."""


def letter_line(rng: Random) -> str:
    """A line of any kind, before digits are turned to Thai and spaces cleaned."""
    return rng.choices(tuple(KINDS), weights=tuple(KINDS.values()))[0](rng)
