"""One way to write each thing."""

from __future__ import annotations

import pytest

from ita_docs.recogniser.alphabet import CHARACTERS, THAI_DIGITS, normalise


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("นํ้าใจ", "น้ำใจ"),
        ("กําหนด", "กำหนด"),
        ("น้ํา", "น้ำ"),
        ("ที่่".replace("ี่่", "่ี"), "ที่"),
        ("เเละ", "และ"),
        ("ชื่อ..............สกุล", "ชื่อ...สกุล"),
        (". . . . . จำนวน", "... จำนวน"),
        ("  สองช่อง   ว่าง ", "สองช่อง ว่าง"),
        ("---------", "---"),
        ("อ้างถึง… ๑", "อ้างถึง... ๑"),
    ],
)
def test_normalise(written: str, expected: str) -> None:
    assert normalise(written) == expected
    assert normalise(expected) == expected


def test_alphabet_has_both_numeral_systems_and_no_repeats() -> None:
    assert len(set(CHARACTERS)) == len(CHARACTERS)
    assert set(THAI_DIGITS + "0123456789ำๆฯ฿ฤฦๅฃฅ“”–@_") <= set(CHARACTERS)
    assert "ํ" not in CHARACTERS
