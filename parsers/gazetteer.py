"""Agencies, provinces, posts and programmes that a passage names, as spans of a spaCy document.

A name counts only where it stands on word boundaries: แพร่ is a province, but not inside เผยแพร่. spaCy's
blank Thai pipeline holds the spans; PyThaiNLP's dictionary tokenizer finds the words. Both are loaded at the
first passage; passages without any name are not tokenized at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from parsers.cues import posts, programmes
from parsers.knowledge import agency_codes, load_table, provinces

__all__ = ["Agency", "Mention", "agencies", "mentions", "provinces_named"]

_MARGIN = 60
_UNMISTAKABLE = 6
_THAI = re.compile(r"[ก-๎]")
_SHORT = 4  # เลย, ตาก, น่าน, แพร่ are common words too: only after จังหวัด or จ.
_LEAD = re.compile(r"(?:จังหวัด|จ\.)\s*$")


@dataclass(frozen=True, slots=True)
class Agency:
    """A body by its full name and the abbreviation under which letters cite it."""

    name: str
    abbreviation: str
    source: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a passage: `kind` is agency, province, post or programme, `name` its full form."""

    kind: str
    name: str
    start: int
    end: int


@lru_cache
def agencies() -> tuple[Agency, ...]:
    """All rows of `agencies.csv`."""
    return load_table("agencies.csv", Agency)


@lru_cache
def _names() -> dict[str, tuple[str, str]]:
    """Every known spelling, with its kind and full name."""
    known: dict[str, tuple[str, str]] = {}
    for row in programmes():
        known.setdefault(row.code, ("programme", row.code))
        if row.name:
            known.setdefault(row.name, ("programme", row.code))
    for post in posts():
        known[post.prefix] = ("post", post.prefix)
    for code in agency_codes():
        if code.code != "*" and not code.committee:
            known[code.name_th] = ("agency", code.name_th)
    for agency in agencies():
        known[agency.name] = ("agency", agency.name)
        known[agency.abbreviation] = ("agency", agency.name)
    for province in provinces():
        known[province.name_th] = ("province", province.name_th)
    return known


@lru_cache
def _finder() -> tuple[Any, list[str]]:
    from ahocorasick_rs import AhoCorasick, MatchKind

    spellings = sorted(_names(), key=len, reverse=True)
    return AhoCorasick(spellings, matchkind=MatchKind.LeftmostLongest), spellings


@lru_cache
def _pipeline() -> Any:
    import spacy
    from pythainlp.corpus import thai_words
    from pythainlp.tokenize import word_tokenize
    from pythainlp.util import dict_trie
    from spacy.tokens import Doc

    nlp = spacy.blank("th")
    words = dict_trie({*thai_words(), *(name for name in _names() if " " not in name)})

    def tokenize(text: str) -> Doc:
        tokens = word_tokenize(text, engine="newmm", custom_dict=words)
        return Doc(nlp.vocab, words=tokens, spaces=[False] * len(tokens))

    nlp.tokenizer = tokenize
    return nlp


def mentions(text: str, *, tokenize: bool = True) -> list[Mention]:
    """The names that a passage holds on word boundaries, left to right, the longest at each place.

    Without `tokenize` only what surrounds a name decides, and names inside a run of Thai are left out.

    >>> [(m.kind, m.name) for m in mentions("เผยแพร่ที่จังหวัดแพร่")]
    [('province', 'แพร่')]
    """
    finder, spellings = _finder()
    found = [(start, end, spellings[which]) for which, start, end in finder.find_matches_as_indexes(text)]
    return list(_on_boundaries(text, found, tokenize))


def _on_boundaries(text: str, found: list[tuple[int, int, str]], tokenize: bool) -> Iterator[Mention]:
    for start, end, spelling in found:
        kind, name = _names()[spelling]
        if (
            kind == "province"
            and len(spelling) <= _SHORT
            and not _LEAD.search(text, max(start - 12, 0), start)
        ):
            continue
        if _stands_apart(text, start, end) or (tokenize and _is_whole(text, start, end)):
            yield Mention(kind, name, start, end)


def _stands_apart(text: str, start: int, end: int) -> bool:
    """Whether a name is long enough to be nothing else, or ends its run of Thai as slogans do."""
    ends_run = not _THAI.match(text[end : end + 1])
    begins_run = not _THAI.match(text[start - 1 : start]) or bool(_LEAD.search(text[:start]))
    return end - start >= _UNMISTAKABLE or (ends_run and (begins_run or end - start > _SHORT))


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether the characters are whole words where they stand; a window keeps long texts quick."""
    left, right = max(start - _MARGIN, 0), min(end + _MARGIN, len(text))
    return _aligned(text[left:right], start - left, end - left)


@lru_cache(maxsize=4096)
def _aligned(window: str, start: int, end: int) -> bool:
    return _pipeline()(window).char_span(start, end) is not None


def provinces_named(text: str) -> list[str]:
    """The provinces that a short passage names, each once; no tokenizer is loaded for it.

    >>> provinces_named("อยู่สกล รักสกล ทำเพื่อสกลนคร")
    ['สกลนคร']
    """
    named = (mention.name for mention in mentions(text, tokenize=False) if mention.kind == "province")
    return list(dict.fromkeys(named))
