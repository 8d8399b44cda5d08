"""When a value read from a letter is right: identifiers exactly, running text nearly."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from difflib import SequenceMatcher
from typing import Any, TypeAlias

__all__ = ["JSON", "LISTS", "SCALARS", "equal", "like", "number_of", "place"]

JSON: TypeAlias = Mapping[str, Any]

_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_DROPPED = re.compile(r"[\s\"'“”‘’`\u200b-\u200d\ufeff]+")
_ENOUGH = 0.9
_TOLD = 0.6
_RUN = 3


def _plain(value: object) -> str:
    text = unicodedata.normalize("NFC", str(value)).translate(_DIGITS).replace("\u0e4d\u0e32", "\u0e33")
    return _DROPPED.sub("", re.sub("[–—−]", "-", text)).lower()


def equal(gold: object, found: object, others: Iterable[object] = ()) -> bool:
    """The same identifier, day, hour or name of a kind; `others` are further right answers."""
    if gold is None and found is None:
        return True
    if found is None:
        return gold is None or None in set(others)
    return _plain(found) in {_plain(value) for value in (gold, *others) if value is not None}


def like(gold: object, found: object, others: Iterable[object] = ()) -> bool:
    """Running text that is the same but for a tenth of its letters."""
    allowed = (gold, *others)
    if found is None:
        return None in allowed
    return any(_near(_plain(value), _plain(found)) for value in allowed if value is not None)


def _near(one: str, other: str) -> bool:
    return one == other or SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ENOUGH


def number_of(holder: JSON | None) -> str | None:
    """The canonical form of a NUMBER."""
    canonical = (holder or {}).get("canonical")
    return str(canonical) if canonical is not None else None


def _number(gold: JSON | None, found: JSON | None) -> bool:
    return equal(number_of(gold), number_of(found), (gold or {}).get("accept", ()))


def _recipient(gold: JSON, found: JSON) -> bool:
    names = like(gold["name"], found.get("name"), gold.get("accept_name", ()))
    scope = equal(gold.get("scope"), found.get("scope"), gold.get("accept_scope", ()))
    without = {_plain(name) for name in gold.get("excluding", ())}
    return names and scope and without == {_plain(name) for name in found.get("excluding", ())}


def _reference(gold: JSON, found: JSON) -> bool:
    day = equal(gold.get("date"), found.get("date"), gold.get("accept_date", ()))
    return day and _number(gold.get("number"), found.get("number"))


def _attachment(gold: JSON, found: JSON) -> bool:
    counted = all(equal(gold.get(key), found.get(key)) for key in ("quantity", "unit"))
    return counted and like(gold["title"], found.get("title"))


def _meeting(gold: JSON, found: JSON) -> bool:
    when = all(equal(gold.get(key), found.get(key)) for key in ("date", "start"))
    return when and (gold.get("end") is None or equal(gold["end"], found.get("end")))


def place(gold: JSON, found: JSON) -> bool:
    """Venue nearly, and each part of the channel that the gold knows exactly."""
    venue = gold.get("venue") is None or like(gold["venue"], found.get("venue"), gold.get("accept_venue", ()))
    wanted, told = gold.get("online") or {}, found.get("online") or {}
    return venue and all(equal(value, told.get(key)) for key, value in wanted.items() if value is not None)


def _deadline(gold: JSON, found: JSON) -> bool:
    """The same day for the same item, and the words of the action are there."""
    if not equal(gold.get("due"), found.get("due"), gold.get("accept_due", ())):
        return False
    if None not in (gold.get("item"), found.get("item")) and not equal(gold["item"], found["item"]):
        return False
    wanted, told = _plain(gold.get("action") or ""), _plain(found.get("action") or "")
    blocks = SequenceMatcher(None, wanted, told, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= _RUN) >= _TOLD * len(wanted)


def _contact(gold: JSON, found: JSON) -> bool:
    kinds = gold.get("accept_kind", (gold["kind"],))
    return found.get("kind") in kinds and all(equal(gold.get(k), found.get(k)) for k in ("value", "ext"))


def _receipt(gold: JSON, found: JSON) -> bool:
    return all(equal(gold.get(key), found.get(key)) for key in ("number", "date", "time"))


SCALARS: Mapping[str, Callable[[Any, Any, Iterable[object]], bool]] = {
    "urgency": equal,
    "secrecy": equal,
    "date": equal,
    "subject": like,
    "issuer.name": like,
    "issuer.province": like,
    "signatory.name": like,
    "signatory.position": like,
    "signatory.capacity": like,
    "signatory.acting_for": like,
}
LISTS: Mapping[str, Callable[[Any, Any], bool]] = {
    "recipients": _recipient,
    "references": _reference,
    "attachments": _attachment,
    "meetings": _meeting,
    "deadlines": _deadline,
    "contacts": _contact,
    "receipts": _receipt,
    "owner": like,
    "fiscal_years": equal,
}
