"""Provinces whose names are everyday words too (ตาก, เลย): known where they stand alone or behind ของ, ใน."""

from __future__ import annotations

import re
from functools import lru_cache

from ita_docs.knowledge.ask.vocabulary import SHORT_NAME

__all__ = ["spell_provinces"]


def spell_provinces(text: str) -> str:
    """The text with จังหวัด before such a name where it stands as a name.

    >>> spell_provinces("ปีงบ 67 ตาก ต้องส่งอะไร"), spell_provinces("ต้องส่งอะไรบ้างเลย")
    ('ปีงบ 67 จังหวัดตาก ต้องส่งอะไร', 'ต้องส่งอะไรบ้างเลย')
    """
    return _names().sub(r"จังหวัด\1", text)


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    from parsers.knowledge import provinces

    names = "|".join(row.name_th for row in provinces() if len(row.name_th) <= SHORT_NAME)
    before = r"(?:(?<![\wะ-๎])|(?<=ของ)|(?<=ใน)|(?<=จาก)|(?<=ให้)|(?<=ที่)|(?<=ทาง)|(?<=นี้)|(?<=หน้า)|(?<=อำเภอ))"
    behind = (
        r"(?=$|[\s)?,:]|ปี|เดือน|ต้อง|มี|ให้|แจ้ง|สั่ง|นัด|ประชุม|ออก|ส่ง|ขอ|เขา|กำหนดให้|เร่ง|ทำ|ควร|จะ|จัด|เมื่อ|วัน|คือ"
        r"|ครบ|ปิด|ภายใน|ITA)"
    )
    return re.compile(rf"{before}({names}){behind}")
