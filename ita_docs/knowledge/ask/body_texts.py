"""What central bodies are called in questions: their names, short forms, spoken and English names."""

from __future__ import annotations

from collections.abc import Iterator

from ita_docs.knowledge.parties import parties
from ita_docs.knowledge.search.lexicon import DATA, abbreviations
from parsers.knowledge.tables import load_table

__all__ = ["body_texts"]

_KINDS = ("ministry", "department", "department_prefix", "independent", "agency", "regulator", "public_body")

SHORTEST = 3
"""Characters of the shortest short form, dots aside; สถ. and ปค. are abbreviations of their own."""


def body_texts() -> list[tuple[str, str]]:
    """Texts with the name of the body that each means.

    >>> ("กรมปกครอง", "กรมการปกครอง") in body_texts()
    True
    """
    bound = {party.text for party in parties()}
    pairs = [*_coded(), *_abbreviated(), *_listed(), *_spoken()]
    return list(dict.fromkeys(pair for pair in pairs if pair[0] not in bound and pair[1] not in bound))


def _coded() -> Iterator[tuple[str, str]]:
    from parsers.knowledge import agency_codes

    for code in agency_codes():
        if code.name_th and code.kind in _KINDS:
            yield code.name_th, code.name_th
            if code.name_th.startswith("กระทรวง"):
                yield f"สำนักงานปลัด{code.name_th}", f"สำนักงานปลัด{code.name_th}"


def _abbreviated() -> Iterator[tuple[str, str]]:
    for entry in abbreviations():
        if entry.kind == "body":
            for text in (entry.short, entry.full, f"สำนักงาน {entry.short}", f"สำนักงาน{entry.full}"):
                yield text, entry.full


def _listed() -> Iterator[tuple[str, str]]:
    rows: tuple[dict[str, str], ...] = load_table("agencies.csv", dict)
    for row in rows:
        yield row["name"], row["name"]
        if len(row["abbreviation"].replace(".", "")) >= SHORTEST:
            yield row["abbreviation"], row["name"]


def _spoken() -> Iterator[tuple[str, str]]:
    rows: tuple[dict[str, str], ...] = load_table("spoken_bodies.csv", dict, DATA)
    for row in rows:
        yield row["spoken"], row["full"]
