"""Lines with boxes: pieces joined, specks dropped, indents and margins put to use."""

from __future__ import annotations

from parsers import Line, Page, parse
from parsers.page import LineRole, TextOrigin
from parsers.rows import whole_lines


def box(x0: float, y0: float, text: str, width: float = 0.01) -> tuple[float, float, float, float]:
    return (x0, y0, min(x0 + width * len(text), 1.0), y0 + 0.018)


def test_pieces_of_a_line_are_joined_and_columns_stay_apart() -> None:
    lines = [
        Line("ที่ มท ๐๓๒๒/ว ๙๑", (0.14, 0.1, 0.33, 0.12)),
        Line("กรมการปกครอง", (0.7, 0.1, 0.9, 0.12)),
        Line("๕", (0.49, 0.2, 0.5, 0.22)),
        Line("มิถุนายน ๒๕๖๘", (0.53, 0.2, 0.7, 0.22)),
    ]
    assert [(no, line.text) for no, line in whole_lines(lines)] == [
        (1, "ที่ มท ๐๓๒๒/ว ๙๑"),
        (2, "กรมการปกครอง"),
        (3, "๕ มิถุนายน ๒๕๖๘"),
    ]


def test_specks_are_dropped_but_a_lone_day_is_not() -> None:
    lines = [
        Line("a ae", (0.4, 0.1, 0.42, 0.11), 0.41),
        Line(">", (0.6, 0.2, 0.61, 0.21), 0.96),
        Line("7", (0.6, 0.4, 0.61, 0.41), 0.5),
    ]
    assert [line.text for _, line in whole_lines(lines)] == ["7"]


def page(rows: list[tuple[float, str]], roles: dict[int, LineRole] | None = None) -> Page:
    lines = [
        Line(text, box(x0, 0.05 + 0.03 * index, text), role=(roles or {}).get(index, LineRole.PRINT))
        for index, (x0, text) in enumerate(rows)
    ]
    return Page(1, lines, TextOrigin.OCR, (595, 842))


ROWS = [
    (0.14, "ที่ มท ๐๓๒๒/ว ๙๑"),
    (0.6, "กรมการปกครอง"),
    (0.6, "ถนนอัษฎางค์ กทม. ๑๐๒๐๐"),
    (0.45, "๕ มิถุนายน ๒๕๖๘"),
    (0.14, "เรื่อง การสำรวจข้อมูลอาคารของทางราชการ"),
    (0.14, "เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด"),
    (0.14, "สิ่งที่ส่งมาด้วย แบบสำรวจข้อมูลอาคารของทางราชการ"),
    (0.28, "และคำอธิบายประกอบแบบสำรวจ"),
    (0.25, "กรมการปกครองขอเรียนว่า จะสำรวจข้อมูลอาคารของทางราชการทั่วประเทศ"),
    (0.14, "จึงขอให้จังหวัดส่งข้อมูลตามแบบสำรวจ ภายในวันที่ ๓๐ มิถุนายน ๒๕๖๘"),
    (0.25, "จึงเรียนมาเพื่อโปรดพิจารณา"),
    (0.45, "ขอแสดงความนับถือ"),
    (0.45, "(นายเชิดชัย แซ่ตั้ง)"),
    (0.45, "อธิบดีกรมการปกครอง"),
]


def test_the_body_begins_where_the_indents_say() -> None:
    (letter,) = parse([page(ROWS)])
    assert letter.attachments[0].title == "แบบสำรวจข้อมูลอาคารของทางราชการและคำอธิบายประกอบแบบสำรวจ"
    assert letter.body.startswith("กรมการปกครองขอเรียนว่า")
    assert letter.deadlines[0].due == "2025-06-30"


def test_values_carry_their_boxes() -> None:
    (letter,) = parse([page(ROWS)])
    evidence = letter.provenance["/date"]
    assert evidence.bbox is not None
    assert evidence.bbox[0] == 0.45
    assert evidence.line == 4


def test_a_recipient_whose_label_was_lost() -> None:
    rows = [(x, text.replace("เรียน", "ewn")) for x, text in ROWS]
    (letter,) = parse([page(rows)])
    assert [(one.name, one.scope) for one in letter.recipients] == [("ผู้ว่าราชการจังหวัด", "ทุกจังหวัด")]


def test_marks_lost_above_and_below_the_line() -> None:
    rows = [(x, text.translate({ord(mark): None for mark in "ิีึื่้๊๋็"})) for x, text in ROWS]
    (letter,) = parse([page(rows)])
    assert letter.kind == "external_letter"
    assert letter.signatory is not None
    assert letter.recipients[0].scope is not None


def test_stamps_are_not_the_letterhead() -> None:
    rows = [(0.7, "สำนักงานจังหวัดตาก"), *ROWS]
    (letter,) = parse([page(rows, {0: LineRole.STAMP})])
    assert letter.issuer.name == "กรมการปกครอง"


def test_the_post_signed_for_is_read_from_the_row_of_the_owner() -> None:
    rows = [
        *ROWS[:-1],
        (0.4, "เลขานุการกรม ปฏิบัติราชการแทน"),
        (0.14, "สำนักกฎหมาย อธิบดีกรมการปกครอง"),
        (0.14, "โทร. ๐ ๒๐๔๑ ๙๐๐๑"),
    ]
    (letter,) = parse([page(rows)])
    assert letter.signatory is not None
    assert letter.signatory.acting_for == "อธิบดีกรมการปกครอง"
    assert letter.owner == ["สำนักกฎหมาย"]
