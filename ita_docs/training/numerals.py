"""Numbers, dates, times and telephones as letters write them, with digits that follow no pattern.

The recogniser must not learn which digits are likely: years, codes and serials are drawn evenly.
"""

from __future__ import annotations

from random import Random

from ita_docs.training.lists import listed

__all__ = ["amount", "date", "digits", "number", "phone", "time"]

_GROUPINGS = ((1, 4, 4), (2, 3, 4), (3, 3, 3), (3, 3, 4), (3, 7), (2, 7), (3, 6), (2, 4, 4), (1, 4, 3, 1))


def digits(rng: Random, low: int, high: int) -> str:
    """A string of `low` to `high` random digits."""
    return "".join(rng.choice("0123456789") for _ in range(rng.randint(low, high)))


def number(rng: Random) -> str:
    """A count, year, decimal, serial or section number."""
    kind = rng.random()
    if kind < 0.3:
        return str(rng.randint(1, 99))
    if kind < 0.5:
        return str(rng.choice((2500, 2550, 2400, 1990)) + rng.randint(0, 99))
    if kind < 0.65:
        return digits(rng, 1, 7)
    if kind < 0.8:
        return amount(rng)
    return ".".join(str(rng.randint(0, 30)) for _ in range(rng.randint(2, 3)))


def amount(rng: Random) -> str:
    """Money or a large count with separators: 1,234,567.89"""
    return f"{rng.randint(1, 10 ** rng.randint(2, 9)):,}" + rng.choice(
        ("", "", f".{digits(rng, 2, 2)}", ".-")
    )


def date(rng: Random) -> str:
    """A date in one of the ways that letters know, not always a day that exists."""
    day = digits(rng, 1, 2) if rng.random() < 0.1 else str(rng.randint(1, 31))
    year = str(rng.randint(2400, 2650) if rng.random() < 0.9 else rng.randint(1950, 2040))
    kind = rng.random()
    if kind < 0.6:
        space = " " if rng.random() < 0.95 else ""
        era = rng.choice(("", "", "", "พ.ศ. ", "พ.ศ."))
        text = f"{day}{space}{rng.choice(listed('months'))}{space}{era}{year}"
    elif kind < 0.85:
        space = rng.choice((" ", ""))
        text = f"{day}{space}{rng.choice(listed('short_months'))}{space}{rng.choice((year, year[2:]))}"
    else:
        month = str(rng.randint(1, 12)).zfill(rng.choice((1, 2)))
        text = rng.choice("/.-").join((day, month, rng.choice((year, year[2:]))))
    return f"วัน{rng.choice(listed('weekdays'))}ที่ {text}" if rng.random() < 0.2 else text


def time(rng: Random) -> str:
    """A time or a span of times: 09.30 - 16.30 น."""
    mark = rng.choice("..:")
    one, two = (f"{rng.randint(0, 23):02d}{mark}{rng.choice(('00', '30', digits(rng, 2, 2)))}" for _ in "ab")
    dash = rng.choice((" - ", "-", " – ", " ถึง "))
    text = one if rng.random() < 0.5 else one + dash + two
    return text + rng.choice((" น.", " น.", "น.", " นาฬิกา", ""))


def phone(rng: Random) -> str:
    """A telephone number in one of the usual groupings, with extension now and then."""
    mark = rng.choice((" ", "-", "-", ""))
    groups = [digits(rng, size, size) for size in rng.choice(_GROUPINGS)]
    groups[0] = "0" + groups[0][1:]
    text = mark.join(groups)
    if rng.random() < 0.3:
        dash = rng.choice(("-", " - ", "–"))
        extension = f" ต่อ {digits(rng, 2, 5)}"
        text += rng.choice((extension, f"{dash}{digits(rng, 1, 2)}", f"{extension}{dash}{digits(rng, 1, 2)}"))
    return text
