"""Any text at all is read without an exception, in bounded time, with offsets inside the text."""

from __future__ import annotations

import datetime as dt
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.dates import find_times
from parsers.numbers import find_numbers
from parsers.phones import find_phones

PIECES = [
    "ภายใน", "วันที่", "วัน", "เดือน", "ปี", "พ.ศ.", "ค.ศ.", "ที่", "มท", "กค (กวจ)", "๐๘๐๘.๒",
    "/ว", "ว", "/", "-", "–", "๒๕๖๘", "๒๕", "๑", "31", "24.00", "๑๔.๓๐ น.", ":", ",", "และ", "ถึง",
    "ระหว่าง", "ตั้งแต่", "บัดนี้", "มกราคม", "ก.พ.", "มค", "จันทร์", "พฤ.", "ทุก", "สิ้น",
    "ไตรมาส", "ปีงบประมาณ", "นับแต่", "ได้รับหนังสือ", "สามสิบ", "โมง", "บ่าย", "ครึ่ง", "ทุ่ม",
    "โทร.", "ต่อ", "(", ")", "\n", "\n\n", " ", "   ", "......", "\u200b", "ํา", "เเ", "่ิ",
    "คำสั่ง", "ครั้งที่", "นาที", "เวลา", "ก่อน", "ไม่น้อยกว่า", "วันทำการ", "ของ", "ถัดไป", "นี้",
    "999999999999", "0" * 30, "น.", "ที่ ว", "รอบ", "ค่ำ", "\x00", "๑/๑/๑",
]  # fmt: skip
SENTENCE = (
    "ที่ มท ๐๘๐๘.๒/ว ๑๒๓๔ ลงวันที่ ๒๐ มกราคม ๒๕๖๘ ขอให้รายงานภายในวันศุกร์ที่ ๓๑ มกราคม ๒๕๖๘ เวลา ๑๖.๓๐ น. "
    "หรือภายใน ๑๕ วันนับแต่วันที่ได้รับหนังสือ โทร. ๐ ๒๐๔๑ ๙๐๐๐ ต่อ ๑๒ ไตรมาสที่ ๒ ของปีงบประมาณ พ.ศ. ๒๕๖๘ "
)


def read_all(text: str) -> None:
    begun = time.perf_counter()
    for letter in (None, dt.date(2025, 1, 20)):
        for found in find_times(text, letter_date=letter, received=letter):
            assert 0 <= found.start < found.end <= len(text)
            assert text[found.start : found.end] == found.text
            assert found.value is not None or found.issues
    for number in find_numbers(text):
        assert text[number.start : number.end] == number.text
    for phone in find_phones(text):
        assert phone.value.isdigit()
    assert time.perf_counter() - begun < 1.0 + len(text) / 5000


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_pieces_in_any_order(pieces: list[str]) -> None:
    read_all("".join(pieces))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    read_all(text)


@pytest.mark.parametrize("piece", PIECES, ids=range(len(PIECES)))
def test_one_piece_many_times(piece: str) -> None:
    read_all(piece * 400)
    read_all(f"{piece} " * 400)


@pytest.mark.slow
def test_mutated_letters() -> None:
    chance = random.Random()
    seed = chance.randrange(2**32)
    chance.seed(seed)
    alphabet = sorted({*SENTENCE, *"".join(PIECES)})
    for _ in range(3000):
        letters = list(SENTENCE * chance.randint(1, 3))
        for _ in range(chance.randint(1, 12)):
            at = chance.randrange(len(letters))
            letters[at : at + chance.randint(0, 3)] = chance.choice(alphabet)
        try:
            read_all("".join(letters))
        except BaseException as error:
            raise AssertionError(f"seed {seed}: {''.join(letters)!r}") from error


def test_more_months_in_a_row_than_are_read() -> None:
    """They are read in parts, as a list of days is."""
    for joint in (" และ", " - ", ", "):
        read_all(f"ภายในเดือน{joint.join(['มกราคม'] * 40)}")
