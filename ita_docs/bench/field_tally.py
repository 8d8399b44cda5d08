"""What was right, wrong, missing and too much, field by field."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from ita_docs.bench.field_pairs import paired
from ita_docs.bench.field_values import JSON, LISTS, SCALARS, equal, number_of, place

__all__ = ["CRITICAL", "Count", "Tally"]

CRITICAL = frozenset({"number", "date", "references", "deadlines", "meetings"})
"""Fields in which one wrong character breaks a chain or a deadline."""


@dataclass(slots=True)
class Count:
    """One field: `wrong` were given instead of another value, `missing` not given, `extra` not asked for."""

    right: int = 0
    wrong: int = 0
    missing: int = 0
    extra: int = 0

    @property
    def precision(self) -> float:
        """The share of the values given that are right; 1 where none is given."""
        given = self.right + self.wrong + self.extra
        return self.right / given if given else 1.0

    @property
    def recall(self) -> float:
        """The share of the values wanted that were given right; 1 where none is wanted."""
        wanted = self.right + self.wrong + self.missing
        return self.right / wanted if wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def add(self, other: Count) -> None:
        """Counts of another field or slice on top."""
        self.right += other.right
        self.wrong += other.wrong
        self.missing += other.missing
        self.extra += other.extra

    def as_json(self) -> dict[str, float]:
        """Counts and rates."""
        rates = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        counts = {name: getattr(self, name) for name in ("right", "wrong", "missing", "extra")}
        return {**counts, **{name: round(rate, 4) for name, rate in rates.items()}}


@dataclass(slots=True)
class Tally:
    """The counts of one slice, and each value that fell short as `file#document field: what`."""

    files: int = 0
    counts: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    misses: list[str] = field(default_factory=list)
    unasked: int = 0

    def file(self, name: str, gold: JSON, found: Sequence[JSON]) -> None:
        """Compare one file's documents with its gold."""
        self.files += 1
        if gold.get("only_letters"):
            found = [document for document in found if document.get("kind") != "attachment"]
        for order, (wanted, told) in enumerate(paired(gold["documents"], found), 1):
            where = f"{name}#{order}"
            if wanted is None:
                self._note(where, "documents", None, (told or {}).get("kind"), ok=False)
                continue
            self._note(where, "documents", wanted["kind"], wanted["kind"] if told else None, ok=bool(told))
            self._document(where, wanted, told or {})

    def total(self, names: Iterable[str] | None = None) -> Count:
        """All fields, or those named, as one."""
        out = Count()
        for name, count in self.counts.items():
            if names is None or name in names:
                out.add(count)
        return out

    def _document(self, where: str, gold: JSON, found: JSON) -> None:
        unread = set(gold.get("unread", ()))
        if "kind" not in unread:
            self._note(where, "kind", gold["kind"], found.get("kind"), equal(gold["kind"], found.get("kind")))
        if gold["kind"] == "attachment":
            self._list(where, "meetings", gold, found)
            return
        if "number" not in unread:
            wanted, told = number_of(gold.get("number")), number_of(found.get("number"))
            others = (gold.get("number") or {}).get("accept", ())
            self._note(where, "number", wanted, told, equal(wanted, told, others))
        for name, right in SCALARS.items():
            if name.split(".")[0] not in unread:
                wanted, told, others = _at(gold, name), _at(found, name), _others(gold, name)
                self._note(where, name, wanted, told, right(wanted, told, others))
        for name in LISTS:
            if name not in unread:
                self._list(where, name, gold, found)
        self._flags(where, gold, found)

    def _list(self, where: str, name: str, gold: JSON, found: JSON) -> None:
        wanted, left, missed = list(gold.get(name, ())), list(found.get(name, ())), []
        for item in sorted(wanted, key=_is_optional):
            hit = next((one for one in left if LISTS[name](item, one)), None)
            if hit is not None:
                left.remove(hit)
                self.counts[name].right += not _is_optional(item)
            elif not _is_optional(item):
                missed.append(item)
        swapped = min(len(missed), len(left))
        self.counts[name].add(Count(0, swapped, len(missed) - swapped, len(left) - swapped))
        if name == "meetings":
            self._places(where, wanted, found.get(name, ()))
        for mark, items in (("missed", missed), ("extra", left)):
            self.misses += [f"{where} {name}: {mark} {_told(item)}" for item in items]

    def _places(self, where: str, gold: Sequence[JSON], found: Sequence[JSON]) -> None:
        """Place and channel of the meetings that are there."""
        for meeting in gold:
            hit = next((one for one in found if LISTS["meetings"](meeting, one)), None)
            if (
                hit is not None
                and not _is_optional(meeting)
                and (meeting.get("venue") or meeting.get("online"))
            ):
                told = {key: hit.get(key) for key in ("venue", "online")}
                self._note(
                    where,
                    "meeting place",
                    meeting.get("venue") or meeting["online"],
                    told,
                    place(meeting, hit),
                )

    def _flags(self, where: str, gold: JSON, found: JSON) -> None:
        """Each contradiction that the gold names must be flagged on its field."""
        raised = {_field(flag) for flag in found.get("flags", ())}
        self.unasked += len(raised - {_field(flag) for flag in gold.get("flags", ())})
        for flag in gold.get("flags", ()):
            name = _field(flag)
            self._note(where, "flags", name, name if name in raised else None, name in raised)

    def _note(self, where: str, name: str, gold: object, found: object, ok: bool) -> None:
        if gold is None and found is None:
            return
        count = self.counts[name]
        if ok:
            count.right += 1
            return
        kind = "extra" if gold is None else "missing" if found is None else "wrong"
        setattr(count, kind, getattr(count, kind) + 1)
        self.misses.append(f"{where} {name}: want {_told(gold)}, got {_told(found)}")


def _is_optional(item: Any) -> bool:
    return isinstance(item, dict) and bool(item.get("optional"))


def _field(flag: JSON) -> str:
    return str(flag.get("field") or "").split(".")[0].split("/")[0]


def _at(document: JSON, name: str) -> Any:
    first, _, second = name.partition(".")
    value = document.get(first)
    return (value or {}).get(second) if second else value


def _others(document: JSON, name: str) -> tuple[object, ...]:
    first, _, second = name.partition(".")
    holder = (document.get(first) or {}) if second else document
    return tuple(holder.get(f"accept_{second or first}", ()))


def _told(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
