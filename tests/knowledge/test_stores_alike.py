"""SQLite and PostgreSQL give the same answers, and a difference is told."""

from __future__ import annotations

import pytest

from ita_docs.bench.kb_stores import compared, measure_stores
from ita_docs.errors import StoreProblem, WrongUse
from ita_docs.settings import Settings


@pytest.mark.slow
def test_every_answer_of_a_world_is_the_same_in_both(postgres: str) -> None:
    found = measure_stores(3, letters=80, settings=Settings(database_url=postgres))
    assert {name: part.get("first") for name, part in found["parts"].items() if part["differ"]} == {}
    assert found["same"]
    assert all(part["answers"] for part in found["parts"].values())
    assert found["times"].keys() == found["parts"].keys() | {"store and link", "index"}


def test_a_difference_is_shown_from_where_it_begins() -> None:
    ours = {"search": {"ก": ["หนึ่ง", "สอง"], "ข": []}, "links": {"a": 1}}
    theirs = {"search": {"ก": ["สอง", "หนึ่ง"], "ค": []}, "links": {"a": 1}}
    found = compared(ours, theirs)
    assert not found["same"]
    assert found["parts"]["links"] == {"answers": 1, "rows": 1, "differ": 0}
    assert found["parts"]["search"]["differ"] == 3
    assert found["parts"]["search"]["first"][0] == {
        "asked": "ก",
        "sqlite": '["หนึ่ง", "สอง"]',
        "postgresql": '["สอง", "หนึ่ง"]',
    }


def test_without_a_postgresql_it_says_what_to_set() -> None:
    with pytest.raises(WrongUse, match="ITA_DOCS_DATABASE_URL"):
        measure_stores(1, letters=1, settings=Settings(database_url=None))


def test_a_postgresql_that_cannot_be_reached_is_named() -> None:
    nowhere = Settings(database_url="postgresql://postgres@/postgres?host=/no/such/folder")
    with pytest.raises(StoreProblem, match="PostgreSQL"):
        measure_stores(1, letters=1, settings=nowhere)
