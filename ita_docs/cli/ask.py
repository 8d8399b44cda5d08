"""`ita-docs ask`: a question in Thai or English, answered in rows that each say where it stands."""

from __future__ import annotations

import datetime as dt
import json
from typing import Annotated, Any

import typer

from ita_docs.cli.opened import JSON_HELP, console, opened_with_index, print_json

__all__ = ["ask", "duty_table"]

_COLUMNS: dict[str, tuple[tuple[str, str], ...]] = {
    "duties": (("due", "ภายในวันที่"), ("responsible", "ใคร"), ("action", "ทำอะไร")),
    "meetings": (("date", "วันที่"), ("start", "เวลา"), ("title", "ประชุม"), ("venue", "สถานที่")),
    "signatory": (("name", "ผู้ลงนาม"), ("position", "ตำแหน่ง")),
    "senders": (("sender", "ผู้ส่ง"), ("date", "ลงวันที่"), ("subject", "เรื่อง")),
    "recipients": (("recipient", "ถึง"), ("scope", "ขอบเขต")),
    "contacts": (("value", "ติดต่อ"), ("kind", "ทาง"), ("person", "ผู้ประสานงาน")),
    "attachments": (("no", "ที่"), ("title", "สิ่งที่ส่งมาด้วย")),
    "cites": (("from_number", "ฉบับ"), ("number", "อ้างถึง"), ("date", "ลงวันที่"), ("state", "สถานะ")),
    "cited_by": (("number", "ฉบับที่อ้าง"), ("date", "ลงวันที่"), ("kind", "แบบ")),
    "family": (("from_number", "ฉบับ"), ("number", "อ้างถึง"), ("date", "ลงวันที่"), ("kind", "แบบ")),
}
_DAYS = ("due", "date")


def ask(
    question: Annotated[str, typer.Argument(help="คำถาม · The question")],
    query: Annotated[
        str | None, typer.Option(help="คำถามที่แก้แล้ว (JSON ของ understood) · An edited query (JSON)")
    ] = None,
    today: Annotated[
        dt.datetime | None, typer.Option(formats=["%Y-%m-%d"], help="นับวันจากวันนี้ · Count days from this day")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="ผลเมื่อค้นแทน · Results when searched")] = 10,
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """ถามเป็นภาษาไทยหรืออังกฤษ · Ask in Thai or English.

    The query that was understood is printed first: correct it with `--query`. What cannot be understood
    is searched instead, and the answer says so.
    """
    from ita_docs.knowledge.ask.answer import ask as answer

    with opened_with_index() as (session, index, settings):
        found = answer(
            session,
            index,
            question,
            today=today.date() if today else None,
            office=settings.office,
            understood=_edited(query) if query else None,
            limit=limit,
        ).to_json()
    print_json(found) if as_json else _show(found)


def _edited(query: str) -> Any:
    from ita_docs.errors import WrongUse
    from ita_docs.knowledge.ask.question import Question

    try:
        return Question.from_json(json.loads(query))
    except (ValueError, TypeError) as error:
        raise WrongUse(str(error)) from error


def _show(found: dict[str, Any]) -> None:
    screen = console()
    understood = {name: value for name, value in found["understood"].items() if value}
    screen.print(f"[dim]เข้าใจว่า · understood: {json.dumps(understood, ensure_ascii=False)}[/dim]")
    if found["fallback"]:
        screen.print("ไม่พบคำตอบตรง ๆ จึงค้นหาแทน · No direct answer; these letters were found by search:")
    if not found["answers"]:
        screen.print("ไม่พบคำตอบในหนังสือที่มี · The letters held say nothing of it.")
        return
    kind = "search" if found["fallback"] else understood["kind"]
    columns = _COLUMNS.get(kind, (("date", "ลงวันที่"), ("subject", "เรื่อง")))
    screen.print(_table(found["answers"], columns, screen.width))
    screen.print(f"{len(found['answers'])} รายการ · rows")


def duty_table(duties: list[dict[str, Any]], width: int) -> Any:
    """Duties as a table: day, who, what, and where it stands."""
    return _table(duties, _COLUMNS["duties"], width)


def _table(answers: list[dict[str, Any]], columns: tuple[tuple[str, str], ...], width: int) -> Any:
    from rich.table import Table

    from ita_docs.cli.thai_wrap import wrap_thai

    widths = _widths([name for name, _ in columns], width)
    table = Table(show_lines=True)
    for (_, title), room in zip([*columns, ("", "หนังสือ · ไฟล์ หน้า บรรทัด")], widths, strict=True):
        table.add_column(wrap_thai(title, room), width=room, no_wrap=True)
    for answer in answers:
        cells = [*(_cell(answer, name) for name, _ in columns), _places(answer)]
        table.add_row(*(_text(wrap_thai(cell, room)) for cell, room in zip(cells, widths, strict=True)))
    return table


def _text(words: str) -> Any:
    from rich.text import Text

    return Text(words)


_WIDE = ("action", "subject", "title")
_NARROW = {"due": 14, "date": 14, "start": 6, "no": 4, "kind": 10, "state": 10}


def _widths(names: list[str], width: int) -> list[int]:
    """Columns for each cell and for the places: days narrow, what is to be done wide."""
    room = width - 3 * (len(names) + 1) - 1
    fixed = {name: _NARROW[name] for name in names if name in _NARROW}
    shares = {name: 5 if name in _WIDE else 3 for name in [*names, "places"] if name not in fixed}
    left = max(room - sum(fixed.values()), 8 * len(shares))
    return [fixed.get(name) or left * shares[name] // sum(shares.values()) for name in [*names, "places"]]


def _cell(answer: dict[str, Any], name: str) -> str:
    from ita_docs.knowledge.thai_days import thai_day

    value = answer.get(name)
    if name in _DAYS:
        return thai_day(value, short=True) or _rule(answer.get("rule"))
    return "" if value is None else str(value)


def _rule(rule: dict[str, Any] | None) -> str:
    """What a duty without a day hangs on."""
    if not rule:
        return "ไม่กำหนดวัน"
    if "rrule" in rule:
        return f"ซ้ำ {rule['rrule']}"
    if "days" in rule:
        return f"{rule['days']} วัน{'ทำการ' if rule.get('business_days') else ''} จาก {rule.get('from')}"
    return json.dumps(rule, ensure_ascii=False)


def _places(answer: dict[str, Any]) -> str:
    """The letter's number, then each file with page and line."""
    lines = [answer.get("from_number") or answer.get("number") or ""]
    for cited in answer["citations"][:4]:
        lines.append(f"{cited['file']} น.{cited['page']} บ.{cited['line'] or '-'}")
    if len(answer["citations"]) > 4:
        lines.append(f"และอีก {len(answer['citations']) - 4} แห่ง")
    return "\n".join(line for line in lines if line)
