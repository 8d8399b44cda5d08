"""`ita-docs when`: dates, times, periods and deadlines of a text, as values."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from parsers.dates import TimeExpression

__all__ = ["when"]

_LETTER = typer.Option("--letter-date", formats=["%Y-%m-%d"], help="วันที่ของหนังสือ · The letter's own day")
_RECEIVED = typer.Option("--received", formats=["%Y-%m-%d"], help="วันที่ได้รับ · The day of receipt")


def when(
    text: Annotated[str | None, typer.Argument(help="ข้อความ · Text")] = None,
    letter_date: Annotated[datetime | None, _LETTER] = None,
    received: Annotated[datetime | None, _RECEIVED] = None,
    as_json: Annotated[bool, typer.Option("--json", help="พิมพ์เป็น JSON · Print JSON")] = False,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="สตริง JSON บรรทัดละหนึ่งจาก stdin · JSON strings from standard input")
    ] = False,
) -> None:
    """อ่านวันที่ เวลา ช่วงเวลา และกำหนดส่งในข้อความ · Read dates, times, periods and deadlines in a text.

    With --jsonl one JSON string a line is read from standard input, and one JSON array a line is printed.
    A value is null where what is written has no valid day; "issues" says why.
    """
    day = letter_date.date() if letter_date else None
    receipt = received.date() if received else None
    if jsonl:
        _stream(day, receipt)
        return
    if text is None:
        text = sys.stdin.read()
    found = _find(text, day, receipt)
    if as_json:
        typer.echo(json.dumps([time.to_json() for time in found], ensure_ascii=False))
    else:
        _print(found)


def _find(text: str, letter_date: date | None, received: date | None) -> list[TimeExpression]:
    from parsers.dates import find_times

    return find_times(text, letter_date=letter_date, received=received)


def _stream(letter_date: date | None, received: date | None) -> None:
    for number, line in enumerate(sys.stdin, 1):
        if line.strip():
            found = _find(_text(line, number), letter_date, received)
            typer.echo(json.dumps([time.to_json() for time in found], ensure_ascii=False))


def _text(line: str, number: int) -> str:
    from ita_docs.errors import WrongUse

    try:
        text = json.loads(line)
    except json.JSONDecodeError as error:
        raise WrongUse(f"line {number} is no JSON string ({error.msg})") from error
    if not isinstance(text, str):
        raise WrongUse(f"line {number} is no JSON string")
    return text


def _print(found: list[TimeExpression]) -> None:
    if not found:
        typer.echo("ไม่พบวันที่หรือเวลา · no date or time found", err=True)
    for time in found:
        doubts = ", ".join(issue.code for issue in time.issues)
        typer.echo(f"{time.value or '-':<34} {time.kind:<17} {time.text}{f'  ({doubts})' if doubts else ''}")
