"""What a letter says of the province that it comes from, beside the name of its office."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

from parsers.gazetteer import provinces_named
from parsers.knowledge import Province, province_of_code, province_of_postcode, provinces
from parsers.layout import Zone
from parsers.parsed import Parsed
from parsers.script import arabic

__all__ = ["POSTCODE", "Signal", "coded_in", "province_names", "signals_of", "told", "votes"]

Signal: TypeAlias = tuple[str, frozenset[str], str]
"""A kind of witness, the provinces that it allows, and what it says."""

POSTCODE = re.compile(r"(?<!\d)(\d{5})(?!\d)")


@lru_cache
def province_names() -> dict[str, Province]:
    """The provinces by their Thai names."""
    return {province.name_th: province for province in provinces()}


def coded_in(address: str) -> Province | None:
    """The province whose two letters stand before the postcode (`พย ๕๖๑๒๐`)."""
    found = re.search(r"(?<![ก-๎])([ก-ฮ]{2})\s*\d{5}", arabic(address))
    return province_of_code(found[1]) if found else None


def signals_of(one: Parsed, file: Sequence[Parsed]) -> Iterator[Signal]:
    """Each witness: its name, the provinces that it allows, and what it says."""
    document = one.document
    if document.number and document.number.agency:
        province = province_of_code(document.number.agency)
        if province is not None:
            yield "agency code", frozenset({province.name_th}), document.number.agency
    for code in POSTCODE.findall(_head_text(one)):
        allowed = frozenset(province.name_th for province in province_of_postcode(code))
        if allowed:
            yield "postcode", allowed, code
    areas = {contact.value[:3] for contact in document.contacts if len(contact.value) == 9}
    for area in sorted(areas - {"021", "022", "023", "024", "025", "026", "027", "028", "029", "020"}):
        allowed = frozenset(p.name_th for p in provinces() if area in p.phone_area_codes)
        if allowed:
            yield "telephone area", allowed, area
    yield from _said_elsewhere(one, file)


def _head_text(one: Parsed) -> str:
    if one.zones is None:
        return ""
    return "\n".join(line.arabic for line in one.zones.lines(Zone.HEAD))


def _said_elsewhere(one: Parsed, file: Sequence[Parsed]) -> Iterator[Signal]:
    if one.zones is not None:
        for line in one.zones.lines(Zone.FURNITURE):
            for name in provinces_named(line.text):
                yield "slogan", frozenset({name}), line.text
    for other in file:
        if other is one:
            continue
        for receipt in other.document.receipts:
            for name in _named(receipt.office or ""):
                yield "receiving stamp", frozenset({name}), receipt.office or ""


def _named(text: str) -> list[str]:
    return [name for name in province_names() if name in text] if text else []


def votes(signals: Sequence[Signal]) -> Counter[str]:
    """How many kinds of signal allow each province; a kind counts once."""
    pairs = {(kind, name) for kind, allowed, _ in signals for name in allowed}
    return Counter(name for _, name in pairs)


def told(signals: Sequence[Signal], resolved: str | None) -> list[str]:
    """The signals for a province in words, as a flag's evidence tells them; all of them where none won."""
    return [f"{kind}: {said}" for kind, allowed, said in signals if resolved is None or resolved in allowed]
