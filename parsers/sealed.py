"""The day of a letter that stands after its body: beside or inside the seal of a sealed letter."""

from __future__ import annotations

from parsers.evidence import Trace
from parsers.layout import Zone, Zones
from parsers.letterhead import Letterhead, day_alone

__all__ = ["day_at_foot"]

_CERTAIN = 0.97
"""Confidence under which a day inside a seal, crossed by initials and rings, is no value."""


def day_at_foot(zones: Zones, head: Letterhead, trace: Trace, *, sealed: bool) -> None:
    """Reads the day after the body; the day of a scanned seal that is not certain is left to a person."""
    for zone in (Zone.SEAL, Zone.BODY, Zone.SIGNATURE, Zone.FOOT):
        for line in zones.lines(zone):
            found = day_alone(line)
            if found is None:
                continue
            trace.note("/date", [line], found.text)
            if sealed and line.confidence < _CERTAIN:
                head.in_seal = found.text
            else:
                head.day, head.day_line = found, line
                head.date = found.value[:10] if found.value else None
            return
    above = zones.lines(Zone.BODY) or zones.lines(Zone.RECIPIENT) or zones.lines(Zone.HEAD)
    if sealed and trace.note_between("/date", above, zones.lines(Zone.FOOT)):
        head.in_seal = ""
