"""Asked for a new day, the answer leads with it and tells the day before and the letter that had set that."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from ita_docs.knowledge.ask.answer import ask
from ita_docs.knowledge.base import KnowledgeBase
from ita_docs.knowledge.search.index import SearchIndex
from models.session import reading

OLD = {
    "number": "มท 0322/ว 1861",
    "date": "2025-01-10",
    "issuer": "กรมการปกครอง",
    "subject": "การเผยแพร่ข้อมูลของอำเภอ",
    "lines": ["ขอให้อำเภอเผยแพร่ข้อมูลให้ครบถ้วน", "ขอให้อำเภอส่งรายชื่อ"],
    "deadlines": [
        {
            "due": "2025-04-30",
            "responsible": "อำเภอ",
            "action": "เผยแพร่ข้อมูลให้ครบถ้วน",
            "text": "ขอให้อำเภอเผยแพร่ข้อมูลให้ครบถ้วน",
        },
        {"due": "2025-02-28", "responsible": "อำเภอ", "action": "ส่งรายชื่อ", "text": "ขอให้อำเภอส่งรายชื่อ"},
    ],
}
LATER = {
    "number": "มท 0322/ว 3000",
    "date": "2025-04-20",
    "issuer": "กรมการปกครอง",
    "subject": "ขยายระยะเวลาการเผยแพร่ข้อมูลของอำเภอ",
    "lines": ["ขยายเวลาให้อำเภอเผยแพร่ข้อมูลให้ครบถ้วน ภายในวันที่ ๑๕ พฤษภาคม ๒๕๖๘"],
    "references": [{"number": "มท 0322/ว 1861", "date": "2025-01-10", "issuer": "กรมการปกครอง"}],
    "deadlines": [
        {
            "due": "2025-05-15",
            "responsible": "อำเภอ",
            "action": "เผยแพร่ข้อมูลให้ครบถ้วน",
            "text": "ขยายเวลาให้อำเภอเผยแพร่ข้อมูลให้ครบถ้วน",
        }
    ],
}
RESTATED = {
    **LATER["deadlines"][0],  # type: ignore[dict-item]
    "due": "2025-04-30",
    "restated": True,
}


def asked(shelf: Any, folder: Path, text: str) -> list[dict[str, Any]]:
    index = SearchIndex(folder)
    index.catch_up(shelf.engine)
    with reading(shelf.engine) as session:
        return ask(session, index, text, today=dt.date(2025, 5, 1)).answers


@pytest.mark.parametrize(
    "question",
    [
        "ขยายเวลาถึงเมื่อไร",
        "when was it extended to",
        "เลื่อนเป็นวันไหน",
        "มท 0322/ว 1861 ขยายเวลาถึงเมื่อไร",
        "มท 0322/ว 3000 ขยายเวลาถึงเมื่อไร",
        "กำหนดใหม่ของการเผยแพร่ข้อมูลคือวันไหน",
    ],
)
def test_the_new_day_leads(shelf: Any, tmp_path: Path, question: str) -> None:
    shelf.relink = KnowledgeBase(tmp_path).relink
    shelf.file(OLD, name="old.txt")
    shelf.file(LATER, name="later.txt")
    (row,) = asked(shelf, tmp_path, question)
    assert (row["due"], row["state"], row["number"]) == ("2025-05-15", "open", "มท 0322/ว 3000")
    assert row["moved_from"] == [{"due": "2025-04-30", "number": "มท 0322/ว 1861"}]


def test_the_day_before_of_a_letter_not_held_is_told_of_that_letter(shelf: Any, tmp_path: Path) -> None:
    shelf.relink = KnowledgeBase(tmp_path).relink
    shelf.file({**LATER, "deadlines": [RESTATED, *LATER["deadlines"]]}, name="later.txt")  # type: ignore[misc]
    (row,) = asked(shelf, tmp_path, "ขยายเวลาถึงเมื่อไร")
    assert row["due"] == "2025-05-15"
    assert row["moved_from"] == [{"due": "2025-04-30", "number": "มท 0322/ว 1861"}]


def test_a_letter_whose_days_were_all_moved_is_answered_with_the_new_ones(shelf: Any, tmp_path: Path) -> None:
    shelf.relink = KnowledgeBase(tmp_path).relink
    shelf.file({**OLD, "deadlines": OLD["deadlines"][:1]}, name="old.txt")
    shelf.file(LATER, name="later.txt")
    (row,) = asked(shelf, tmp_path, "มท 0322/ว 1861 ให้อำเภอทำอะไร ภายในเมื่อไร")
    assert (row["due"], row["moved_from"][0]["due"]) == ("2025-05-15", "2025-04-30")
