"""Agency codes of letter numbers: ministries, departments by first digits, committees, provincial units."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from parsers.knowledge.province_table import province_of_code
from parsers.knowledge.tables import load_table

__all__ = ["AgencyCode", "agency_codes", "agency_name", "known_agency"]

_CODE = re.compile(r"\*|[ก-ฮ]{1,5}")
_UNIT = re.compile(r"\d{2,4}|DD\d\d|N{5}|")
_CONFIDENCE = {"sourced", "memory", "unverified"}


@dataclass(frozen=True, slots=True)
class AgencyCode:
    """One code: `มท` alone is the ministry, with unit `03` a department.

    `code` is `*` for a unit that every province has (`* 0017` is its governor's office); `committee` is the
    tag in brackets (`กค (กวจ)`). `confidence` is `sourced`, `memory` or `unverified`.
    """

    code: str
    unit: str
    committee: str
    name_th: str
    name_en: str
    kind: str
    source: str
    confidence: str


@cache
def agency_codes() -> tuple[AgencyCode, ...]:
    """All rows of `agency_codes.csv`."""
    return load_table("agency_codes.csv", _agency_code)


def _agency_code(**cells: str) -> AgencyCode:
    row = AgencyCode(**cells)
    if not _CODE.fullmatch(row.code):
        raise ValueError(f"code must be Thai consonants without dots, or *, not {row.code!r}")
    if not _UNIT.fullmatch(row.unit):
        raise ValueError(f"unit must be 2 to 4 digits, DD with two digits, or NNNNN, not {row.unit!r}")
    if row.confidence not in _CONFIDENCE:
        raise ValueError(f"confidence must be one of {sorted(_CONFIDENCE)}, not {row.confidence!r}")
    return row


@cache
def _by_code() -> dict[str, list[AgencyCode]]:
    table: dict[str, list[AgencyCode]] = {}
    for row in agency_codes():
        table.setdefault(row.code, []).append(row)
    return table


def known_agency(code: str) -> bool:
    """Whether letters of a number are a known agency or province; dots do not count.

    >>> known_agency("มท"), known_agency("อต"), known_agency("มหา")
    (True, True, False)
    """
    bare = code.replace(".", "")
    return bare in _by_code() or province_of_code(bare) is not None


def agency_name(code: str, unit: str | None = None) -> str | None:
    """The body that a number's letters and digits name, as far as the table knows.

    >>> agency_name("มท", "0322")
    'กรมการปกครอง'
    """
    rows = _by_code().get(code.replace(".", ""), [])
    found = next((row for row in rows if row.unit and unit and unit.startswith(row.unit)), None)
    whole = next((row for row in rows if not row.unit and not row.committee), None)
    named = found or whole
    if named is not None:
        return named.name_th
    province = province_of_code(code)
    return f"จังหวัด{province.name_th}" if province else None
