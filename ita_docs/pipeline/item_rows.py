"""The lists of a parse (references, duties, meetings ...) as rows, each with its evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from ita_docs.pipeline.evidence import evidence_columns
from models import Attachment, Contact, Deadline, Flag, Meeting, Receipt, Recipient, Reference, Row
from models.keys import number_key

__all__ = ["ROWS_OF", "number_columns", "plain_date"]

JSON = dict[str, Any]


def plain_date(text: str | None) -> dt.date | None:
    """A day from its ISO form; None for none and for what is no day (the parse as a whole keeps it).

    >>> plain_date("2025-03-31")
    datetime.date(2025, 3, 31)
    """
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        return None


def number_columns(number: JSON | None) -> JSON:
    """A letter's number as columns; all empty where there is none."""
    number = number or {}
    return {
        "number": number.get("canonical"),
        "number_key": number_key(number.get("canonical")),
        "number_agency": number.get("agency"),
        "number_unit": number.get("unit"),
        "number_committee": number.get("committee"),
        "circular": bool(number.get("circular")),
        "serial": number.get("serial"),
    }


def _reference(item: JSON) -> JSON:
    number = item.get("number") or {}
    return {
        "where": item["where"],
        "kind": item["kind"],
        "issuer_name": item.get("issuer"),
        "urgency": item.get("urgency"),
        **number_columns(number),
        "number_alternatives": number.get("alternatives") or [],
        "date": plain_date(item.get("date")),
        "subject": item.get("subject"),
        "same_file_target": item.get("target"),
    }


def _meeting(item: JSON) -> JSON:
    return {
        "date": plain_date(item.get("date")),
        "end_date": plain_date(item.get("end_date")),
        **_same(item, "start", "end", "title", "venue", "online"),
        "agenda": item.get("agenda") or [],
    }


def _deadline(item: JSON) -> JSON:
    names = ("item", "responsible", "action", "text", "rule", "respond_via", "depends_on")
    return {
        "due": plain_date(item.get("due")),
        **_same(item, *names),
        "attachments": item.get("attachments") or [],
        "restated": bool(item.get("restated")),
    }


def _receipt(item: JSON) -> JSON:
    return {**_same(item, "office", "number", "time"), "date": plain_date(item.get("date"))}


def _flag(item: JSON) -> JSON:
    names = ("field", "code", "written", "resolved")
    return {**_same(item, *names), "why": item.get("why") or "", "evidence": item.get("evidence") or []}


def _recipient(item: JSON) -> JSON:
    role = item.get("role", "to")
    return {**_same(item, "name", "scope"), "excluding": item.get("excluding") or [], "role": role}


def _same(item: JSON, *names: str) -> JSON:
    return {name: item.get(name) for name in names}


def _list(key: str, columns: Callable[[JSON], JSON]) -> Callable[[JSON], list[JSON]]:
    """A function from a parse to the rows of its list `key`, without ids."""

    def rows(contract: JSON) -> list[JSON]:
        provenance = contract.get("provenance") or {}
        return [
            {**columns(item), **evidence_columns(provenance, f"/{key}/{place}")}
            for place, item in enumerate(contract.get(key) or [])
        ]

    return rows


def _recipients(contract: JSON) -> list[JSON]:
    copies = [{**item, "role": "copy"} for item in contract.get("copies_to") or []]
    to_rows = _list("recipients", _recipient)(contract)
    copy_rows = _list("copies_to", _recipient)({**contract, "copies_to": copies})
    return [*to_rows, *copy_rows]


def _flags(contract: JSON) -> list[JSON]:
    provenance = contract.get("provenance") or {}
    return [
        {**_flag(item), **evidence_columns(provenance, "/" + str(item["field"]).lstrip("/"))}
        for item in contract.get("flags") or []
    ]


ROWS_OF: dict[type[Row], Callable[[JSON], list[JSON]]] = {
    Recipient: _recipients,
    Reference: _list("references", _reference),
    Attachment: _list(
        "attachments",
        lambda item: {**_same(item, "no", "quantity", "unit"), "title": item.get("title") or ""},
    ),
    Meeting: _list("meetings", _meeting),
    Deadline: _list("deadlines", _deadline),
    Contact: _list("contacts", lambda item: _same(item, "kind", "value", "ext", "person")),
    Receipt: _list("receipts", _receipt),
    Flag: _flags,
}
"""For each table of extracted rows, a function from a parse (as JSON) to its rows' values, in order."""
