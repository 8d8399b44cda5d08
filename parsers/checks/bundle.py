"""One file told twice: the forwarded letter and the line that announces it, one order cited by two numbers,
one meeting in letter, agenda and form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from parsers.alike import same_serial, same_words
from parsers.contract import Meeting, Reference
from parsers.flags import flag
from parsers.offices import province_in
from parsers.parsed import Parsed

__all__ = ["check_bundle"]


def check_bundle(file: Sequence[Parsed]) -> None:
    """Links what belongs together within the file and flags where its parts disagree."""
    for cover, reference, forwarded in _announced(file):
        _compare(cover, reference, forwarded)
    for earlier, later in combinations([one for one in file if one.document.references], 2):
        _compare_references(earlier, later)
    _share_meetings(file)
    _compare_meetings(file)


def _announced(file: Sequence[Parsed]) -> Iterator[tuple[Parsed, Reference, Parsed]]:
    """Covering letter, its citation, and the document of the file that the citation means."""
    for cover in file:
        for reference in cover.document.references:
            later = [one for one in file if one.index > cover.index and _means(reference, one)]
            if len(later) == 1:
                reference.target = f"/documents/{later[0].index}"
                yield cover, reference, later[0]


def _means(reference: Reference, one: Parsed) -> bool:
    """Whether a citation names a document: number and office, or office and day, must agree nearly."""
    number = one.document.number
    if not one.is_letter:
        same_day = reference.date is not None and reference.date == one.document.date
        return same_day and reference.kind == one.document.kind
    if number is None or reference.number is None:
        return False
    same_office = same_words(reference.issuer, one.document.issuer.name)
    same_unit = (reference.number.agency, reference.number.unit) == (number.agency, number.unit)
    announced = reference.where == "enclosure" and reference.date == one.document.date is not None
    return (same_office or same_unit) and (announced or same_serial(reference.number, number))


def _compare(cover: Parsed, reference: Reference, forwarded: Parsed) -> None:
    place = f"/documents/{cover.index}/references/{cover.document.references.index(reference)}"
    own = forwarded.document.number
    if own and reference.number and reference.number.canonical != own.canonical:
        own.alternatives.append(reference.number.canonical)
        forwarded.document.flags.append(
            flag("L015", own.canonical, reference.number.canonical, evidence=[place])
        )
    day = forwarded.document.date
    if day and reference.date and reference.date != day:
        forwarded.document.flags.append(
            flag("L016", day, None, detail=f"{day}, {reference.date}", evidence=[place])
        )


def _compare_references(earlier: Parsed, later: Parsed) -> None:
    for index, one in enumerate(later.document.references):
        for at, other in enumerate(earlier.document.references):
            if one.number is None or other.number is None or one.number.canonical == other.number.canonical:
                continue
            same_day = one.date is not None and one.date == other.date and one.kind == other.kind
            if same_day and one.subject and same_words(one.subject, other.subject):
                later.document.flags.append(
                    flag(
                        "L018",
                        one.number.canonical,
                        at=f"/{index}",
                        detail=f"{one.number.canonical}, {other.number.canonical}",
                        evidence=[f"/documents/{earlier.index}/references/{at}"],
                    )
                )


def _share_meetings(file: Sequence[Parsed]) -> None:
    """The same day and hour in letter and agenda are one meeting: what one leaves out the other may tell."""
    for one, other in combinations(file, 2):
        for at, meeting in enumerate(one.document.meetings):
            for index, again in enumerate(other.document.meetings):
                if meeting.date is None or (meeting.date, meeting.start) != (again.date, again.start):
                    continue
                _fill(one, at, meeting, other, index, again)
    _check_venues(file)


def _fill(one: Parsed, at: int, meeting: Meeting, other: Parsed, index: int, again: Meeting) -> None:
    if meeting.online is None or again.online is None:
        return
    for key in ("platform", "meeting_id", "passcode", "url"):
        if getattr(meeting.online, key) is None and getattr(again.online, key) is not None:
            setattr(meeting.online, key, getattr(again.online, key))
            source = other.document.provenance.get(f"/meetings/{index}/date")
            if source is not None:
                one.document.provenance[f"/meetings/{at}/online/{key}"] = source


def _check_venues(file: Sequence[Parsed]) -> None:
    """A province that one telling of a meeting gives against two others."""
    told: dict[tuple[str | None, str | None], list[tuple[Parsed, int, str]]] = {}
    for one in file:
        for index, meeting in enumerate(one.document.meetings):
            province = province_in(meeting.venue) if meeting.venue else None
            if province and meeting.date:
                told.setdefault((meeting.date, meeting.start), []).append((one, index, province))
    for places in told.values():
        letters = [(one, index, province) for one, index, province in places if one.is_letter]
        named = {province for _, _, province in letters}
        if len(letters) < 2 or len(named) != 1:
            continue
        agreed = named.pop()
        evidence = [f"/documents/{one.index}/meetings/{index}/venue" for one, index, _ in letters]
        for one, index, province in places:
            if province != agreed:
                _mend_venue(one, index, province, agreed, evidence)


def _mend_venue(one: Parsed, index: int, written: str, agreed: str, evidence: list[str]) -> None:
    meeting = one.document.meetings[index]
    venue = meeting.venue or ""
    meeting.venue = venue.replace(f"จังหวัด{written}", f"จังหวัด{agreed}")
    one.document.flags.append(flag("L019", venue, meeting.venue, evidence=evidence, at=f"/{index}/venue"))


def _compare_meetings(file: Sequence[Parsed]) -> None:
    """An agenda or schedule that gives its letter's one meeting another day or hour."""
    letters = [one for one in file if one.is_letter and len(one.document.meetings) == 1]
    for one in file:
        if one.document.kind != "attachment" or not one.document.meetings or not letters:
            continue
        meeting = one.document.meetings[0]
        tellings = [letter.document.meetings[0] for letter in letters]
        if any(_same_time(meeting, other) for other in tellings):
            continue
        if any(same_words(meeting.venue, other.venue) or meeting.date == other.date for other in tellings):
            evidence = [f"/documents/{letter.index}/meetings/0" for letter in letters]
            written = f"{meeting.date} {meeting.start or ''}".strip()
            one.document.flags.append(flag("L028", written, evidence=evidence, at="/0"))


def _same_time(one: Meeting, other: Meeting) -> bool:
    hours = (one.start, other.start)
    if None in (one.date, other.date):
        return True  # a day that could not be settled is flagged by itself
    return one.date == other.date and (hours[0] == hours[1] or None in hours)
