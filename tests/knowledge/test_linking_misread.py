"""What a citation means where number or day were misread: only what other signs leave no doubt of."""

from __future__ import annotations

from typing import Any

import pytest

from tests.knowledge.linked import CIRCULAR, RELAY, states


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


def test_a_number_that_others_cite_too_was_not_misread(shelf: Any) -> None:
    shelf.file(CIRCULAR)
    for serial in (127, 128):
        cited = {**RELAY["references"][0], "number": "มท 0322/ว 1851", "issuer": "กรมการปกครอง"}
        letter = {**RELAY, "number": f"สน 0018.1/ว {serial}", "references": [cited]}
        shelf.file({**letter, "subject": "เรื่องอื่น"}, name=f"{serial}.txt")
    assert states(shelf.engine) == [("missing", None), ("missing", None)]


def test_last_years_announcement_is_not_this_years(shelf: Any) -> None:
    notice = {"kind": "announcement", "date": "2023-10-31", "issuer": "สำนักงบประมาณ"}
    matter = "หลักเกณฑ์และวิธีการจัดทำแผนการปฏิบัติงานและแผนการใช้จ่ายงบประมาณ ประจำปีงบประมาณ พ.ศ."
    shelf.file({**notice, "subject": f"{matter} 2567"})
    cited = {**notice, "date": "2024-10-31", "subject": f"{matter} 2568", "where": "body"}
    shelf.file({**RELAY, "date": "2024-11-20", "references": [cited]})
    assert states(shelf.engine)[0][0] == "missing"


def file_citing(shelf: Any, held: dict[str, Any], cited: dict[str, Any], **citing: Any) -> str:
    """File one letter and one that cites; gives the citation's state."""
    shelf.file(held)
    shelf.file({**RELAY, **citing, "references": [cited]})
    return states(shelf.engine)[0][0]


ISSUER = CIRCULAR["issuer"]
NUMBER = CIRCULAR["number"]


@pytest.mark.parametrize(
    ("written", "citing", "state"),
    [
        ("2023-01-18", "2023-01-23", "missing"),
        ("2025-01-18", "2025-02-03", "missing"),
        ("2025-01-18", "2024-01-23", "held"),
        ("2014-01-18", "2024-01-23", "held"),
        ("2024-03-05", "2024-03-20", "held"),
        ("2022-10-11", "2022-10-20", "missing"),
    ],
    ids=[
        "ปีก่อนซึ่งเขียนถูก",
        "ปีถัดไปซึ่งเขียนถูก",
        "วันที่ยังมาไม่ถึง",
        "ปีที่นานเกินจะอ้าง",
        "เลขเดียวกันในปีเดียวกัน",
        "ทั้งวันและปีเป็นอีกวัน",
    ],
)
def test_a_number_begins_again_each_year(shelf: Any, written: str, citing: str, state: str) -> None:
    cited = {"number": NUMBER, "date": written, "issuer": ISSUER}
    assert file_citing(shelf, CIRCULAR, cited, date=citing, subject="เรื่องอื่น") == state


@pytest.mark.parametrize(
    ("written", "state"),
    [("2024-10-18", "missing"), ("2025-10-18", "held"), ("2023-10-18", "held")],
    ids=["ประกาศของปีนี้", "ปีที่ยังมาไม่ถึง", "ตรงทุกคำ"],
)
def test_a_notice_comes_back_each_year(shelf: Any, written: str, state: str) -> None:
    notice = {
        "kind": "announcement",
        "date": "2023-10-18",
        "issuer": "กรมบัญชีกลาง",
        "subject": "หลักเกณฑ์การประเมินผลการปฏิบัติงานของคู่สัญญา",
    }
    cited = {**notice, "date": written, "where": "body"}
    subject = "แจ้งหลักเกณฑ์การประเมินผลการปฏิบัติงานของคู่สัญญา"
    assert file_citing(shelf, notice, cited, date="2024-10-28", subject=subject) == state


@pytest.mark.parametrize(
    ("subject", "state"),
    [("", "missing"), ("ประชาสัมพันธ์การรับสมัครสอบ", "missing"), (CIRCULAR["subject"], "held")],
    ids=["ไม่บอกเรื่อง", "เรื่องอื่น", "เรื่องเดียวกัน"],
)
def test_two_misread_digits_need_the_matter(shelf: Any, subject: str, state: str) -> None:
    cited = {"number": "มท 0322/ว 1259", "date": CIRCULAR["date"], "issuer": ISSUER}
    held = {**CIRCULAR, "number": "มท 0322/ว 1241"}
    assert file_citing(shelf, held, cited, subject=subject) == state


@pytest.mark.parametrize(
    ("held", "cited"),
    [
        ({"number": "สน 0018.1/68"}, {"kind": "order", "number": "68/2567"}),
        ({"kind": "order", "number": "68/2567"}, {"number": "สน 0018.1/68"}),
    ],
    ids=["คำสั่งไม่ใช่หนังสือ", "หนังสือไม่ใช่คำสั่ง"],
)
def test_orders_and_letters_are_counted_apart(
    shelf: Any, held: dict[str, Any], cited: dict[str, Any]
) -> None:
    named = {"date": "2024-01-18", "issuer": "จังหวัดสกลนคร"}
    letter = {**named, "subject": "แต่งตั้งคณะทำงาน", **held}
    assert file_citing(shelf, letter, {**named, **cited, "where": "body"}) == "missing"


@pytest.mark.parametrize(
    ("origin", "subject", "state"),
    [
        ("ocr", "", "held"),
        ("plain", "", "missing"),
        ("plain", "แบบ" + CIRCULAR["subject"], "held"),
    ],
    ids=["หน้าที่สแกน", "หน้าที่พิมพ์", "หน้าที่พิมพ์และเรื่องเดียวกัน"],
)
def test_a_typed_digit_is_as_written(shelf: Any, origin: str, subject: str, state: str) -> None:
    cited = {"number": "มท 0322/ว 1821", "date": CIRCULAR["date"], "issuer": ISSUER}
    assert file_citing(shelf, CIRCULAR, cited, origin=origin, subject=subject) == state


def test_a_misread_serial_of_another_unit_is_another_letter(shelf: Any) -> None:
    cited = {"number": "มท 0310.1/ว 1821", "date": CIRCULAR["date"], "issuer": ISSUER}
    assert file_citing(shelf, CIRCULAR, cited, origin="ocr", subject=CIRCULAR["subject"]) == "missing"
