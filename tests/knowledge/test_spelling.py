"""Another spelling is found in the letters themselves: by clusters, by sound, and never where all is well."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ita_docs.knowledge.search.index import SearchIndex
from ita_docs.knowledge.search.nearness import cluster_distance
from ita_docs.knowledge.search.search import search
from models.session import reading

LETTERS = [
    {"lines": ["เรื่อง การประเมินคุณธรรมและความโปร่งใส", "สำนักงบประมาณแจ้งผลการเบิกจ่าย", "ผ่านระบบ Zoom Meeting"]},
    {"lines": ["เรื่อง ประชุมนายกเทศมนตรี", "องค์การบริหารส่วนตำบลรายงานผล"]},
]


@pytest.fixture
def suggest(shelf: Any, tmp_path: Path) -> Any:
    """A function from a query to the spelling that is offered instead."""
    for place, letter in enumerate(LETTERS):
        shelf.file(letter, name=f"{place}.txt")
    index = SearchIndex(tmp_path / "index")
    index.catch_up(shelf.engine)

    def offer(text: str) -> str | None:
        with reading(shelf.engine) as session:
            return search(session, index, text).did_you_mean

    return offer


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("โปรงใส", "โปร่งใส"),
        ("คุณธรรมและความโปรงใส", "คุณธรรมและความโปร่งใส"),
        ("สำนักงบประมาน", "สำนักงบประมาณ"),
        ("เทษมนตรี", "เทศมนตรี"),
        ("องการบริหาร", "องค์การบริหาร"),
        ("zom", "zoom"),
        ("meetng", "meeting"),
    ],
)
def test_a_slip_is_mended_from_the_letters(suggest: Any, typed: str, meant: str) -> None:
    assert suggest(typed) == meant


@pytest.mark.parametrize("typed", ["โปร่งใส", "zoom", "กุ้งแห้ง", "zzz", "2568", "นายกเทศมนตรี"])
def test_nothing_is_offered_where_it_stands_so_or_nothing_is_near(suggest: Any, typed: str) -> None:
    assert suggest(typed) is None


@pytest.mark.parametrize(
    ("one", "other", "most"),
    [("ศาล", "สาล", 0.5), ("ประมาน", "ประมาณ", 0.5), ("องการ", "องค์การ", 0.5), ("กรม", "กรม", 0.0)],
)
def test_like_sounds_are_near(one: str, other: str, most: float) -> None:
    assert cluster_distance(one, other) <= most


def test_other_words_are_far() -> None:
    assert cluster_distance("เบิกจ่าย", "ประชุม") > 3
