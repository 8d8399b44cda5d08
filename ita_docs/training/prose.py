"""Running text of invented letters: words, set phrases with slots, offices, people, abbreviations."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from random import Random

from ita_docs.training import numerals as num
from ita_docs.training.lists import listed
from ita_docs.training.words import vocabulary

__all__ = ["CONSONANTS", "abbreviation", "code", "document_number", "office", "person", "phrase", "prose"]

CONSONANTS = "กขคฆงจฉชซญฐณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_SLOT = re.compile(r"\{(\w)\}")


@cache
def _phrases() -> tuple[str, ...]:
    lines = Path(__file__).with_name("phrases.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def code(rng: Random) -> str:
    """The letters of a number's first part; half of them real codes, half any two consonants."""
    if rng.random() < 0.5:
        return rng.choice(listed("codes"))
    return _consonants(rng, rng.choice((2, 2, 2, 3)))


def document_number(rng: Random) -> str:
    """มท 0018.1/ว 5565 and its other shapes."""
    kind = rng.random()
    if kind < 0.12:
        return f"{num.digits(rng, 1, 5)}/{rng.randint(2500, 2599)}"
    tag = f" ({_consonants(rng, rng.randint(2, 3))})" if kind < 0.24 else ""
    parts = [num.digits(rng, 1, 3) for _ in range(rng.choice((0, 1, 1, 1, 2)))]
    unit = ".".join([num.digits(rng, 4, 5), *parts])
    circular = rng.choice(("", "", "ว ", "ว ", "ว", " ว ", "ว."))
    separator = rng.choice(("/", "/", "/", "/", "/ ", "-"))
    serial = num.digits(rng, 1, 6) if rng.random() < 0.9 else ""
    return f"{code(rng)}{tag}{rng.choice((' ', ' ', ' ', ''))}{unit}{separator}{circular}{serial}"


def office(rng: Random) -> str:
    """A body: a kind of office and a name."""
    words = vocabulary()
    name = rng.choice(words.provinces) if rng.random() < 0.5 else words.words(rng, 1, 3)
    return rng.choice(listed("offices")) + name


def person(rng: Random) -> str:
    """A title, a name and a family name."""
    words = vocabulary()
    name = f"{rng.choice(listed('titles'))}{rng.choice(('', '', ' '))}{rng.choice(words.first_names)}"
    return f"{name} {rng.choice(words.family_names)}"


def abbreviation(rng: Random) -> str:
    """A body or post by its letters: ก.อบต. อบจ. ก.ท.จ. ผวจ."""
    parts = [_consonants(rng, rng.choice((1, 1, 1, 2, 3))) for _ in range(rng.randint(1, 4))]
    dot = rng.choice((".", ".", ""))
    return dot.join(parts) + dot


def phrase(rng: Random) -> str:
    """One set phrase, its slots filled."""
    words = vocabulary()
    slots = {
        "w": lambda: words.words(rng, 1, 4),
        "n": lambda: num.number(rng),
        "d": lambda: num.date(rng),
        "t": lambda: num.time(rng),
        "p": lambda: rng.choice(words.provinces),
        "b": lambda: office(rng),
    }
    return _SLOT.sub(lambda match: slots[match[1]](), rng.choice(_phrases()))


def prose(rng: Random) -> str:
    """A stretch of running text: words, set phrases, spaces where clauses end, numbers, brackets, quotes."""
    glue = rng.choice(("", "", " "))
    parts = [_part(rng) for _ in range(rng.randint(1, 6))]
    return "".join(part + (" " if rng.random() < 0.45 else glue) for part in parts)


def _part(rng: Random) -> str:
    kind, words = rng.random(), vocabulary()
    if kind < 0.5:
        return words.words(rng, 1, 7)
    if kind < 0.74:
        return phrase(rng)
    if kind < 0.82:
        return rng.choice(listed("wrappers")).format(words.words(rng, 1, 3))
    if kind < 0.87:
        return abbreviation(rng)
    if kind < 0.95:
        after = (rng.choice(("", " ")) + rng.choice(listed("units")), "", " ", "%", ")", " -", ".", "/", " ๆ")
        return num.number(rng) + rng.choice(after)
    return rng.choice(listed("english"))


def _consonants(rng: Random, count: int) -> str:
    return "".join(rng.choice(CONSONANTS) for _ in range(count))
