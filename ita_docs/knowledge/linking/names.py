"""Whether two names mean one body and two subjects one matter, under short forms and damage."""

from __future__ import annotations

import re
from functools import lru_cache

from ita_docs.knowledge.search.fold import fold
from ita_docs.knowledge.search.lexicon import abbreviations

__all__ = ["canonical_name", "likeness", "name_likeness"]

_NOT_LETTERS = re.compile(r"[^a-z0-9ก-๎]+")
_IN_FRONT = re.compile(r"^(ประกาศ|คำสั่ง|หนังสือ|บันทึกข้อความ|ระเบียบ|ข้อบังคับ)?(ศาลากลาง|ที่ว่าการ|สำนักงาน)?")


@lru_cache(maxsize=1)
def _full_names() -> list[tuple[str, str]]:
    pairs = [(_squeeze(entry.short), _squeeze(entry.full)) for entry in abbreviations()]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def _squeeze(text: str) -> str:
    return _NOT_LETTERS.sub("", fold(text))


@lru_cache(maxsize=16384)
def canonical_name(name: str) -> str:
    """A body's name without what is only in front of it, short forms written out.

    >>> canonical_name("สำนักงาน ป.ป.ช.") == canonical_name(
    ...     "สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ")
    True
    """
    squeezed = _squeeze(name)
    rest = _IN_FRONT.sub("", squeezed, count=1) or squeezed
    for short, full in _full_names():
        if rest.startswith(short) and not rest.startswith(full):
            return full + rest[len(short) :]
    return rest


@lru_cache(maxsize=16384)
def _pairs(text: str) -> frozenset[str]:
    squeezed = _squeeze(text)
    return frozenset(squeezed[at : at + 3] for at in range(max(1, len(squeezed) - 2)))


def likeness(left: str, right: str) -> float:
    """How alike two texts are, 0 to 1: shared runs of three characters (Dice).

    >>> likeness("การประเมิน ITA", "การประเมิน ITA"), likeness("ก ข ค", "x y z")
    (1.0, 0.0)
    """
    a, b = _pairs(left), _pairs(right)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


@lru_cache(maxsize=65536)
def name_likeness(left: str, right: str) -> float:
    """How alike two bodies' names are; 1.0 where they are the same but for short forms."""
    a, b = canonical_name(left), canonical_name(right)
    if a == b:
        return 1.0
    return likeness(a, b)
