"""Why a letter hangs on another: follows, forwards, acts on, replies, reminds, changes, cancels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ita_docs.knowledge.linking.names import canonical_name, name_likeness
from ita_docs.knowledge.search.fold import fold
from ita_docs.knowledge.search.lexicon import DATA
from models.references import LinkKind
from parsers.knowledge.tables import load_table

__all__ = ["Bond", "Citing", "kind_of_link"]

_LETTERS = ("external_letter", "stamped_letter")
"""Kinds of document that hand a circular on; a memo only lays it before the head of the office."""

_PURPOSES = (LinkKind.CANCELS, LinkKind.CHANGES, LinkKind.REMINDS)

SAME_BODY = 0.8


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that tell a letter's purpose, in its `subject` or `body`."""

    kind: str
    where: str
    text: str
    source: str


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
    """One citation: where it stands, what it cites, and whether it is the letter's first."""

    where: str
    cited_kind: str
    issuer: str | None
    circular: bool
    first: bool
    same_file: bool


def kind_of_link(citing: Citing, bond: Bond) -> LinkKind:
    """The kind of one link.

    What is enclosed, or lies behind in the same file, is forwarded. The first citation carries the letter's
    purpose: to its own earlier letter a cancelling, a change, a reminder; to the letter of its addressee a
    reply; to another office's circular a forwarding. Orders, announcements and rules are acted on, other
    letters followed.
    """
    if bond.where == "enclosure" or bond.same_file:
        return LinkKind.FORWARDS
    if bond.cited_kind != "letter":
        return LinkKind.ACTS_ON
    if not bond.first:
        return LinkKind.FOLLOWS
    own = _same_body(bond.issuer, citing.issuer)
    if bond.issuer and not own:
        if any(_speaks_for(name, bond.issuer) for name in citing.recipients):
            return LinkKind.REPLIES
        handed_on = bond.circular and citing.kind in _LETTERS
        return LinkKind.FORWARDS if handed_on else LinkKind.FOLLOWS
    return _purpose(citing.subject, "subject") or _purpose(citing.body, "body") or LinkKind.FOLLOWS


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
    for post, body in _posts():
        if recipient.startswith(post):
            recipient = body + recipient.removeprefix(post)
            break
    name, other = canonical_name(recipient), canonical_name(issuer)
    return len(other) > 4 and (other in name or name_likeness(recipient, issuer) >= SAME_BODY)


@lru_cache(maxsize=1)
def _cues() -> tuple[tuple[LinkKind, str, str], ...]:
    rows = load_table("link_cues.csv", Cue, DATA)
    return tuple((LinkKind(row.kind), row.where, fold(row.text).replace(" ", "")) for row in rows)


def _purpose(text: str, where: str) -> LinkKind | None:
    """The strongest purpose that the text speaks of."""
    squeezed = fold(text).replace(" ", "").replace("\n", "")
    found = {kind for kind, place, cue in _cues() if place == where and cue in squeezed}
    return next((kind for kind in _PURPOSES if kind in found), None)
