"""What was understood is told in words, in the language of the question."""

from __future__ import annotations

import datetime as dt
from io import StringIO

import pytest

from ita_docs.cli.answer_table import answer_table
from ita_docs.knowledge.ask.told import in_english, told_in_words
from ita_docs.knowledge.ask.understand import understand

TODAY = dt.date(2025, 1, 15)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("อำเภอต้องทำอะไรในเดือนมีนาคม 2567", "สิ่งที่ต้องทำ · ของ อำเภอ · ตั้งแต่ 1 มีนาคม 2567 · ถึง 31 มีนาคม 2567"),
        ("what must districts do for ITA 2568", "What must be done · ITA · for district · fiscal year 2568"),
        ("ใครลงนาม มท 0322/ว 1861", "ผู้ลงนาม · มท 0322/ว 1861"),
        ("what cancels มท 0322/ว 1861", "What cites it · that cancel · มท 0322/ว 1861"),
    ],
)
def test_told(question: str, told: str) -> None:
    assert told_in_words(understand(question, TODAY), english=in_english(question)) == told


def _printed(row: dict[str, object], *, english: bool = False) -> str:
    from rich.console import Console

    screen = Console(width=140, record=True, file=StringIO())
    screen.print(answer_table("duties", [row], 140, english=english))
    return screen.export_text()


ROW = {
    "due": "2025-05-15",
    "responsible": "อำเภอ",
    "action": "อำเภอเผยแพร่ข้อมูล OIT",
    "number": "มท 0322/ว 9",
    "moved_from": [{"due": "2025-04-30", "number": "มท 0322/ว 1"}],
    "citations": [{"file": "a.pdf", "page": 1, "line": 5}],
}


def test_what_does_not_repeat_who_and_a_moved_day_tells_its_history() -> None:
    printed = _printed(ROW)
    assert printed.count("อำเภอ") == 1
    assert "เดิม" in printed
    assert "30 เม.ย." in printed


def test_an_english_question_has_english_headings() -> None:
    printed = _printed(ROW, english=True)
    assert "What" in printed
    assert "15 May 2025" in printed
    assert "ภายในวันที่" not in printed
