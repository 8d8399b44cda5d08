"""The order of lines: letterheads, tables, columns, two sheets on one page."""

from __future__ import annotations

from ita_docs.reading.reading_order import in_reading_order
from parsers.page import Line


def line(text: str, x0: float, y: float, x1: float) -> Line:
    return Line(text, (x0, y, x1, y + 0.018))


def texts(lines: list[Line], *, landscape: bool = False) -> list[str]:
    return [found.text for found in in_reading_order(lines[::-1], landscape=landscape)]


def test_a_letterhead_is_read_row_by_row() -> None:
    lines = [
        line("ที่ มท ๐๘๙๑.๔/ว ๖๗๘๙", 0.12, 0.1, 0.33),
        line("ศาลากลางจังหวัด", 0.6, 0.101, 0.8),
        line("ถนนประชานิมิตร", 0.6, 0.125, 0.8),
        line("๒๗ กันยายน ๒๕๖๘", 0.45, 0.16, 0.6),
        line("เรื่อง การประเมิน", 0.12, 0.2, 0.7),
    ]
    assert texts(lines) == [found.text for found in lines]


def test_a_slightly_lower_neighbour_is_still_beside() -> None:
    lines = [line("ซ้าย", 0.1, 0.1, 0.3), line("ขวา", 0.6, 0.094, 0.8)]
    assert texts(lines) == ["ซ้าย", "ขวา"]


def test_a_table_is_read_row_by_row() -> None:
    cells = [
        line(f"{row}{column}", 0.1 + 0.2 * column, 0.1 + 0.03 * row, 0.16 + 0.2 * column)
        for row in range(12)
        for column in range(4)
    ]
    assert texts(cells) == [cell.text for cell in cells]


def column(name: str, x0: float, x1: float, count: int = 20) -> list[Line]:
    return [line(f"{name}{row}", x0, 0.15 + 0.03 * row, x1) for row in range(count)]


def test_two_columns_are_read_one_after_the_other_under_their_title() -> None:
    title, foot = line("ข่าว", 0.2, 0.05, 0.8), line("ท้าย", 0.2, 0.95, 0.8)
    left, right = column("ก", 0.08, 0.47), column("ข", 0.53, 0.92)
    ordered = [title, *left, *right, foot]
    assert texts(ordered) == [found.text for found in ordered]


def test_two_sheets_on_a_landscape_page() -> None:
    left = [*column("ก", 0.05, 0.44), line("ลงชื่อ", 0.2, 0.8, 0.3)]
    right = [*column("ข", 0.56, 0.95), line("ลงชื่อ ๒", 0.7, 0.8, 0.8)]
    assert texts([*left, *right], landscape=True) == [found.text for found in [*left, *right]]


def test_short_lines_at_both_margins_are_no_columns() -> None:
    left = [line(f"ป้าย{row}", 0.1, 0.1 + 0.05 * row, 0.2) for row in range(10)]
    right = [line(f"ค่า{row}", 0.6, 0.1 + 0.05 * row, 0.62 + 0.03 * (row % 4)) for row in range(10)]
    ordered = [found for pair in zip(left, right, strict=True) for found in pair]
    assert texts(ordered) == [found.text for found in ordered]
