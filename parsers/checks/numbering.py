"""The letter's number: there, known, whole, and not its own reference."""

from __future__ import annotations

from parsers.contract import Flag
from parsers.flags import flag
from parsers.knowledge import known_agency
from parsers.lines import SourceLine
from parsers.parsed import Parsed

__all__ = ["check_number"]


def check_number(one: Parsed) -> None:
    """Flags a missing, blank, odd or unknown number, and a letter that cites itself."""
    document, match = one.document, one.head.number_match
    if match is None:
        document.flags.append(flag("L013", None))
        return
    written = one.head.number_line.filled_in if one.head.number_line else None
    if written:
        offered = written if match.number.serial else f"{match.text} {written}"
        document.flags.append(flag("L029", offered, detail=written, evidence=["/number"]))
    elif match.number.serial is None:
        document.flags.append(flag("L023", match.text))
    if "odd_serial" in match.doubts:
        document.flags.append(flag("L014", match.text, detail=match.text, evidence=list(match.doubts)))
    if "year_or_serial" in match.doubts:
        others = [other.canonical for other in match.alternatives]
        document.flags.append(flag("L022", match.text, evidence=others))
    if match.number.agency and not known_agency(match.number.agency):
        document.flags.append(_unknown(one, match.number.agency, one.head.number_line))
    _self_citation(one)


def _unknown(one: Parsed, agency: str, line: SourceLine | None) -> Flag:
    return flag("L007", agency, detail=agency, evidence=[line.text] if line else [])


def _self_citation(one: Parsed) -> None:
    own = one.document.number
    if own is None:
        return
    for index, reference in enumerate(one.document.references):
        same = reference.number is not None and reference.number.canonical == own.canonical
        if same and (
            reference.date is None
            or one.document.date is None
            or reference.date == one.document.date
            or reference.where == "header"
        ):
            one.document.flags.append(flag("L017", own.canonical, at=f"/{index}", evidence=["/number"]))
