"""The unit that owns the matter (ส่วนราชการเจ้าของเรื่อง), outermost first as printed."""

from __future__ import annotations

import re

from parsers.cues import opens_with
from parsers.evidence import Trace
from parsers.footing import is_unit_with_contact
from parsers.layout import Zone, Zones
from parsers.linekinds import is_unit
from parsers.lines import SourceLine

__all__ = ["find_owner"]

_CONTACT_AT = re.compile(r"\(?(?:โทร(?!ทัศน์|คมนาคม|เวช|มาตร|เลข)|ไปรษณีย์อิเล็ก|e-?mail)", re.IGNORECASE)


def find_owner(zones: Zones, trace: Trace) -> list[str]:
    """`["ที่ทำการปกครองจังหวัด", "กลุ่มงานปกครอง"]` from the lines at the foot of the letter."""
    found: list[str] = []
    for line in zones.lines(Zone.FOOT):
        name = _unit_name(line)
        if name is None or name in found:
            continue
        trace.note(f"/owner/{len(found)}", [line], name)
        found.append(name)
    return found


def _unit_name(line: SourceLine) -> str | None:
    if is_unit_with_contact(line):
        cut = _CONTACT_AT.search(line.text)
        return line.text[: cut.start()].strip(" (") if cut else None
    if not is_unit(line) or opens_with("posts", line.text):
        return None
    return line.text.strip()
