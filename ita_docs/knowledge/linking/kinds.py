"""Why a letter hangs on another: follows, forwards, acts on, replies, reminds, changes, cancels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ita_docs.knowledge.linking.names import canonical_name, name_likeness
from ita_docs.knowledge.linking.purpose import purpose
from models.references import LinkKind
from parsers.knowledge.tables import load_table

__all__ = ["Bond", "Citing", "kind_of_link"]

_LETTERS = ("external_letter", "stamped_letter")
"""Kinds of document that hand a circular on; a memo only lays it before the head of the office."""

SAME_BODY = 0.8

BRANCH = ("ประจำ", "จังหวัด", "อำเภอ", "เขต", "ภาค", "สาขา")
"""Words behind a body's name that make it another body's: `สำนักงาน ป.ป.ช. ประจำจังหวัด`."""

CHARACTERS_TO_A_MISREAD_ONE = 8
"""Length of a name for each character in it that may be misread."""


@dataclass(frozen=True, slots=True)
class Citing:
    """What of the citing letter tells the kind of its links."""

    kind: str
    issuer: str | None
    subject: str
    body: str
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bond:
    """One citation: where it stands, what it cites, and whether it is the letter's first.

    `answered` says that an earlier citation of the letter is what it replies to.
    """

    where: str
    cited_kind: str
    issuer: str | None
    circular: bool
    first: bool
    same_file: bool
    answered: bool = False


def kind_of_link(citing: Citing, bond: Bond) -> LinkKind:
    """The kind of one link.

    What is enclosed, or lies behind in the same file, is forwarded. The first letter of its addressee is what
    it replies to. The first citation carries the letter's purpose: to its own earlier letter a cancelling, a
    change, a reminder; to another office's circular a forwarding. Orders, announcements and rules are acted
    on, other letters followed.
    """
    if bond.where == "enclosure" or bond.same_file:
        return LinkKind.FORWARDS
    if bond.cited_kind != "letter":
        return LinkKind.ACTS_ON
    own = _same_body(bond.issuer, citing.issuer)
    if not own and not bond.answered and _is_to(bond.issuer, citing.recipients):
        return LinkKind.REPLIES
    if not bond.first:
        return LinkKind.FOLLOWS
    if bond.issuer and not own:
        handed_on = bond.circular and citing.kind in _LETTERS
        return LinkKind.FORWARDS if handed_on else LinkKind.FOLLOWS
    return purpose(citing.subject, citing.body) or LinkKind.FOLLOWS


def _is_to(issuer: str | None, recipients: tuple[str, ...]) -> bool:
    return bool(issuer) and any(_speaks_for(name, issuer or "") for name in recipients)


def _same_body(left: str | None, right: str | None) -> bool:
    return bool(left and right) and name_likeness(left or "", right or "") >= SAME_BODY


@lru_cache(maxsize=1)
def _posts() -> tuple[tuple[str, str], ...]:
    """Posts with the body that they head: `ผู้ว่าราชการจังหวัด` speaks for `จังหวัด`."""
    rows: tuple[dict[str, str], ...] = load_table("posts.csv", dict)
    return tuple(sorted(((row["prefix"], row["speaks_for"]) for row in rows), key=lambda post: -len(post[0])))


@lru_cache(maxsize=16384)
def _speaks_for(recipient: str, issuer: str) -> bool:
    """Whether an addressee is the head of a body, or the body itself.

    >>> _speaks_for("ผู้ว่าราชการจังหวัดน่าน", "จังหวัดน่าน"), _speaks_for("นายอำเภอ", "อำเภอถลาง")
    (True, False)
    """
    other = canonical_name(issuer)
    if len(other) <= 4:
        return False
    return any(_names(canonical_name(name), other) for name in (recipient, _body_of(recipient)))


def _body_of(recipient: str) -> str:
    """The body that the holder of a post heads."""
    for post, body in _posts():
        if recipient.startswith(post):
            return body + recipient.removeprefix(post)
    return recipient


def _names(name: str, other: str) -> bool:
    _, found, behind = name.partition(other)
    return (bool(found) and not behind.startswith(BRANCH)) or _misread_alike(name, other)


def _misread_alike(name: str, other: str) -> bool:
    """Whether a few misread characters make the names one: `กรม` and `สำนักงาน...อำเภอ` are two bodies."""
    from rapidfuzz.distance import Levenshtein

    most = min(len(name), len(other)) // CHARACTERS_TO_A_MISREAD_ONE
    return Levenshtein.distance(name, other, score_cutoff=most) <= most
