"""Which letters a person should look at, and how urgently."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

__all__ = ["SURE", "Doubt", "count_doubts", "find_doubts"]

JSON = dict[str, Any]

SURE = 0.80
"""A field read with less confidence than this is a doubt."""

# A stamped letter (ถึง) has no subject by the regulation, and its day stands beside the seal.
_LETTER = ("number", "date", "subject", "issuer/name")
_NEEDED = {
    "external_letter": _LETTER,
    "memo": _LETTER,
    "stamped_letter": ("number", "date", "issuer/name"),
    "order": ("number", "date"),
    "announcement": ("date",),
    "regulation": (),
}
_KEY_FIELDS = ("number", "date", "subject", "issuer", "recipients", "deadlines", "meetings", "references")


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to confirm. `field` is a path into the parse (`date`, `references/0`).

    `flag` is the parse's own flag where one speaks; otherwise the field is `missing` or read unsurely.
    """

    field: str
    flag: JSON | None = None
    missing: bool = False


def find_doubts(contract: JSON) -> list[Doubt]:
    """What of this parse a person should confirm: open flags, missing key fields, unsure readings."""
    flags = contract.get("flags") or []
    flagged = {str(flag["field"]).lstrip("/").split("/")[0] for flag in flags}
    doubts = [Doubt(str(flag["field"]).lstrip("/"), flag) for flag in flags if not flag.get("confirmed")]
    missing = [path for path in _needed(contract) if _empty(contract, path)]
    doubts += [Doubt(path, missing=True) for path in missing if path.split("/")[0] not in flagged]
    return doubts + [Doubt(path) for path in sorted(_unsure(contract, flagged))]


def count_doubts(contract: JSON) -> int:
    """How many things of this parse a person should confirm.

    >>> count_doubts({"kind": "memo", "number": {"canonical": "มท 1/2"}, "date": None, "subject": "ก",
    ...               "issuer": {"name": "กรมการปกครอง"}})
    1
    """
    return len(find_doubts(contract))


def _needed(contract: JSON) -> tuple[str, ...]:
    return _NEEDED.get(contract["kind"], ())


def _empty(contract: JSON, path: str) -> bool:
    value: Any = contract
    for step in path.split("/"):
        value = (value or {}).get(step)
    return not value


def _unsure(contract: JSON, flagged: set[str]) -> set[str]:
    """Fields whose reading is doubtful and that no flag speaks of; a list counts once an item."""
    unsure = set()
    for pointer, place in (contract.get("provenance") or {}).items():
        steps = pointer.lstrip("/").split("/")
        if steps[0] in _KEY_FIELDS and steps[0] not in flagged and place["confidence"] < SURE:
            unsure.add("/".join(steps[:2]) if steps[1:2] and steps[1].isdecimal() else steps[0])
    return unsure
