"""A letter of 3,000 characters is read in a few milliseconds; the bounds leave room for a busy machine."""

from __future__ import annotations

import datetime as dt
import time

from parsers.dates import find_times
from parsers.numbers import find_numbers

PARAGRAPH = (
    "ตามหนังสือกรมตัวอย่าง ด่วนที่สุด ที่ มท ๐๘๐๘.๒/ว ๑๒๓๔ ลงวันที่ ๖ พฤศจิกายน ๒๕๖๗ แจ้งแนวทางการดำเนินงานประจำปีงบประมาณ "
    "พ.ศ. ๒๕๖๘ นั้น เพื่อให้การดำเนินงานเป็นไปด้วยความเรียบร้อย จึงขอเชิญประชุมในวันพฤหัสบดีที่ ๒๓ มกราคม ๒๕๖๘ เวลา ๑๔.๓๐ น. "
    "ณ ห้องประชุมชั้น ๕ และขอให้รายงานผลภายในวันศุกร์ที่ ๓๑ มกราคม ๒๕๖๘ หรือภายใน ๑๕ วันนับแต่วันที่ได้รับหนังสือ "
    "สอบถามได้ที่โทรศัพท์หมายเลข ๐ ๒๐๔๑ ๙๐๐๐ ต่อ ๑๒๓๔ ทั้งนี้ ตามพระราชบัญญัติวิธีปฏิบัติราชการทางปกครอง พ.ศ. ๒๕๓๙\n"
)
LETTER = (PARAGRAPH * 8)[:3000]
SECONDS = 0.015


def fastest(read: object, *, text: str = LETTER, times: int = 20) -> float:
    found = []
    for _ in range(times):
        begun = time.process_time()
        read(text)  # type: ignore[operator]
        found.append(time.process_time() - begun)
    return min(found)


def test_times_of_a_letter() -> None:
    assert fastest(lambda text: find_times(text, letter_date=dt.date(2025, 1, 20))) < SECONDS


def test_numbers_of_a_letter() -> None:
    assert fastest(find_numbers) < SECONDS / 3


def test_time_grows_with_the_length_only() -> None:
    assert fastest(find_times, text=LETTER * 40, times=3) < 40 * SECONDS
