"""The graph depends on what is in the store, not on the order in which it came or changed."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select, update
from sqlmodel import col

from ita_docs.knowledge.base import KnowledgeBase
from models import CitedLetter, Document, Link, Reference
from models.keys import number_key
from models.session import reading, writing
from tests.knowledge.linked import CIRCULAR, RELAY, edges, states

CHAIN = [
    CIRCULAR,
    RELAY,
    {
        "number": "สน 0018.1/ว 340",
        "date": "2024-02-20",
        "issuer": "จังหวัดสกลนคร",
        "subject": "ติดตามการประเมินคุณธรรมและความโปร่งใสของอำเภอ",
        "references": [{"number": "สน 0018.1/ว 127", "date": "2024-01-23", "issuer": "จังหวัดสกลนคร"}],
    },
    {
        "kind": "announcement",
        "date": "2023-12-01",
        "issuer": "สำนักงาน ป.ป.ช.",
        "subject": "ปฏิทินการประเมินคุณธรรมและความโปร่งใส",
        "references": [],
    },
]


def test_any_order_gives_the_same_graph(engine: Engine, shelf: Any) -> None:
    letters = [
        {
            **CHAIN[0],
            "references": [
                {
                    "kind": "announcement",
                    "date": "2023-12-01",
                    "issuer": "คณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ",
                    "subject": "ปฏิทินการประเมินคุณธรรมและความโปร่งใส",
                    "where": "body",
                }
            ],
        },
        *CHAIN[1:],
    ]
    graphs = []
    for order in list(permutations(range(4)))[::5]:
        names = {place: shelf.file(letters[place], name=f"{place}.txt") for place in order}
        with reading(engine) as session:
            graph = edges(session)
        graphs.append({(a, b, kind) for a, b, kind in graph})
        assert len(names) == 4
        clear(engine)
    assert len(graphs[0]) == 3
    assert {kind for _, _, kind in graphs[0]} == {"forwards", "reminds", "acts_on"}
    assert all(graph == graphs[0] for graph in graphs)


def clear(engine: Engine) -> None:
    """Take everything out again."""
    from sqlalchemy import delete

    from models import SourceFile
    from models.session import writing

    with writing(engine) as session:
        session.execute(delete(Link))
        session.execute(delete(SourceFile))
        session.execute(delete(CitedLetter))


@pytest.mark.parametrize("late", [False, True], ids=["ฉบับเดิมมาก่อน", "ฉบับเดิมมาทีหลัง"])
def test_a_year_misread_by_a_century_finds_its_letter_in_either_order(shelf: Any, late: bool) -> None:
    cited = {**RELAY["references"][0], "date": "1924-01-18"}
    letters = [CIRCULAR, {**RELAY, "references": [cited]}]
    for place in (1, 0) if late else (0, 1):
        shelf.file(letters[place], name=f"{place}.txt")
    assert [state for state, _ in states(shelf.engine)] == ["held"]


def test_linking_the_whole_store_anew(shelf: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ita_docs.knowledge.base.BATCH", 1)
    shelf.file(RELAY, link=False)
    (circular,) = shelf.file(CIRCULAR, link=False)
    assert KnowledgeBase(tmp_path / "index").rebuild(shelf.engine) == 2
    assert states(shelf.engine) == [("held", circular)]


def change(shelf: Any, table: Any, public_id: str, **values: Any) -> None:
    """Change columns of a letter, or of its citations, as a correction does, and link it anew."""
    with writing(shelf.engine) as session:
        document = session.execute(select(Document).where(col(Document.public_id) == public_id)).scalar_one()
        key = table.id if table is Document else table.document_id
        session.execute(update(table).where(key == document.id).values(**values))
        shelf.relink(session, [document.id])


def numbered(number: str) -> dict[str, Any]:
    """The columns that a corrected serial changes."""
    return {"number": number, "number_key": number_key(number), "serial": number.split()[-1]}


def test_a_corrected_citation_finds_its_letter_at_once(shelf: Any) -> None:
    (circular,) = shelf.file(CIRCULAR)
    wrong = {**RELAY["references"][0], "number": "มท 0322/ว 4"}
    (relay,) = shelf.file({**RELAY, "references": [wrong]})
    assert states(shelf.engine) == [("missing", None)]
    change(shelf, Reference, relay, **numbered("มท 0322/ว 1861"))
    assert states(shelf.engine) == [("held", circular)]
    with reading(shelf.engine) as session:
        assert edges(session) == {(relay, circular, "forwards")}
        assert session.execute(select(CitedLetter)).first() is None


def test_a_corrected_letter_is_found_at_once_and_lost_at_once(shelf: Any) -> None:
    (relay,) = shelf.file(RELAY)
    (circular,) = shelf.file({**CIRCULAR, "number": "มท 0322/ว 4"})
    assert states(shelf.engine) == [("missing", None)]
    change(shelf, Document, circular, **numbered("มท 0322/ว 1861"))
    assert states(shelf.engine) == [("held", circular)]
    change(shelf, Document, circular, **numbered("มท 0322/ว 4"))
    assert states(shelf.engine) == [("missing", None)]
    with reading(shelf.engine) as session:
        unseen = session.execute(select(CitedLetter)).scalar_one()
        assert (unseen.citations, unseen.document_id) == (1, None)
        assert edges(session) == {(relay, unseen.public_id, "forwards")}


def test_a_letter_that_leaves_is_unseen_again(shelf: Any) -> None:
    from sqlalchemy import delete

    (circular,) = shelf.file(CIRCULAR)
    (relay,) = shelf.file(RELAY, name="relay.txt")
    with writing(shelf.engine) as session:
        session.execute(delete(Document).where(col(Document.public_id) == circular))
        shelf.relink(session, [])
    assert states(shelf.engine) == [("missing", None)]
    with reading(shelf.engine) as session:
        unseen = session.execute(select(CitedLetter)).scalar_one()
        assert (unseen.citations, unseen.document_id) == (1, None)
        assert edges(session) == {(relay, unseen.public_id, "forwards")}


def test_to_link_twice_changes_nothing(shelf: Any) -> None:
    shelf.file(RELAY)
    shelf.file(CIRCULAR)
    with reading(shelf.engine) as session:
        before = edges(session)
        ids = session.execute(select(Document.id)).scalars().all()
    with writing(shelf.engine) as session:
        shelf.relink(session, ids)
        shelf.relink(session, ids)
    with reading(shelf.engine) as session:
        assert edges(session) == before
        assert session.execute(select(CitedLetter.citations)).scalars().all() == [0]


def test_letters_that_cite_each_other_in_a_ring(shelf: Any) -> None:
    days = {1: "2024-01-10", 2: "2024-01-11", 3: "2024-01-12"}
    numbers = {place: f"สน 0018.1/ว {place}00" for place in days}
    for place, onto in ((1, 2), (2, 3), (3, 1)):
        cited = {"number": numbers[onto], "date": days[onto], "issuer": "จังหวัดสกลนคร"}
        shelf.file({**RELAY, "number": numbers[place], "date": days[place], "references": [cited]})
    assert [state for state, _ in states(shelf.engine)] == ["held"] * 3
    with reading(shelf.engine) as session:
        assert len(edges(session)) == 3
