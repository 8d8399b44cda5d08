"""What is true in an invented world, by the letters' own fields: nothing here asks the code that answers."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from ita_docs.bench.kb_world import WorldFile

__all__ = ["Fact", "Facts", "bare_action", "bound_kind", "plain_words"]

JSON = dict[str, Any]

_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_SETS_A_DAY = ("changes", "reminds")
_HURRY = re.compile("^(?:เร่งรัด)+")


def plain_words(text: str | None) -> str:
    """Text without spaces and with Arabic digits, to compare what two places say."""
    return re.sub(r"\s+", "", (text or "").translate(_DIGITS)).lower()


def bound_kind(responsible: str | None) -> str | None:
    """Whom a duty of the world binds: district, local, province, agency; None for others."""
    name = responsible or ""
    if name in ("อำเภอ", "ที่ทำการปกครองอำเภอ", "นายอำเภอ"):
        return "district"
    if name.startswith(("องค์กรปกครองส่วนท้องถิ่น", "เทศบาล", "องค์การบริหารส่วน")):
        return "local"
    if name.startswith(("จังหวัด", "ผู้ว่าราชการจังหวัด")):
        return "province"
    return "school" if name.startswith(("สถานศึกษา", "โรงเรียน")) else None


@dataclass(slots=True)
class Fact:
    """One thing that a letter says. `key` is what an answer must show; `sure` whether it must be there."""

    kind: str
    key: tuple[Any, ...]
    letter: JSON
    family: str
    values: JSON = field(default_factory=dict)
    sure: bool = True


class Facts:
    """All facts of a world by kind: duties, meetings, citations, letters."""

    def __init__(self, files: Sequence[WorldFile]) -> None:
        self.letters: dict[str, JSON] = {}
        self.main: dict[str, WorldFile] = {}
        for file in files:
            self.main[file.letter] = file
            for document in file.documents:
                if document.get("id"):
                    self.letters.setdefault(document["id"], document)
        self.links = [link for file in files for link in file.links if link["to"]]
        self.later: dict[str, list[JSON]] = defaultdict(list)
        self.sent: dict[str, list[JSON]] = defaultdict(list)
        for link in self.links:
            self.later[link["to"]].append(link)
            self.sent[link["from"]].append(link)
        self.duties = list(self._duties())
        self.meetings = list(self._meetings())
        self.citations = list(self._citations())

    def of(self, kind: str) -> list[Fact]:
        """The facts that a kind of question asks for."""
        if kind in ("duties", "meetings"):
            return self.duties if kind == "duties" else self.meetings
        if kind in ("cites", "cited_by"):
            return self.citations
        return list(_LETTER_FACTS[kind](self))

    def _duties(self) -> Iterable[Fact]:
        found = [
            Fact("duties", (item["due"], _action(item)), letter, name.rsplit("-", 1)[0], dict(item))
            for name, letter in self.letters.items()
            for item in letter["deadlines"]
        ]
        ended: dict[tuple[Any, ...], list[bool]] = defaultdict(list)
        for fact in found:
            over = bool(fact.values.get("restated")) or self._moved(fact)
            ended[fact.family, *fact.key].append(over)
            fact.sure = not (over or fact.values.get("optional") or fact.values.get("extra"))
        for fact in found:
            fact.values["ended"] = all(ended[fact.family, *fact.key])
            if any(ended[fact.family, *fact.key]):
                fact.sure = False
        return found

    def _moved(self, fact: Fact) -> bool:
        """Whether a later letter gives the same work another day."""
        for link in self.later[fact.letter["id"]]:
            if link["kind"] in ("changes", "reminds", "cancels"):
                later = self.letters.get(link["from"], {"deadlines": []})["deadlines"]
                fresh = [item for item in later if not item.get("restated")]
                if link["kind"] == "cancels" or any(_action(item) == fact.key[1] for item in fresh):
                    return True
        return self._overtaken(fact)

    def _overtaken(self, fact: Fact) -> bool:
        """Whether the fact is itself a new day, and a later letter sets yet another for the same work.

        Of two letters of one day neither is the later: what they set may be told.
        """
        moved = [link["to"] for link in self.sent[fact.letter["id"]] if link["kind"] in _SETS_A_DAY]
        own = fact.letter["date"] or ""
        for link in (link for target in moved for link in self.later[target] if link["kind"] in _SETS_A_DAY):
            other = self.letters.get(link["from"])
            if other is None or _one_letter(other, fact.letter) or (other["date"] or "") < own:
                continue
            if any(_action(item) == fact.key[1] for item in other["deadlines"] if not item.get("restated")):
                if (other["date"] or "") > own:
                    return True
                fact.values["extra"] = True
        return False

    def _meetings(self) -> Iterable[Fact]:
        for name, letter in self.letters.items():
            off = any(link["kind"] in ("changes", "cancels") for link in self.later[name])
            for item in letter["meetings"]:
                place = item["venue"] or (item["online"] or {}).get("platform") or ""
                key = (item["date"], item["start"], plain_words(place))
                sure = not off and not item.get("optional")
                yield Fact("meetings", key, letter, name.rsplit("-", 1)[0], dict(item) | {"off": off}, sure)

    def _citations(self) -> Iterable[Fact]:
        for file in self.main.values():
            letter = file.documents[0]
            for link in file.links:
                reference = letter["references"][link["reference"]]
                key = (_number(letter), _number(reference), reference["date"], letter["date"])
                values = {"link": link["kind"], "state": link["state"], "reference": reference}
                values |= {"to": link["to"], "to_number": _number(reference)}
                yield Fact("cites", key, letter, file.letter.rsplit("-", 1)[0], values)


def _number(item: JSON) -> str:
    return plain_words((item.get("number") or {}).get("canonical"))


def _one_letter(one: JSON, other: JSON) -> bool:
    """Whether two are one letter, or copies of it."""
    names = [(_number(letter), letter["date"]) for letter in (one, other)]
    return one is other or (names[0][0] != "" and names[0] == names[1])


def bare_action(action: str | None) -> str:
    """What is to be done, whether it is asked for or hurried."""
    return _HURRY.sub("", plain_words(action))


def _action(item: JSON) -> str:
    return bare_action(item.get("action"))


def _each(facts: Facts, key: Any) -> Iterable[Fact]:
    for name, letter in facts.letters.items():
        for values in key(letter):
            yield Fact("letter", (_number(letter), *values), letter, name.rsplit("-", 1)[0])


def _signed(letter: JSON) -> Iterable[tuple[Any, ...]]:
    name = (letter.get("signatory") or {}).get("name")
    return [(plain_words(name),)] if name else []


def _addressed(facts: Facts) -> Iterable[Fact]:
    """Those addressed; those who get a copy may be told too."""
    yield from _each(facts, lambda d: [(plain_words(r["name"]),) for r in d["recipients"]])
    for fact in _each(facts, lambda d: [(plain_words(r["name"]),) for r in d["copies_to"]]):
        fact.sure = False
        yield fact


_LETTER_FACTS: dict[str, Any] = {
    "signatory": lambda facts: _each(facts, _signed),
    "senders": lambda facts: _each(facts, lambda d: [(plain_words(d["issuer"]["name"]),)]),
    "dates": lambda facts: _each(facts, lambda d: [(d["date"],)] if d["date"] else []),
    "subject": lambda facts: _each(facts, lambda d: [(plain_words(d["subject"] or d["title"]),)]),
    "letters": lambda facts: _each(facts, lambda d: [(plain_words(d["subject"] or d["title"]),)]),
    "recipients": lambda facts: _addressed(facts),
    "contacts": lambda facts: _each(facts, lambda d: [(c["value"],) for c in d["contacts"]]),
    "attachments": lambda facts: _each(
        facts, lambda d: [(plain_words(a["title"]),) for a in d["attachments"]]
    ),
}


def day_of(value: str | None) -> dt.date | None:
    """An ISO day as a date."""
    return dt.date.fromisoformat(value) if value else None
