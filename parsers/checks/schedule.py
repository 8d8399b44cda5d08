"""The rows of a schedule: each ends after it begins."""

from __future__ import annotations

import re

from parsers.flags import flag
from parsers.parsed import Parsed

__all__ = ["check_schedule"]

_ROW = re.compile(r"^(\d{1,2})[.:](\d{2})\s*(?:น\.?)?\s*[-–]\s*(\d{1,2})[.:](\d{2})\s*น")


def check_schedule(one: Parsed) -> None:
    """Flags the first row whose hours run backwards (`๑๐.๔๕ – ๑๐.๑๕ น.`)."""
    for line in one.lines:
        found = _ROW.match(line.arabic)
        if found is None:
            continue
        start, end = int(found[1]) * 60 + int(found[2]), int(found[3]) * 60 + int(found[4])
        if end < start and int(found[1]) < 24:
            one.document.flags.append(flag("L025", found[0], detail=found[0], evidence=[line.text]))
            return
