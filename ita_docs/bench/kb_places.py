"""Gives the values of invented letters their page and line, as a parse would."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ita_docs.knowledge.search.fold import fold

__all__ = ["give_places"]

JSON = dict[str, Any]


def give_places(document: JSON, lines: Sequence[str], page: int) -> None:
    """Fill `provenance` with the line on which each value stands or begins."""
    folded = [_squeezed(line) for line in lines]
    for pointer, texts in _values(document):
        for text in texts:
            line = _line_of(_squeezed(text), folded)
            if line is not None:
                document["provenance"][pointer] = {
                    "page": page,
                    "line": line + 1,
                    "bbox": None,
                    "text": lines[line],
                    "confidence": 1.0,
                }
                break


def _squeezed(text: str) -> str:
    return fold(text).replace(" ", "").replace("\n", "")


def _line_of(text: str, folded: Sequence[str]) -> int | None:
    if not text:
        return None
    for size in (len(text), 40, 24, 14):
        head = text[:size]
        if len(head) < min(len(text), 6):
            continue
        for place, line in enumerate(folded):
            if head in line:
                return place
    return None


def _values(document: JSON) -> Iterator[tuple[str, list[str]]]:
    """Pointers with the words to look for, the best first."""
    if document.get("number"):
        yield "/number", [document["number"]["canonical"]]
    if document.get("date"):
        yield "/date", [_thai(document["date"]), _thai(document["date"], short=True)]
    if document.get("subject"):
        yield "/subject", [document["subject"]]
    for name in ("name", "office"):
        if (document.get("issuer") or {}).get(name):
            yield f"/issuer/{name}", [document["issuer"][name], document["issuer"].get("office") or ""]
    for name in ("name", "position", "acting_for"):
        if (document.get("signatory") or {}).get(name):
            yield f"/signatory/{name}", [document["signatory"][name]]
    yield from _items(document)


def _items(document: JSON) -> Iterator[tuple[str, list[str]]]:
    for place, item in enumerate(document.get("deadlines", ())):
        day = _thai(item["due"]) if item.get("due") else ""
        yield f"/deadlines/{place}", [item.get("text") or "", item.get("action") or "", day]
    for place, item in enumerate(document.get("meetings", ())):
        yield f"/meetings/{place}", [item.get("venue") or "", _thai(item["date"]) if item.get("date") else ""]
    for place, item in enumerate(document.get("references", ())):
        number = (item.get("number") or {}).get("canonical") or ""
        yield (
            f"/references/{place}",
            [number, _thai(item["date"]) if item.get("date") else "", item.get("subject") or ""],
        )
    for place, item in enumerate(document.get("recipients", ())):
        yield f"/recipients/{place}", [item["name"]]
    for place, item in enumerate(document.get("attachments", ())):
        yield f"/attachments/{place}", [item["title"]]


def _thai(iso: str, *, short: bool = False) -> str:
    from ita_docs.knowledge.thai_days import thai_day

    return thai_day(iso, short=short)
