"""Numbers of letters: `มท 0018.1/ว 5565`, `กค (กวจ) 0405.2/ว 119`, `กห 0206(กคร.447)/2570`.

The digits of the unit with the slash or the ว after them are the anchor; what stands before them says
whose number it is. Codes that the table does not know are read too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parsers.contract import Number
from parsers.knowledge import known_agency
from parsers.numbers.match import NumberMatch, letter_number, register_number, spelled
from parsers.numbers.registers import kind_before

__all__ = ["letter_numbers"]

# The tag of a sub-unit stands behind its digits (กห 0206(กคร.447), อว 8393(14)), that of a committee before
# them (กค (กวจ) 0405.2); digits may follow the tag (ตช 0015(สร).27); a slash may be lost (กค 0405.2ว 336)
# or be a dash (ตช 0026.21-542); a branch may stand behind a space (ตผ 0054 ลย/217).
_TAG = r"\((?:[ก-ฮA-Za-z.]{1,12} ?)?[\d.]{0,6}\)"
# A point may follow the letters (มท.0810.8), and a point within the digits be read as a comma.
_UNIT = r"(?P<unit>\d(?<![\d/,-].)(?<![^ก-ฮ]\..)(?: ?\d){0,4}(?: ?[.,] ?\d{1,3}(?!\d)){0,4})"
_BLANK = r"[.…·_]{2,}|…|_+"
# A series of its own stands before the running number: กค 0706/พ.881, มท 5306.2/นย.(บค.) 12/2566; a circular
# may say what it is about: นร 0505/ว(ล) 77; a court marks the kind behind: ศย 016/ว 741(ป).
# One outside the count is พิเศษ; a section may stand in brackets: อก 0314/(สรข.6)245.
_SERIES = (
    r"(?P<series>(?:พิเศษ|(?!ว)[ก-ฮ]{1,3}\.?(?: ?\([ก-ฮ.]{1,6}\))?|\([ก-ฮ]{1,4}\.?\d{0,2}\))[ /]{0,2})(?=\d)"
)
_MARKED = r"ว ?(?P<mark>\([ก-ฮ]{1,3}\))?\.?"
_CORE = re.compile(
    _UNIT
    + rf"(?:\s?(?P<tag>\.?{_TAG}(?:\.\d{{1,3}}(?!\d))?)| (?P<branch>[ก-ฮ]{{2,3}})(?=/\s?\d))?"
    + rf"(?:\s?/(?:/(?=\s?ว))?\s{{0,2}}(?:(?P<slash_circular>{_MARKED})|{_SERIES})?"
    + r"|(?P<dash>\s?-\s?)(?P<dash_circular>ว\s?\.?)?"
    + r"|\s?(?P<glued>ว)\.?(?=\s?[\d.…]))"
    + r"\s{0,2}(?P<serial>\d(?: \d)+(?![\d./])|\d{1,3}(?: \d{1,3})+(?=\s*\Z)"
    + rf"|\d{{1,6}}(?:/\d{{1,2}}(?![\d/]))?(?!\d)|{_BLANK})?"
    + r"(?(series)(?P<year>(?<=\d)/\d{1,6}(?![\d/]))?)(?P<kind>(?<=\d) ?\([ก-ฮ]{1,2}\))?"
)
_AGENCY = r"(?:[ก-ฮ]{1,5}\.?){1,3}"
_BEFORE = re.compile(
    rf"(?:(?P<cue>ที่)\s{{0,3}}|(?<![ก-๎.]))(?P<agency>{_AGENCY})?\s{{0,3}}"
    r"(?P<committee>\([ก-ฮ. ]{2,12}\))?\s{0,2}\Z"
)
_BRUISED = re.compile(r"ที่\s{1,3}(?P<agency>[ก-ฮ][ก-๎]{1,5})\s{0,3}\Z")
_RUN_ON = re.compile(r"(?P<agency>[ก-ฮ]{2,3})\s?\Z")
_NO_NUMBER = re.compile(
    r"(?:[พค]\.\s?ศ\.?|ครั้ง|ข้อ|หมู่|มาตรา|บ้านเลข|ฉบับ|โทร\.?|โทรศัพท์|โทรสาร|ต่อ|หน้า|บาท|ราคา)\s?\Z"
)
_LISTED = re.compile(r"เลข\Z")  # เลขที่ 123/45 is a house; เลขที่ อว 69/12 a certificate
_LINE_ENDS = re.compile(r" *(?:\n|\Z)")
_LETTERHEAD = re.compile(r"\s*(?:ที่)\s[ก-ฮ. ]{1,12}(?:\([ก-ฮ.]{1,12}\)\s?)?")
"""What stands before the digits of a number on a line of its own, whose stamped digits may stand apart."""
_WINDOW = 32


@dataclass(frozen=True, slots=True)
class _Owner:
    """Whose number it is, and where its letters start; `sure` when a cue or a known code says so."""

    start: int
    agency: str | None
    committee: str | None
    sure: bool


def letter_numbers(text: str) -> Iterator[NumberMatch]:
    """The letter numbers of a normalised text, in order."""
    done = 0
    for core in _CORE.finditer(text):
        if core.start() < done or not _plausible(core):
            continue
        owner = _owner(text, core)
        if owner is None or owner.start < done:
            continue
        match = _read(text, core, owner)
        if match is not None:
            done = match.end
            yield match


def _plausible(core: re.Match[str]) -> bool:
    """Cheap look at the digits alone, before anything is asked about the letters."""
    serial = core["serial"]
    if core["dash"] is not None:
        return serial is not None and serial[0].isdigit() and core["unit"][0] == "0" and "." in core["unit"]
    return _circular(core) or serial is not None or _LINE_ENDS.match(core.string, core.end()) is not None


def _circular(core: re.Match[str]) -> bool:
    return bool(core["slash_circular"] or core["dash_circular"] or core["glued"])


def _owner(text: str, core: re.Match[str]) -> _Owner | None:
    window_start = max(0, core.start() - _WINDOW)
    window = text[window_start : core.start()]
    if _NO_NUMBER.search(window):
        return None
    digits = len(re.sub(r"\D", "", core["unit"].split(".")[0]))
    found = _BEFORE.search(window)
    if found is not None and (found["agency"] or found["cue"]):
        return _named_owner(found, window_start, digits, core)
    if digits >= 4 and (bruised := _BRUISED.search(window)):
        return _Owner(window_start + bruised.start("agency"), bruised["agency"], None, False)
    if digits >= 4 and (run_on := _RUN_ON.search(window)):
        code = next((run_on["agency"][-n:] for n in (3, 2) if known_agency(run_on["agency"][-n:])), None)
        if code:
            return _Owner(window_start + run_on.start() + run_on["agency"].rindex(code), code, None, False)
    return None


def _named_owner(found: re.Match[str], window_start: int, digits: int, core: re.Match[str]) -> _Owner | None:
    agency = found["agency"]
    letters = agency.replace(".", "") if agency else ""
    house = agency is None and _LISTED.search(found.string, 0, found.start()) is not None
    cue = found["cue"] is not None and not house
    known = bool(letters) and known_agency(letters)
    circular = _circular(core)
    if agency and "." in agency and not (cue or known or circular):
        return None
    if letters == "ว" or (agency is None and (digits < 4 or not cue)):
        return None
    if digits < 3 and not (cue and agency and (circular or "." in core["unit"])):
        return None
    if digits == 3 and not (cue or known):
        return None
    if len(letters) == 1 or (not cue and not known and len(letters) > 4):
        return None
    start = found.start("agency") if agency else found.end()
    committee = found["committee"].strip("()").strip() if found["committee"] else None
    return _Owner(window_start + start, spelled(agency), committee, cue or known)


def _read(text: str, core: re.Match[str], owner: _Owner) -> NumberMatch | None:
    circular = _circular(core)
    unit = re.sub(r"\s", "", core["unit"]).replace(",", ".") + (core["tag"] or "").replace(" ", "")
    unit = f"{unit} {core['branch']}" if core["branch"] else unit
    serial, end, doubts = _serial(core)
    if serial is None and not circular and not owner.sure:
        return None
    if not owner.agency:
        doubts.append("no_code")
    elif not known_agency(owner.agency):
        doubts.append("unknown_code")
    number = letter_number(owner.agency, unit, serial, circular=circular, committee=owner.committee)
    if core["mark"] or core["kind"]:
        number.canonical = _with_marks(number.canonical, core)
    readings = _year_or_serial(number, core) if not circular else (number,)
    if len(readings) > 1 and owner.agency is None:
        return None
    if len(readings) > 1:
        doubts.append("year_or_serial")
    return NumberMatch(
        owner.start,
        end,
        text[owner.start : end],
        readings[0],
        "letter" if readings[0] is number else kind_before(text, owner.start),
        readings[1:],
        tuple(doubts),
    )


def _with_marks(canonical: str, core: re.Match[str]) -> str:
    """The letters in brackets behind the ว and behind the running number, which are no part of its count."""
    if core["mark"]:
        canonical = canonical.replace("/ว", f"/ว{core['mark']}", 1)
    return canonical + (core["kind"] or "").strip()


def _serial(core: re.Match[str]) -> tuple[str | None, int, list[str]]:
    written = core["serial"]
    if written is None:
        return None, core.start() + len(core.group().rstrip()), ["blank_serial"]
    if not written[0].isdigit():
        return None, core.end(), ["blank_serial"]
    if " " in written:
        parts = written.split(" ")
        if len(parts) < 3 and not _LETTERHEAD.fullmatch(core.string[: core.start()]):
            return parts[0], core.start("serial") + len(parts[0]), []
        return "".join(parts), core.end(), ["spaced_digits"]
    series = re.sub(r" (?=\()|(?<=/) ", "", core["series"] or "")
    return series + written + (core["year"] or ""), core.end(), ["odd_serial"] if "/" in written else []


def _year_or_serial(number: Number, core: re.Match[str]) -> tuple[Number, ...]:
    """After the slash a year of the register or a running number: both readings, the likelier first."""
    serial = number.serial or ""
    if not (len(serial) == 4 and serial.isdigit() and 2480 <= int(serial) <= 2699) or number.unit is None:
        return (number,)
    register = register_number(number.unit, serial, agency=number.agency)
    of_unit = "." in number.unit or "(" in number.unit or re.match(r"0\d{3}", number.unit)
    return (number, register) if of_unit else (register, number)
