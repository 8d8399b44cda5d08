"""Which letter a citation means: found, waiting for it, told apart, never itself."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select
from sqlmodel import Session, col

from ita_docs.knowledge.base import KnowledgeBase
from models import CitedLetter, Document, Link, Reference
from models.session import reading

CIRCULAR = {
    "number": "มท 0322/ว 1861",
    "date": "2024-01-18",
    "issuer": "กรมการปกครอง",
    "subject": "ปฏิทินการประเมินคุณธรรมและความโปร่งใสของอำเภอ",
}
RELAY = {
    "number": "สน 0018.1/ว 127",
    "date": "2024-01-23",
    "issuer": "จังหวัดสกลนคร",
    "subject": "การประเมินคุณธรรมและความโปร่งใสของอำเภอ",
    "references": [
        {"number": "มท 0322/ว 1861", "date": "2024-01-18", "issuer": "กรมการปกครอง", "where": "enclosure"}
    ],
}


def states(engine: Engine) -> list[tuple[str, str | None]]:
    """State and target of every citation, in order."""
    with reading(engine) as session:
        query = (
            select(Reference.state, Document.public_id)
            .outerjoin(Document, col(Document.id) == col(Reference.target_id))
            .order_by(col(Reference.id))
        )
        return [tuple(row) for row in session.execute(query)]


def edges(session: Session) -> set[tuple[Any, ...]]:
    """The graph by public ids."""
    ids = dict(session.execute(select(Document.id, Document.public_id)).all())
    unseen = dict(session.execute(select(CitedLetter.id, CitedLetter.public_id)).all())
    return {
        (ids[link.from_id], ids.get(link.to_id) or unseen[link.to_cited_id], link.kind)
        for link in session.execute(select(Link)).scalars()
    }


def test_a_citation_finds_its_letter(shelf: Any) -> None:
    (circular,) = shelf.file(CIRCULAR)
    (relay,) = shelf.file(RELAY)
    assert states(shelf.engine) == [("held", circular)]
    with reading(shelf.engine) as session:
        assert edges(session) == {(relay, circular, "forwards")}


def test_a_letter_that_comes_late_takes_the_place_of_the_unseen_one(shelf: Any) -> None:
    shelf.file(RELAY)
    with reading(shelf.engine) as session:
        unseen = session.execute(select(CitedLetter)).scalar_one()
        assert (unseen.number, unseen.citations, unseen.document_id) == ("มท 0322/ว 1861", 1, None)
    (circular,) = shelf.file(CIRCULAR)
    assert states(shelf.engine) == [("held", circular)]
    with reading(shelf.engine) as session:
        unseen = session.execute(select(CitedLetter)).scalar_one()
        assert unseen.citations == 0
        assert unseen.document_id is not None


@pytest.mark.parametrize(
    ("damage", "state"),
    [
        ({"date": "2024-01-19"}, "held"),
        ({"number": "มท 0322/ว 1861", "date": None, "issuer": None}, "held"),
        ({"number": "มท 0322/61861"}, "held"),
        ({"number": "มท 0322/ว 1821"}, "held"),
        ({"number": "มห 0322/ว 1861"}, "held"),
        ({"number": "มท 0322/ว 1862"}, "missing"),
        ({"date": "2023-02-05"}, "missing"),
        ({"number": "มท 0322/ว 1821", "date": "2024-02-19"}, "missing"),
        ({"number": None, "date": None}, "missing"),
    ],
    ids=[
        "วันคลาดไปหนึ่งวัน",
        "ไม่บอกวันและหน่วยงาน",
        "ว อ่านเป็น ๖",
        "๖ อ่านเป็น ๒",
        "ท อ่านเป็น ห",
        "เลขอื่นที่ไม่น่าอ่านผิด",
        "ปีก่อน",
        "ผิดทั้งเลขและวัน",
        "ไม่มีทั้งเลขและวัน",
    ],
)
def test_damage(shelf: Any, damage: dict[str, Any], state: str) -> None:
    shelf.file(CIRCULAR)
    shelf.file({**RELAY, "references": [{**RELAY["references"][0], **damage}]})
    assert states(shelf.engine)[0][0] == state


def test_twins_are_never_linked(shelf: Any) -> None:
    twin = {**CIRCULAR, "subject": "การรับสมัครเลือกตั้งผู้ใหญ่บ้าน"}
    shelf.file(CIRCULAR)
    shelf.file(twin)
    shelf.file(RELAY)
    with reading(shelf.engine) as session:
        row = session.execute(select(Reference)).scalar_one()
        assert row.state == "ambiguous"
        assert row.target_id is None
        assert len(row.candidates) == 2


def test_copies_of_one_letter_are_one_candidate(shelf: Any) -> None:
    letter = {**CIRCULAR, "body": "กรมการปกครองขอส่งปฏิทินการประเมิน", "recipients": ["ผู้ว่าราชการจังหวัด"]}
    shelf.file(RELAY, {**letter, "body": "กรมการปกครองขอสงปฏิทินการประเมิน"}, name="b.txt")
    (own,) = shelf.file(letter, name="a.txt")
    assert states(shelf.engine) == [("held", own)]


def test_a_number_that_others_cite_too_was_not_misread(shelf: Any) -> None:
    shelf.file(CIRCULAR)
    for serial in (127, 128):
        cited = {**RELAY["references"][0], "number": "มท 0322/ว 1851", "issuer": "กรมการปกครอง"}
        letter = {**RELAY, "number": f"สน 0018.1/ว {serial}", "references": [cited]}
        shelf.file({**letter, "subject": "เรื่องอื่น"}, name=f"{serial}.txt")
    assert states(shelf.engine) == [("missing", None), ("missing", None)]


def test_never_itself(shelf: Any) -> None:
    shelf.file({**CIRCULAR, "references": [{"number": CIRCULAR["number"], "date": CIRCULAR["date"]}]})
    assert states(shelf.engine)[0][0] == "missing"


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


ORDER = {
    "kind": "order",
    "number": "421/2566",
    "date": "2023-01-11",
    "issuer": "จังหวัดน่าน",
    "subject": "แต่งตั้งคณะทำงานกำกับติดตามการจัดเก็บข้อมูล",
    "body": "เพื่อให้การจัดเก็บข้อมูลเป็นไปด้วยความเรียบร้อย จึงแต่งตั้งคณะทำงาน ประกอบด้วยปลัดจังหวัดเป็นประธาน",
}


def test_an_order_with_a_sentence_more_is_no_copy(shelf: Any) -> None:
    shelf.file(ORDER, name="a.txt")
    more = "อนึ่ง หากได้ดำเนินการไปแล้วให้ถือว่าเป็นอันใช้ได้"
    shelf.file({**ORDER, "body": f"{ORDER['body']} {more}"}, name="b.txt")
    cited = {name: ORDER[name] for name in ("kind", "number", "date", "issuer", "subject")}
    shelf.file({**RELAY, "references": [{**cited, "where": "body"}]})
    assert states(shelf.engine)[0][0] == "ambiguous"


def test_last_years_announcement_is_not_this_years(shelf: Any) -> None:
    notice = {"kind": "announcement", "date": "2023-10-31", "issuer": "สำนักงบประมาณ"}
    matter = "หลักเกณฑ์และวิธีการจัดทำแผนการปฏิบัติงานและแผนการใช้จ่ายงบประมาณ ประจำปีงบประมาณ พ.ศ."
    shelf.file({**notice, "subject": f"{matter} 2567"})
    cited = {**notice, "date": "2024-10-31", "subject": f"{matter} 2568", "where": "body"}
    shelf.file({**RELAY, "date": "2024-11-20", "references": [cited]})
    assert states(shelf.engine)[0][0] == "missing"


def test_linking_the_whole_store_anew(shelf: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ita_docs.knowledge.base.BATCH", 1)
    shelf.file(RELAY, link=False)
    (circular,) = shelf.file(CIRCULAR, link=False)
    assert KnowledgeBase(tmp_path / "index").rebuild(shelf.engine) == 2
    assert states(shelf.engine) == [("held", circular)]
