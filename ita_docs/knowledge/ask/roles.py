"""Who does what in a question: told by which phrase stands before which."""

from __future__ import annotations

from collections.abc import Sequence

from ita_docs.knowledge.ask.question import Question
from ita_docs.knowledge.ask.vocabulary import Match

__all__ = ["has", "place_agencies", "place_citations", "receives", "says_nothing"]


def has(match: Match, category: str, *values: str) -> bool:
    """Whether a phrase means such a thing."""
    return any(
        entry.category == category and (not values or entry.value in values) for entry in match.entries
    )


def says_nothing(match: Match) -> bool:
    """Whether a phrase is a particle that may stand anywhere: ครับ, please, ever."""
    return all(entry.category == "filler" for entry in match.entries)


_GIVES = ("ให้", "ไปให้", "ส่งให้", "แก่", "ต่อ", "ถึง", "to")


def receives(matches: Sequence[Match], at: int) -> bool:
    """Whether the body at this place gets the work of others: `ต้องส่งอะไรให้จังหวัด`."""
    if at < 2 or not any(entry.text in _GIVES for entry in matches[at - 1].entries):
        return False
    done = (match for match in matches[max(0, at - 4) : at - 1])
    acts = any(
        has(match, "act", "send") or has(match, "verb") or has(match, "intent", "duties") for match in done
    )
    behind = matches[at + 1] if at + 1 < len(matches) else None
    return acts and not (behind is not None and (has(behind, "verb") or _binds(behind)))


def place_agencies(question: Question, matches: Sequence[Match]) -> None:
    """A body that ต้อง follows must act; one that ให้ follows, or จาก precedes, issued the letter.

    A central body that nothing is said of is the issuer; a province is one only where it is said to be.
    """
    for at, match in enumerate(matches):
        names = [entry.value for entry in match.entries if entry.category in ("agency", "issuer")]
        if not names:
            continue
        central = has(match, "agency")
        before = matches[at - 1] if at else None
        behind = matches[at + 1] if at + 1 < len(matches) else None
        if has(match, "party") or (before is not None and has(before, "to") and question.addressed):
            continue
        if (
            before is not None
            and has(before, "issues")
            and not (behind is not None and has(behind, "issues"))
        ):
            if (
                central
                and has(before, "issues", "must")
                and any(len(entry.text) > 3 for entry in before.entries)
            ):
                question.bound = question.bound or names[0]
            else:
                question.words += [name for name in names[:1] if central]
            continue
        named_as_issuer = before is not None and has(before, "issued_by")
        if central and not named_as_issuer and _must(before, behind):
            question.bound = question.bound or names[0]
        elif question.agency is None and (central or named_as_issuer or _issues(behind)):
            question.agency = names[0]


def _must(before: Match | None, behind: Match | None) -> bool:
    """Whether the body is bound: `กรมการปกครองต้อง`, `what must X`."""
    if behind is not None and (_binds(behind) or has(behind, "issues")):
        return _binds(behind)
    return before is not None and has(before, "binds_next")


_BINDING = (
    "ต้อง",
    "มีอะไรต้อง",
    "มีงานอะไรต้อง",
    "มีงานต้อง",
    "มีเรื่องต้อง",
    "จะต้อง",
    "มีหน้าที่",
    "มีภารกิจ",
    "must",
    "has to",
    "have to",
    "needs to",
    "need to",
    "supposed",
)


def _binds(match: Match) -> bool:
    """Whether a phrase is or begins with the word that binds: ต้อง, ต้องทำอะไร."""
    return has(match, "binds") or any(
        entry.category == "intent" and entry.text.startswith(_BINDING) for entry in match.entries
    )


def _issues(behind: Match | None) -> bool:
    """Whether a phrase is or begins with a word of issuing: สั่งให้, ออกหนังสืออะไรบ้าง."""
    return behind is not None and (
        has(behind, "issues") or any(entry.text.startswith(_ISSUING) for entry in behind.entries)
    )


_ISSUING = ("ออกหนังสือ", "ส่งหนังสือ", "มีหนังสือ", "ออกคำสั่ง", "ออกประกาศ", "สั่งให้", "แจ้งให้", "ขอให้", "กำหนดให้")


def place_citations(question: Question, matches: Sequence[Match]) -> None:
    """Whether the letter named cites (or cancels, answers ...) others, or others do that to it.

    `ฉบับไหนยกเลิก X`, `X ถูกยกเลิกโดย`, `what cancels X`: others. `X ยกเลิกฉบับไหน`, `letters cited in X`: it.
    """
    number = next((at for at, match in enumerate(matches) if has(match, "number")), None)
    if number is None:
        return
    for at, match in enumerate(matches):
        if not has(match, "link"):
            continue
        side = _side(matches, number, at)
        if side is not None and not _asks_for_work(match, matches):
            link = next(entry.value for entry in match.entries if entry.category == "link")
            question.kind, question.link = side, None if link == "any" else link
            question.state = None
            return


def _inside(matches: Sequence[Match], number: int) -> bool:
    """Whether the letter named is what is looked into: `ในหนังสือ X อ้างถึงฉบับใด`, `ปรากฏใน X`."""
    return any(entry.text in _IN for match in matches[max(0, number - 2) : number] for entry in match.entries)


_IN = ("ใน", "ในหนังสือ", "ในหนังสือที่", "ปรากฏใน", "ตามที่ปรากฏใน", "in", "within", "inside")


def _asks_for_work(match: Match, matches: Sequence[Match]) -> bool:
    """Whether the verb tells of what is to be done: `need a response`, `การดำเนินการตาม X มีอะไรบ้าง`."""
    asked = {entry.value for one in matches for entry in one.entries if entry.category == "focus"}
    return has(match, "intent", "duties") or (
        has(match, "link", "acts_on") and asked <= {"what", "how", "when"}
    )


def _goes_on(verb: Match) -> bool:
    """Whether a verb is one of the moment, not passive: `is X passing on`."""
    return any(entry.category == "link" and entry.text.split()[0].endswith("ing") for entry in verb.entries)


def _side(matches: Sequence[Match], number: int, at: int) -> str | None:
    """`cites` or `cited_by`; None where the verb tells of work to do and not of letters."""
    from_here = max(0, at - 2, number + 1 if number < at else 0)
    asker = any(has(match, "focus", "who", "which", "what") for match in matches[from_here:at])
    verb = at - 1 if at and has(matches[at - 1], "number") else at
    passive = any(has(match, "passive") for match in [*matches[max(0, verb - 1) : verb], matches[at]])
    passive = passive and not (verb < at and matches[at].entries[0].text.endswith((" on", " to", " from")))
    passive = passive and not _goes_on(matches[at])
    asked = [match for match in matches if has(match, "focus")]
    only_when = bool(asked) and all(has(match, "focus", "when", "where") for match in asked)
    if only_when or (at and _binds(matches[at - 1])):
        return None
    if number and (_binds(matches[number - 1]) or has(matches[number - 1], "binds_next")):
        return None
    undone = passive and has(matches[at], "link", "cancels", "changes")
    if number < at and not undone and _inside(matches, number):
        return "cites"
    if number < at and not passive and any(has(match, "focus", "who") for match in matches[:number]):
        return "cited_by"
    if (
        number == at + 2
        and has(matches[at + 1], "issued_by")
        and not has(matches[at], "link", "any")
        and asked
    ):
        return "cites"
    if number < at:
        if any(match.entries[0].text.startswith("มี") for match in matches[number + 1 : at]):
            return "cited_by"
        asked_first = any(has(match, "focus", "which", "what") for match in matches[:number])
        if asked_first and not passive and not asker:
            return "cites"
        after = any(has(match, "focus", "which", "what", "who") for match in matches[at + 1 :])
        if passive or asker or (not after and not has(matches[at], "link", "any")):
            return "cited_by"
        return "cites"
    between = matches[at + 1 : number]
    if passive and any(entry.text in _IN for match in between for entry in match.entries):
        return "cites"
    inside = any(has(match, "inside") for match in between) or (
        passive and has(matches[number - 1], "issued_by")
    )
    return "cites" if not asker and (inside or passive) else "cited_by"
