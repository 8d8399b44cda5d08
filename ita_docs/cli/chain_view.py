"""A chain as a list by day, each letter with what it hangs on, in the user's language."""

from __future__ import annotations

from typing import Any

__all__ = ["chain_view"]

_KINDS = {
    "follows": ("อ้างถึง", "follows"),
    "forwards": ("นำส่ง", "forwards"),
    "acts_on": ("ปฏิบัติตาม", "acts on"),
    "replies": ("ตอบ", "replies to"),
    "reminds": ("เตือน", "reminds of"),
    "changes": ("เปลี่ยนแปลง", "changes"),
    "cancels": ("ยกเลิก", "cancels"),
}
_STATES = {"missing": ("ไม่มีในคลัง", "not held"), "ambiguous": ("ไม่แน่ชัดว่าฉบับใด", "ambiguous")}

DAY_WIDTH = 14
"""Columns of a day such as `30 ก.ย. 2568`, or `30 Sep 2025`."""


def chain_view(chain: dict[str, Any], width: int, *, english: bool = False) -> list[Any]:
    """Lines for the screen, none wider than `width`: subjects wrap between words under their own letter."""
    lines: list[Any] = []
    names = {letter["id"]: _name(letter) for letter in chain["letters"]}
    for letter in sorted(chain["letters"], key=lambda one: (one["date"] or "", one["depth"], one["id"])):
        lines += _letter(letter, letter["id"] == chain["root"], width, english)
        for bond in chain["links"]:
            if bond["from"] == letter["id"]:
                told = _KINDS.get(bond["kind"], (bond["kind"],) * 2)[english]
                lines += _wrapped(f"{told} {names[bond['to']]}", "└ ", width, "cyan")
    return lines


def _name(letter: dict[str, Any]) -> str:
    return str(letter["number"] or letter["subject"] or letter["id"])


def _letter(letter: dict[str, Any], root: bool, width: int, english: bool) -> list[Any]:
    from rich.cells import cell_len
    from rich.text import Text

    day = _day(letter["date"], english)
    head = Text(f"{'●' if root else '○'} {' ' * (DAY_WIDTH - cell_len(day))}{day}  ")
    head.append(letter["number"] or "-", style="bold")
    if state := _STATES.get(letter["state"]):
        head.append(f"  ({state[english]})", style="red" if letter["state"] == "missing" else "yellow")
    if copies := len(letter["copies"]):
        head.append(f"  +{copies} {'copies' if english else 'สำเนา'}", style="dim")
    return [head, *_wrapped(letter["subject"] or "", "", width, "")]


def _wrapped(text: str, mark: str, width: int, style: str) -> list[Any]:
    """The text under the number, broken between words, its further lines under its first."""
    from rich.text import Text

    from ita_docs.cli.thai_wrap import wrap_thai

    if not text:
        return []
    indent = " " * (DAY_WIDTH + 4)
    room = max(20, width - len(indent) - len(mark))
    first, *rest = wrap_thai(text, room).split("\n")
    lines = [f"{indent}{mark}{first}", *(f"{indent}{' ' * len(mark)}{line}" for line in rest)]
    return [Text(line, style=style) for line in lines]


def _day(iso: str | None, english: bool) -> str:
    from datetime import date

    from ita_docs.knowledge.thai_days import thai_day

    if iso and english:
        day = date.fromisoformat(iso)
        return f"{day.day} {day:%b %Y}"
    return thai_day(iso, short=True)
