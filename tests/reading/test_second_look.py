"""What the second reader may settle, and what it may never touch."""

from __future__ import annotations

import pytest

from ita_docs.reading.second_look import needs_second_look, settled
from parsers.page import Line, LineRole

BOX = (0.1, 0.1, 0.9, 0.13)


def ours(text: str, doubted: str = "", role: LineRole = LineRole.PRINT) -> Line:
    """A line of ours whose characters of `doubted` are doubted."""
    sureness = tuple(0.6 if char in doubted else 0.99 for char in text)
    edges = tuple(0.1 + 0.8 * i / len(text) for i in range(len(text) + 1))
    return Line(text, BOX, 0.9, sureness, (None,) * len(text), edges, role)


CASES = [
    ("a doubted letter that makes no word", "จังหวัดแม่อ่องสอน", "อ", "จังหวัดแม่ฮ่องสอน", "จังหวัดแม่ฮ่องสอน"),
    ("a Latin letter in a Thai word", "ความละเอียดIจ้งแล้ว", "I", "ความละเอียดแจ้งแล้ว", "ความละเอียดแจ้งแล้ว"),
    ("a digit in a Thai word", "9องนายกเทศมนตรี", "9", "รองนายกเทศมนตรี", "รองนายกเทศมนตรี"),
    (
        "three digits within a Thai word",
        "การประเมินคุณ899มและ",
        "89",
        "การประเมินคุณธรรมและ",
        "การประเมินคุณธรรมและ",
    ),
    ("a number that stands close", "ปี2568จำนวน", "2568", "ปีจรงจำนวน", "ปี2568จำนวน"),
    ("a digit of the other reader", "พ.ศ. ๒๕๖๘", "๖๘", "พ.ศ. ๒๕๒๕", "พ.ศ. ๒๕๖๘"),
    ("a number of ours", "ที่ มท ๐๘๙๑.๔/ว ๖๗๘๙", "๖๗๘๙", "ที่ มท ๐๘๓๑.๕/ว ๒๓๕๕", "ที่ มท ๐๘๙๑.๔/ว ๖๗๘๙"),
    ("a letter that ours is sure of", "จังหวัดแม่อ่องสอน", "", "จังหวัดแม่ฮ่องสอน", "จังหวัดแม่อ่องสอน"),
    ("a change that makes no better words", "สำนักงานจังหวัด", "ส", "สำนักบานจังหวัค", "สำนักงานจังหวัด"),
    ("spaces", "องค์การบริหาร", "ร", "องค์ การ บริหาร", "องค์การบริหาร"),
]


@pytest.mark.parametrize(
    ("text", "doubted", "other", "becomes"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_what_is_taken_over(text: str, doubted: str, other: str, becomes: str) -> None:
    (line,) = settled([ours(text, doubted)], [Line(other, BOX)])
    assert line.text == becomes
    assert line.char_confidences is not None
    assert line.char_edges is not None
    assert line.runners_up is not None
    assert len(line.char_confidences) == len(line.runners_up) == len(line.char_edges) - 1 == len(line.text)


def test_what_was_taken_over_stays_doubted_and_keeps_our_reading_as_runner_up() -> None:
    (line,) = settled([ours("จังหวัดแม่อ่องสอน", "อ")], [Line("จังหวัดแม่ฮ่องสอน", BOX)])
    place = line.text.index("ฮ")
    assert line.char_confidences is not None
    assert line.char_confidences[place] < 0.95
    assert line.runners_up is not None
    assert line.runners_up[place] == ("อ", 0.6)


def test_stamps_and_other_places_are_left_alone() -> None:
    stamp = ours("จังหวัดแม่อ่องสอน", "อ", LineRole.STAMP)
    elsewhere = Line("จังหวัดแม่ฮ่องสอน", (0.1, 0.5, 0.9, 0.53))
    assert settled([stamp], [Line("จังหวัดแม่ฮ่องสอน", BOX)]) == [stamp]
    line = ours("จังหวัดแม่อ่องสอน", "อ")
    assert settled([line], [elsewhere]) == [line]


def test_only_a_page_with_many_doubts_is_looked_at_again() -> None:
    sure, doubtful = ours("ก" * 100), ours("ก" * 85 + "ข" * 15, "ข")
    assert not needs_second_look([sure])
    assert needs_second_look([doubtful])
    assert not needs_second_look([ours("กข", "ข")])
