"""A generated letter in the published shape: its number, the words of its citations, and its parse."""

from __future__ import annotations

import datetime as dt
from typing import Any

__all__ = ["JSON", "cited_words", "contract_of", "filled", "number_of", "thai"]

JSON = dict[str, Any]


def number_of(office: JSON, serial: str, *, circular: bool) -> JSON:
    """An office's number with this serial."""
    mark = "ว " if circular else ""
    return {
        "canonical": f"{office['agency']} {office['unit']}/{mark}{serial}",
        "agency": office["agency"],
        "unit": office["unit"],
        "committee": None,
        "circular": circular,
        "serial": serial,
    }


def filled(text: str, year: int) -> str:
    """A phrase of the topics' tables with year and places put in."""
    words = {
        "fy": year,
        "last": year - 1,
        "body": "หน่วยงาน",
        "back": "จังหวัด",
        "cy": year,
        "n": 1,
        "pv": "จังหวัด",
    }
    for name, value in words.items():
        text = text.replace("{" + name + "}", str(value))
    return text


def thai(day: dt.date) -> str:
    """A day as letters write it."""
    from ita_docs.knowledge.thai_days import thai_day

    return thai_day(day.isoformat())


def cited_words(reference: JSON) -> str:
    """A citation as it stands on the page."""
    day = thai(dt.date.fromisoformat(reference["date"]))
    return f"หนังสือ{reference['issuer']} ที่ {reference['number']['canonical']} ลงวันที่ {day}"


def contract_of(head: JSON, references: list[JSON], deadline: JSON | None, lines: list[str]) -> JSON:
    """The published shape, with the lines on which subject, citations and the duty stand."""
    places = {"/subject": 3, "/number": 1, "/date": 2}
    places |= {f"/references/{at}": 5 + at for at in range(len(references))}
    deadlines = []
    if deadline:
        places["/deadlines/0"] = len(lines)
        deadlines = [{**deadline, "responsible": "อำเภอ", "item": None, "rule": None, "attachments": []}]
    return {
        "kind": "external_letter",
        "pages": [1, 1],
        "number": head["number"],
        "date": head["date"],
        "issuer": {"name": head["issuer"]["name"], "province": head["issuer"]["province"]},
        "subject": head["subject"],
        "recipients": [{"name": "นายอำเภอ", "scope": "ทุกอำเภอ", "excluding": []}],
        "references": references,
        "deadlines": deadlines,
        "fiscal_years": [head["year"]],
        "topics": [head["topic"].programme],
        "body": "\n".join(lines[4:]),
        "provenance": {
            pointer: {"page": 1, "line": line, "bbox": None, "text": lines[line - 1], "confidence": 1.0}
            for pointer, line in places.items()
        },
    }
