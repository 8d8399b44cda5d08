"""Makes the small PDFs with a text layer that the tests read: one invented letter from three producers.

Run by hand where Chromium, LibreOffice and WeasyPrint are at hand; the results stand in `pdfs/`.

    python tests/reading/make_pdfs.py --weasyprint PATH_TO_WEASYPRINT
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
from pathlib import Path

LETTER = """\
ที่ มท ๐๘๙๑.๔/ว ๖๗๘๙\tศาลากลางจังหวัดอุตรดิตถ์
\tถนนประชานิมิตร อต ๕๓๐๐๐
๒๗ กันยายน ๒๕๖๘
เรื่อง  การประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน (ITA) ประจำปีงบประมาณ พ.ศ. ๒๕๖๘
เรียน  นายอำเภอ ทุกอำเภอ
อ้างถึง  หนังสือจังหวัดอุตรดิตถ์ ที่ อต ๐๐๒๓.๓/ว ๑๔๕๖๒ ลงวันที่ ๓ กรกฎาคม ๒๕๖๘
ด้วยสำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ กำหนดให้องค์การบริหารส่วนตำบล
จำนวน ๗๘ แห่ง เข้าระบบ https://itas.example.go.th ครั้งที่ ๒ เพื่อนำเข้าข้อมูลผู้มีส่วนได้ส่วนเสียภายนอก
ก่อนวันที่ ๓๑ ตุลาคม ๒๕๖๘ เวลา ๑๖.๓๐ น. ซึ่งเป็นหน้าที่ของหัวหน้าส่วนราชการ ทั้งนี้ น้ำหนักคะแนน
ร้อยละ ๓๐ ต่ำกว่าเกณฑ์ ให้ชี้แจงเหตุผลเป็นลายลักษณ์อักษร และรายงานผ่านที่ทำการปกครองอำเภอ
จึงเรียนมาเพื่อทราบและถือปฏิบัติ
ขอแสดงความนับถือ
(นายสมมุติ ตัวอย่างดี)
ผู้ว่าราชการจังหวัดอุตรดิตถ์
โทร. ๐ ๕๕๔๑ ๑๙๗๗ ต่อ ๒๖
"""

STYLE = """<style>
@page { size: A4; margin: 20mm 20mm 20mm 30mm }
body { font-family: Laksaman; font-size: 10.64pt; line-height: 21pt }
td { padding: 0; vertical-align: top } table { width: 100%; border-collapse: collapse }
div { white-space: pre-wrap }
</style>"""


def as_html() -> str:
    """The letter as HTML: the head in two columns, the rest a block a line."""
    rows = LETTER.splitlines()
    head = "".join(_row(line) for line in rows[:2])
    body = "".join(f"<div>{line}</div>" for line in rows[2:])
    return f"<!doctype html><meta charset=utf-8>{STYLE}<table>{head}</table>{body}"


def _row(line: str) -> str:
    left, right = line.split("\t")
    return f"<tr><td>{left}</td><td>{right}</td></tr>"


def make(folder: Path, weasyprint: str) -> None:
    """Writes `chromium.pdf`, `libreoffice.pdf` and `weasyprint.pdf` into a folder."""
    with tempfile.TemporaryDirectory() as work:
        html = Path(work) / "letter.html"
        html.write_text(as_html(), encoding="utf-8")
        flags = ["--headless", "--no-sandbox", "--no-pdf-header-footer"]
        _run("chromium", *flags, f"--print-to-pdf={folder / 'chromium.pdf'}", str(html))
        _run(weasyprint, str(html), str(folder / "weasyprint.pdf"))
        _run("soffice", "--headless", "--writer", "--convert-to", "odt", "--outdir", work, str(html))
        _run("soffice", "--headless", "--convert-to", "pdf", "--outdir", work, str(html.with_suffix(".odt")))
        (folder / "libreoffice.pdf").write_bytes(html.with_suffix(".pdf").read_bytes())


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--weasyprint", default="weasyprint")
    make(Path(__file__).parent / "pdfs", options.parse_args().weasyprint)
