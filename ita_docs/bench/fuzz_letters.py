"""Letters with things done to them that no typist would do: what the parsers must survive."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from parsers.page import Line, LineRole, Page

__all__ = ["mutated"]

_CHARACTERS = (
    "กขคงจชดตนบปผพมรลวสหอะาิีึืุูเแโไใ็่้๊๋์ำฯๆ0123456789๐๑๒๓๔๕๖๗๘๙ ./-()<>|“”…,:;@_"
    "\u200b\u0e4d\u00a0\ufeff\t\x00\U0001f600xyzABC"
)
_PHRASES = (
    "ภายในวันที่ ", "ที่ มท ๐๐๑๘/ว ", "ลงวันที่ ๓๑ กุมภาพันธ์ ๒๕๖๘ ", "เรียน นายอำเภอ และ", "โทร. ๐-", "(", "๑",
    "ยกเว้น", "ระหว่างวันที่ ๑ - ", "เวลา ๒๕.๗๐ น. ", "สิ่งที่ส่งมาด้วย ๑ - ๙๙ ", "จำนวน ", "..........",
    "ปฏิบัติราชการแทน", "ประกาศ ณ วันที่", "นับแต่วันที่ได้รับหนังสือ",
    "ทุกวันที่ ๓๑ ของเดือน ", "ขอแสดงความนับถือ", "www.", "a@b.", "เรื่อง ",
    "มกราคม และ", "วันจันทร์ที่ ๓ - ", "ปีงบประมาณ พ.ศ. ๒๕๖๘ และ", "เมื่อวันที่ ๓ ", "อ้างถึง หนังสือกรมการปกครอง ",
    "เวลา ๑๐.๐๐ - ", "ให้", "จังหวัด", "คำสั่งที่ ๑/",
)  # fmt: skip
_LINES_A_PAGE = 45
_LONGEST = 400


def mutated(texts: Sequence[str], seed: int, number: int) -> list[Page]:
    """The letter of this number: the same seed and number give the same letter."""
    dice = random.Random(f"fuzz {seed} {number}")
    lines = dice.choice(texts).replace("\f", "\n").split("\n")
    for _ in range(dice.randint(1, 12)):
        change = dice.choice(_CHANGES)
        lines = change(lines or [""], texts, dice)[:_LONGEST]
    return _as_pages(lines, dice)


Change = Callable[[list[str], Sequence[str], random.Random], list[str]]


def _drop(lines: list[str], texts: Sequence[str], dice: random.Random) -> list[str]:
    at = dice.randrange(len(lines))
    return lines[:at] + lines[at + dice.randint(1, 8) :]


def _repeat(lines: list[str], texts: Sequence[str], dice: random.Random) -> list[str]:
    at = dice.randrange(len(lines))
    return lines[:at] + lines[at : at + dice.randint(1, 4)] * dice.randint(2, 6) + lines[at:]


def _shuffle(lines: list[str], texts: Sequence[str], dice: random.Random) -> list[str]:
    at = dice.randrange(len(lines))
    part = lines[at : at + 12]
    dice.shuffle(part)
    return lines[:at] + part + lines[at + 12 :]


def _splice(lines: list[str], texts: Sequence[str], dice: random.Random) -> list[str]:
    other = dice.choice(texts).replace("\f", "\n").split("\n")
    return lines[: dice.randrange(len(lines)) + 1] + other[dice.randrange(len(other)) :]


def _join(lines: list[str], texts: Sequence[str], dice: random.Random) -> list[str]:
    at = dice.randrange(len(lines))
    many = dice.randint(2, 10)
    return [*lines[:at], dice.choice(("", " ")).join(lines[at : at + many]), *lines[at + many :]]


def _break(lines: list[str], texts: Sequence[str], dice: random.Random) -> list[str]:
    at = dice.randrange(len(lines))
    cut = dice.randint(0, len(lines[at]))
    return [*lines[:at], lines[at][:cut], lines[at][cut:], *lines[at + 1 :]]


def _letters(lines: list[str], texts: Sequence[str], dice: random.Random) -> list[str]:
    at = dice.randrange(len(lines))
    letters = list(lines[at])
    for _ in range(dice.randint(1, 12)):
        place = dice.randint(0, len(letters))
        letters[place : place + dice.randint(0, 2)] = dice.choices(_CHARACTERS, k=dice.randint(0, 3))
    return [*lines[:at], "".join(letters), *lines[at + 1 :]]


def _digits(lines: list[str], texts: Sequence[str], dice: random.Random) -> list[str]:
    at = dice.randrange(len(lines))
    changed = "".join(dice.choice("0123456789๐๑๒๓๔๕๖๗๘๙") if c.isdigit() else c for c in lines[at])
    return [*lines[:at], changed, *lines[at + 1 :]]


def _phrase(lines: list[str], texts: Sequence[str], dice: random.Random) -> list[str]:
    """A phrase that opens something, once or many times over."""
    at = dice.randrange(len(lines))
    cut = dice.randint(0, len(lines[at]))
    often = dice.choice((1, 1, 1, 3, 40, 300))
    said = dice.choice(_PHRASES) * often
    return [*lines[:at], lines[at][:cut] + said + lines[at][cut:], *lines[at + 1 :]]


_CHANGES: tuple[Change, ...] = (
    _drop, _repeat, _shuffle, _splice, _join, _break, _letters, _digits, _phrase,
)  # fmt: skip


def _as_pages(lines: list[str], dice: random.Random) -> list[Page]:
    """Plain lines, or lines with boxes and roles as a reader of scans gives them, some of them absurd."""
    boxed = dice.random() < 0.4
    size = dice.choice((3, 20, _LINES_A_PAGE, _LINES_A_PAGE))
    pages = [lines[at : at + size] for at in range(0, len(lines), size)]
    return [
        Page(no, [_boxed(text, row, dice) if boxed else Line(text) for row, text in enumerate(page)])
        for no, page in enumerate(pages, 1)
    ]


def _boxed(text: str, row: int, dice: random.Random) -> Line:
    left, top = dice.choice((0.12, 0.12, 0.2, 0.55, dice.random())), 0.05 + 0.02 * row
    width = min(0.011 * len(text), 0.95 - left) if dice.random() < 0.95 else dice.uniform(-0.2, 1.0)
    role = dice.choice(tuple(LineRole)) if dice.random() < 0.1 else LineRole.PRINT
    return Line(text, (left, top, left + width, top + 0.018), dice.uniform(0.3, 1.0), role=role)
