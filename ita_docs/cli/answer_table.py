"""Answers and duties as tables of the width of the window, in the language of the question."""

from __future__ import annotations

import json
from typing import Any

from ita_docs.cli.counts import counted

__all__ = ["answer_table", "duty_table"]

_COLUMNS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "duties": (("due", "ภายในวันที่", "By"), ("responsible", "ใคร", "Who"), ("action", "ทำอะไร", "What")),
    "meetings": (
        ("date", "วันที่", "Day"),
        ("start", "เวลา", "At"),
        ("title", "ประชุม", "Meeting"),
        ("place", "สถานที่", "Where"),
    ),
    "signatory": (("name", "ผู้ลงนาม", "Signed by"), ("position", "ตำแหน่ง", "Position")),
    "senders": (
        ("sender", "ผู้ส่ง", "Sender"),
        ("date", "ลงวันที่", "Dated"),
        ("subject", "เรื่อง", "Subject"),
    ),
    "recipients": (("recipient", "ถึง", "To"), ("scope", "ขอบเขต", "Scope")),
    "contacts": (("value", "ติดต่อ", "Contact"), ("kind", "ทาง", "By"), ("person", "ผู้ประสานงาน", "Person")),
    "attachments": (("no", "ที่", "No."), ("title", "สิ่งที่ส่งมาด้วย", "Enclosure")),
    "cites": (
        ("from_number", "ฉบับ", "Letter"),
        ("number", "อ้างถึง", "Cites"),
        ("date", "ลงวันที่", "Dated"),
        ("state", "สถานะ", "State"),
    ),
    "cited_by": (("number", "ฉบับที่อ้าง", "Citing letter"), ("date", "ลงวันที่", "Dated"), ("kind", "แบบ", "Kind")),
    "missing": (
        ("number", "เลขที่", "Number"),
        ("date", "ลงวันที่", "Dated"),
        ("subject", "เรื่อง", "Subject"),
        ("issuer", "ของ", "Of"),
        ("cited_by", "ฉบับที่อ้าง", "Cited by"),
    ),
    "family": (
        ("from_number", "ฉบับ", "Letter"),
        ("number", "อ้างถึง", "Cites"),
        ("date", "ลงวันที่", "Dated"),
        ("kind", "แบบ", "Kind"),
    ),
}
_LETTERS = (("date", "ลงวันที่", "Dated"), ("subject", "เรื่อง", "Subject"))
_DAYS = ("due", "date")
_WIDE = ("action", "subject", "title")
_NARROW = {"due": 20, "date": 14, "start": 6, "no": 4, "kind": 10, "state": 10}
PLACES = 4
"""Places named of one row at the most; the rest is counted."""


def answer_table(kind: str, answers: list[dict[str, Any]], width: int, *, english: bool = False) -> Any:
    """A table of answers of a kind: its cells, and where each row stands."""
    from rich.table import Table

    from ita_docs.cli.thai_wrap import wrap_thai

    columns = _COLUMNS.get(kind, _LETTERS)
    names = [name for name, _, _ in columns]
    widths = _widths(names, width)
    places = "Letter · file, page, line" if english else "หนังสือ · ไฟล์ หน้า บรรทัด"
    titles = [*(column[2 if english else 1] for column in columns), places]
    table = Table(show_lines=True)
    for title, room in zip(titles, widths, strict=True):
        table.add_column(wrap_thai(title, room), width=room, no_wrap=True)
    for answer in answers:
        cells = [*(_cell(answer, name, english) for name in names), _places(answer, english)]
        table.add_row(*(_text(wrap_thai(cell, room)) for cell, room in zip(cells, widths, strict=True)))
    return table


def duty_table(duties: list[dict[str, Any]], width: int) -> Any:
    """Duties as a table: day, who, what, and where it stands."""
    return answer_table("duties", duties, width)


def _text(words: str) -> Any:
    from rich.text import Text

    return Text(words)


def _widths(names: list[str], width: int) -> list[int]:
    """Columns for each cell and for the places: days narrow, what is to be done wide."""
    room = width - 3 * (len(names) + 1) - 1
    fixed = {name: _NARROW[name] for name in names if name in _NARROW}
    shares = {name: 5 if name in _WIDE else 3 for name in [*names, "places"] if name not in fixed}
    left = max(room - sum(fixed.values()), 8 * len(shares))
    return [fixed.get(name) or left * shares[name] // sum(shares.values()) for name in [*names, "places"]]


def _cell(answer: dict[str, Any], name: str, english: bool) -> str:
    value = answer.get(name)
    if name in _DAYS:
        return _day(answer, name, english)
    if name == "action":
        return _action(answer)
    if name == "place":
        online = (answer.get("online") or {}).get("platform")
        return " · ".join(part for part in (answer.get("venue"), online) if part)
    if isinstance(value, list):
        return ", ".join(str(part) for part in value)
    return "" if value is None else str(value)


def _day(answer: dict[str, Any], name: str, english: bool) -> str:
    """The day; below it the day that it was moved from, or what became of it."""
    lines = [_written(answer.get(name), english) or _rule(answer.get("rule"), english)]
    if days := answer.get("overdue"):
        lines.append(f"{counted(days, 'day')} overdue" if english else f"เกินกำหนด {days} วัน")
    for step in answer.get("moved_from", ()):
        set_by = f" ({step['number']})" if step["number"] else ""
        lines.append(f"{'was' if english else 'เดิม'} {_written(step['due'], english)}{set_by}")
    for step in answer.get("history", ()):
        to = _written(step.get("to"), english)
        if step.get("state") == "moved" and to:
            lines.append(f"{'moved to' if english else 'เลื่อนเป็น'} {to} ({step['number'] or '-'})")
        elif step.get("state") == "cancelled":
            lines.append(f"{'cancelled by' if english else 'ยกเลิกโดย'} {step['number'] or '-'}")
    return "\n".join(lines)


def _written(value: str | None, english: bool) -> str:
    from datetime import date

    from ita_docs.knowledge.thai_days import thai_day

    if value and english:
        day = date.fromisoformat(value)
        return f"{day.day} {day:%b %Y}"
    return thai_day(value, short=True)


def _action(answer: dict[str, Any]) -> str:
    """What is to be done, without the body that the column before names."""
    who, what = str(answer.get("responsible") or ""), str(answer.get("action") or answer.get("text") or "")
    rest = what.removeprefix(who).lstrip() or what
    lines = [rest, str(answer.get("respond_via") or ""), _PROPOSAL if answer.get("proposal") else ""]
    return "\n".join(line for line in lines if line)


_PROPOSAL = "(เสนอ ยังไม่ใช่คำสั่ง · proposed only)"


_FROM = {"receipt": ("วันที่ได้รับหนังสือ", "receipt"), "letter_date": ("วันที่ของหนังสือ", "the letter's day")}


def _rule(rule: dict[str, Any] | None, english: bool) -> str:
    """What a duty without a day hangs on."""
    if not rule:
        return "no day given" if english else "ไม่กำหนดวัน"
    if "rrule" in rule:
        return f"{'repeats' if english else 'ซ้ำ'} {rule['rrule']}"
    if "days" in rule:
        thai, plain = _FROM.get(str(rule.get("from")), (str(rule.get("from")),) * 2)
        if english:
            return f"{rule['days']} {'working ' if rule.get('business_days') else ''}days from {plain}"
        return f"{rule['days']} วัน{'ทำการ' if rule.get('business_days') else ''} นับจาก{thai}"
    return json.dumps(rule, ensure_ascii=False)


def _places(answer: dict[str, Any], english: bool) -> str:
    """The letter's number, or its id where it has none, then each file with page and line."""
    page, line = ("p.", "l.") if english else ("น.", "บ.")
    lines = [answer.get("from_number") or answer.get("number") or _id(answer)]
    for cited in answer["citations"][:PLACES] if "citations" in answer else answer["sources"][:PLACES]:
        lines.append(f"{cited['file']} {page}{cited['page']} {line}{cited['line'] or '-'}")
    more = len(answer.get("citations") or answer.get("sources") or ()) - PLACES
    if more > 0:
        lines.append(f"and {more} more" if english else f"และอีก {more} แห่ง")
    return "\n".join(part for part in lines if part)


def _id(answer: dict[str, Any]) -> str:
    """What a letter without a number goes by in other commands."""
    cited: list[dict[str, Any]] = answer.get("citations") or answer.get("sources") or [{}]
    return str(answer.get("letter") or cited[0].get("letter") or "")
