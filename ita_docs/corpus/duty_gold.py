"""The gold of the duty register: each duty once, with all letters that tell of it and its moves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ita_docs.corpus.letter import Duty, Letter
from ita_docs.corpus.numerals import arabic

__all__ = ["duty_register"]

JSON = dict[str, Any]

_HOW = {"extension": "moved", "reminder": "reminded"}


def duty_register(letters: Iterable[Letter]) -> list[JSON]:
    """Duties by key. `history` has one entry a telling: letter, day, and how (set, restated, moved ...)."""
    register: dict[str, JSON] = {}
    for letter in sorted(letters, key=lambda one: (one.day, one.id)):
        for duty in letter.duties:
            entry = register.setdefault(duty.key, _entry(letter, duty))
            due = duty.due.isoformat() if duty.due else None
            how = "restated" if duty.restated else _HOW.get(letter.role, "set")
            entry["history"].append({"letter": letter.id, "due": due, "how": how})
            if letter.id not in entry["sources"]:
                entry["sources"].append(letter.id)
            if not duty.restated:
                entry["due"] = due
    return list(register.values())


def _entry(letter: Letter, duty: Duty) -> JSON:
    return {
        "duty": duty.key,
        "programme": letter.topics[0] if letter.topics else None,
        "responsible": arabic(duty.responsible),
        "action": arabic(duty.action),
        "rule": duty.rule,
        "due": None,
        "history": [],
        "sources": [],
    }
