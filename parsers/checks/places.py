"""The province of a letter: its name against code, postcode, telephone area, stamp and slogan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from parsers.checks.province_signals import (
    POSTCODE,
    Signal,
    coded_in,
    province_names,
    signals_of,
    told,
    votes,
)
from parsers.flags import flag
from parsers.knowledge import Province, known_agency, province_of_code, province_of_postcode, provinces
from parsers.mending import mend_province
from parsers.offices import is_central, province_in
from parsers.parsed import Parsed
from parsers.script import arabic

__all__ = ["check_place"]

_ALIKE = 0.72
_LOCAL = re.compile(r"^(?:สำนักงาน|ที่ทำการ)?(?:เทศบาล|องค์การบริหารส่วน)")
"""Local governments number their letters under their province's code, whatever their district."""
_PROVINCIAL = re.compile(r"^(?:ศาลากลาง)?จังหวัด")


def check_place(one: Parsed, file: Sequence[Parsed]) -> None:
    """Flags a province that the rest of the letter speaks against; mends it where two signals agree."""
    issuer = one.document.issuer
    if not issuer.name or not _PROVINCIAL.match(issuer.office or issuer.name):
        _fill_province(one)
        _check_local(one)
        return
    written = issuer.province or ""
    signals = list(signals_of(one, file))
    known = province_names().get(written)
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
    coded = coded_in(issuer.address or "")
    filed = province_of_code(number.agency) if number is not None and number.agency else None
    found = province_names().get(named or "") or coded or filed
    if found is not None and found.code != "กท":
        issuer.province = found.name_th
        source = "/number" if found is filed and coded is None else "/issuer/address"
        if source in one.document.provenance:
            one.document.provenance["/issuer/province"] = one.document.provenance[source]


def _check_local(one: Parsed) -> None:
    """A local office: number, postcode and telephone against the province that its address names."""
    address = one.document.issuer.address or ""
    province = province_names().get(province_in(address) or "") or coded_in(address)
    if province is None or not one.document.issuer.name or is_central(one.document.issuer.name):
        return
    number = one.document.number
    filed = province_of_code(number.agency) if number is not None and number.agency else None
    local = _LOCAL.match(one.document.issuer.name) is not None
    misread = number is not None and _one_letter_off(number.agency, province.code)
    if local or misread or (filed is not None and filed != province):
        _check_code(one, province, [])
    _check_postcode(one, province)
    _check_telephone(one, province)


def _one_letter_off(agency: str | None, code: str) -> bool:
    """Whether letters that no agency has differ in one place from the province's."""
    if not agency or len(agency) != len(code) or known_agency(agency):
        return False
    return sum(a != b for a, b in zip(agency, code, strict=True)) == 1


def _misspelt(one: Parsed, written: str, signals: Sequence[Signal]) -> Province | None:
    """A name that is no province: the province most like it, if at least two signals name it."""
    alike = {
        name
        for name in province_names()
        if SequenceMatcher(None, name, written, autojunk=False).ratio() >= _ALIKE
    }
    counted = votes([signal for signal in signals if signal[1] & alike])
    most = max((counted[name] for name in alike), default=0)
    best = [name for name in alike if counted[name] == most]
    resolved = best[0] if len(best) == 1 and most >= 2 else None
    if not written:
        return None
    flagged = flag("L009", written, resolved, detail=written, evidence=told(signals, resolved))
    one.document.flags.append(flagged)
    if resolved is None:
        return None
    mend_province(one, written, resolved, flagged)
    return province_names()[resolved]


def _contradicted(known: Province, signals: Sequence[Signal]) -> bool:
    return any(known.name_th not in allowed for _, allowed, _ in signals)


def _overruled(one: Parsed, known: Province, signals: Sequence[Signal]) -> Province | None:
    """A real province that two or more kinds of signal deny in favour of one other."""
    against = [signal for signal in signals if known.name_th not in signal[1]]
    supporting = {kind for kind, allowed, _ in signals if known.name_th in allowed}
    counted = votes(against)
    ranked = counted.most_common(2)
    clear = bool(ranked) and ranked[0][1] >= 2 and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
    if not clear or len(supporting) >= ranked[0][1]:
        return known
    resolved = ranked[0][0]
    flagged = flag("L010", known.name_th, resolved, detail=known.name_th, evidence=told(signals, resolved))
    one.document.flags.append(flagged)
    mend_province(one, known.name_th, resolved, flagged)
    return province_names()[resolved]


def _check_code(one: Parsed, province: Province, signals: Sequence[Signal]) -> None:
    number = one.document.number
    if number is None or not number.agency or number.agency == province.code:
        return
    resolved = f"{province.code}{number.canonical[len(number.agency) :]}"
    evidence = [f"issuer: {one.document.issuer.name}", *told(signals, province.name_th)]
    one.document.flags.append(
        flag("L008", number.canonical, resolved, detail=number.agency, evidence=evidence)
    )


def _check_postcode(one: Parsed, province: Province) -> None:
    for code in POSTCODE.findall(arabic(one.document.issuer.address or "")):
        if province not in province_of_postcode(code):
            expected = " ".join(f"{prefix}xxx" for prefix in province.postcode_prefixes)
            evidence = [f"issuer: {one.document.issuer.name}"]
            one.document.flags.append(
                flag("L011", code, expected, detail=code, evidence=evidence, at="/address")
            )
