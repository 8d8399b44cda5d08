"""The province of a letter: its name against code, postcode, telephone area, stamp and slogan."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from parsers.flags import flag
from parsers.gazetteer import provinces_named
from parsers.knowledge import Province, province_of_code, province_of_postcode, provinces
from parsers.layout import Zone
from parsers.mending import mend_province
from parsers.offices import is_central, province_in
from parsers.parsed import Parsed
from parsers.script import arabic

__all__ = ["check_place"]

_POSTCODE = re.compile(r"(?<!\d)(\d{5})(?!\d)")
_ALIKE = 0.72
_PROVINCIAL = re.compile(r"^(?:ศาลากลาง)?จังหวัด")


@lru_cache
def _names() -> dict[str, Province]:
    return {province.name_th: province for province in provinces()}


def check_place(one: Parsed, file: Sequence[Parsed]) -> None:
    """Flags a province that the rest of the letter speaks against; mends it where two signals agree."""
    issuer = one.document.issuer
    if not issuer.name or not _PROVINCIAL.match(issuer.office or issuer.name):
        _fill_province(one)
        _check_local(one)
        return
    written = issuer.province or ""
    signals = list(_signals(one, file))
    known = _names().get(written)
    settled = known
    if known is None:
        settled = _misspelt(one, written, signals)
    elif _contradicted(known, signals):
        settled = _overruled(one, known, signals)
    if settled is not None:
        _check_code(one, settled, signals)
        _check_postcode(one, settled)
        _check_telephone(one, settled)


def _check_telephone(one: Parsed, province: Province) -> None:
    for index, contact in enumerate(one.document.contacts):
        area = contact.value[:3]
        fixed = contact.kind in {"phone", "fax", "phone_fax"} and len(contact.value) == 9
        elsewhere = any(area in other.phone_area_codes for other in provinces())
        if fixed and elsewhere and area not in province.phone_area_codes and not contact.person:
            expected = " ".join(province.phone_area_codes)
            evidence = [f"issuer: {one.document.issuer.name}"]
            one.document.flags.append(
                flag("L012", contact.value, expected, evidence=evidence, at=f"/{index}")
            )


def _fill_province(one: Parsed) -> None:
    """A district's or local office's province: named in its address, or by the code before its postcode."""
    issuer, number = one.document.issuer, one.document.number
    if not issuer.name or is_central(issuer.name):
        issuer.province = None
        return
    if issuer.province:
        return
    named = province_in(issuer.address or "")
    coded = _coded_in(issuer.address or "")
    filed = province_of_code(number.agency) if number is not None and number.agency else None
    found = _names().get(named or "") or coded or filed
    if found is not None and found.code != "กท":
        issuer.province = found.name_th
        source = "/number" if found is filed and coded is None else "/issuer/address"
        if source in one.document.provenance:
            one.document.provenance["/issuer/province"] = one.document.provenance[source]


def _coded_in(address: str) -> Province | None:
    """The province whose two letters stand before the postcode (`พย ๕๖๑๒๐`)."""
    found = re.search(r"(?<![ก-๎])([ก-ฮ]{2})\s*\d{5}", arabic(address))
    return province_of_code(found[1]) if found else None


def _check_local(one: Parsed) -> None:
    """A local office: number, postcode and telephone against the province that its address names."""
    address = one.document.issuer.address or ""
    province = _names().get(province_in(address) or "") or _coded_in(address)
    if province is None or not one.document.issuer.name or is_central(one.document.issuer.name):
        return
    number = one.document.number
    filed = province_of_code(number.agency) if number is not None and number.agency else None
    if filed is not None and filed != province:
        _check_code(one, province, [])
    _check_postcode(one, province)
    _check_telephone(one, province)


def _signals(one: Parsed, file: Sequence[Parsed]) -> Iterator[tuple[str, frozenset[str], str]]:
    """Each witness: its name, the provinces that it allows, and what it says."""
    document = one.document
    if document.number and document.number.agency:
        province = province_of_code(document.number.agency)
        if province is not None:
            yield "agency code", frozenset({province.name_th}), document.number.agency
    for code in _POSTCODE.findall(_head_text(one)):
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


def _said_elsewhere(one: Parsed, file: Sequence[Parsed]) -> Iterator[tuple[str, frozenset[str], str]]:
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
    return [name for name in _names() if name in text] if text else []


def _misspelt(
    one: Parsed, written: str, signals: Sequence[tuple[str, frozenset[str], str]]
) -> Province | None:
    """A name that is no province: the province most like it, if at least two signals name it."""
    alike = {
        name for name in _names() if SequenceMatcher(None, name, written, autojunk=False).ratio() >= _ALIKE
    }
    votes = _votes([signal for signal in signals if signal[1] & alike])
    best = [name for name in alike if votes[name] == max(votes[n] for n in alike)] if alike else []
    resolved = best[0] if len(best) == 1 and votes[best[0]] >= 2 else None
    if not written:
        return None
    flagged = flag("L009", written, resolved, detail=written, evidence=_told(signals, resolved))
    one.document.flags.append(flagged)
    if resolved is None:
        return None
    mend_province(one, written, resolved, flagged)
    return _names()[resolved]


def _contradicted(known: Province, signals: Sequence[tuple[str, frozenset[str], str]]) -> bool:
    return any(known.name_th not in allowed for _, allowed, _ in signals)


def _overruled(
    one: Parsed, known: Province, signals: Sequence[tuple[str, frozenset[str], str]]
) -> Province | None:
    """A real province that two or more kinds of signal deny in favour of one other."""
    against = [signal for signal in signals if known.name_th not in signal[1]]
    supporting = {kind for kind, allowed, _ in signals if known.name_th in allowed}
    votes = _votes(against)
    ranked = votes.most_common(2)
    clear = bool(ranked) and ranked[0][1] >= 2 and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
    if not clear or len(supporting) >= ranked[0][1]:
        return known
    resolved = ranked[0][0]
    flagged = flag("L010", known.name_th, resolved, detail=known.name_th, evidence=_told(signals, resolved))
    one.document.flags.append(flagged)
    mend_province(one, known.name_th, resolved, flagged)
    return _names()[resolved]


def _votes(signals: Sequence[tuple[str, frozenset[str], str]]) -> Counter[str]:
    """How many kinds of signal allow each province; a kind counts once."""
    pairs = {(kind, name) for kind, allowed, _ in signals for name in allowed}
    return Counter(name for _, name in pairs)


def _told(signals: Sequence[tuple[str, frozenset[str], str]], resolved: str | None) -> list[str]:
    return [f"{kind}: {said}" for kind, allowed, said in signals if resolved is None or resolved in allowed]


def _check_code(one: Parsed, province: Province, signals: Sequence[tuple[str, frozenset[str], str]]) -> None:
    number = one.document.number
    if number is None or not number.agency or number.agency == province.code:
        return
    resolved = f"{province.code}{number.canonical[len(number.agency) :]}"
    evidence = [f"issuer: {one.document.issuer.name}", *_told(signals, province.name_th)]
    one.document.flags.append(
        flag("L008", number.canonical, resolved, detail=number.agency, evidence=evidence)
    )


def _check_postcode(one: Parsed, province: Province) -> None:
    for code in _POSTCODE.findall(arabic(one.document.issuer.address or "")):
        if province not in province_of_postcode(code):
            expected = " ".join(f"{prefix}xxx" for prefix in province.postcode_prefixes)
            evidence = [f"issuer: {one.document.issuer.name}"]
            one.document.flags.append(
                flag("L011", code, expected, detail=code, evidence=evidence, at="/address")
            )
