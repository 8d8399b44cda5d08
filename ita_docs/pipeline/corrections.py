"""Lays people's corrections over a parse. The parse itself is kept: a correction can always be undone."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from ita_docs.pipeline.pointer import NoSuchPlace, get_at, keys_of, set_at
from models import Correction

__all__ = ["REMOVED", "corrected"]

JSON = dict[str, Any]

REMOVED = None
"""The new value that takes an item out of a list."""


def corrected(parsed: JSON, corrections: Iterable[Correction]) -> JSON:
    """The parse with the corrections applied in order; `parsed` itself stays as it is.

    A plain field takes the person's word whatever a new parse says. An item of a list may have moved: it
    is found again by the value that was corrected; where it cannot be found, a flag says so.
    """
    contract = deepcopy(parsed)
    for correction in corrections:
        try:
            pointer = _place_now(contract, correction)
            _apply(contract, pointer, correction)
        except NoSuchPlace:
            contract.setdefault("flags", []).append(_not_applied(correction))
    for value in contract.values():
        if isinstance(value, list):
            value[:] = [item for item in value if item is not REMOVED]
    return contract


def _apply(contract: JSON, pointer: str, correction: Correction) -> None:
    if pointer.endswith("/-"):
        items = get_at(contract, pointer[:-2])
        items.append(deepcopy(correction.new_value))
        pointer = f"{pointer[:-2]}/{len(items) - 1}"
    else:
        set_at(contract, pointer, deepcopy(correction.new_value))
    _confirm(contract, pointer, correction.who)


def _confirm(contract: JSON, pointer: str, who: str) -> None:
    """A corrected value is as sure as a person is; flags about it are answered."""
    for key, place in (contract.get("provenance") or {}).items():
        if key == pointer or key.startswith(f"{pointer}/"):
            place.update(confidence=1.0, corrected_by=who)
    for flag in contract.get("flags") or []:
        field = "/" + str(flag["field"]).lstrip("/")
        if field == pointer or pointer.startswith(f"{field}/") or field.startswith(f"{pointer}/"):
            flag["confirmed"] = who


def _place_now(contract: JSON, correction: Correction) -> str:
    """Where the corrected value stands in this parse."""
    steps = keys_of(correction.pointer)
    in_list = len(steps) > 1 and isinstance(contract.get(steps[0]), list)
    if not in_list or steps[1] == "-":
        return correction.pointer
    if _value(contract, correction.pointer) in (correction.old_value, correction.new_value):
        return correction.pointer
    rest = "".join(f"/{step}" for step in steps[2:])
    places = [f"/{steps[0]}/{index}{rest}" for index in range(len(contract[steps[0]]))]
    same = [place for place in places if _value(contract, place) == correction.old_value]
    if len(same) != 1:
        raise NoSuchPlace(correction.pointer)
    return same[0]


_NOTHING = object()


def _value(contract: JSON, pointer: str) -> Any:
    try:
        return get_at(contract, pointer)
    except NoSuchPlace:
        return _NOTHING


def _not_applied(correction: Correction) -> JSON:
    return {
        "field": correction.pointer.lstrip("/"),
        "code": "correction-not-applied",
        "written": str(correction.old_value),
        "resolved": None,
        "why": f"{correction.who}: {correction.new_value!r}; the new reading has no such place",
        "evidence": [],
    }
