"""Which kind of answer a question wants, told by its phrases together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ita_docs.knowledge.ask.named import names_event
from ita_docs.knowledge.ask.question import Question
from ita_docs.knowledge.ask.roles import has
from ita_docs.knowledge.ask.vocabulary import Match

__all__ = ["kind_of"]

_ORDER = (
    "cited_by", "family", "cites", "signatory", "contacts", "attachments", "recipients", "senders", "dates",
    "subject", "meetings", "duties", "letters",
)  # fmt: skip
"""Which kind of question wins where the words speak as strongly for two."""

_TOGETHER: dict[tuple[str, str], tuple[str, int]] = {
    ("must", "what"): ("duties", 4),
    ("must", "when"): ("duties", 4),
    ("must", "who"): ("duties", 4),
    ("must", "which"): ("duties", 3),
    ("issue", "when"): ("dates", 5),
    ("issue", "who"): ("senders", 5),
    ("letter", "from"): ("senders", 4),
    ("send", "who"): ("senders", 5),
    ("send", "whom"): ("recipients", 6),
    ("sign", "who"): ("signatory", 6),
    ("attach", "what"): ("attachments", 6),
    ("attach", "which"): ("attachments", 6),
    ("attach", "where"): ("attachments", 6),
    ("call", "who"): ("contacts", 6),
    ("letter", "what"): ("letters", 2),
    ("letter", "which"): ("letters", 3),
}
"""What two words mean together that neither means alone."""

SETTLED = 20
"""Points of a kind that the verbs of citing have settled."""

_THINGS = {"call": "contacts", "attach": "attachments"}
"""Kinds of question for which the bare name of a thing stands: `ไลน์ผู้ประสานงาน มท 0817.2/ว 276`."""

_ONE_LETTER = frozenset({"dates", "senders", "recipients", "subject", "attachments"})


def kind_of(question: Question, matches: Sequence[Match]) -> str:
    """The kind of question, unless verbs of citing settled it. Chains need a letter to start from."""
    scores = _scores(question, matches)
    if question.state in ("overdue", "moved"):
        scores["duties"] += 3
    if not question.number:
        for kind in ("cites", "cited_by", "family"):
            scores.pop(kind, None)
    if scores.get("dates") and _dates_bound(question, matches):
        scores["letters"] = max(scores["letters"], scores.pop("dates"))
    if (
        question.about
        and not scores.get("duties")
        and names_event(question.about)
        and _focuses(matches) & {"when", "where"}
    ):
        scores["meetings"] += EVENT
    if question.number or question.about or _of_whom(question):
        _ask_of_one(scores, matches)
    elif scores.keys() - {"subject", "dates"}:
        scores.pop("subject", None)
        scores.pop("dates", None)
    if scores.pop("missing", 0) and _of_letters(matches):
        return "missing"
    if question.person and scores.get("signatory") and "who" not in _focuses(matches):
        return "dates" if scores.get("dates") else "letters"
    if scores:
        best = max(scores.values())
        return next(kind for kind in _ORDER if scores.get(kind) == best)
    return _without_scores(question, matches)


EVENT = 6
"""Points of meetings where the name in question is that of one."""


def _of_whom(question: Question) -> bool:
    """Whether one letter is meant without its number: the last announcement of a body, one of a signer."""
    return bool(question.person or (question.order and (question.document_kind or question.agency)))


def _dates_bound(question: Question, matches: Sequence[Match]) -> bool:
    """Whether `ลงวันที่ในปี 2568`, `dated in March` bounds letters and does not ask for their day."""
    bounded = question.year or question.fiscal_year or question.since or question.until
    return bool(bounded) and not question.number and "when" not in _focuses(matches)


def _of_letters(matches: Sequence[Match]) -> bool:
    """Whether letters or what they cite are spoken of, and nothing that must be done."""
    letters = any(_speaks_of_letters(match) for match in matches)
    return letters and not any(has(match, "intent", "meetings") for match in matches)


def _speaks_of_letters(match: Match) -> bool:
    said = has(match, "act", "letter") or has(match, "link")
    said = said or has(match, "intent", "letters", "cites", "cited_by")
    return said or any(word in entry.text for entry in match.entries for word in ("หนังสือ", "ฉบับ", "letter"))


def _focuses(matches: Sequence[Match]) -> set[str]:
    return {entry.value for match in matches for entry in match.entries if entry.category == "focus"}


def _scores(question: Question, matches: Sequence[Match]) -> Counter[str]:
    scores: Counter[str] = Counter()
    asked = _focuses(matches)
    acts = {entry.value for match in matches for entry in match.entries if entry.category in ("act", "noun")}
    for at, match in enumerate(matches):
        told_to_do = any(_asks_to_act(one) for one in matches[max(0, at - 4) : at])
        for entry in match.entries:
            if entry.category == "intent" and told_to_do and entry.value == "meetings":
                scores["duties"] += entry.points
            elif entry.category == "verb" and has(match, "kind") and not told_to_do:
                continue
            elif entry.category == "intent" and has(match, "to") and question.addressed:
                scores["letters"] = max(scores["letters"], 1)
            elif entry.category == "intent" or (entry.category == "verb" and asked):
                scores[entry.value] += entry.points
    if any(_asks_to_act(match) for match in matches):
        acts.add("must")
    for (act, focus), (kind, points) in _TOGETHER.items():
        known = (act, focus) == ("letter", "from") and bool(question.agency or question.province)
        if act in acts and focus in asked and not known:
            scores[kind] += points
    if question.kind in ("cites", "cited_by"):
        scores[question.kind] += SETTLED
    if ("must" in acts or _falls_due(matches)) and not question.number and not question.about:
        scores.pop("attachments", None)
    return scores


def _asks_to_act(match: Match) -> bool:
    """Whether a phrase puts something on somebody: ต้อง, ขอให้, ใครต้องส่ง, must."""
    return any(
        entry.category == "binds"
        or (entry.category == "issues" and entry.value == "must")
        or (entry.category == "intent" and entry.value == "duties" and "ต้อง" in entry.text)
        for entry in match.entries
    )


def _falls_due(matches: Sequence[Match]) -> bool:
    """Whether things are said to be due: `which forms are due in March` asks for work."""
    return any(has(match, "intent", "duties") and "due" in match.entries[0].text for match in matches)


def _ask_of_one(scores: Counter[str], matches: Sequence[Match]) -> None:
    """Of one letter a bare when asks for its day, a bare who for its sender, unless more is said."""
    asked = _focuses(matches)
    if any(has(match, "focus", "who") and match.entries[0].text.startswith("หน่วย") for match in matches):
        scores["senders"] += 5
    if not scores and "what" in asked and any(match.entries[0].text == "about" for match in matches):
        scores["subject"] += 1
    if not scores and "when" in asked:
        scores["dates"] += 1
    if not scores and "who" in asked:
        scores["senders"] += 1
    for thing in _THINGS if not scores else ():
        if any(has(match, "noun", thing) for match in matches):
            scores[_THINGS[thing]] += 1
    if not scores and "where" in asked:
        scores["meetings"] += 1


def _without_scores(question: Question, matches: Sequence[Match]) -> str:
    asks = _focuses(matches) or question.state
    if {"when", "where"} <= _focuses(matches):
        return "meetings"
    bounded = question.fiscal_year or question.year or question.since or question.until
    if asks and (question.topics or question.party) and bounded:
        return "duties"
    acts = {entry.value for match in matches for entry in match.entries if entry.category == "act"}
    told = question.agency or question.province or bounded or question.topics
    if question.topics and (bounded or question.province or question.party) and not acts:
        return "duties"
    if question.party and bounded and not acts and not question.words:
        return "duties"
    if question.document_kind or question.circular or question.urgency:
        return "letters" if told or asks else "search"
    if question.about or question.person:
        return "letters"
    sent = any(has(match, "issued_by") for match in matches) and (question.agency or question.province)
    if ("letter" in acts or sent or question.order) and told and not question.words:
        return "letters"
    return "letters" if question.number and not question.words else "search"
