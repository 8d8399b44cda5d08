"""Which digits scanners take for one another, and how far two numbers are apart under that."""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations, product

from ita_docs.knowledge.search.lexicon import DATA
from parsers.knowledge import Confusion, confusable
from parsers.knowledge.tables import load_table
from parsers.normalise import plain_digits

__all__ = ["FAR", "digit_errors", "serial_variants"]

FAR = 9
"""The distance of digit runs that no likely misreading makes equal."""


@lru_cache(maxsize=1)
def _taken_for() -> dict[str, tuple[str, ...]]:
    """For each digit the digits that scanners take it for: the parsers' table and `digit_confusions.csv`."""
    own = {
        (plain_digits(pair.one), plain_digits(pair.other))
        for pair in load_table("digit_confusions.csv", Confusion, DATA)
    }
    digits = "0123456789"
    return {
        one: tuple(
            other for other in digits if confusable(one, other) or (one, other) in own or (other, one) in own
        )
        for one in digits
    }


def digit_errors(written: str, other: str) -> int:
    """How many likely misreadings turn one run of digits into the other; `FAR` if none do.

    A confusable digit counts 1, a digit dropped or doubled 2.

    >>> digit_errors("5565", "5565"), digit_errors("5525", "5565"), digit_errors("5565", "1234")
    (0, 1, 9)
    """
    if len(written) == len(other):
        wrong = [(a, b) for a, b in zip(written, other, strict=True) if a != b]
        return len(wrong) if all(b in _taken_for().get(a, ()) for a, b in wrong) else FAR
    short, long = sorted((written, other), key=len)
    if len(long) - len(short) == 1 and len(short) >= 2 and short in _one_dropped(long):
        return 2
    return FAR


def _one_dropped(run: str) -> set[str]:
    return {run[:at] + run[at + 1 :] for at in range(len(run))}


@lru_cache(maxsize=4096)
def serial_variants(serial: str) -> tuple[str, ...]:
    """Every serial within two likely misreadings of this one, itself first. The relation is symmetric.

    >>> "5525" in serial_variants("5565"), "556" in serial_variants("5565")
    (True, True)
    """
    if not serial.isascii() or not serial.isdigit():
        return (serial,)
    found = dict.fromkeys([serial])
    for count in (1, 2):
        for places in combinations(range(len(serial)), count):
            for digits in product(*(_taken_for()[serial[at]] for at in places)):
                run = list(serial)
                for at, digit in zip(places, digits, strict=True):
                    run[at] = digit
                found["".join(run)] = None
    if len(serial) >= 3:
        found.update(dict.fromkeys(sorted(_one_dropped(serial))))
    if len(serial) >= 2:
        for at, digit in product(range(len(serial) + 1), "0123456789"):
            found[serial[:at] + digit + serial[at:]] = None
    return tuple(found)
