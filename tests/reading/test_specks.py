"""Dirt at the ends of a line is not read as marks."""

from __future__ import annotations

import pytest

from ita_docs.reading.engine import LineReading
from ita_docs.reading.sifting import without_specks


def reading(text: str, doubted: str) -> LineReading:
    sureness = tuple(0.6 if char in doubted else 0.99 for char in text)
    edges = tuple(index / len(text) for index in range(len(text) + 1))
    return LineReading(text, sureness, (None,) * len(text), edges)


@pytest.mark.parametrize(
    ("text", "doubted", "left"),
    [
        pytest.param("-ที่ มท ๐๘๙๑/ว ๖๗", "-", "ที่ มท ๐๘๙๑/ว ๖๗", id="จุดเปื้อนข้างหน้า"),
        pytest.param("ที่ มท ๐๘๙๑/ว ๖๗ -", "-", "ที่ มท ๐๘๙๑/ว ๖๗", id="จุดเปื้อนข้างหลัง"),
        pytest.param("สำนักงาน ก.พ.", "", "สำนักงาน ก.พ.", id="จุดที่แน่ใจ"),
        pytest.param("ที่ มท ๐๘๙๑.๔/ว", ".", "ที่ มท ๐๘๙๑.๔/ว", id="จุดกลางบรรทัด"),
        pytest.param("- ๒ -", "-", "- ๒ -", id="บรรทัดสั้น"),
        pytest.param("(นายสมมุติ ตัวอย่าง)", "()", "(นายสมมุติ ตัวอย่าง)", id="วงเล็บ"),
    ],
)
def test_doubted_marks_at_the_ends_go(text: str, doubted: str, left: str) -> None:
    found = without_specks(reading(text, doubted))
    assert found.text == left
    assert found.runners_up is not None
    assert found.edges is not None
    assert len(found.confidences) == len(found.runners_up) == len(found.edges) - 1 == len(left)


def test_an_engine_without_confidences_is_left_alone() -> None:
    assert without_specks(LineReading("-ที่ มท ๐๘๙๑")).text == "-ที่ มท ๐๘๙๑"
