"""What of a parse a person is asked to confirm."""

import pytest

from ita_docs.pipeline.review import find_doubts

WHOLE = {
    "number": {"canonical": "มท 0018.1/ว 991"},
    "date": "2023-06-20",
    "subject": "การประเมิน",
    "issuer": {"name": "จังหวัดตาก"},
}


@pytest.mark.parametrize(
    ("kind", "absent", "asked"),
    [
        ("external_letter", "subject", ["subject"]),
        ("memo", "date", ["date"]),
        ("stamped_letter", "subject", []),
        ("stamped_letter", "number", ["number"]),
        ("announcement", "number", []),
        ("order", "number", ["number"]),
        ("attachment", "date", []),
    ],
)
def test_only_what_this_kind_of_letter_has_is_missed(kind: str, absent: str, asked: list[str]) -> None:
    doubts = find_doubts({**WHOLE, "kind": kind, absent: None})
    assert [doubt.field for doubt in doubts] == asked
    assert all(doubt.missing for doubt in doubts)


def test_an_unsure_reading_is_one_doubt_an_item_and_a_flag_speaks_first() -> None:
    places = {"/references/0/date": 0.4, "/references/0/number": 0.5, "/date": 0.3, "/subject": 0.99}
    flag = {"field": "date", "code": "L001"}
    contract = {**WHOLE, "kind": "memo", "flags": [flag]}
    doubts = find_doubts(
        {**contract, "provenance": {at: {"confidence": sure} for at, sure in places.items()}}
    )
    assert [(doubt.field, doubt.flag) for doubt in doubts] == [("date", flag), ("references/0", None)]
