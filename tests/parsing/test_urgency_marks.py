"""Urgency marks as broken print leaves them."""

from __future__ import annotations

import pytest

from parsers import parse
from parsers.page import Line, Page


@pytest.mark.parametrize(
    ("mark", "urgency"),
    [
        pytest.param("ด่วนที่สุด", "most_urgent", id="ชัด"),
        pytest.param("(ควนมาก", "very_urgent", id="ด เป็น ค และวรรณยุกต์หาย"),
        pytest.param("ต่วนที่สุด", "most_urgent", id="ด เป็น ต"),
        pytest.param("ส่วนมาก", None, id="คำอื่น"),
    ],
)
def test_a_mark_alone_above_the_number(mark: str, urgency: str | None) -> None:
    head = [mark, "ที่ มท ๐๘๙๑.๔/ว ๖๗๘๙", "สำนักงานจังหวัดน่าน", "๓ มีนาคม ๒๕๖๘", "เรื่อง การทดสอบ"]
    body = ["เรียน นายอำเภอ ทุกอำเภอ", "ด้วยจังหวัดจะจัดการประชุม จึงเรียนมาเพื่อทราบ", "ขอแสดงความนับถือ"]
    documents = parse([Page(1, [Line(text) for text in head + body])])
    assert documents[0].to_json()["urgency"] == urgency
