"""The words of questions: kinds of question, bodies, programmes, provinces, periods; found despite slips."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ita_docs.knowledge.ask.body_texts import body_texts
from ita_docs.knowledge.ask.phrases import Phrases, joined
from ita_docs.knowledge.parties import parties
from ita_docs.knowledge.search.atoms import Atoms, atoms_of
from ita_docs.knowledge.search.fold import fold
from ita_docs.knowledge.search.lexicon import DATA
from parsers.knowledge.tables import load_table

__all__ = ["BODIES", "NUMBER", "Entry", "Match", "Vocabulary", "vocabulary"]

NUMBER = "qnumberq"
"""Stands in the question where its number stood."""

BODIES = ("qbodyaq", "qbodybq", "qbodycq")
"""Stand where bodies stood that the store knows by name."""

ANY_OFFICE = ("หน่วยงาน", "agency", "agencies")
"""Words for whichever office it is: in a question they bind nobody in particular."""

SHORT_NAME = 3
"""Provinces named so shortly are also everyday words (เลย, ตาก) and need จังหวัด before them."""

_WEAK = ("filler", "binds", "binds_next", "passive", "issues", "issued_by", "inside")
"""Meanings that a phrase may have and yet be part of a longer one."""


_SAYS_MORE = ("act", "focus", "link", "passive", "order", "state")
"""Meanings of words that hold within a longer phrase too."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One phrase: what category of meaning, which value, how strongly it speaks for it."""

    category: str
    value: str
    points: int
    text: str


@dataclass(frozen=True, slots=True)
class Match:
    """Entries met at atoms `start` to `end`; `slips` wrong characters were forgiven."""

    start: int
    end: int
    entries: tuple[Entry, ...]
    slips: int = 0


class Vocabulary:
    """Phrases with their meanings."""

    def __init__(self, entries: Iterable[Entry]):
        self._entries: dict[str, list[Entry]] = {}
        texts: dict[str, tuple[str, ...]] = {}
        for entry in entries:
            units = tuple(atoms_of(fold(entry.text)).units)
            if units:
                key = joined(units)
                texts[key] = units
                if entry not in self._entries.setdefault(key, []):
                    self._entries[key].append(entry)
        self._phrases = Phrases(texts, {text for text in texts if not self._weak(text)})
        self._whole: dict[str, tuple[Entry, ...]] = {}

    def find(self, atoms: Atoms, taken: set[int]) -> list[Match]:
        """Phrases among the atoms that are not taken, in reading order; marks what it uses as taken."""
        return [
            Match(start, end, self._meanings(text), slips)
            for start, end, text, slips in self._phrases.find(atoms, taken, self._weak)
        ]

    def knows(self, text: str) -> bool:
        """Whether a text is a phrase of questions."""
        return text in self._entries

    def _meanings(self, text: str) -> tuple[Entry, ...]:
        """What a phrase means, and for a kind of question what its words say of it (`ส่งถึง|ใคร`)."""
        if text not in self._whole:
            own = self._entries[text]
            found = {entry: None for entry in own}
            if all(entry.category == "intent" for entry in own):
                for part in self._phrases.parts(text, atoms_of(text)):
                    found |= {entry: None for entry in self._entries[part] if _says_more(entry)}
            self._whole[text] = tuple(found)
        return self._whole[text]

    def _weak(self, text: str) -> bool:
        return all(entry.category in _WEAK for entry in self._entries[text])


def _says_more(entry: Entry) -> bool:
    return entry.category in _SAYS_MORE and entry.value != "from"


@dataclass(frozen=True, slots=True)
class _Word:
    category: str
    value: str
    points: str
    text: str
    source: str


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """All phrases of questions: `question_words.csv`, bodies, programmes, provinces, agencies."""
    words = load_table("question_words.csv", _Word, DATA)
    entries = [Entry(word.category, word.value, int(word.points), word.text) for word in words]
    entries += [
        Entry("party", party.kind, 0, party.text) for party in parties() if party.text not in ANY_OFFICE
    ]
    entries += _programmes()
    entries += _provinces()
    entries += [Entry("agency", full, 0, text) for text, full in body_texts()]
    entries.append(Entry("number", "", 0, NUMBER))
    entries += [Entry("agency", mark, 0, mark) for mark in BODIES]
    return Vocabulary(entries)


_OF_PROGRAMME = ("การประเมิน", "ประเมิน", "โครงการ", "ตัวชี้วัด", "งาน", "เรื่อง")
"""What stands before a programme's short name and says no more than it."""


def _programmes() -> list[Entry]:
    rows: tuple[dict[str, str], ...] = load_table("programmes.csv", dict)
    pairs = {(row["topic"], row[name]) for row in rows for name in ("code", "name") if row[name]}
    pairs |= {(row["topic"], "".join(map(_spoken, row["code"]))) for row in rows if row["code"]}
    pairs |= {(row["topic"], f"{word}{row['code']}") for row in rows if row["code"] for word in _OF_PROGRAMME}
    return [Entry("topic", topic, 0, text) for topic, text in sorted(pairs)]


_NAMES = [
    "เอ", "บี", "ซี", "ดี", "อี", "เอฟ", "จี", "เอช", "ไอ", "เจ", "เค", "แอล", "เอ็ม", "เอ็น", "โอ", "พี", "คิว",
    "อาร์", "เอส", "ที", "ยู", "วี", "ดับเบิลยู", "เอ็กซ์", "วาย", "แซด",
]  # fmt: skip


def _spoken(letter: str) -> str:
    """A Latin letter as Thai people say it: ITA is ไอทีเอ."""
    return _NAMES[ord(letter) - ord("A")]


def _provinces() -> list[Entry]:
    from parsers.knowledge import provinces

    found = []
    for province in provinces():
        names = [f"จังหวัด{province.name_th}", f"จ.{province.name_th}", province.name_en]
        if len(province.name_th) > SHORT_NAME:
            names.append(province.name_th)
        names += [f"{province.name_en} province", f"province of {province.name_en}"]
        found += [Entry("province", province.name_th, 0, name) for name in names]
        found += [Entry("issuer", f"จังหวัด{province.name_th}", 0, name) for name in names[:2]]
    return found
