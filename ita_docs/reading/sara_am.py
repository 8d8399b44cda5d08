"""Puts back the ำ that a text layer has lost: `ดาเนินการ` and `ก าหนด` mean ดำเนินการ and กำหนด.

Some producers draw ำ as two glyphs and give the first one no text, or a space. Which า was a ำ is decided by
the cheapest way to cut the run of Thai into words; a run that reads best as it stands is left alone.
"""

from __future__ import annotations

import re

from ita_docs.reading.thai_words import RUN, cut

__all__ = ["count_lost", "mend_lost_am", "mend_spaced_am"]

_SPACED = re.compile(r"(?<=[ก-ฮ่-๋])[ \u00a0]+า")


def mend_spaced_am(text: str) -> str:
    """Close the gap in `ก าหนด`: no Thai word begins with า, so the space is the lost half of ำ or nothing.

    >>> mend_spaced_am("ก าหนดจ านวน ฟ้ า")
    'กำหนดจำนวน ฟ้า'
    """
    if not _SPACED.search(text):
        return text
    return mend_lost_am(_SPACED.sub("า", text))


def mend_lost_am(text: str) -> str:
    """Spell every run of Thai anew, each า free to be ำ. Only for text that has lost its ำ throughout.

    >>> mend_lost_am("สานักงานดาเนินการตามหน้าที่")
    'สำนักงานดำเนินการตามหน้าที่'
    """
    return RUN.sub(
        lambda run: cut(run.group(), free_am=True).text if "า" in run.group() else run.group(), text
    )


def count_lost(text: str) -> int:
    """How many า read better as ำ; a text that has kept its ำ gives almost none."""
    return sum(old != new for old, new in zip(text, mend_lost_am(text), strict=True))
