"""An archive made of copies: each copy is an archive of its own under other numbers, and found by them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, func, select

from ita_docs.bench.kb_scale_copies import CopiedWorld, copy_store
from ita_docs.bench.kb_scale_fill import fill, store_letters
from ita_docs.bench.kb_scale_index import copied_documents
from ita_docs.bench.kb_scale_serials import move_serial
from ita_docs.knowledge.base import KnowledgeBase
from ita_docs.knowledge.chains import chain_of
from ita_docs.knowledge.search.index import SearchIndex
from ita_docs.knowledge.search.search import search
from ita_docs.knowledge.tables import documents, links, pages, references
from models.migrate import open_database
from models.session import reading, writing

BASE, HELD = 24, 72


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Engine, SearchIndex, CopiedWorld]]:
    """Twenty-four letters filed, and two copies of each."""
    folder: Path = tmp_path_factory.mktemp("copies")
    engine = open_database(f"sqlite:///{folder / 'scale.sqlite3'}")
    world = CopiedWorld(7, HELD, BASE)
    fill(engine, world, BASE)
    told: list[int] = []
    copy_store(engine, BASE, HELD, told.append)
    assert told == [48, 72]
    index = SearchIndex(folder / "index")
    assert index.write_anew(engine, copied_documents(engine, BASE, HELD)) == HELD
    yield engine, index, world
    engine.dispose()


def test_every_row_is_copied_and_no_key_hangs_loose(archive: Any) -> None:
    engine, _, _ = archive
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall() == []
        for table in (documents, references, links, pages):
            assert connection.execute(select(func.count()).select_from(table)).scalar_one() % 3 == 0
        keys = select(documents.c.number_key, documents.c.date)
        assert len({tuple(row) for row in connection.execute(keys)}) == HELD


def test_the_number_of_a_copy_finds_the_copy_and_is_written_on_its_page(archive: Any) -> None:
    engine, index, world = archive
    letter = world.letter(BASE + 5)
    number = letter.contract["number"]["canonical"]
    with reading(engine) as session:
        (result,) = search(session, index, number).results
    assert result["number"] == number
    assert result["letter"].endswith("x1-1")
    assert any(number in passage["text"] for passage in result["passages"])


def test_words_are_found_in_every_copy(archive: Any) -> None:
    engine, index, world = archive
    line = "".join(world.letter(3).words[:3])
    with reading(engine) as session:
        assert search(session, index, f'"{line}"').count >= 3


def test_the_chain_of_a_copy_has_the_shape_of_the_first(archive: Any) -> None:
    engine, _, world = archive
    with reading(engine) as session:
        first, copy = (
            chain_of(session, world.letter(place).contract["number"]["canonical"], "family", 10)
            for place in (7, 2 * BASE + 7)
        )
    assert len(first.letters) == len(copy.letters)
    assert [bond["kind"] for bond in first.links] == [bond["kind"] for bond in copy.links]
    assert {letter["id"] for letter in first.letters}.isdisjoint(letter["id"] for letter in copy.letters)


def test_a_new_letter_cites_copies_too(archive: Any) -> None:
    engine, index, world = archive
    letters = [world.letter(place) for place in range(HELD, HELD + 12)]
    with writing(engine) as session:
        ids = store_letters(session, world.seed, letters)
        KnowledgeBase(index.folder).relink(session, ids)
    assert index.catch_up(engine) == len(letters)
    cited = sum(target is not None for letter in letters for target in letter.cited)
    with reading(engine) as session:
        held = select(func.count()).where(references.c.document_id.in_(ids), references.c.state == "held")
        assert session.execute(held).scalar_one() == cited


def test_no_two_serials_become_one() -> None:
    assert (
        len({move_serial(str(serial), 3) for serial in (*range(1, 20_000), *range(30_000, 90_000))}) == 79_999
    )
