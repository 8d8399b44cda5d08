"""Spelling settles what the network leaves open between letters, never a digit; texts are placed on steps."""

from __future__ import annotations

import gzip
import math
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from ita_docs.recogniser.alignment import align
from ita_docs.recogniser.beam import search
from ita_docs.recogniser.decoding import decode_as
from ita_docs.recogniser.language import Spelling, folded

CHARACTERS = " ตดรวจ๑๒"


@pytest.fixture(scope="module")
def spelling() -> Spelling:
    counts: dict[str, int] = {}
    for text in [" ตรวจ "] * 50 + [" ดวจ "]:
        for size in range(1, 6):
            for start in range(len(text) - size + 1):
                part = text[start : start + size]
                counts[part] = counts.get(part, 0) + 1
    return Spelling(counts, 5)


def steps(*wanted: dict[str, float]) -> npt.NDArray[np.float32]:
    """One step for each dict of chances, a blank after each."""
    rows = np.full((2 * len(wanted), len(CHARACTERS) + 1), 1e-6, np.float32)
    for place, chances in enumerate(wanted):
        for character, chance in chances.items():
            rows[2 * place, CHARACTERS.index(character) + 1] = chance
        rows[2 * place + 1, 0] = 1.0
    return rows


def test_spelling_decides_between_letters(spelling: Spelling) -> None:
    open_question = steps({"ด": 0.55, "ต": 0.45}, {"ร": 1.0}, {"ว": 1.0}, {"จ": 1.0})
    assert search(open_question, CHARACTERS, spelling) == "ตรวจ"


def test_a_sure_network_is_not_overruled(spelling: Spelling) -> None:
    sure = steps({"ด": 0.995, "ต": 0.005}, {"ร": 1.0}, {"ว": 1.0}, {"จ": 1.0})
    assert search(sure, CHARACTERS, spelling) == "ดรวจ"


@pytest.mark.parametrize(("one", "other"), [("๑", "๒"), ("๒", "๑")])
def test_digits_follow_the_network_alone(spelling: Spelling, one: str, other: str) -> None:
    assert search(steps({one: 0.51, other: 0.49}), CHARACTERS, spelling) == one


@pytest.mark.parametrize("after", [" ", "๒"])
def test_digit_against_letter_follows_the_network_alone(spelling: Spelling, after: str) -> None:
    chances = steps({"ต": 1.0}, {"ร": 1.0}, {"๑": 0.6, "ว": 0.4}, {after: 1.0}, {"จ": 1.0})
    assert search(chances, CHARACTERS, spelling) == f"ตร๑{after}จ"


def test_a_lone_doubted_digit_within_a_word_is_the_letter_that_contends(spelling: Spelling) -> None:
    doubted = steps({"ต": 1.0}, {"ร": 1.0}, {"๑": 0.6, "ว": 0.4}, {"จ": 1.0})
    assert search(doubted, CHARACTERS, spelling) == "ตรวจ"
    sure = steps({"ต": 1.0}, {"ร": 1.0}, {"๑": 0.95, "ว": 0.05}, {"จ": 1.0})
    assert search(sure, CHARACTERS, spelling) == "ตร๑จ"


def test_digits_are_one_sign() -> None:
    assert folded("๐๑๑๘/2568") == folded("๙๗๔๓/1999")


def test_chances_of_a_context_sum_to_less_than_one(spelling: Spelling) -> None:
    total = sum(math.exp(spelling.log_chance(" ", character)) for character in CHARACTERS)
    assert 0.5 < total <= 1.0


def test_alignment_finds_repeats_and_order() -> None:
    peaks = align(steps({"๑": 1.0}, {"๑": 1.0}, {"๒": 1.0}), [CHARACTERS.index(c) + 1 for c in "๑๑๒"])
    assert peaks is not None
    assert [peak.best for peak in peaks] == [0, 2, 4]


def test_a_text_too_long_for_the_steps_has_no_reading() -> None:
    assert decode_as(steps({"๑": 1.0}), "๑๑๑๑", CHARACTERS, 4.0, 8.0) is None


def test_nothing_to_place() -> None:
    assert align(steps({"๑": 1.0}), []) == []
    assert align(np.zeros((0, 8), np.float32), [1]) is None


def test_overruled_characters_keep_the_network_s_doubt(spelling: Spelling) -> None:
    chances = steps({"ด": 0.55, "ต": 0.45}, {"ร": 1.0}, {"ว": 1.0}, {"จ": 1.0})
    reading = decode_as(chances, "ตรวจ", CHARACTERS, 4.0, 32.0)
    assert reading is not None
    assert reading.char_confidences[0] == pytest.approx(0.45)
    assert reading.runners_up[0] == ("ด", pytest.approx(0.55))


def test_file_round_trip(tmp_path: Path) -> None:
    path = tmp_path / "spelling.gz"
    path.write_bytes(gzip.compress("ก\t3\nกข\t2\n".encode()))
    assert Spelling.load(path).order == 2


def test_a_stroke_right_before_a_thai_letter_is_the_thai_letter_that_contends(spelling: Spelling) -> None:
    characters = CHARACTERS + "I"
    rows = np.full((6, len(characters) + 1), 1e-6, np.float32)
    for row, (sign, chance) in enumerate([("I", 0.9), ("ร", 1.0), ("ว", 1.0)]):
        rows[2 * row, characters.index(sign) + 1] = chance
        rows[2 * row + 1, 0] = 1.0
    rows[0, characters.index("ต") + 1] = 0.08
    assert search(rows, characters, spelling) == "ตรว"
