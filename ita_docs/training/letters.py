"""Lines of invented letters: number, date, reference, enclosure, address, telephone, name, and the others."""

from __future__ import annotations

from random import Random

from ita_docs.training import numerals as num
from ita_docs.training.lists import listed
from ita_docs.training.oddments import digit_string, english_line, narrow, scramble, short, table_row
from ita_docs.training.prose import CONSONANTS, document_number, office, person, phrase, prose
from ita_docs.training.words import vocabulary

__all__ = ["KINDS", "letter_line"]


def number_line(rng: Random) -> str:
    """ที่ มท ๐๐๑๘.๑/ว ๕๕๖๕, with urgency or date now and then."""
    dated = f" {rng.choice(('ลงวันที่', 'ลว.', 'วันที่'))} {num.date(rng)}"
    return rng.choice(listed("before_number")) + document_number(rng) + rng.choice(("", dated))


def date_line(rng: Random) -> str:
    """A date alone or with its introduction."""
    at, until = f" เวลา {num.time(rng)}", f"{rng.choice((' - ', ' ถึง ', ' ถึงวันที่ ', '-'))}{num.date(rng)}"
    return rng.choice(listed("before_date")) + num.date(rng) + rng.choice(("", "", "", at, until, " นั้น"))


def reference_line(rng: Random) -> str:
    """อ้างถึง หนังสือจังหวัด... ที่ ... ลงวันที่ ..."""
    item = f"{rng.randint(1, 9)}{rng.choice('.)')} "
    urgent = rng.choice(("", "", "", " ด่วนที่สุด", " ด่วนมาก", " ด่วน"))
    parts = [
        f"{rng.choice(('อ้างถึง ', 'อ้างถึง ', item, '', 'ตาม'))}หนังสือ{office(rng)}{urgent}",
        f"ที่ {document_number(rng)}",
        f"ลงวันที่ {num.date(rng)}",
    ]
    return " ".join(parts[rng.choice((0, 0, 0, 1, 2)) :])


def attachment_line(rng: Random) -> str:
    """สิ่งที่ส่งมาด้วย ๑. ... จำนวน ๑ ชุด, with a dotted leader now and then."""
    before = rng.choice(("สิ่งที่ส่งมาด้วย ", "", "", "เอกสารแนบ ")) + rng.choice((f"{rng.randint(1, 20)}. ", ""))
    leader = rng.choice((" ", " ", " ", "...", " ... "))
    count = f"จำนวน {rng.randint(1, 300)} {rng.choice(listed('units'))}"
    return f"{before}{vocabulary().words(rng, 2, 7)}{leader}{count}"


def address_line(rng: Random) -> str:
    """A street address with postcode."""
    words = vocabulary()
    province, postcode = rng.choice(words.provinces), num.digits(rng, 5, 5)
    letters = rng.choice((rng.choice(CONSONANTS) + rng.choice(CONSONANTS), province, "กทม.", "กทม "))
    house = f"{num.digits(rng, 1, 3)}/{num.digits(rng, 1, 3)}"
    return rng.choice(
        (
            f"ถนน{words.words(rng, 1, 2)} {letters} {postcode}",
            f"เลขที่ {house} หมู่ที่ {rng.randint(1, 20)} ตำบล{words.word(rng)}",
            f"อำเภอ{words.word(rng)} จังหวัด{province} {postcode}",
            f"ศาลากลางจังหวัด{province}",
            f"ต.{words.word(rng)} อ.{words.word(rng)} จ.{province} {postcode}",
            office(rng),
        )
    )


def phone_line(rng: Random) -> str:
    """โทร. / โทรสาร and numbers."""
    second = rng.choice((f" โทรสาร {num.phone(rng)}", f", {num.phone(rng)}", f" ({person(rng)})"))
    return rng.choice(listed("before_phone")) + num.phone(rng) + rng.choice(("", "", second))


def name_line(rng: Random) -> str:
    """(นาย... ...) or a post."""
    name = person(rng)
    numbered = f"{rng.randint(1, 99)}. {name} {office(rng)}"
    return rng.choice(
        (f"({name})", f"({name})", f"( {name} )", name, numbered, f"{name} โทร. {num.phone(rng)}")
    )


def narrow_line(rng: Random) -> str:
    """Running text with an abbreviation of narrow capitals in it: ...ส่วนเสียภายใน (IIT) ให้ครบ..."""
    words = vocabulary()
    return f"{words.words(rng, 1, 6)}{narrow(rng)}{words.words(rng, 0, 4)}"


KINDS = {
    prose: 34,
    narrow_line: 3,
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
    """A line of any kind, with Arabic digits, before it is written as the recogniser writes."""
    return rng.choices(tuple(KINDS), weights=tuple(KINDS.values()))[0](rng)
