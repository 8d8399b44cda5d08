"""Ancestors, descendants, families; unseen letters in them; copies; cycles; export."""

from __future__ import annotations

from typing import Any

import pytest

from ita_docs.errors import NotFound
from ita_docs.knowledge.chains import chain_of
from models.session import reading


def letter(serial: int, day: str, *cites: tuple[int, str], subject: str = "การประเมิน ITA") -> dict[str, Any]:
    """A letter of one province that follows others of it."""
    return {
        "number": f"สน 0018.1/ว {serial}",
        "date": day,
        "issuer": "จังหวัดสกลนคร",
        "subject": subject,
        "references": [
            {"number": f"สน 0018.1/ว {cited}", "date": when, "issuer": "จังหวัดสกลนคร"} for cited, when in cites
        ],
    }


@pytest.fixture
def family(shelf: Any) -> Any:
    """9 (not held) <- 10 <- 11 <- 13, 10 <- 12."""
    shelf.file(letter(10, "2024-01-10", (9, "2024-01-02")))
    shelf.file(letter(11, "2024-01-20", (10, "2024-01-10"), subject="ติดตามการประเมิน ITA"))
    shelf.file(letter(12, "2024-01-25", (10, "2024-01-10"), subject="ขยายระยะเวลาการประเมิน ITA"))
    shelf.file(letter(13, "2024-02-20", (11, "2024-01-20")))
    return shelf


def members(chain: dict[str, Any]) -> list[tuple[str, int, str]]:
    """Serial, depth and state of each letter."""
    return [(item["number"].split()[-1], item["depth"], item["state"]) for item in chain["letters"]]


@pytest.mark.parametrize(
    ("direction", "expected"),
    [
        ("ancestors", [("11", 0, "held"), ("10", -1, "held"), ("9", -2, "missing")]),
        ("descendants", [("11", 0, "held"), ("13", 1, "held")]),
        (
            "family",
            [
                ("11", 0, "held"),
                ("10", -1, "held"),
                ("13", 1, "held"),
                ("9", -2, "missing"),
                ("12", 2, "held"),
            ],
        ),
    ],
)
def test_chain(family: Any, direction: Any, expected: list[tuple[str, int, str]]) -> None:
    with reading(family.engine) as session:
        chain = chain_of(session, "สน ๐๐๑๘.๑/ว ๑๑", direction).to_json()
    assert members(chain) == expected


def test_kinds_earliest_latest_and_broken(family: Any) -> None:
    with reading(family.engine) as session:
        chain = chain_of(session, "ว 13").to_json()
    numbers = {item["id"]: item["number"].split()[-1] for item in chain["letters"]}
    bonds = {(numbers[bond["from"]], numbers[bond["to"]], bond["kind"]) for bond in chain["links"]}
    assert bonds == {
        ("10", "9", "follows"),
        ("11", "10", "reminds"),
        ("12", "10", "changes"),
        ("13", "11", "follows"),
    }
    assert [numbers[chain[place]] for place in ("earliest", "latest")] == ["9", "13"]
    assert [numbers[place] for place in chain["broken"]] == ["9"]


def test_a_letter_known_from_citations_has_a_chain_too(family: Any) -> None:
    with reading(family.engine) as session:
        chain = chain_of(session, "สน 0018.1/ว 9", "descendants").to_json()
    assert [serial for serial, _, _ in members(chain)] == ["9", "10", "11", "12", "13"]


def test_cycles_survive(shelf: Any) -> None:
    shelf.file(letter(1, "2024-01-10", (2, "2024-01-11")))
    shelf.file(letter(2, "2024-01-11", (1, "2024-01-10")))
    with reading(shelf.engine) as session:
        chain = chain_of(session, "ว 1").to_json()
    assert len(chain["letters"]) == 2
    assert len(chain["links"]) == 2


def test_copies_are_one_letter(shelf: Any) -> None:
    circular = {
        "number": "มท 0322/ว 1861",
        "date": "2024-01-18",
        "issuer": "กรมการปกครอง",
        "subject": "ปฏิทินการประเมิน ITA",
        "recipients": ["ผู้ว่าราชการจังหวัด"],
        "body": "กรมการปกครองขอส่งปฏิทินการประเมิน",
    }
    cited = [{"number": "มท 0322/ว 1861", "date": "2024-01-18", "where": "enclosure"}]
    for serial in (1, 2, 3):
        relay = {**letter(serial, "2024-01-25"), "references": cited}
        shelf.file(relay, circular, name=f"{serial}.txt")
    with reading(shelf.engine) as session:
        chain = chain_of(session, "มท 0322/ว 1861").to_json()
    assert len(chain["letters"]) == 4
    assert len(chain["letters"][0]["copies"]) == 2
    assert [bond["kind"] for bond in chain["links"]] == ["forwards"] * 3


def test_unknown_letter(shelf: Any) -> None:
    with reading(shelf.engine) as session, pytest.raises(NotFound):
        chain_of(session, "มท 9999/ว 1")


def test_a_family_meets_each_letter_once_and_says_where_it_ends(
    shelf: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = {serial: f"2024-01-{serial:02d}" for serial in range(1, 13)}
    for serial in range(1, 13):
        cites = [(other, days[other]) for other in (serial - 1, serial - 2) if other > 0]
        shelf.file(letter(serial * 100, days[serial], *((other * 100, day) for other, day in cites)))
    with reading(shelf.engine) as session:
        whole = chain_of(session, "ว 600").to_json()
        assert len(whole["letters"]) == 12
        assert not whole["cut"]
        assert {item["depth"] for item in whole["letters"]} == {-3, -2, -1, 0, 1, 2, 3}
        near = chain_of(session, "ว 600", depth=1).to_json()
        assert [item["depth"] for item in near["letters"]] == [0, -1, -1, 1, 1]
        monkeypatch.setattr("ita_docs.knowledge.chain_walk.MOST_LETTERS", 3)
        some = chain_of(session, "ว 600").to_json()
        assert (len(some["letters"]), some["cut"]) == (3, True)
