"""Bad files, read by the real readers: each ends in failed/ with a clear reason, none stops the others."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from ita_docs.inbox.opening import open_intake
from ita_docs.inbox.outcome import outcomes
from ita_docs.inbox.watch import work_until_empty
from ita_docs.pipeline.knowledge import NoKnowledge
from ita_docs.settings import Settings

pytestmark = pytest.mark.slow

GOOD_PDF = Path(__file__).parents[1] / "reading" / "pdfs" / "chromium.pdf"


def _pdf(path: Path, pages: int = 1, size: tuple[float, float] = (595, 842)) -> None:
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page(page_size=size)
        pdf.save(path)


def _encrypted(path: Path) -> None:
    with pikepdf.open(GOOD_PDF) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(owner="a", user="b"))


def _huge_png(path: Path) -> None:
    """A picture whose head promises 60,000 by 60,000 pixels."""
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
    body = b"".join(_chunk(kind, data) for kind, data in chunks)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + body)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


BAD: dict[str, tuple[str, Callable[[Path], object]]] = {
    "ว่าง.pdf": ("empty", lambda path: path.touch()),
    "ไม่ครบ.pdf": ("truncated", lambda path: path.write_bytes(GOOD_PDF.read_bytes()[:5000])),
    "ไม่มีหัว.pdf": ("not-what-it-says", lambda path: path.write_bytes(GOOD_PDF.read_bytes()[2000:9000])),
    "มีรหัส.pdf": ("encrypted", _encrypted),
    "ไม่มีหน้า.pdf": ("no-pages", lambda path: _pdf(path, 0)),
    "หมื่นหน้า.pdf": ("too-many-pages", lambda path: _pdf(path, 10_000)),
    "หน้าใหญ่.pdf": ("page-too-large", lambda path: _pdf(path, 1, (14_400, 14_400))),
    "ภาพใหญ่.png": ("page-too-large", _huge_png),
    "ข้อความ.pdf": ("not-what-it-says", lambda path: path.write_text("ที่ กง ๐๐๑๗/ว ๑", encoding="utf-8")),
    "เอกสาร.docx": ("unsupported", lambda path: path.write_bytes(b"PK\x03\x04" + b"\0" * 100)),
    "ภาพ.jpg": ("truncated", lambda path: path.write_bytes(b"\xff\xd8\xff\xe0\0\x10JFIF\0")),
    "ชื่อ\nสองบรรทัด.txt": ("unsafe-name", lambda path: path.write_text("ที่ กง ๐๐๑๗/ว ๒", encoding="utf-8")),
    "..\\..\\ระบบ.txt": ("unsafe-name", lambda path: path.write_text("ที่ กง ๐๐๑๗/ว ๓", encoding="utf-8")),
    "กลับ\u202etxt.pdf": ("unsafe-name", lambda path: path.write_bytes(GOOD_PDF.read_bytes())),
}


def test_each_bad_file_is_set_aside_with_its_reason_and_the_good_ones_are_filed(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, stable_seconds=0, patience_seconds=0, poll_seconds=0.1, workers=1)
    settings.make_folders()
    for name, (_, make) in BAD.items():
        make(settings.inbox / name)
    for name in ("0 ก่อน.txt", "ฮ หลัง.txt", "ก" * 84 + ".md"):
        (settings.inbox / name).write_text(f"ที่ กง ๐๐๑๗/ว ๑๒\nเรื่อง {name}", encoding="utf-8")
    arrived: list[int] = []
    with open_intake(settings, knowledge=NoKnowledge()) as intake:
        intake.settler.told.append(arrived.append)
        work_until_empty(intake)
        found = {row["name"]: row for row in outcomes(intake.engine, arrived)}
    codes = {name: row["error"]["code"] for name, row in found.items() if row["error"]}
    assert codes == {name: code for name, (code, _) in BAD.items()}
    assert len([row for row in found.values() if row["state"] == "done"]) == 3
    assert list(settings.inbox.iterdir()) == []
    failed = {path.name for path in settings.failed.iterdir()}
    assert len([name for name in failed if name.endswith(".reason.txt")]) == len(BAD)
    assert all(f"{name}.reason.txt" in failed for name in failed if not name.endswith(".reason.txt"))
    assert all(name.isprintable() for name in failed)


@pytest.mark.parametrize("engine", ["crashes", "hangs", "breaks"])
def test_a_reader_that_breaks_costs_this_file_only(tmp_path: Path, engine: str) -> None:
    settings = Settings(
        home=tmp_path,
        engine="auto",
        stable_seconds=0,
        patience_seconds=0,
        poll_seconds=0.1,
        retry_seconds=0,
        max_attempts=2,
        page_timeout=1,
        workers=1,
    )
    settings.__dict__["engine"] = f"ita_docs.reading.fake:{engine}"
    settings.make_folders()
    _scan(settings.inbox / "ภาพ.png")
    (settings.inbox / "หนังสือ.txt").write_text("ที่ กง ๐๐๑๗/ว ๑๒", encoding="utf-8")
    arrived: list[int] = []
    with open_intake(settings, knowledge=NoKnowledge()) as intake:
        intake.settler.told.append(arrived.append)
        work_until_empty(intake)
        found = {row["name"]: row for row in outcomes(intake.engine, arrived)}
    assert found["ภาพ.png"]["error"]["code"] == "engine-failed"
    assert found["หนังสือ.txt"]["state"] == "done"


def _scan(path: Path) -> None:
    from PIL import Image

    Image.new("L", (800, 1100), 255).save(path, dpi=(96, 96))
