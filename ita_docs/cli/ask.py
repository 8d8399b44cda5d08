"""`ita-docs ask`: a question in Thai or English, answered in rows that each say where it stands."""

from __future__ import annotations

import datetime as dt
import json
from typing import Annotated, Any

import typer

from ita_docs.cli.counts import counted
from ita_docs.cli.opened import JSON_HELP, console, opened_with_index, print_json

__all__ = ["ask"]

ROWS = 100
"""Rows of a table unless told otherwise."""


def ask(
    question: Annotated[str, typer.Argument(help="คำถาม · The question")],
    query: Annotated[
        str | None, typer.Option(help="คำถามที่แก้แล้ว (JSON ของ understood) · An edited query (JSON)")
    ] = None,
    today: Annotated[
        dt.datetime | None, typer.Option(formats=["%Y-%m-%d"], help="นับวันจากวันนี้ · Count days from this day")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="ผลเมื่อค้นแทน · Results when searched")] = 10,
    rows: Annotated[int, typer.Option(min=1, help="แถวที่แสดงอย่างมาก · Rows shown at the most")] = ROWS,
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """ถามเป็นภาษาไทยหรืออังกฤษ · Ask in Thai or English.

    The query that was understood is printed first: correct it with `--query`. What cannot be understood
    is searched instead, and the answer says so. `--json` gives all rows.
    """
    from ita_docs.knowledge.ask.answer import ask as answer

    if not question.strip() and not query:
        raise typer.BadParameter("พิมพ์คำถาม · ask something", param_hint="QUESTION")

    with opened_with_index() as (session, index, settings):
        found = answer(
            session,
            index,
            question,
            today=today.date() if today else None,
            office=settings.office,
            understood=_edited(query) if query else None,
            limit=limit,
            most=None if as_json else rows,
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
    from ita_docs.cli.answer_table import answer_table
    from ita_docs.knowledge.ask.question import Question
    from ita_docs.knowledge.ask.told import in_english, told_in_words

    screen, english = console(), in_english(found["question"])
    understood = Question.from_json(found["understood"])
    told = told_in_words(understood, english=english)
    screen.print(f"{'Understood' if english else 'เข้าใจว่า'}: {told}", style="dim", markup=False)
    words = _WORDS["en" if english else "th"]
    if found["unused"]:
        screen.print(words["unused"].format(" · ".join(found["unused"])), markup=False)
    if not found["answers"]:
        lost = understood.kind == "search" and not found["unused"]
        screen.print(words["lost" if lost else "nothing"])
        return
    if found["fallback"]:
        screen.print(words["searched"])
    kind = "search" if found["fallback"] else understood.kind
    screen.print(answer_table(kind, found["answers"], screen.width, english=english))
    shown, total = len(found["answers"]), found["total"]
    rows = counted(total, "row") if english else total
    screen.print(words["part" if shown < total else "rows"].format(shown, rows))


_WORDS = {
    "th": {
        "searched": "ไม่พบคำตอบตรง ๆ จึงค้นหาหนังสือตามคำแทน",
        "nothing": "ไม่พบคำตอบในหนังสือที่มี",
        "lost": "ไม่เข้าใจคำถามนี้ ลองถามว่าใครต้องทำอะไรเมื่อไร หรือพิมพ์คำจากหนังสือ",
        "unused": "คำที่ไม่ได้ใช้เพราะไม่พบในคำตอบ: {}",
        "rows": "{1} รายการ",
        "part": "แสดง {} จาก {} รายการ (ดูมากกว่านี้ด้วย --rows)",
    },
    "en": {
        "searched": "No direct answer; these letters were found by search:",
        "nothing": "The letters held say nothing of it.",
        "lost": "This was not understood. Ask who must do what by when, or type words of the letter.",
        "unused": "Words not used, as nothing shown holds them: {}",
        "rows": "{1}",
        "part": "{} of {} (more with --rows)",
    },
}
