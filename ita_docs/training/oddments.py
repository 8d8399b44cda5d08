"""Lines around the letters proper: identifiers, web addresses, table rows, labels, nonsense."""

from __future__ import annotations

from random import Random

from ita_docs.training import numerals as num
from ita_docs.training.lists import listed
from ita_docs.training.prose import CONSONANTS, abbreviation, document_number
from ita_docs.training.words import vocabulary

__all__ = ["digit_string", "english_line", "narrow", "scramble", "short", "table_row"]

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ALPHANUMERIC = _LETTERS + _LETTERS.upper() + "0123456789"
_PRINTABLE = "".join(chr(code) for code in range(0x21, 0x7F))
_POOLS = (
    "0123456789",
    "0123456789./-",
    "0123456789 ",
    "0123456789,.",
    "0123456789/ว ",
    "๐๑๒๓๔๕๖๗๘๙0123456789",
)
_RARE = "ฯๆ฿๏๚๛“”‘’–•°×ฤฦๅ"


def english_line(rng: Random) -> str:
    """English terms, identifiers, web addresses and e-mail."""
    terms, words = listed("english"), vocabulary()
    lower, mixed = _some(rng, _LETTERS, 2, 9), _some(rng, _ALPHANUMERIC, 3, 12)
    host, tail = rng.choice(listed("hosts")), rng.choice(("", "_", ".", num.digits(rng, 1, 4)))
    meeting = " ".join(num.digits(rng, size, size) for size in rng.choice(((3, 4, 4), (3, 3, 4), (4, 3, 4))))
    return rng.choice(
        (
            " ".join(rng.choice(terms) for _ in range(rng.randint(1, 7))),
            f"https://{rng.choice(('www.', '', 'ita'))}{lower}.{host}/{mixed}",
            f"www.{lower}.{host}",
            f"{rng.choice(listed('before_mail'))}{lower}{tail}{mixed.lower()}@{lower[::-1]}.{host}",
            f"Meeting ID : {meeting} Passcode : {mixed}",
            f"Line ID : @{lower}{num.digits(rng, 0, 3)}",
            f"{words.words(rng, 1, 3)} ({rng.choice(terms)} {rng.choice(terms)}) {words.words(rng, 1, 2)}",
            f"({rng.choice(terms)} : {mixed.upper()})",
            mixed,
            narrow(rng) + rng.choice(terms) + narrow(rng),
        )
    )


def narrow(rng: Random) -> str:
    """Narrow characters beside their like, which a reader of columns runs together: IIT, III, ll, 11, ๑๑."""
    token = rng.choice(
        ("IIT", "IIT", "II", "III", "VII", _some(rng, "IIIl1iTtj", 2, 6), rng.choice("I1lit๑") * 2)
    )
    return rng.choice(("({})", "{}", " {} ", "({} : ITA)")).format(token)


def table_row(rng: Random) -> str:
    """Times, sums and short cells."""
    return " ".join(_cell(rng) for _ in range(rng.randint(1, 5)))


def _cell(rng: Random) -> str:
    words = vocabulary()
    return rng.choice(
        (
            str(rng.randint(1, 120)),
            num.amount(rng),
            num.time(rng),
            words.words(rng, 1, 3),
            num.date(rng),
            rng.choice("-/xX"),
            f"{rng.randint(0, 100)}.{num.digits(rng, 1, 2)}",
            rng.choice(listed("english")),
            rng.choice(words.provinces),
        )
    )


def digit_string(rng: Random) -> str:
    """Digits and the marks between them, with letters that look alike, in no order."""
    return _some(rng, rng.choice(_POOLS), 1, 25)


def scramble(rng: Random) -> str:
    """Any characters whatever, so that rare ones are seen and none is guessed from its neighbours."""
    words, parts = vocabulary(), []
    for _ in range(rng.randint(1, 12)):
        kind = rng.random()
        if kind < 0.5:
            parts.append(_syllable(rng))
        elif kind < 0.75:
            parts.append(rng.choice(_PRINTABLE))
        elif kind < 0.9:
            parts.append(rng.choice(words.dictionary)[: rng.randint(1, 6)])
        else:
            parts.append(rng.choice(_RARE))
    return rng.choice(("", " ")).join(parts)


def _syllable(rng: Random) -> str:
    """A consonant with any vowel and tone that fit over, under and beside it."""
    lead = rng.choice(("", "", "", "เ", "แ", "โ", "ใ", "ไ"))
    over = rng.choice(("", "", "ั", "ิ", "ี", "ึ", "ื", "ุ", "ู", "็", "ฺ"))
    tone = "" if over in ("็", "ฺ") else rng.choice(("", "", "่", "้", "๊", "๋", "์"))
    tail = rng.choice(("", "", "ะ", "า", "ำ")) if not over and tone != "์" else ""
    return lead + rng.choice(CONSONANTS + "ฃฅฌฎฏฑ") + over + tone + tail


def short(rng: Random) -> str:
    """A label or a bit of one: เรื่อง, เรียน, (๑), - ๒ -, a single word, a leader."""
    words = vocabulary()
    return rng.choice(
        (
            rng.choice(listed("labels")),
            f"- {rng.randint(1, 99)} -",
            f"({rng.randint(1, 99)})",
            f"/{rng.randint(1, 9)}. {words.words(rng, 1, 2)}...",
            words.words(rng, 1, 2),
            f"{rng.choice(listed('labels'))} {words.words(rng, 1, 8)}",
            rng.choice(words.provinces),
            str(rng.randint(1, 999)),
            f"{words.words(rng, 1, 2)}...",
            rng.choice(("---", "...", "___", f"{words.word(rng)}...{words.word(rng)}...")),
            f"ที่...{document_number(rng)}...",
            f"{abbreviation(rng)} {abbreviation(rng)}",
            f"{rng.choice(listed('sections'))} {num.number(rng)}",
        )
    )


def _some(rng: Random, pool: str, low: int, high: int) -> str:
    return "".join(rng.choice(pool) for _ in range(rng.randint(low, high)))
