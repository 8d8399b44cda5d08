"""The text layer of a PDF: read exactly where it is sound, refused where it is not."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from ita_docs.reading import read_file
from ita_docs.reading.fake import SAMPLE
from ita_docs.reading.sara_am import mend_lost_am, mend_spaced_am
from ita_docs.reading.text_health import examine
from ita_docs.reading.thai_repair import mend_thai
from ita_docs.settings import Settings
from parsers.page import TextOrigin

PDFS = Path(__file__).parent / "pdfs"

# what the three producers were given (make_pdfs.py), line by line
LINES = [
    "ถนนประชานิมิตร อต ๕๓๐๐๐",
    "๒๗ กันยายน ๒๕๖๘",
    "เรื่อง การประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน (ITA) ประจำปีงบประมาณ พ.ศ. ๒๕๖๘",
    "เรียน นายอำเภอ ทุกอำเภอ",
    "อ้างถึง หนังสือจังหวัดอุตรดิตถ์ ที่ อต ๐๐๒๓.๓/ว ๑๔๕๖๒ ลงวันที่ ๓ กรกฎาคม ๒๕๖๘",
    "ด้วยสำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ กำหนดให้องค์การบริหารส่วนตำบล",
    "ก่อนวันที่ ๓๑ ตุลาคม ๒๕๖๘ เวลา ๑๖.๓๐ น. ซึ่งเป็นหน้าที่ของหัวหน้าส่วนราชการ ทั้งนี้ น้ำหนักคะแนน",
    "ร้อยละ ๓๐ ต่ำกว่าเกณฑ์ ให้ชี้แจงเหตุผลเป็นลายลักษณ์อักษร และรายงานผ่านที่ทำการปกครองอำเภอ",
    "โทร. ๐ ๕๕๔๑ ๑๙๗๗ ต่อ ๒๖",
]


@pytest.mark.parametrize("producer", ["chromium", "libreoffice", "weasyprint"])
def test_a_sound_layer_is_read_to_the_letter(producer: str, tmp_path: Path) -> None:
    read = read_file(PDFS / f"{producer}.pdf", settings=Settings(home=tmp_path))
    assert read.text_origin is TextOrigin.TEXT_LAYER
    texts = [line.text for line in read.pages[0].lines]
    assert [line for line in LINES if line not in texts] == []


def test_number_and_office_of_the_letterhead_are_two_lines(tmp_path: Path) -> None:
    read = read_file(PDFS / "chromium.pdf", settings=Settings(home=tmp_path))
    number, office, *_ = read.pages[0].lines
    assert (number.text, office.text) == ("ที่ มท ๐๘๙๑.๔/ว ๖๗๘๙", "ศาลากลางจังหวัดอุตรดิตถ์")
    assert number.bbox is not None
    assert office.bbox is not None
    assert number.bbox[2] < office.bbox[0]
    assert 0.05 < number.bbox[1] < number.bbox[3] < 0.12


MENDED = [
    ("หน\uf70bา", "หน้า"),
    ("องค\uf70eการ", "องค์การ"),
    ("ป\uf713", "ป่"),
    ("ดําเนินการ", "ดำเนินการ"),
    ("นํา้", "น้ำ"),
    ("ชํ่า", "ช่ำ"),
    ("ช่ํา", "ช่ำ"),
    ("สำานักงาน", "สำนักงาน"),
    ("ที ่ นี ้", "ที่ นี้"),
    ("เเห่ง", "แห่ง"),
    ("ทั้่ง"[:3] + "ง", "ทั้ง"),
    ("ท้ัง", "ทั้ง"),
    ("ผูู้้", "ผู้"),
    ("ก\u200bา\ufeffร", "การ"),
    ("สิทธิ์ พันธุ์ ก็ เล่ม ๑ เกณฑ์", "สิทธิ์ พันธุ์ ก็ เล่ม ๑ เกณฑ์"),
]


@pytest.mark.parametrize(("written", "meant"), MENDED, ids=[meant for _, meant in MENDED])
def test_illegal_sequences_are_put_right(written: str, meant: str) -> None:
    assert mend_thai(written) == meant
    assert mend_thai(meant) == meant


def test_a_space_for_half_of_am() -> None:
    assert mend_spaced_am("ก าหนดจ  านวน ๓ แห่ง") == "กำหนดจำนวน ๓ แห่ง"
    assert mend_spaced_am("การ ประชุม ท าการ") == "การ ประชุม ทำการ"


def test_lost_am_is_found_by_words() -> None:
    lost = "ดาเนินการตามคาสั่งนายอาเภอประจาจังหวัดโดยนาข้อมูลจานวนมากจากสานักงานมา"
    assert mend_lost_am(lost) == "ดำเนินการตามคำสั่งนายอำเภอประจำจังหวัดโดยนำข้อมูลจำนวนมากจากสำนักงานมา"


SICK = [
    ("mojibake of UTF-8", "ที่ทำการปกครองจังหวัด".encode().decode("latin-1") * 5, "wrong encoding"),
    (
        "Thai code page taken for Latin",
        "ที่ทำการปกครองจังหวัด".encode("cp874").decode("latin-1") * 5,
        "wrong encoding",
    ),
    ("glyph numbers", "(cid:23)สำ(cid:41)นักงาน(cid:7)การประชุม " * 9, "wrong encoding"),
    ("marks in the wrong place", "ุที้ทาหน่ง ่สืห ้นัง ืสอ" * 9, "no Thai words"),
    ("marks without letters", "การ ่ ้ประชุม ัา เ แ " * 9, "illegal Thai sequences"),
    ("substituted letters", "xqzt wvkk plmr ttgh " * 30, "neither Thai nor English"),
    ("a page number", "- ๒ -", "next to no text"),
]


@pytest.mark.parametrize(("text", "reason"), [case[1:] for case in SICK], ids=[case[0] for case in SICK])
def test_a_sick_layer_is_refused(text: str, reason: str) -> None:
    assert examine(mend_thai(text)).reason == reason


def test_english_and_thai_pages_are_healthy() -> None:
    assert (
        examine("The Office of the Commission invites you to the meeting on Monday at the hall. " * 3).reason
        is None
    )
    assert examine("\n".join(LINES)).reason is None


def scan_with_layer(path: Path, mode: int) -> None:
    """A full-page grey picture with text of a rendering mode beneath it."""
    with pikepdf.open(PDFS / "chromium.pdf") as pdf:
        page = pdf.pages[0]
        picture = pdf.make_stream(
            bytes([200]) * 10_000,
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=100,
            Height=100,
            ColorSpace=pikepdf.Name.DeviceGray,
            BitsPerComponent=8,
        )
        page.Resources.XObject = pikepdf.Dictionary(Scan=picture)
        paint = b"q 595 0 0 842 0 0 cm /Scan Do Q"
        text = page.Contents.read_bytes().replace(b"BT", f"BT {mode} Tr".encode())
        order = [text, paint] if mode == 0 else [paint, text]
        page.Contents = pdf.make_stream(b"q " + b" Q q ".join(order) + b" Q")
        pdf.save(path)


@pytest.mark.parametrize(
    "mode", [3, 0], ids=["invisible text over the scan", "text painted over by the scan"]
)
def test_somebody_elses_ocr_under_a_scan_does_not_win(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "scan.pdf"
    scan_with_layer(path, mode)
    settings = Settings(home=tmp_path, workers=1, language="en")
    read = read_file(path, engine="ita_docs.reading.fake:sample", settings=settings)
    assert [line.text for line in read.pages[0].lines] == list(SAMPLE)
    assert read.text_origin is TextOrigin.OCR
    assert read.warnings == [
        "page 1: the embedded text is not used (text beneath a scan); read from the picture"
    ]


def corrupt_encoding(path: Path) -> None:
    """The layer's letters mapped to Latin ones, as with old Thai fonts."""
    with pikepdf.open(PDFS / "chromium.pdf") as pdf:
        for font in pdf.pages[0].Resources.Font.values():
            table = font.ToUnicode.read_bytes()
            font.ToUnicode = pdf.make_stream(table.replace(b"<0E", b"<00"))
        pdf.save(path)


def test_a_page_with_a_wrong_encoding_is_read_from_its_picture(tmp_path: Path) -> None:
    path = tmp_path / "wrong.pdf"
    corrupt_encoding(path)
    settings = Settings(home=tmp_path, workers=1, language="en")
    read = read_file(path, engine="ita_docs.reading.fake:sample", settings=settings)
    assert read.text_origin is TextOrigin.OCR
    assert "the embedded text is not used" in read.warnings[0]


def both_kinds(path: Path) -> None:
    with pikepdf.open(PDFS / "chromium.pdf") as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        pdf.save(path)


def test_each_page_is_decided_alone(tmp_path: Path) -> None:
    path = tmp_path / "both.pdf"
    both_kinds(path)
    settings = Settings(home=tmp_path, workers=1)
    read = read_file(path, engine="ita_docs.reading.fake:sample", settings=settings)
    assert [page.origin for page in read.pages] == [TextOrigin.TEXT_LAYER, TextOrigin.OCR]
    assert read.text_origin is TextOrigin.OCR
