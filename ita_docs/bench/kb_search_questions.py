"""Questions of eight types for search, each with the files that a reader would call relevant."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ita_docs.bench.kb_search_world import Texts, by_value, holders
from ita_docs.bench.kb_world import WorldFile

__all__ = ["Wanted", "typed_questions"]

EACH = 20
"""Questions of each type."""

_T1 = (
    "ITA {fy} ต้องส่งอะไร ภายในเมื่อไร", "การประเมิน ITA ปีงบประมาณ {fy} มีกำหนดส่งอะไรบ้าง",
    "ปี {fy} ต้องเตรียมอะไรสำหรับ ITA บ้างครับ", "ขอรายละเอียดงาน ITA ประจำปีงบประมาณ พ.ศ. {fy}",
)  # fmt: skip
_T2 = (
    "what does ITA {fy} require and by when", "ITA {fy_ad} deadlines for our office",
    "Integrity and Transparency Assessment {fy}: what must be sent?",
    "instructions about ITA for fiscal year {fy}",
)  # fmt: skip
_T3 = (
    "ITA {fy} จังหวัด{province} ต้องทำอะไร", "หนังสือ ITA ของจังหวัด{province} ปี {fy}",
    "จ.{province} แจ้งเรื่องประเมิน ITA ปีงบ {fy} ว่าอย่างไร",
)  # fmt: skip
_T4 = ("{action} ปีงบประมาณ {fy}", "ต้อง{action} เมื่อไร ปี {fy}", "กำหนดการ{action} {fy}")
_T6 = ("ติดต่อ {person}", "เบอร์โทรของ {person}", "{person} ผู้ประสานงานเรื่องอะไร")
_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question and the files that answer it."""

    text: str
    files: frozenset[str]


def typed_questions(files: Sequence[WorldFile], texts: Texts, seed: int) -> dict[str, list[Wanted]]:
    """Questions T1 to T8, drawn from what the world holds."""
    dice = random.Random(f"questions {seed}")
    makers = {"T1": _of_year(_T1), "T2": _of_year(_T2), "T3": _in_province, "T4": _of_work}
    makers |= {"T5": _of_number, "T6": _of_person, "T7": _of_words, "T8": _inside_words}
    return {name: make(files, texts, dice) for name, make in makers.items()}


def _draw(found: dict[Any, set[str]], dice: random.Random, least: int = 1) -> list[Any]:
    stock = sorted((key for key, names in found.items() if len(names) >= least), key=str)
    return [dice.choice(stock) for _ in range(EACH)] if stock else []


def _ita(file: WorldFile) -> list[int]:
    return [
        year
        for letter in file.documents
        if "ITA" in letter.get("topics", ())
        for year in letter["fiscal_years"]
    ]


def _of_year(ways: tuple[str, ...]) -> Any:
    def make(files: Sequence[WorldFile], texts: Texts, dice: random.Random) -> list[Wanted]:
        found = by_value(files, _ita)
        return [
            Wanted(dice.choice(ways).format(fy=fy, fy_ad=fy - 543), frozenset(found[fy]))
            for fy in _draw(found, dice)
        ]

    return make


def _in_province(files: Sequence[WorldFile], texts: Texts, dice: random.Random) -> list[Wanted]:
    def key(file: WorldFile) -> list[Any]:
        province = file.documents[0]["issuer"].get("province")
        return [(fy, province) for fy in _ita(file) if province]

    found = by_value(files, key)
    return [
        Wanted(dice.choice(_T3).format(fy=fy, province=province), frozenset(found[fy, province]))
        for fy, province in _draw(found, dice)
    ]


def _of_work(files: Sequence[WorldFile], texts: Texts, dice: random.Random) -> list[Wanted]:
    def key(file: WorldFile) -> list[Any]:
        return [
            (item["action"], fy)
            for letter in file.documents
            for item in letter.get("deadlines", ())
            for fy in letter["fiscal_years"]
        ]

    found = by_value(files, key)
    return [
        Wanted(dice.choice(_T4).format(action=action, fy=fy), frozenset(found[action, fy]))
        for action, fy in _draw(found, dice)
    ]


def _of_number(files: Sequence[WorldFile], texts: Texts, dice: random.Random) -> list[Wanted]:
    """A letter's number in four spellings; files that bundle the letter hold it too."""

    def key(file: WorldFile) -> list[str]:
        numbers = [document.get("number") for document in file.documents]
        return [number["canonical"] for number in numbers if number and number["agency"]]

    found = by_value(files, key)
    asked = []
    for number in _draw(found, dice):
        head, _, serial = number.rpartition("/")
        spelt = (
            number,
            number.replace(" ", ""),
            number.translate(_THAI),
            f"{head.replace(' ', '')} / {serial}",
        )
        asked.append(Wanted(dice.choice(spelt), frozenset(found[number])))
    return asked


def _of_person(files: Sequence[WorldFile], texts: Texts, dice: random.Random) -> list[Wanted]:
    found = by_value(files, lambda file: [c["person"] for c in file.documents[0]["contacts"] if c["person"]])
    return [
        Wanted(dice.choice(_T6).format(person=person), frozenset(holders(texts, person)))
        for person in _draw(found, dice)
    ]


def _of_words(files: Sequence[WorldFile], texts: Texts, dice: random.Random) -> list[Wanted]:
    """Three words that somebody remembers of a letter: all files that hold the three are as good."""
    from ita_docs.knowledge.search.tokens import cover

    common = len(files) / 8
    asked: list[Wanted] = []
    while len(asked) < EACH:
        text = texts.raw[dice.choice(files).name]
        known = {piece.text for line in text.split("\n") for piece in cover(line) if piece.known}
        stock = sorted(word for word in known if len(word) >= 4 and texts.words[word] <= common)
        if len(stock) >= 3:
            words = dice.sample(stock, 3)
            asked.append(
                Wanted(
                    " ".join(words), frozenset.intersection(*(frozenset(holders(texts, w)) for w in words))
                )
            )
    return asked


def _inside_words(files: Sequence[WorldFile], texts: Texts, dice: random.Random) -> list[Wanted]:
    stock = sorted(word for word in texts.words if len(word) >= 5 and texts.cut[word] == 0)
    stock = [word for word in dice.sample(stock, min(4 * EACH, len(stock))) if holders(texts, word)]
    return [
        Wanted(word, frozenset(holders(texts, word))) for word in dice.sample(stock, min(EACH, len(stock)))
    ]
