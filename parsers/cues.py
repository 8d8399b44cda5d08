"""The words that tell what a line is: urgency marks, labels, closings, posts, kinds of office.

The words live in `data/*.csv`, each with its source; they are read once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from parsers.knowledge import load_table
from parsers.script import skeleton

__all__ = [
    "Cue",
    "Office",
    "Post",
    "Programme",
    "alternatives",
    "cues",
    "longest_prefix",
    "offices",
    "opens_with",
    "phrases",
    "posts",
    "programmes",
    "value_of",
]


@dataclass(frozen=True, slots=True)
class Cue:
    """One phrase of `cues.csv`, what it stands for, and where it is from."""

    cue: str
    text: str
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Office:
    """How names of one kind of office begin, and what such an office speaks as."""

    prefix: str
    speaks_as: str
    source: str


@dataclass(frozen=True, slots=True)
class Post:
    """How names of one post begin, and what kind of office it signs for."""

    prefix: str
    speaks_for: str
    source: str


@dataclass(frozen=True, slots=True)
class Title:
    """A title or rank before a person's name."""

    title: str
    kind: str
    source: str


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme by its letters and its name, and the topic that it belongs to."""

    code: str
    name: str
    topic: str
    source: str


@lru_cache
def _cue_rows() -> tuple[Cue, ...]:
    return load_table("cues.csv", Cue)


@lru_cache
def offices() -> tuple[Office, ...]:
    """All rows of `offices.csv`."""
    return load_table("offices.csv", Office)


@lru_cache
def posts() -> tuple[Post, ...]:
    """All rows of `posts.csv`."""
    return load_table("posts.csv", Post)


@lru_cache
def programmes() -> tuple[Programme, ...]:
    """All rows of `programmes.csv`."""
    return load_table("programmes.csv", Programme)


@lru_cache
def cues(name: str) -> tuple[Cue, ...]:
    """The cues of one name, longest phrase first."""
    found = [row for row in _cue_rows() if row.cue == name]
    if not found:
        raise ValueError(f"no cue is called {name}")
    return tuple(sorted(found, key=lambda cue: -len(cue.text)))


@lru_cache
def phrases(name: str) -> tuple[str, ...]:
    """The phrases of a cue, or the beginnings of `offices`, `posts`, `titles`; longest first."""
    if name == "offices":
        found = [row.prefix for row in offices()]
    elif name == "posts":
        found = [row.prefix for row in posts()]
    elif name == "titles":
        found = [row.title for row in load_table("titles.csv", Title)]
    else:
        found = [cue.text for cue in cues(name)]
    return tuple(sorted(found, key=lambda text: -len(text)))


@lru_cache
def alternatives(name: str) -> str:
    """The phrases as one regular expression in which any space may be missing or doubled."""
    return "(?:" + "|".join(re.escape(text).replace(r"\ ", r"\s*") for text in phrases(name)) + ")"


@lru_cache
def _by_skeleton(name: str) -> dict[str, str]:
    return {
        skeleton(cue.text).replace(" ", "").lower(): cue.value or cue.text for cue in reversed(cues(name))
    }


def value_of(name: str, text: str) -> str | None:
    """What a phrase stands for, whatever its spaces and marks above and below the line.

    >>> value_of("urgency", "ด่วนทีสุด")
    'most_urgent'
    """
    return _by_skeleton(name).get(skeleton(text).replace(" ", "").lower())


@lru_cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(alternatives(name))


def longest_prefix(name: str, text: str) -> str | None:
    """The longest phrase that the text begins with.

    >>> longest_prefix("posts", "ผู้ว่าราชการจังหวัดพะเยา")
    'ผู้ว่าราชการจังหวัด'
    """
    found = _pattern(name).match(text)
    return found[0] if found else None


@lru_cache
def _skeletons(name: str) -> tuple[re.Pattern[str], dict[str, str]]:
    by_skeleton = {skeleton(text): text for text in reversed(phrases(name))}
    ordered = sorted(by_skeleton, key=lambda text: -len(text))
    return re.compile("|".join(map(re.escape, ordered))), by_skeleton


@lru_cache(maxsize=8192)
def opens_with(name: str, text: str) -> str | None:
    """As `longest_prefix`, whatever marks above and below the line the reader lost or swapped.

    >>> opens_with("offices", "สานกงานจงหวด")
    'สำนักงาน'
    """
    pattern, by_skeleton = _skeletons(name)
    found = pattern.match(skeleton(text[:60]).lstrip())
    return by_skeleton[found[0]] if found else None
