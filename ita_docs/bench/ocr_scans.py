"""Real scans: which of their printed numbers, dates and telephones the reading holds.

A folder of PDFs with gold of the same stem beside each (`documents` as in a parse, `unread` naming what
stands there only by hand). Nothing of them is kept.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from ita_docs.reading import read_file
from ita_docs.settings import Settings
from parsers.dates import find_times
from parsers.numbers import find_numbers
from parsers.page import Page

__all__ = ["measure_scans", "printed_values"]

_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def measure_scans(folder: Path, engine: str = "own") -> dict[str, Any]:
    """Printed values found, by kind, in per cent, with the count of each kind and the misses."""
    wanted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    misses: list[str] = []
    for gold_path in sorted(folder.glob("*.json")):
        pages = read_file(gold_path.with_suffix(".pdf"), engine=engine, settings=Settings()).pages
        for kind, value, span in printed_values(json.loads(gold_path.read_text(encoding="utf-8"))):
            held = value in _values(kind, pages[span[0] - 1 : span[1]])
            wanted[kind] += 1
            found[kind] += held
            if not held:
                misses.append(f"{gold_path.stem} p{span[0]}-{span[1]} {kind} {value}")
    rates = {kind: 100 * found[kind] / wanted[kind] for kind in wanted}
    total = 100 * found.total() / max(wanted.total(), 1)
    return {"exact": {**rates, "all": total}, "values": dict(wanted), "misses": misses}


def printed_values(gold: dict[str, Any]) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Kind, value and pages of each number, date and telephone that stands there in print."""
    for document in gold["documents"]:
        first, last = document["pages"]
        unread = document.get("unread") or []
        pairs = [("number", _canonical(document.get("number"))), ("date", document.get("date"))]
        values = [(kind, value) for kind, value in pairs if kind not in unread]
        for reference in document.get("references", []):
            values += [("number", _canonical(reference.get("number"))), ("date", reference.get("date"))]
        values += [
            ("phone", contact["value"])
            for contact in document.get("contacts", [])
            if contact["kind"] not in ("url", "email", "line")
        ]
        yield from ((kind, value, (first, last)) for kind, value in values if value)


def _canonical(number: dict[str, Any] | None) -> str | None:
    return number["canonical"] if number else None


def _values(kind: str, pages: list[Page]) -> set[str]:
    """All values of a kind in the lines of some pages, a line joined with the next for what is broken."""
    lines = [line.text for page in pages for line in page.lines]
    texts = [*lines, *(f"{one} {two}" for one, two in pairwise(lines))]
    if kind == "number":
        return {match.number.canonical for text in texts for match in find_numbers(text)}
    if kind == "date":
        return {str(time.value) for text in texts for time in find_times(text)}
    return {phone for text in lines for phone in _phones(text)}


def _phones(text: str) -> Iterator[str]:
    """Telephones as runs of digits; `4360-1` also means the number that ends in 61."""
    for match in re.finditer(r"0[\d \-.]{7,}", text.translate(_THAI_DIGITS)):
        digits = re.sub(r"\D", "", match.group())
        for length in (9, 10):
            yield digits[:length]
        if len(digits) > 9:
            yield digits[: 18 - len(digits)] + digits[9:]
