"""Finds the place on paper of a value among a parse's provenance."""

from __future__ import annotations

from typing import Any

__all__ = ["evidence_columns"]

JSON = dict[str, Any]

# Where only the parts of an item have places, the part that a person would point at comes first.
_TELLING = ("text", "due", "number", "number/canonical", "title", "name", "value", "date")
_NOWHERE: JSON = {"page": None, "line": None, "bbox": None, "evidence_text": None, "confidence": None}


def evidence_columns(provenance: JSON, pointer: str) -> JSON:
    """Page, line, box, words and confidence of the value at `pointer`, or of its most telling part.

    >>> places = {"/deadlines/0/due": {"page": 2, "bbox": None, "text": "ภายในวันที่ ๕", "confidence": 0.9}}
    >>> evidence_columns(places, "/deadlines/0")["page"]
    2
    """
    place = provenance.get(pointer) or _part(provenance, pointer)
    if place is None:
        return dict(_NOWHERE)
    return {
        "page": place.get("page"),
        "line": place.get("line"),
        "bbox": place.get("bbox"),
        "evidence_text": place.get("text"),
        "confidence": place.get("confidence"),
    }


def _part(provenance: JSON, pointer: str) -> JSON | None:
    for name in _TELLING:
        place: JSON | None = provenance.get(f"{pointer}/{name}")
        if place:
            return place
    parts = sorted(key for key in provenance if key.startswith(f"{pointer}/"))
    return provenance[parts[0]] if parts else None
