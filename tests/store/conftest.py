"""Invented letters for the store's tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlmodel import Session

from models import SourceFile
from models.keys import file_id
from parsers.contract import (
    Attachment,
    Contact,
    Deadline,
    Document,
    Evidence,
    Flag,
    Issuer,
    Meeting,
    Number,
    Receipt,
    Recipient,
    Reference,
    Signatory,
)
from parsers.page import Line, LineRole, Page, TextOrigin


@pytest.fixture
def pages() -> list[Page]:
    lines = [
        Line(
            "ที่ กง ๐๐๑๗.๒/ว ๑๒๓", (0.1, 0.1, 0.4, 0.12), 0.93, (0.9, 0.8), (None, ("๓", 0.2)), (0.1, 0.2, 0.3)
        ),
        Line("รับที่ ๔๕", (0.7, 0.02, 0.9, 0.05), 0.61, role=LineRole.STAMP),
    ]
    return [Page(1, lines, TextOrigin.OCR, (595.0, 842.0), 90), Page(2, [Line("กำหนดการ")])]


@pytest.fixture
def letter() -> Document:
    number = Number("กง 0017.2/ว 123", "กง", "0017.2", None, True, "123")
    cited = Number("กง 0017.2/ว 77", "กง", "0017.2", None, True, "77", ["กง 0017.2/ว 11"])
    return Document(
        kind="external_letter",
        number=number,
        date="2025-02-03",
        issuer=Issuer("จังหวัดตัวอย่าง", "ศาลากลางจังหวัดตัวอย่าง", None, "ตัวอย่าง"),
        subject="การประเมินคุณธรรมและความโปร่งใส",
        urgency="urgent",
        recipients=[Recipient("นายอำเภอ", "ทุกอำเภอ", ["อำเภอสมมติ"])],
        copies_to=[Recipient("ท้องถิ่นจังหวัด")],
        references=[Reference("header", "letter", "กรมสมมติ", None, cited, "2025-01-10", "เรื่องเดิม")],
        attachments=[Attachment(1, "แบบรายงาน", 1, "ชุด")],
        meetings=[Meeting("2025-02-20", None, "09:30", "12:00", "ประชุมชี้แจง", "ห้องประชุม 1")],
        deadlines=[
            Deadline("2025-03-31", "๒", "อำเภอ", "รายงานผล", "ภายในวันที่ ๓๑ มีนาคม ๒๕๖๘"),
            Deadline(rule={"rrule": "FREQ=MONTHLY;BYMONTHDAY=5"}, action="รายงานทุกเดือน"),
        ],
        signatory=Signatory("นายสมมติ ตัวอย่าง", "ปลัดจังหวัด"),
        owner=["ที่ทำการปกครองจังหวัด", "กลุ่มงานปกครอง"],
        contacts=[Contact("phone", "020000000")],
        fiscal_years=[2568],
        topics=["ITA"],
        receipts=[Receipt("อำเภอสมมติ", "45", "2025-02-05", "10:30")],
        body="ตามหนังสือที่อ้างถึง",
        flags=[Flag("date", "weekday", "วันจันทร์", None, "ไม่ตรงกับปฏิทิน")],
        provenance={
            "/number": Evidence(1, (0.1, 0.1, 0.4, 0.12), "กง ๐๐๑๗.๒/ว ๑๒๓", 0.93, 1),
            "/deadlines/0/due": Evidence(1, (0.2, 0.5, 0.5, 0.52), "๓๑ มีนาคม ๒๕๖๘", 0.7, 9),
        },
    )


@pytest.fixture
def schedule() -> Document:
    return Document(kind="attachment", attachment_kind="schedule", title="กำหนดการ", pages=(2, 2))


@pytest.fixture
def new_file() -> Callable[..., SourceFile]:
    def make(session: Session, mark: str = "a") -> SourceFile:
        sha256 = mark * 64
        file = SourceFile(public_id=file_id(sha256), sha256=sha256, name="หนังสือ.pdf", size=10)
        session.add(file)
        session.flush()
        return file

    return make
