"""One spelling for index and query."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.knowledge.search.atoms import atoms_of
from ita_docs.knowledge.search.fold import fold, fold_with_origin

SAME = [
    ("สํานักงาน ป.ป.ช.", "สำนักงาน ปปช"),
    ("นํ้า", "น้ำ"),
    ("นำ้", "น้ำ"),
    ("ที่ มท ๐๐๑๘.๑/ว ๕๕๖๕", "ที่ มท 0018.1/ว 5565"),
    ("เเบบ", "แบบ"),
    ("ท้อง\u200bถิ่น", "ท้องถิ่น"),
    ("Zoom Meeting", "zoom meeting"),
    ("พ.ศ. ๒๕๖๘", "พศ 2568"),
    ("ทีี่", "ที่"),
]


@pytest.mark.parametrize(("written", "folded"), SAME, ids=[written for written, _ in SAME])
def test_one_spelling(written: str, folded: str) -> None:
    assert fold(written) == folded


thai = st.text(alphabet="กขคงจสนำ้่ัิี.ําเแ ๑๒3Aa/-\u200b\n", max_size=40)


@given(thai)
def test_places_lead_back(text: str) -> None:
    folded, origin = fold_with_origin(text)
    assert folded == fold(text)
    assert len(origin) == len(folded) + 1
    assert all(0 <= place <= len(text) for place in origin)


@given(thai)
def test_atoms_lie_in_the_text(text: str) -> None:
    folded = fold(text)
    atoms = atoms_of(folded)
    for unit, place in zip(atoms.units, atoms.places, strict=True):
        assert folded[place : place + len(unit)] == unit
