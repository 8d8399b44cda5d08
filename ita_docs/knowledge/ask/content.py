"""Words of content that phrases of questions have taken: `ส่งแบบตอบรับ`, `เบิกจ่าย`, `เผยแพร่`.

They narrow an answer where a row holds them. What a phrase of the question means for the answer otherwise
(who, when, which letter) is none of it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ita_docs.knowledge.ask.question import Question
from ita_docs.knowledge.ask.roles import has
from ita_docs.knowledge.ask.vocabulary import Match, vocabulary
from ita_docs.knowledge.search.atoms import Atoms, atoms_of
from ita_docs.knowledge.search.fold import fold

__all__ = ["content_words"]

Held = Callable[[str], bool]
"""Whether some letter holds a text as one phrase."""

_KINDS = ("duties", "meetings")
"""Kinds of question whose rows have words of their own to be narrowed by."""

_SEEDS = ("verb", "link", "noun", "kind")
"""Meanings of phrases that may as well be words of content."""

_GLUE = ("filler", "verb", "act", "inside", "party")
"""Meanings of phrases that such words may run over."""

_CLOSED = ("focus", "state", "number", "topic", "period", "province", "intent", "binds", "order", "mine")
"""Meanings that are never part of them."""

SHORTEST = 3
"""Atoms of the shortest such word."""


def content_words(question: Question, atoms: Atoms, matches: Sequence[Match], held: Held | None) -> list[str]:
    """The longest runs of such phrases that some letter holds word for word.

    `held` None: the single phrases themselves.
    """
    if question.kind not in _KINDS:
        return []
    found = _in_thai(matches) if question.kind == "duties" else []
    for run in _runs(question, atoms, matches):
        text = _longest(atoms, run, question, held)
        if text and text not in found:
            found.append(text)
    return found


def _in_thai(matches: Sequence[Match]) -> list[str]:
    """What letters call the things that a question names in English: `reports` is รายงาน."""
    values = (entry.value for match in matches for entry in match.entries if entry.category == "content")
    return list(dict.fromkeys(values))


def _runs(question: Question, atoms: Atoms, matches: Sequence[Match]) -> list[list[Match]]:
    """Phrases that stand side by side and may be content."""
    runs: list[list[Match]] = []
    for match in matches:
        if not _glue(match, question):
            continue
        touching = bool(runs) and runs[-1][-1].end == match.start and match.start not in atoms.gaps
        if touching:
            runs[-1].append(match)
        else:
            runs.append([match])
    return runs


def _longest(atoms: Atoms, run: list[Match], question: Question, held: Held | None) -> str | None:
    """The longest part of a run that holds a word of content and that some letter holds."""
    spans = [(start, end) for start in range(len(run)) for end in range(start + 1, len(run) + 1)]
    for start, end in sorted(spans, key=lambda span: span[0] - span[1]):
        part = run[start:end]
        if not any(_seed(match, question) for match in part):
            continue
        first, last = part[0].start, part[-1].end
        text = "".join(atoms.units[first:last])
        if last - first >= SHORTEST and _said(text, len(part), held):
            return text
    return None


def _said(text: str, phrases: int, held: Held | None) -> bool:
    return phrases == 1 or (held is not None and held(text))


def _glue(match: Match, question: Question) -> bool:
    if _event(match):
        return True
    if any(has(match, category) for category in _CLOSED) or match.slips:
        return False
    return any(has(match, category) for category in _GLUE) or _seed(match, question)


def _event(match: Match) -> bool:
    """Whether a phrase names a meeting and no more: `ส่งแบบตอบรับ|เข้าร่วมประชุม`."""
    return not match.slips and all(
        (entry.category, entry.value) == ("intent", "meetings") for entry in match.entries
    )


def _seed(match: Match, question: Question) -> bool:
    """Whether a phrase may be content and has not told anything else of this question."""
    text = match.entries[0].text
    if text.isascii() or match.slips or any(has(match, category) for category in (*_CLOSED, "filler")):
        return False
    if has(match, "link") and (question.number or question.link):
        return False
    if has(match, "kind") and question.document_kind:
        return False
    return any(has(match, category) for category in _SEEDS) and not _general(text)


def _general(verb: str) -> bool:
    """Whether a verb is one that any work is told by: ต้องทำ, ต้องส่ง, ต้องรายงาน are phrases of their own."""
    return vocabulary().knows("ต้อง" + "".join(atoms_of(fold(verb)).units))
