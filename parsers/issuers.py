"""Who speaks in a letter: the letterhead, else the post that signs, else the body's first sentence."""

from __future__ import annotations

import re

from parsers.contract import Issuer, Number, Signatory
from parsers.cues import alternatives
from parsers.evidence import Trace
from parsers.flow import Flow
from parsers.knowledge import province_of_code
from parsers.offices import office_of_post, province_in

__all__ = ["complete_issuer"]

_SPEAKS = re.compile(
    rf"(?:^|\n|ด้วย|ตามที่|โดยที่|เนื่องจาก|เนื่องด้วย|ในการนี้|\s)\s*({alternatives('offices')}[^\s\n,]{{2,70}}?)\s*"
    r"(?:ได้รับ|ได้มี|ได้แจ้ง|ได้|จึง|จะ|พิจารณาแล้ว|ขอ(?!ง)|กำหนด|มีความประสงค์|แจ้ง|พิจารณา|ขอเรียน|โดย)"
)
_SEALED_NAME = re.compile(rf"^({alternatives('offices')}[^\d]{{2,70}})$")


def complete_issuer(
    issuer: Issuer, signatory: Signatory | None, number: Number | None, body: Flow, trace: Trace
) -> None:
    """Fills the issuer's name and province from what the letter says elsewhere."""
    if issuer.name is None and signatory is not None:
        _from_post(issuer, signatory, trace)
    if issuer.name is None:
        _from_body(issuer, number, body, trace)
    if issuer.province is None and issuer.name:
        issuer.province = province_in(f"{issuer.name} {issuer.office or ''}")
        evidence = trace.provenance.get("/issuer/name")
        if issuer.province and evidence:
            trace.copy("/issuer/province", evidence)


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
