"""Duties and days that move, span days or come again: what binds, what only tells, what is an event."""

from __future__ import annotations

from parsers.evidence import Trace
from parsers.flow import Flow
from parsers.lines import source_lines
from parsers.meetings import meetings_of
from parsers.page import Line, Page
from tests.parsing.duties_of_text import LETTER_DATE, duties


def test_a_day_that_was_moved_binds_no_longer() -> None:
    (duty,) = duties("จึงขอขยายระยะเวลาการส่งแผนงาน จากเดิมภายในวันที่ ๓๑ มกราคม ๒๕๖๘ เป็นภายในวันที่ ๒๘ กุมภาพันธ์ ๒๕๖๘")
    assert (duty.due, duty.action) == ("2025-02-28", "ขยายระยะเวลาการส่งแผนงาน")


def test_an_event_that_was_moved_is_no_duty() -> None:
    text = "ขอเลื่อนการประชุม จากวันที่ ๓ กุมภาพันธ์ ๒๕๖๘ เป็นวันที่ ๑๐ กุมภาพันธ์ ๒๕๖๘ เวลา ๐๙.๐๐ น. ณ ห้องประชุม ๑"
    flow = Flow(source_lines([Page(1, [Line(text)])]))
    meetings, _ = meetings_of(flow, Trace(), LETTER_DATE)
    assert [meeting.date for meeting in meetings] == ["2025-02-10"]
    assert duties(text) == []


def test_so_many_days_before_the_only_meeting() -> None:
    (duty,) = duties("ประชุมในวันศุกร์ที่ ๓๑ มกราคม ๒๕๖๘ เวลา ๐๙.๐๐ น. ณ ห้องประชุม ๒ และโปรดแจ้งรายชื่อก่อนวันประชุม ๒ วัน")
    assert (duty.due, duty.action) == ("2025-01-29", "แจ้งรายชื่อ")


def test_a_span_that_is_over_asks_nothing() -> None:
    assert duties("ผู้ที่ยื่นคำขอไว้แล้ว ให้ส่งผลงานที่ยื่น ระหว่างวันที่ ๑ - ๓๑ ตุลาคม ๒๕๖๗ ต่อไป") == []


def test_one_duty_at_either_of_two_times_of_each_year() -> None:
    (duty,) = duties("กำหนดให้ยื่นคำขอ ระหว่างวันที่ ๑ - ๓๐ เมษายน หรือ ๑ - ๓๑ ตุลาคม ของทุกปี")
    assert duty.rule is not None
    assert "BYMONTH=4" in str(duty.rule["rrule"])
    assert "BYMONTH=10" in str(duty.rule["or"])


def test_a_period_from_a_day_that_is_named_is_due() -> None:
    (duty,) = duties("ขอให้รายงานผล ภายใน ๓๐ วัน นับแต่วันที่ ๑ กุมภาพันธ์ ๒๕๖๘")
    assert duty.due == "2025-03-03"


def test_days_with_an_hour_are_an_event() -> None:
    text = "กำหนดจัดโครงการริมน้ำ ระหว่างวันที่ ๓ - ๕ กุมภาพันธ์ ๒๕๖๘ เวลา ๑๓.๓๐ น. ผ่านระบบ Zoom"
    flow = Flow(source_lines([Page(1, [Line(text)])]))
    (meeting,) = meetings_of(flow, Trace(), LETTER_DATE)[0]
    assert (meeting.date, meeting.end_date, meeting.start) == ("2025-02-03", "2025-02-05", "13:30")
    assert duties(text) == []


def test_days_that_tell_who_is_meant_ask_nothing() -> None:
    assert duties("ให้แจ้งผู้ที่ยื่นคำขอไว้ ในระหว่างวันที่ ๑ - ๒๘ กุมภาพันธ์ ๒๕๖๘ ทราบด้วย") == []


def test_an_event_that_is_moved_in_a_later_sentence() -> None:
    text = (
        "ตามที่กรมกำหนดจัดการประชุม ในวันที่ ๓ กุมภาพันธ์ ๒๕๖๘ เวลา ๐๙.๐๐ น. นั้น "
        "กรมขอเลื่อนการประชุมดังกล่าวเป็นวันที่ ๑๐ กุมภาพันธ์ ๒๕๖๘ เวลา ๑๓.๐๐ น."
    )
    flow = Flow(source_lines([Page(1, [Line(text)])]))
    meetings, _ = meetings_of(flow, Trace(), LETTER_DATE)
    assert [(one.date, one.start) for one in meetings] == [("2025-02-10", "13:00")]
    assert duties(text) == []


def test_how_long_a_repeated_duty_is_repeated() -> None:
    text = "ให้อำเภอรายงานสถิติอุบัติเหตุทุกวัน ภายในเวลา ๑๖.๐๐ น. ตั้งแต่วันที่ ๑๑ เมษายน ๒๕๖๘ ถึงวันที่ ๑๗ เมษายน ๒๕๖๘"
    (duty,) = duties(text)
    assert (duty.due, duty.rule) == (None, {"rrule": "FREQ=DAILY;UNTIL=20250417"})
