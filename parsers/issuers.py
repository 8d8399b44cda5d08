"""Who speaks in a letter: the letterhead, else the post that signs, else the body's first sentence."""

from __future__ import annotations

import re

from parsers.contract import Document, Issuer, Number, Signatory
from parsers.cues import alternatives
from parsers.evidence import Trace
from parsers.flow import Flow
from parsers.gazetteer import provinces_named
from parsers.knowledge import province_of_code, provinces
from parsers.layout import Zone, Zones
from parsers.linekinds import is_unit
from parsers.offices import is_central, office_of_post, province_in, speaker_of_office

__all__ = ["complete_issuer", "province_of_name"]

_SHORT, _OFFICE = 4, 8

_SPEAKS = re.compile(
    rf"(?:^|\n|ด้วย|ตามที่|โดยที่|เนื่องจาก|เนื่องด้วย|ในการนี้|\s)\s*({alternatives('offices')}[^\s\n,]{{2,70}}?)\s*"
    r"(?:ได้รับ|ได้มี|ได้แจ้ง|ได้|จึง|จะ|พิจารณาแล้ว|ขอ(?!ง)|กำหนด|มีความประสงค์|แจ้ง|พิจารณา|ขอเรียน|โดย|คาด|เห็นว่า|รายงานว่า|มีหนังสือ)"
)


def complete_issuer(document: Document, zones: Zones, body: Flow, trace: Trace) -> None:
    """Fills the issuer's name and province from what the letter says elsewhere."""
    issuer, signatory, number = document.issuer, document.signatory, document.number
    if issuer.name is None:
        _from_seal(issuer, zones, trace)
    if issuer.name is None and signatory is not None:
        _from_post(issuer, signatory, trace)
    if issuer.name is None:
        _from_body(issuer, number, body, trace)
    if issuer.province is None and issuer.name:
        around = f"{issuer.name} {issuer.office or ''}"
        issuer.province = province_of_name(around) or province_of_name(issuer.name)
        evidence = trace.provenance.get("/issuer/name")
        if issuer.province and evidence:
            trace.copy("/issuer/province", evidence)


def province_of_name(name: str) -> str | None:
    """The province after จังหวัด, or one that ends a name (`สำนักงานเขตพื้นที่การศึกษาเชียงราย เขต ๑`)."""
    found = province_in(name)
    if found is None and not is_central(name):
        named = provinces_named(name)
        found = named[0] if len(named) == 1 else _short_province(name)
    return found


def _short_province(name: str) -> str | None:
    """`สำนักงานสรรพากรพื้นที่เลย`: a province whose name is a common word too, at the end of an office's."""
    words = name.strip().split(" ")[-1]
    ends = (row.name_th for row in provinces() if len(row.name_th) <= _SHORT and words.endswith(row.name_th))
    found = next(ends, None)
    return found if found and len(words) - len(found) >= _OFFICE and not words.endswith("เผยแพร่") else None


def _from_seal(issuer: Issuer, zones: Zones, trace: Trace) -> None:
    """A sealed letter prints the sender's name beside its seal."""
    for line in zones.lines(Zone.SEAL):
        if is_unit(line):
            issuer.name = speaker_of_office(line.text)
            trace.note("/issuer/name", [line])
            return


def _from_post(issuer: Issuer, signatory: Signatory, trace: Trace) -> None:
    for key in ("acting_for", "position"):
        post = getattr(signatory, key)
        name = office_of_post(post) if post else None
        if name:
            issuer.name = name
            trace.copy("/issuer/name", trace.provenance[f"/signatory/{key}"])
            return


def _from_body(issuer: Issuer, number: Number | None, body: Flow, trace: Trace) -> None:
    """The office that most often is the subject of the letter's sentences; for a province its own name."""
    counts: dict[str, list[re.Match[str]]] = {}
    for found in _SPEAKS.finditer(body.text):
        counts.setdefault(found[1], []).append(found)
    province = province_of_code(number.agency) if number and number.agency else None
    if province is not None:
        provincial = {name: seen for name, seen in counts.items() if name.startswith("จังหวัด")}
        counts = provincial or counts
    if not counts:
        return
    name, seen = max(counts.items(), key=lambda item: (len(item[1]), -item[1][0].start()))
    issuer.name = name
    trace.note_span("/issuer/name", body, seen[0].start(1), seen[0].end(1))
