"""Values put right where independent signals agree; the flag keeps what is written and each signal."""

from __future__ import annotations

from parsers.contract import Flag
from parsers.parsed import Parsed

__all__ = ["mend_province"]


def mend_province(one: Parsed, written: str, resolved: str, flagged: Flag) -> None:
    """Puts the province that the evidence names wherever the letter speaks of its own.

    Provenance keeps the written name; the flag lists each field that was changed.
    """
    document = one.document
    issuer = document.issuer
    issuer.name = _mended(issuer.name, written, resolved)
    issuer.office = _mended(issuer.office, written, resolved)
    issuer.province = resolved
    changed = ["/issuer"]
    if document.signatory is not None:
        for key in ("position", "acting_for"):
            value = getattr(document.signatory, key)
            if value and written in value:
                setattr(document.signatory, key, value.replace(written, resolved))
                changed.append(f"/signatory/{key}")
    for index, recipient in enumerate(document.recipients):
        if written in recipient.name:
            recipient.name = recipient.name.replace(written, resolved)
            changed.append(f"/recipients/{index}")
    for index, reference in enumerate(document.references):
        if reference.issuer and written in reference.issuer:
            reference.issuer = reference.issuer.replace(written, resolved)
            changed.append(f"/references/{index}")
    for index, meeting in enumerate(document.meetings):
        if meeting.venue and written in meeting.venue:
            meeting.venue = meeting.venue.replace(written, resolved)
            changed.append(f"/meetings/{index}")
    flagged.evidence.append("mended: " + " ".join(changed))


def _mended(value: str | None, written: str, resolved: str) -> str | None:
    return value.replace(written, resolved) if value else value
