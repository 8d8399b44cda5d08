"""Whether two held documents are copies of one letter, or twins that only look like it."""

from __future__ import annotations

from sqlalchemy import select
from sqlmodel import Session

from ita_docs.knowledge.linking.names import likeness, name_likeness
from ita_docs.knowledge.linking.sides import Held
from ita_docs.knowledge.search.fold import fold
from ita_docs.knowledge.tables import contents, recipients

__all__ = ["Copies"]

ALIKE = 0.8
"""Likeness of names, subjects and running text that light damage leaves."""


FOREIGN = 16
"""Characters in a row that a copy may have and its original not: a smudge, not a sentence."""

CHANCE = 3
"""Characters in a row that two different passages share by chance."""


class Copies:
    """Compares documents, loading the text of each once."""

    def __init__(self, session: Session):
        self._session = session
        self._known: dict[int, tuple[str, str]] = {}

    def same(self, left: Held, right: Held) -> bool:
        """Whether number, day, issuer, subject, addressees and running text all agree.

        An office that gives one number twice on one day has written two letters: their addressees or
        their text differ.
        """
        if left.number_key is None or left.number_key != right.number_key or left.date != right.date:
            return False
        if left.date is None or likeness(left.subject or "", right.subject or "") < ALIKE:
            return bool(not left.subject and not right.subject and left.date) and self._same_text(left, right)
        if left.issuer and right.issuer and name_likeness(left.issuer, right.issuer) < ALIKE:
            return False
        return self._same_text(left, right)

    def _same_text(self, left: Held, right: Held) -> bool:
        to_left, body_left = self._text(left.id)
        to_right, body_right = self._text(right.id)
        if to_left and to_right and likeness(to_left, to_right) < ALIKE:
            return False
        if not body_left or not body_right:
            return bool(to_left and to_right)
        return likeness(body_left, body_right) >= ALIKE and not _adds_words(body_left, body_right)

    def _text(self, document_id: int) -> tuple[str, str]:
        if document_id not in self._known:
            names = self._session.execute(
                select(recipients.c.name, recipients.c.scope)
                .where(recipients.c.document_id == document_id)
                .order_by(recipients.c.position)
            )
            body = self._session.execute(
                select(contents.c.body).where(contents.c.document_id == document_id)
            ).scalar()
            told = " ".join(f"{name} {scope or ''}" for name, scope in names)
            self._known[document_id] = (fold(told), body or "")
        return self._known[document_id]


def _adds_words(left: str, right: str) -> bool:
    """Whether one text has a passage that the other lacks: damage is scattered, another sentence is not."""
    one, other = (fold(text).replace(" ", "").replace("\n", "") for text in (left, right))
    return one != other and _longest_change(one, other) > FOREIGN


def _longest_change(one: str, other: str) -> int:
    """Characters of the longest passage that was put in, taken out or replaced.

    Changes that only a few common characters part are one passage: any two sentences share some.
    """
    from rapidfuzz.distance import Levenshtein

    longest = run = 0
    for step in Levenshtein.opcodes(one, other):
        size = max(step.src_end - step.src_start, step.dest_end - step.dest_start)
        if step.tag == "equal":
            run = run if size <= CHANCE else 0
        else:
            run += size
        longest = max(longest, run)
    return longest
