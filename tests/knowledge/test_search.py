"""Search finds Thai words where they stand, numbers in any spelling, and says page and line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ita_docs.knowledge.search.filters import Filters
from ita_docs.knowledge.search.index import SearchIndex
from ita_docs.knowledge.search.search import Found, search
from models.session import reading

LETTERS = [
    {
        "number": "มท 0322/ว 1861",
        "date": "2025-01-18",
        "issuer": "กรมการปกครอง",
        "subject": "ปฏิทินการประเมินคุณธรรมและความโปร่งใสของอำเภอ",
        "lines": [
            "ที่ มท ๐๓๒๒/ว ๑๘๖๑",
            "เรื่อง ปฏิทินการประเมินคุณธรรมและความโปร่งใสของอำเภอ",
            "สำนักงาน ป.ป.ช. แจ้งว่าให้องค์กรปกครองส่วนท้องถิ่นเผยแพร่ข้อมูล OIT",
        ],
        "topics": ["ITA"],
        "fiscal_years": [2568],
    },
    {
        "number": "นน 0018.1/ว 200",
        "date": "2024-03-01",
        "issuer": "จังหวัดน่าน",
        "province": "น่าน",
        "subject": "โครงการสัตว์ปลอดโรค คนปลอดภัยจากโรคพิษสุนัขบ้า",
        "lines": ["เรื่อง โครงการสัตว์ปลอดโรค", "ขอให้ อปท. สำรวจสุนัขบ้า ส่งนายเกริกไกร มณีวรรณา"],
    },
    {
        "number": "พร 0018.1/ว 31",
        "date": "2025-02-03",
        "issuer": "จังหวัดแพร่",
        "province": "แพร่",
        "subject": "แจ้งกำหนดการประชุม",
        "lines": ["จังหวัดแพร่กำหนดประชุมผ่านระบบ Zoom Meeting"],
        "fiscal_years": [2568],
    },
]


@pytest.fixture
def library(shelf: Any, tmp_path: Path) -> Any:
    """Three letters, indexed; a function that searches them."""
    ids = [shelf.file(letter, name=f"{place}.txt")[0] for place, letter in enumerate(LETTERS)]
    index = SearchIndex(tmp_path / "index")
    assert index.catch_up(shelf.engine) == len(LETTERS)

    def find(text: str, **options: Any) -> tuple[list[int], Found]:
        with reading(shelf.engine) as session:
            found = search(session, index, text, **options)
        return [ids.index(result["letter"]) for result in found.results], found

    find.index = index  # type: ignore[attr-defined]
    find.shelf = shelf  # type: ignore[attr-defined]
    return find


@pytest.mark.parametrize(
    ("query", "letters"),
    [
        ("มท๐๓๒๒/ว๑๘๖๑", [0]),
        ("มท 0322/ว 1861", [0]),
        ("ว 1861", [0]),
        ("1861", [0]),
        ("ท้องถิ่น", [0]),
        ("ปปช", [0]),
        ("ป.ป.ช.", [0]),
        ("สุนัขบ้า", [1]),
        ("อปท", [1]),
        ("มณีวรรณา", [1]),
        ("เกริกไกร", [1]),
        ("จังหวัดแพร่", [2]),
        ("zoom", [2]),
        ("Zoom Meeting", [2]),
        ('"คนปลอดภัย"', [1]),
        ("คุณธรรม โปร่งใส", [0]),
        ("คุณธรรมและความโปรงใส", [0]),
        ("กุ้งแห้ง", []),
    ],
)
def test_found(library: Any, query: str, letters: list[int]) -> None:
    assert library(query)[0] == letters


def test_passages_say_page_and_line_and_mark_the_words(library: Any) -> None:
    _, found = library("ปปช")
    (passage,) = found.results[0]["passages"]
    assert (passage["page"], passage["line"]) == (1, 3)
    start, end = passage["highlights"][0]
    assert passage["text"][start:end] == "ป.ป.ช."


def test_filters_and_facets(library: Any) -> None:
    letters, found = library("", filters=Filters(fiscal_year=2568), facets=True)
    assert sorted(letters) == [0, 2]
    assert {"value": "จังหวัดแพร่", "count": 1} in found.facets["agency"]


def test_a_year_in_the_question_lifts_and_does_not_filter(library: Any) -> None:
    letters, found = library("แจ้งเผยแพร่ประชุมโครงการสัตว์ สำรวจข้อมูล กำหนดการ 2568")
    assert found.relaxed
    assert set(letters) == {0, 1, 2}
    assert letters[-1] == 1


def test_a_new_letter_is_found_at_once_and_a_removed_one_no_more(library: Any) -> None:
    from sqlalchemy import delete

    from models import Change, Document
    from models.session import writing

    (new,) = library.shelf.file({"subject": "แผนยุทธศาสตร์", "lines": ["เรื่อง แผนยุทธศาสตร์"]})
    assert library.index.catch_up(library.shelf.engine) == 1
    with reading(library.shelf.engine) as session:
        assert search(session, library.index, "ยุทธศาสตร์").count == 1
    with writing(library.shelf.engine) as session:
        session.execute(delete(Document).where(Document.public_id == new))  # type: ignore[arg-type]
        session.add(Change(public_id=new, removed=True))
    library.index.catch_up(library.shelf.engine)
    with reading(library.shelf.engine) as session:
        assert search(session, library.index, "ยุทธศาสตร์").count == 0


def test_a_lost_or_foreign_index_is_built_anew(library: Any) -> None:
    engine = library.shelf.engine
    (library.index.folder / "state.json").write_text("{", encoding="utf-8")
    assert SearchIndex(library.index.folder).check(engine) == len(LETTERS)
    assert SearchIndex(library.index.folder).check(engine) == 0
