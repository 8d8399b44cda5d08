"""Numbers that start anew each year: orders, memos, meetings, court cases; and circulars cited by ว alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.contract import Number
from parsers.numbers.match import NumberKind, NumberMatch, letter_number, register_number, spelled

__all__ = ["kind_before", "listed_circulars", "register_numbers"]

_CORE = re.compile(r"(?P<serial>\d(?<![\d/.,-].)\d{0,5}(?: ?- ?\d{1,6})?) ?/ ?(?P<year>2[456]\d\d)(?![\d/])")
_UNIT = r"(?P<unit>\(\d{1,3}\)|[ก-ฮ.]{2,8}\.?\(\d{1,3}\))?"
_BEFORE = re.compile(
    rf"(?P<word>ครั้งที่|(?<!เลข)ที่|(?<![ก-๎.]))\s{{0,3}}(?P<agency>[ก-ฮ]{{1,6}}\.?(?:[ก-ฮ]{{1,6}}\.?){{0,2}})?{_UNIT}\s{{0,3}}(?P<circular>ว\s?\.?)?\s{{0,2}}\Z"
)
_BARE_CIRCULAR = re.compile(r"ว\s?\.?\s?(?P<serial>\d{1,6})(?![\d/.])")
_SHORT_YEAR = re.compile(
    r"คำสั่ง[^\n/]{0,60}?(?<!ครั้ง)ที่ ?(?P<number>(?P<serial>\d{1,5}) ?/ ?(?P<year>[2-7]\d))(?![\d/.])"
)
_LISTED = re.compile(r" ?(?:,|และ|กับ) ?(?:ที่ ?)?(?P<circular>ว ?\.?) ?(?P<serial>\d{1,6})(?![\d/.])")
_CITED = re.compile(r"\s{0,3}(?:ลงวันที่|ลว)")
_NOT_INSIDE = re.compile(r"(?:(?<!เลข)(?P<cue>ที่)\s{0,3}|(?<![ก-๎./)\d])\s?)\Z")
_HEAD = re.compile(r"คำสั่ง|ประกาศ|หนังสือ|บันทึก|หมายเลข(?:คดี)?(?:ดำ|แดง)|คดี|ฎีกา|วิทยุ|มติ|ประชุม")
_HEADS: dict[str, NumberKind] = {"คำสั่ง": "order", "ประกาศ": "announcement", "คดี": "case", "ฎีกา": "case"}
_LOOK_BACK = 150
_WINDOW = 40


def register_numbers(text: str) -> Iterator[NumberMatch]:
    """Register numbers of a normalised text; the caller drops those inside a letter's number."""
    for core in _CORE.finditer(text):
        match = _read(text, core)
        if match is not None:
            yield match
    yield from _orders_of_short_years(text)
    yield from _bare_circulars(text)


def _orders_of_short_years(text: str) -> Iterator[NumberMatch]:
    """`คำสั่ง ทบ. (เฉพาะ) ที่ 145/63`: military orders write the year with two digits, and are cited so."""
    for found in _SHORT_YEAR.finditer(text):
        start, end = found.span("number")
        number = register_number(found["serial"], found["year"])
        yield NumberMatch(start, end, text[start:end], number, "order")


def listed_circulars(text: str, known: Sequence[NumberMatch]) -> Iterator[NumberMatch]:
    """The ว 155 of `กค 0402.5/ว 154 และ ว 155`: numbers of the same office as the one before them."""
    for match in known:
        first, end = match.number, match.end
        while first.circular and first.unit and (more := _LISTED.match(text, end)) is not None:
            start, end = more.start("circular"), more.end()
            number = letter_number(
                first.agency, first.unit, more["serial"], circular=True, committee=first.committee
            )
            yield NumberMatch(start, end, text[start:end], number, "letter")


def _bare_circulars(text: str) -> Iterator[NumberMatch]:
    """`ว 119` where only the running number of a circular is cited: after ที่, or with a date behind it."""
    for found in _BARE_CIRCULAR.finditer(text):
        start, end = found.span()
        before = _NOT_INSIDE.search(text[max(0, start - 8) : start])
        if before and (before["cue"] or _CITED.match(text, end)):
            number = Number(f"ว {found['serial']}", None, None, None, True, found["serial"])
            yield NumberMatch(start, end, text[start:end], number, "letter", (), ("no_code",))


def _read(text: str, core: re.Match[str]) -> NumberMatch | None:
    window_start = max(0, core.start() - _WINDOW)
    before = _BEFORE.search(text[window_start : core.start()])
    if before is None:
        return None
    word, agency, circular = before["word"], before["agency"], bool(before["circular"])
    if agency and re.fullmatch(r"ว\.?", agency):
        agency, circular = None, True
    serial = re.sub(r"\s", "", core["serial"])
    start = window_start + (
        before.start("agency")
        if before["agency"]
        else before.end()
        if not circular
        else before.start("circular")
    )
    if word == "ครั้งที่":
        return _match(text, core, core.start(), register_number(serial, core["year"]), "meeting")
    kind = kind_before(text, start)
    if (
        word == "ที่"
        and kind == "memo"
        and re.search(r"[ก-๎]\Z", text[: window_start + before.start("word")][-1:])
    ):
        return None
    if not word and not agency and kind not in ("order", "announcement"):
        return None
    if not word and not circular and kind != "order" and not (agency and "." in agency):
        return None
    number = register_number(
        serial, core["year"], agency=spelled(agency), unit=before["unit"], circular=circular
    )
    return _match(text, core, start, number, kind)


def _match(text: str, core: re.Match[str], start: int, number: Number, kind: NumberKind) -> NumberMatch:
    return NumberMatch(start, core.end(), text[start : core.end()], number, kind)


def kind_before(text: str, start: int) -> NumberKind:
    """The nearest word before the number that says what it counts; a memo where none does."""
    heads = _HEAD.findall(text, max(0, start - _LOOK_BACK), start)
    head = heads[-1] if heads else ""
    return "case" if head.startswith("หมายเลข") else _HEADS.get(head, "memo")
