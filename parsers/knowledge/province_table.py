"""The provinces: letter code, name, postcodes and telephone areas, each a witness for the others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from parsers.knowledge.tables import load_table

__all__ = ["Province", "province_of_code", "province_of_postcode", "provinces"]


@dataclass(frozen=True, slots=True)
class Province:
    """One province: `อต`, อุตรดิตถ์, postcodes starting with 53, telephone area 055."""

    code: str
    name_th: str
    name_en: str
    postcode_prefixes: tuple[str, ...]
    phone_area_codes: tuple[str, ...]
    region: str
    iso_3166_2: str
    roman3: str
    stray_postcodes: tuple[str, ...]
    source: str


@cache
def provinces() -> tuple[Province, ...]:
    """All rows of `provinces.csv`: 76 provinces and Bangkok."""
    return load_table("provinces.csv", _province)


def _province(**cells: str) -> Province:
    if not re.fullmatch(r"[ก-ฮ]{2}", cells["code"]):
        raise ValueError(f"code must be two Thai consonants, not {cells['code']!r}")
    row = Province(
        code=cells["code"],
        name_th=cells["name_th"],
        name_en=cells["name_en"],
        postcode_prefixes=_list(cells["postcode_prefixes"], r"\d\d", "a postcode prefix is two digits"),
        phone_area_codes=_list(cells["phone_area_codes"], r"0\d\d?", "an area code is 02 or 0NN"),
        region=cells["region"],
        iso_3166_2=cells["iso_3166_2"],
        roman3=cells["roman3"],
        stray_postcodes=_list(cells["stray_postcodes"], r"\d{5}", "a postcode is five digits"),
        source=cells["source"],
    )
    return row


def _list(cell: str, pattern: str, rule: str) -> tuple[str, ...]:
    items = tuple(cell.split())
    for item in items:
        if not re.fullmatch(pattern, item):
            raise ValueError(f"{rule}, not {item!r}")
    return items


@cache
def _codes() -> dict[str, Province]:
    return {province.code: province for province in provinces()}


def province_of_code(code: str) -> Province | None:
    """The province of two letters.

    >>> province_of_code("สน").name_th
    'สกลนคร'
    """
    return _codes().get(code)


def province_of_postcode(postcode: str) -> tuple[Province, ...]:
    """The provinces that a postcode (Arabic digits) may belong to; none where there is no such postcode.

    >>> [p.name_th for p in province_of_postcode("47000")]
    ['สกลนคร']
    """
    strays = tuple(p for p in provinces() if postcode in p.stray_postcodes)
    return strays + tuple(p for p in provinces() if postcode[:2] in p.postcode_prefixes and p not in strays)
