"""Names of offices and the bodies that speak through them: ศาลากลางจังหวัด speaks as จังหวัด."""

from __future__ import annotations

import re
from functools import lru_cache

from parsers.bruised import skeleton_span
from parsers.cues import longest_prefix, offices, opens_with, posts
from parsers.script import skeleton
from parsers.spelling import within_one

__all__ = ["is_central", "office_of_post", "province_in", "speaker_of_office"]

_LONG = 8
_PROVINCE = re.compile(r"จังหวัด\s?(?!ทุก|ที่|และ|ใน|แห่ง|ต่าง|ดังกล่าว)([ก-๎]{3,})")
_SHORT_PROVINCE = re.compile(r"(?<![ก-๎.])จ\.\s?([ก-๎]{3,})")


@lru_cache
def _speaks_as() -> dict[str, str]:
    return {row.prefix: row.speaks_as for row in offices() if row.speaks_as}


@lru_cache
def _speaks_for() -> dict[str, str]:
    return {row.prefix: row.speaks_for for row in posts() if row.speaks_for}


def speaker_of_office(office: str) -> str:
    """The body that speaks through an office.

    >>> speaker_of_office("ศาลากลางจังหวัดมุกดาหาร")
    'จังหวัดมุกดาหาร'
    """
    prefix = opens_with("offices", office)
    if prefix is None or not _speaks_as().get(prefix):
        prefix = _nearly(office) or prefix
    spoken = _speaks_as().get(prefix or "")
    if prefix is None or not spoken:
        return office
    _, end = skeleton_span(office, 0, len(skeleton(prefix)))
    return spoken + office[end:]


def _nearly(office: str) -> str | None:
    """The kind of office whose long name the text begins with, one letter misread."""
    letters = skeleton(office)
    for prefix in _speaks_as():
        spelled = skeleton(prefix)
        if len(spelled) >= _LONG and within_one(letters[: len(spelled)], spelled):
            return prefix
    return None


def office_of_post(post: str) -> str | None:
    """The body for which a post signs.

    >>> office_of_post("ผู้ว่าราชการจังหวัดเชียงใหม่")
    'จังหวัดเชียงใหม่'
    """
    prefix = longest_prefix("posts", post)
    if prefix is None:
        return None
    spoken = _speaks_for().get(prefix)
    if spoken:
        rest = post[len(prefix) :].split(" ")[0]
        return spoken + rest if rest or spoken == "กรุงเทพมหานคร" else None
    rest = post[len(prefix) :].strip()
    return rest if rest and longest_prefix("offices", rest) else None


def province_in(text: str) -> str | None:
    """The word after จังหวัด, as written.

    >>> province_in("ศาลากลางจังหวัดสกลนคร")
    'สกลนคร'
    """
    if "กรุงเทพมหานคร" in text:
        return "กรุงเทพมหานคร"
    found = _PROVINCE.search(text) or _SHORT_PROVINCE.search(text)
    return found[1] if found else None


def is_central(office: str) -> bool:
    """Whether an office is a ministry, department or central body: it sits in no province's line.

    >>> is_central("กรมการปกครอง"), is_central("สำนักงานสาธารณสุขจังหวัดพะเยา")
    (True, False)
    """
    return longest_prefix("central_office", office) is not None and province_in(office) is None
