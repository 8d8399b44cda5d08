"""Running numbers and days written into printed lines: completed where legible, told apart where not."""

from __future__ import annotations

import pytest

from parsers import parse
from parsers.filled_in import with_filled_in
from parsers.page import Line, LineRole, Page, TextOrigin

NUMBER = (0.14, 0.14, 0.30, 0.16)
DAY = (0.52, 0.20, 0.64, 0.212)


def printed(text: str, box: tuple[float, float, float, float], doubts: str = "", sure: float = 0.6) -> Line:
    """A line of print; the last occurrence of `doubts` is read with the confidence `sure`."""
    at = text.rindex(doubts) if doubts else len(text)
    marks = tuple(sure if at <= i < at + len(doubts) else 0.99 for i in range(len(text)))
    return Line(text, box, 0.99, marks)


def pen(text: str, box: tuple[float, float, float, float], confidence: float = 0.99) -> Line:
    return Line(text, box, confidence, (confidence,) * len(text), role=LineRole.STAMP)


def texts(*lines: Line) -> list[tuple[str, str | None]]:
    return [(line.text, line.filled_in) for _, line in with_filled_in(lines)]


def test_coloured_digits_complete_a_number() -> None:
    found = texts(printed("ที่ พท ๐๐๒๓.๔/ว", NUMBER), pen("๘๕๘๒", (0.305, 0.141, 0.34, 0.158)))
    assert found == [("ที่ พท ๐๐๒๓.๔/ว ๘๕๘๒", "๘๕๘๒")]


def test_coloured_digits_complete_a_day_whose_traces_stand_among_the_print() -> None:
    found = texts(pen("๒๙", (0.485, 0.2, 0.515, 0.212)), printed("๒ ธันวาคม ๒๕๖๖", (0.487, 0.2, 0.64, 0.213)))
    assert found == [("๒๙ ธันวาคม ๒๕๖๖", "๒๙")]


def test_what_is_hardly_legible_is_marked_and_no_value() -> None:
    found = texts(printed("ที่ พท ๐๐๒๓.๔/ว", NUMBER), pen("๘๕๘๒", (0.305, 0.141, 0.34, 0.158), 0.7))
    assert found == [("ที่ พท ๐๐๒๓.๔/ว", "๘๕๘๒")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(
            printed("ที่ มท 0809.2/ว 1514", NUMBER, "5"), ("ที่ มท 0809.2/ว", "1514"), id="เลขเขียนด้วยมือ"
        ),
        pytest.param(printed("2 มีนาคม 2551", DAY, "2 "), ("มีนาคม 2551", "2"), id="วันเขียนด้วยมือ"),
        pytest.param(
            printed("ที่ มท 0809.2/ว 1514", NUMBER, "5", 0.93), ("ที่ มท 0809.2/ว 1514", None), id="เลขอ่านได้"
        ),
        pytest.param(
            printed("ที่ มท 0809.2/ว 1514", NUMBER, "0809.2/ว 1514"),
            ("ที่ มท 0809.2/ว 1514", None),
            id="ทั้งบรรทัดอ่านยาก",
        ),
        pytest.param(
            printed("ภายใน 30 มีนาคม 2551", DAY, "30"), ("ภายใน 30 มีนาคม 2551", None), id="วันในประโยค"
        ),
    ],
)
def test_black_pen_is_told_by_its_legibility(line: Line, expected: tuple[str, str | None]) -> None:
    assert texts(line) == [expected]


def test_a_receiving_stamp_is_left_alone() -> None:
    stamp = pen("เลขรับ 1875", (0.747, 0.14, 0.865, 0.155))
    assert texts(printed("ที่ พท ๐๐๒๓.๔/ว ๘๕๘๒", NUMBER), stamp)[1] == ("เลขรับ 1875", None)


def test_a_person_is_asked_for_number_and_day() -> None:
    lines = [
        printed("ที่ พท ๐๐๒๓.๔/ว ๘๕๘๒", NUMBER, "๕๘๒"),
        printed("ศาลากลางจังหวัดพัทลุง", (0.58, 0.14, 0.75, 0.16)),
        printed("๗ มกราคม ๒๕๖๗", DAY, "๗ "),
        printed("เรื่อง ขอเชิญประชุม", (0.12, 0.24, 0.6, 0.26)),
        printed("เรียน นายอำเภอทุกอำเภอ", (0.12, 0.28, 0.6, 0.3)),
        printed("ด้วยจังหวัดพัทลุงจะจัดประชุม จึงเรียนมาเพื่อทราบ", (0.2, 0.34, 0.8, 0.36)),
    ]
    document = parse([Page(1, lines, TextOrigin.OCR, (595, 842))])[0]
    assert document.number is None
    assert document.date is None
    assert [(flag.code, flag.written) for flag in document.flags if flag.field in {"number", "date"}] == [
        ("L029", "พท ๐๐๒๓.๔/ว ๘๕๘๒"),
        ("L030", "๗ มกราคม ๒๕๖๗"),
    ]
    assert document.provenance["/number"].bbox == NUMBER
    assert document.provenance["/date"].bbox == DAY


def sealed(*beside_the_seal: Line) -> list[Line]:
    return [
        printed("ที่ พท ๐๐๒๓.๔/ว ๘๕๘๒", NUMBER),
        printed("ถึง ที่ทำการปกครองอำเภอทุกอำเภอ", (0.14, 0.2, 0.5, 0.22)),
        printed("จังหวัดพัทลุงขอส่งสำเนาหนังสือกรมการปกครองเกี่ยวกับการประเมินคุณธรรม", (0.2, 0.23, 0.86, 0.25)),
        printed("และความโปร่งใสมาเพื่อทราบและถือปฏิบัติต่อไป", (0.12, 0.26, 0.55, 0.28)),
        *beside_the_seal,
        printed("ที่ทำการปกครองจังหวัด", (0.14, 0.6, 0.4, 0.62)),
        printed("โทร. ๐ ๗๔๖๑ ๑๑๑๑", (0.14, 0.63, 0.4, 0.65)),
    ]


def test_a_day_in_a_seal_that_is_not_certain_is_left_to_a_person() -> None:
    day = Line("๒๕ มีนาคม ๒๕๖๗", (0.5, 0.42, 0.7, 0.44), 0.9, (0.9,) * 14)
    document = parse([Page(1, sealed(day), TextOrigin.OCR, (595, 842))])[0]
    assert (document.kind, document.date) == ("stamped_letter", None)
    assert [(flag.code, flag.written) for flag in document.flags if flag.field == "date"] == [
        ("L031", "๒๕ มีนาคม ๒๕๖๗")
    ]


def test_a_day_in_a_seal_that_is_read_with_ease_counts() -> None:
    day = Line("๒๕ มีนาคม ๒๕๖๗", (0.5, 0.42, 0.7, 0.44), 0.99, (0.99,) * 14)
    document = parse([Page(1, sealed(day), TextOrigin.OCR, (595, 842))])[0]
    assert document.date == "2024-03-25"


def test_a_seal_without_a_legible_day_is_shown_whole() -> None:
    document = parse([Page(1, sealed(), TextOrigin.OCR, (595, 842))])[0]
    assert [(flag.code, flag.written) for flag in document.flags if flag.field == "date"] == [("L031", None)]
    assert document.provenance["/date"].bbox == (0.0, 0.28, 1.0, 0.6)
