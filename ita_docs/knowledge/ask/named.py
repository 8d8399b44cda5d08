"""What a question gives in its own words: a subject, a person. Taken out before the rest is understood."""

from __future__ import annotations

import re
from functools import lru_cache

from ita_docs.knowledge.ask.vocabulary import NUMBER
from ita_docs.knowledge.search.routes import NumberRoute, number_routes
from parsers.knowledge.tables import load_table
from parsers.normalise import plain_digits

__all__ = ["names_event", "take_about", "take_number", "take_person", "take_rounds"]

_QUOTED = re.compile(r"[\"“”'‘«]([^\"“”'’»]{3,})[\"“”'’»]")
_ASKING = (
    r"มา\s+(?=ต้อง|แล้ว|ให้|จะ|อยาก|ขอ|เรา|ทาง|ใคร|วัน|กำหนด)|มาแล้ว\s|\s?เรา(?:ต้อง|จะ|ควร|มี|ถูก)|มีฉบับ|มีกี่|มีหนังสือ|มีอะไร|มีไหม|มีมั้ย|ฉบับไหน|ฉบับใด|กี่ฉบับ|ใคร|หน่วยงานใด|หน่วยงานไหน|ลงวันที่|ลงนาม|ส่งถึง"
    r"|ต้องทำ|ต้องส่ง|ต้องเสร็จ|ต้องแล้วเสร็จ|ต้องดำเนินการ|ต้องรายงาน|ให้ทำ|ส่งวัน|ส่งเมื่อ|ครบกำหนด|กำหนดส่ง|เสร็จเมื่อ|เสร็จวัน|จัดวัน|จัดที่|ภายในวัน|วันที่เท่า|ออกเมื่อ|ออกวัน|เมื่อไ|เมื่อใด|วันไหน|คือ|อยู่|ที่ไหน|ท่านใด|ท่านไหน|ผู้ใด|\s(?:นี่|นี้|อันนี้|เนี่ย)|เซ็น|เลขที่|อ้างถึง|แนบ|ที่ขาด|ที่หาย|ที่ไม่มี|ที่ยังไม่|ที่เรา|แต่|ติดต่อ|หน่อย|ครับ|ค่ะ|คะ|\?|$"
)
_ABOUT = re.compile(
    rf"(?<!ต้น)(?<!เจ้าของ)(?<!หัว)(?<!ชื่อ)(?<!กี่)(?<!ละ)(?<!ทุก)(?<!หลาย)(?<!บาง)เรื่อง\s*(?!หนังสือ|อะไร|ไร|ใด|ไหน|ที่|เดิม|นี้|เดียว|วันไหน|วันใด|เมื่อ|กี่|บ้าง|และ)(.+?)\s*(?={_ASKING})"
)
_ENGLISH_ABOUT = re.compile(
    r"(?:letters?|circulars?|orders?|announcements?)\s+(?:about|on|concerning|regarding)\s+(.{3,}?)\s*"
    r"(?=\?|$|\b(?:from|in|dated|signed|issued|sent|since|before|after|by)\b)",
    re.IGNORECASE,
)
_ENDS_NAME = re.compile(
    r"(?:ได้)?(?:เป็น(?:ผู้|คน)\S*|เป็นใคร|คือใคร|คือผู้|ลงนาม|ลงชื่อ|เซ็น|ดำรงตำแหน่ง|ตำแหน่ง|ส่งหนังสือ|ออกหนังสือ|มีฉบับ"
    r"|มีหนังสือ|มีเบอร์|มีตำแหน่ง|ติดต่อ|เบอร์|โทร|หนังสือ|ฉบับ|เดือน|ปี\s?\d)"
)


SHORTEST_ABOUT = 6
"""Characters of the shortest subject behind เรื่อง; what is shorter is a word (เรื่อง ITA)."""


def take_about(text: str, *, quoted: bool = False) -> tuple[str, str | None]:
    """The question without the subject that it names, and that subject.

    Words in quotation marks are taken as they stand; else, unless only the `quoted` are wanted, what follows
    เรื่อง up to what is asked of it.

    >>> take_about("หนังสือเรื่อง การจัดการขยะมูลฝอย มีฉบับไหนบ้าง")
    ('หนังสือ มีฉบับไหนบ้าง', 'การจัดการขยะมูลฝอย')
    """
    for pattern in (_QUOTED,) if quoted else (_QUOTED, _ABOUT, _ENGLISH_ABOUT):
        found = pattern.search(text)
        if found and pattern is _ABOUT and len(found[1]) < SHORTEST_ABOUT:
            continue
        if found and NUMBER not in found[0] and (pattern is not _ENGLISH_ABOUT or not found[1].isascii()):
            start = found.start() if pattern is not _ENGLISH_ABOUT else found.start(1)
            about, place = (found[1], "") if pattern is _QUOTED else _without_place(found[1])
            rest = f"{text[:start].rstrip()} {place} {text[found.end() :].lstrip()}".strip()
            return rest.replace("  ", " "), about.strip()
    return text, None


def _without_place(about: str) -> tuple[str, str]:
    """A subject without the province that the question adds to it: `การจัดการขยะ ใน|พิจิตร`."""
    found = _place().search(about)
    return (about[: found.start()], found[0].strip()) if found is not None else (about, "")


@lru_cache(maxsize=1)
def _place() -> re.Pattern[str]:
    from parsers.knowledge import provinces

    names = "|".join(sorted((row.name_th for row in provinces()), key=len, reverse=True))
    return re.compile(rf"\s*(?:\s|ใน|ของ|\(|จ\.|จังหวัด)+(?:{names})\)?\s*$")


def take_person(text: str) -> tuple[str, str | None]:
    """The question without the person whom it names by title and name, and that name.

    >>> take_person("หนังสือที่นายสมชาย ใจดีลงนามมีฉบับไหน")
    ('หนังสือที่ ลงนามมีฉบับไหน', 'นายสมชาย ใจดี')
    """
    for found in _person().finditer(text):
        name = _without_tail(found[0])
        if name is not None:
            end = found.start() + len(name)
            return f"{text[: found.start()]} {text[end:].lstrip()}".strip(), name.strip()
    return text, None


def _without_tail(words: str) -> str | None:
    """The name without the verb that follows it unspaced; None where no name is left."""
    title = re.match(rf"(?:{_title().pattern})+(?:\(?หญิง\)?\s+)?", words)
    assert title is not None
    cut = _ENDS_NAME.search(words, title.end())
    name = words[: cut.start()] if cut else words
    return name if len(name.strip()) - title.end() >= 2 else None


@lru_cache(maxsize=1)
def _title() -> re.Pattern[str]:
    rows: tuple[dict[str, str], ...] = load_table("titles.csv", dict)
    titles = sorted({row["title"] for row in rows}, key=len, reverse=True)
    words = "|".join(r"\s?".join(map(re.escape, title.split())) for title in titles)
    return re.compile(rf"(?:{words}|Mr\.?|Mrs\.?|Ms\.?)\s*")


@lru_cache(maxsize=1)
def _person() -> re.Pattern[str]:
    """A title, a given name, and a surname; นายอำเภอ and other posts are none."""
    posts = "นครศรีอยุธยา|อำเภอ|ก(?:เทศ|องค์|รัฐ|อบ|สมาคม|เหล่า|เมือง|ส|\\s)|ทะเบียน|ช่าง|ตรวจ|แพทย์|สถานี|จ้าง|ท้าย|ทหาร"
    return re.compile(
        rf"(?<!ท)(?<!เจ้า)(?<!ขุน)(?<!นคร)(?:{_title().pattern})+(?:\(?หญิง\)?\s+)?(?!{posts})[ก-๎]{{2,}}(?:\s+[ก-๎]{{2,}})?"
    )


_ROUND = re.compile(r"(?:ครั้ง|รุ่น|รอบ)ที่?\s*\d{1,3}(?:\s*/\s*\d{4})?")


def take_rounds(text: str) -> tuple[str, list[str]]:
    """`ครั้งที่ 1/2568` is part of a meeting's name: no number and no year."""
    text = plain_digits(text)
    found = [match[0].replace(" ", "").replace("ที่", "ที").replace("ที", "ที่") for match in _ROUND.finditer(text)]
    return _ROUND.sub(" ", text), found


def take_number(text: str) -> tuple[str, str | None]:
    """The question with a word in place of its first letter's number, and that number.

    >>> take_number("ใครลงนาม มท 0322/ว 1861")[1]
    'มท 0322/ว 1861'
    """
    routes = [route for route in number_routes(text) if not _counts_meetings(text, route)]
    if not routes:
        return text, None
    first = routes[0]
    number = text[first.start : first.end].strip()
    for route in sorted(routes, key=lambda route: -route.start):
        mark = NUMBER if route is first else ""
        text = f"{text[: route.start]} {mark} {text[route.end :]}"
    return text, number


def _counts_meetings(text: str, route: NumberRoute) -> bool:
    """Whether the number is that of a meeting or a round (ครั้งที่ 1/2568), not of a letter."""
    return re.search(r"(?:ครั้ง|รอบ|รุ่น|ไตรมาส|ข้อ|มาตรา)(?:ที่)?\s*$", text[: route.start]) is not None


_EVENT = re.compile(
    r"^(?:การ|ขอเชิญ|เชิญ|เข้าร่วม|ร่วม|โครงการ)*(?:ประชุม|อบรม|ฝึกอบรม|สัมมนา|ปฐมนิเทศ|พิธี|กิจกรรม|เวที)"
)


def names_event(about: str) -> bool:
    """Whether a name is that of a meeting or an event: การประชุม ..., โครงการฝึกอบรม ..."""
    return _EVENT.match(about) is not None
