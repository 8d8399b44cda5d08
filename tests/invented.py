"""Invented letters in a real store: a small true chain with doubts, duties, a duplicate and hostile text.

Loaded by the tests of the API and of the desk. Offices are real, people, numbers and events are invented.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import time
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from ita_docs.archive import Archive
from ita_docs.knowledge.base import KnowledgeBase
from ita_docs.pipeline.store import store_parse
from ita_docs.settings import Settings
from models import Arrival, ArrivalState, Job, JobState, SourceFile, Via
from models.columns import BANGKOK, utc_now
from models.keys import file_id
from models.session import writing
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
    Online,
    Receipt,
    Recipient,
    Reference,
    Signatory,
)
from parsers.page import Line, Page, TextOrigin

HOSTILE = '<script>window.hurt=1</script>"><img src=x onerror="window.hurt=1">\u202eกลับ'


def number(canonical: str) -> Number:
    """`มท 0811.4/ว 2210` in its parts."""
    head, _, tail = canonical.partition("/")
    agency, _, unit = head.rpartition(" ")
    circular = tail.startswith("ว")
    return Number(canonical, agency or None, unit, None, circular, tail.removeprefix("ว").strip())


def circular() -> Document:
    """A department's circular with two duties and a meeting, two doubts."""
    return Document(
        kind="external_letter",
        pages=(1, 2),
        urgency="most_urgent",
        number=number("มท 0811.4/ว 2210"),
        date="2025-01-17",
        issuer=Issuer(
            "กรมส่งเสริมการปกครองท้องถิ่น", "กรมส่งเสริมการปกครองท้องถิ่น", "ถนนนครราชสีมา กทม. 10300", None
        ),
        subject="การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) ประจำปีงบประมาณ พ.ศ. 2568",
        recipients=[Recipient("ผู้ว่าราชการจังหวัด", "ทุกจังหวัด", ["กรุงเทพมหานคร"])],
        references=[
            Reference(
                "header", "letter", "สำนักงาน ป.ป.ช.", "urgent", number("ปช 0008/ว 0041"), "2024-12-23"
            )
        ],
        attachments=[
            Attachment(1, "ปฏิทินการประเมิน", 1, "ฉบับ"),
            Attachment(2, "แบบรายงานผู้ประสานงาน", 1, "ชุด"),
        ],
        meetings=[
            Meeting(
                "2025-01-28", None, "13:30", "16:30", "ประชุมชี้แจงการประเมิน ITA", None,
                Online("Zoom", "91234567890", "2568", None), ["ชี้แจงปฏิทิน", "ตอบข้อซักถาม"],
            )
        ],
        deadlines=[
            Deadline("2025-01-31", "1", "จังหวัด", "แจ้งรายชื่อผู้ประสานงานตามแบบที่ส่งมาด้วย 2",
                     "แจ้งรายชื่อผู้ประสานงาน ภายในวันที่ ๓๑ มกราคม ๒๕๖๘", None, "QR code", [2]),
            Deadline("2025-03-31", "2", "องค์กรปกครองส่วนท้องถิ่น", "ตอบแบบวัด OIT ในระบบ ITAS",
                     "ตอบแบบวัด OIT ในระบบ ITAS ให้แล้วเสร็จภายในวันที่ ๓๑ มีนาคม ๒๕๖๘"),
        ],
        signatory=Signatory("นายสมมุติ ตัวอย่างดี", "รองอธิบดี", "ปฏิบัติราชการแทน", "อธิบดีกรมส่งเสริมการปกครองท้องถิ่น"),
        owner=["กองพัฒนาและส่งเสริมการบริหารงานท้องถิ่น", "กลุ่มงานธรรมาภิบาล"],
        contacts=[Contact("phone", "021234567", "12", None), Contact("email", "saraban@example.go.th")],
        fiscal_years=[2568],
        topics=["ITA"],
        receipts=[Receipt("จังหวัดลำปาง", "1042", "2025-01-20", "10:15")],
        body="ด้วยสำนักงาน ป.ป.ช. ได้กำหนดการประเมิน ITA ขอให้จังหวัดแจ้งรายชื่อผู้ประสานงาน ภายในวันที่ ๓๑ มกราคม ๒๕๖๘",
        flags=[
            Flag("date", "L012", "วันพุธที่ ๑๗ มกราคม ๒๕๖๘", None,
                 "เขียนว่าวันพุธ แต่ 17 มกราคม 2568 เป็นวันศุกร์", ["ปฏิทิน"]),
        ],
        provenance={
            "/number": Evidence(1, (0.12, 0.11, 0.42, 0.135), "ที่ มท ๐๘๑๑.๔/ว ๒๒๑๐", 0.97, 1),
            "/date": Evidence(1, (0.45, 0.16, 0.72, 0.185), "๑๗ มกราคม ๒๕๖๘", 0.93, 3),
            "/subject": Evidence(1, (0.12, 0.2, 0.88, 0.225), "เรื่อง การประเมินคุณธรรมและความโปร่งใส", 0.96, 4),
            "/issuer/name": Evidence(1, (0.55, 0.11, 0.9, 0.135), "กรมส่งเสริมการปกครองท้องถิ่น", 0.98, 2),
            "/recipients/0": Evidence(1, (0.12, 0.235, 0.5, 0.26), "เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด", 0.99, 5),
            "/references/0": Evidence(1, (0.12, 0.27, 0.85, 0.295), "อ้างถึง ที่ ปช ๐๐๐๘/ว ๐๐๔๑", 0.71, 6),
            "/deadlines/0": Evidence(1, (0.12, 0.5, 0.85, 0.525), "ภายในวันที่ ๓๑ มกราคม ๒๕๖๘", 0.95, 7),
            "/deadlines/1": Evidence(2, (0.12, 0.2, 0.85, 0.225), "ภายในวันที่ ๓๑ มีนาคม ๒๕๖๘", 0.94, 1),
            "/meetings/0": Evidence(1, (0.12, 0.55, 0.85, 0.575), "ประชุมชี้แจง วันที่ ๒๘ มกราคม ๒๕๖๘", 0.95, 8),
            "/signatory/name": Evidence(2, (0.45, 0.6, 0.7, 0.625), "(นายสมมุติ ตัวอย่างดี)", 0.9, 2),
        },
    )  # fmt: skip


def covering(serial: int, province: str = "ลำปาง", code: str = "ลป") -> Document:
    """A province's letter that sends the circular on to its districts, told as a duty of its own."""
    return Document(
        kind="external_letter",
        urgency="very_urgent",
        number=number(f"{code} 0023.3/ว {serial}"),
        date="2025-01-22",
        issuer=Issuer(f"จังหวัด{province}", f"ศาลากลางจังหวัด{province}", None, f"จังหวัด{province}"),
        subject="การประเมินคุณธรรมและความโปร่งใส (ITA) ประจำปีงบประมาณ พ.ศ. 2568",
        recipients=[Recipient("นายอำเภอ", "ทุกอำเภอ")],
        references=[
            Reference(
                "header",
                "letter",
                "กรมส่งเสริมการปกครองท้องถิ่น",
                "most_urgent",
                number("มท 0811.4/ว 2210"),
                "2025-01-17",
            )
        ],
        deadlines=[
            Deadline("2025-01-29", "1", "อำเภอ", "แจ้งรายชื่อผู้ประสานงานไปยังจังหวัด",
                     "แจ้งรายชื่อผู้ประสานงาน ภายในวันที่ ๒๙ มกราคม ๒๕๖๘")
        ],
        signatory=Signatory("นางสาวสมหญิง แบบอย่าง", "ท้องถิ่นจังหวัด", "ปฏิบัติราชการแทน",
                            f"ผู้ว่าราชการจังหวัด{province}"),
        fiscal_years=[2568],
        topics=["ITA"],
        body="ขอให้อำเภอแจ้งรายชื่อผู้ประสานงาน ภายในวันที่ ๒๙ มกราคม ๒๕๖๘",
        flags=[
            Flag("issuer/name", "L020", "จังหวัดลำพูน", f"จังหวัด{province}",
                 f"เขียนว่าจังหวัดลำพูน แต่รหัส {code} รหัสไปรษณีย์ และโทรศัพท์เป็น{province}", ["รหัสหนังสือ", "รหัสไปรษณีย์"]),
        ],
        provenance={
            "/number": Evidence(1, (0.12, 0.11, 0.42, 0.135), "ที่ ลป ๐๐๒๓.๓/ว", 0.97, 1),
            "/date": Evidence(1, (0.45, 0.16, 0.72, 0.185), "๒๒ มกราคม ๒๕๖๘", 0.62, 3),
            "/issuer/name": Evidence(1, (0.55, 0.11, 0.9, 0.135), "จังหวัดลำพูน", 0.9, 2),
            "/references/0": Evidence(1, (0.12, 0.27, 0.85, 0.295), "อ้างถึง ที่ มท ๐๘๑๑.๔/ว ๒๒๑๐", 0.95, 4),
            "/deadlines/0": Evidence(1, (0.12, 0.5, 0.85, 0.525), "ภายในวันที่ ๒๙ มกราคม ๒๕๖๘", 0.95, 5),
        },
    )  # fmt: skip


def hostile() -> Document:
    """A letter whose every text tries to be markup or to turn the line round."""
    return Document(
        kind="memo",
        number=number("ปช 0008/ว 9999"),
        date="2025-02-03",
        issuer=Issuer(HOSTILE, HOSTILE, HOSTILE, None),
        subject=f"เรื่อง {HOSTILE}",
        recipients=[Recipient(HOSTILE, HOSTILE)],
        references=[Reference("body", "letter", HOSTILE, None, None, None, HOSTILE)],
        attachments=[Attachment(1, HOSTILE)],
        meetings=[Meeting("2025-02-10", None, "09:00", None, HOSTILE, HOSTILE, None, [HOSTILE])],
        deadlines=[Deadline("2025-02-14", "1", HOSTILE, HOSTILE, HOSTILE, None, HOSTILE)],
        signatory=Signatory(HOSTILE, HOSTILE),
        owner=[HOSTILE],
        contacts=[Contact("url", "javascript:window.hurt=1", None, HOSTILE)],
        topics=["ITA"],
        fiscal_years=[2568],
        body=HOSTILE,
        flags=[Flag("subject", "L099", HOSTILE, HOSTILE, HOSTILE, [HOSTILE])],
        provenance={"/subject": Evidence(1, (0.1, 0.2, 0.9, 0.225), HOSTILE, 0.4, 1)},
    )


def picture(pages: list[Page], name: str) -> bytes:
    """A PDF with a grey bar where each line stands (the desk does not read it)."""
    from PIL import Image, ImageDraw

    images = []
    for page in pages:
        image = Image.new("L", (1240, 1754), 255)
        draw = ImageDraw.Draw(image)
        draw.text((60, 60), hashlib.sha256(name.encode()).hexdigest(), fill=200)  # each file its own bytes
        for line in page.lines:
            x0, y0, x1, y1 = line.bbox or (0.1, 0.9, 0.2, 0.92)
            draw.rectangle((1240 * x0 + 6, 1754 * y0 + 8, 1240 * x1 - 6, 1754 * y1 - 8), fill=90)
        images.append(image)
    out = io.BytesIO()
    made = time.gmtime(0)  # the same bytes, and so the same ids, at every run
    images[0].save(out, "PDF", save_all=True, append_images=images[1:], creationDate=made, modDate=made)
    return out.getvalue()


def put(
    engine: Engine,
    settings: Settings,
    name: str,
    documents: list[Document],
    *,
    arrivals: int = 1,
    state: JobState = JobState.DONE,
    error: dict[str, Any] | None = None,
    arrived: dt.datetime | None = None,
) -> str:
    """File documents as the pipeline would; returns the file's public id."""
    pages = max((document.pages[1] for document in documents), default=1)
    read = _pages(documents, pages)
    data = picture(read, name)
    sha = hashlib.sha256(data).hexdigest()
    with writing(engine) as session:
        source = SourceFile(
            public_id=file_id(sha), sha256=sha, name=name, size=len(data), media_type="application/pdf",
            pages=pages, text_origin="ocr", read_at=utc_now(),
        )  # fmt: skip
        session.add(source)
        session.flush()
        assert source.id is not None
        for _ in range(arrivals):
            session.add(_arrival(session, source.id, name, state, arrived))
        failed = state in (JobState.DONE, JobState.FAILED)
        session.add(
            Job(source_file_id=source.id, state=state, stage="reading", page_done=min(2, pages),
                page_total=pages, error=error, ended_at=utc_now() if failed else None)
        )  # fmt: skip
        if documents:
            rows = store_parse(session, source, read, documents)
            KnowledgeBase(settings.index).relink(session, [row.id for row in rows if row.id])
        identity = source.public_id
    keep_original(settings, sha, data)
    return identity


def keep_original(settings: Settings, sha: str, data: bytes) -> Path:
    """Lay the bytes into the archive where the server looks for them."""
    path = Archive(settings.archive).path_of(sha)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def _arrival(session: Any, source: int, name: str, state: JobState, arrived: dt.datetime | None) -> Arrival:
    from sqlalchemy import func, select

    at = arrived or utc_now()
    year = at.astimezone(BANGKOK).year + 543
    last = session.execute(select(func.max(Arrival.receiving_number)).where(Arrival.year == year)).scalar()
    states = {JobState.DONE: ArrivalState.DONE, JobState.FAILED: ArrivalState.FAILED}
    return Arrival(
        source_file_id=source, arrived_at=at, year=year, receiving_number=(last or 0) + 1, via=Via.INBOX,
        name=name, state=states.get(state, ArrivalState.RECEIVED),
    )  # fmt: skip


def _pages(documents: list[Document], count: int) -> list[Page]:
    by_page: dict[int, list[Line]] = {number: [] for number in range(1, count + 1)}
    for document in documents:
        for evidence in sorted(document.provenance.values(), key=lambda place: place.line or 99):
            by_page[evidence.page].append(Line(evidence.text, evidence.bbox, evidence.confidence))
        by_page[document.pages[1]].append(Line(document.body, (0.12, 0.7, 0.85, 0.725), 0.9))
    return [Page(number, lines, TextOrigin.OCR, (595, 842)) for number, lines in by_page.items()]


def fill(engine: Engine, settings: Settings) -> dict[str, str]:
    """The whole little world; file ids by their part in it."""
    return {
        "circular": put(engine, settings, "กรม ว2210.pdf", [circular()], arrivals=2),
        "covering": put(engine, settings, "ลำปาง ว118.pdf", [covering(118)]),
        "hostile": put(engine, settings, "<b>แปลก</b>\u202e.pdf", [hostile()]),
        "reading": put(engine, settings, "กำลังอ่าน.pdf", [], state=JobState.CLAIMED),
        "failed": put(
            engine, settings, "เสีย.pdf", [], state=JobState.FAILED,
            error={"code": "truncated", "th": "เสีย.pdf: ไฟล์ไม่ครบ", "en": "เสีย.pdf: the file is cut off"},
        ),
    }  # fmt: skip
