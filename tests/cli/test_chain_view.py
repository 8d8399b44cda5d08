"""How a chain looks on the screen: kinds in the user's language, subjects inside their column."""

from __future__ import annotations

from typing import Any

import pytest
from rich.cells import cell_len

from ita_docs.cli.chain_view import chain_view

CHAIN: dict[str, Any] = {
    "root": "b",
    "letters": [
        {
            "id": "a", "number": "มท 0322/ว 1861", "date": "2024-01-18", "state": "missing", "depth": -1,
            "subject": "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของอำเภอ ประจำปีงบประมาณ พ.ศ. 2567",
            "copies": [],
        },
        {
            "id": "b", "number": "สน 0018.1/ว 127", "date": "2024-01-23", "state": "held", "depth": 0,
            "subject": "การประเมิน ITA", "copies": ["c"],
        },
    ],
    "links": [{"from": "b", "to": "a", "kind": "forwards", "evidence": []}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("english", "words"),
    [
        (False, ["18 ม.ค. 2567", "ไม่มีในคลัง", "└ นำส่ง มท 0322/ว 1861", "+1 สำเนา"]),
        (True, ["18 Jan 2024", "not held", "└ forwards มท 0322/ว 1861", "+1 copies"]),
    ],
    ids=["ไทย", "English"],
)
def test_the_users_language(english: bool, words: list[str]) -> None:
    told = "\n".join(line.plain for line in chain_view(CHAIN, 80, english=english))
    assert all(word in told for word in words)


def test_long_subjects_stay_in_their_column() -> None:
    lines = [line.plain for line in chain_view(CHAIN, 60)]
    assert all(cell_len(line) <= 60 for line in lines)
    marks = [line for line in lines if line[0] in "●○"]
    assert [line[0] for line in marks] == ["○", "●"]
    assert all(line.startswith(" " * 18) for line in lines if line not in marks)
