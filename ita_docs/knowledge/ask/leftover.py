"""What no phrase explains: words that must stand in the answer, and text that letters hold as it is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ita_docs.knowledge.ask.roles import has
from ita_docs.knowledge.ask.vocabulary import Match
from ita_docs.knowledge.search.atoms import Atoms, atoms_of
from ita_docs.knowledge.search.fold import fold
from ita_docs.knowledge.search.query import stop_words
from ita_docs.knowledge.search.tokens import cover

__all__ = ["given_back", "head_of_run", "quoted_run", "words_left"]

Held = Callable[[str], bool]
"""Whether some letter holds a text as one phrase."""

SHORTEST_RUN = 5
"""Atoms of the shortest text that is looked for as a whole."""

_THINGS = {"attach": "attachments", "call": "contacts"}
_ENDS_RUN = ("number", "province", "focus", "period")
"""Meanings that no quoted text runs over."""


def words_left(atoms: Atoms, taken: set[int]) -> list[str]:
    """What is left of the question: words that must stand in the answer."""
    found: dict[str, None] = {}
    run: list[str] = []
    for at, unit in enumerate([*atoms.units, ""]):
        if unit and at not in taken and at not in atoms.gaps:
            run.append(unit)
            continue
        for piece in cover("".join(run)) if run else ():
            if piece.text not in stop_words() and len(piece.units) > (0 if piece.known else 1):
                found[piece.text] = None
        run = [unit] if unit and at not in taken else []
    return list(found)


def quoted_run(atoms: Atoms, taken: set[int], matches: Sequence[Match], held: Held) -> tuple[int, int] | None:
    """First atom and end of a stretch that some letter holds word for word, around what no phrase explains.

    `ใครต้อง|ประกาศนโยบาย No Gift Policy และเผยแพร่บนเว็บไซต์ของหน่วยงาน|จ.ตาก`: the words between the bars
    are those of a duty, whatever ประกาศ or หน่วยงาน mean elsewhere.
    """
    for start, end in _stretches(atoms, taken):
        inside = [match for match in matches if start <= match.start and match.end <= end]
        if any(_ends_run(match) for match in inside) or not held(_text(atoms, start, end)):
            continue
        for match in matches:
            if match.start == end and not _ends_run(match) and held(_text(atoms, start, match.end)):
                end = match.end
        for match in reversed(matches):
            if match.end == start and not _tells_to(match) and held(_text(atoms, match.start, end)):
                start = match.start
        if end - start >= SHORTEST_RUN:
            return start, end
    return None


def head_of_run(match: Match) -> Match:
    """What the first words of such a stretch tell of the kind of question: work to do, or a meeting."""
    kept = (
        entry
        for entry in match.entries
        if entry.category == "verb" or (entry.category, entry.value) == ("intent", "meetings")
    )
    return replace(match, entries=tuple(kept))


def _stretches(atoms: Atoms, taken: set[int]) -> list[tuple[int, int]]:
    """From the first atom that is left to the last, then each run of them, the longest first."""
    runs: list[tuple[int, int]] = []
    for at in range(len(atoms.units)):
        if at not in taken:
            runs = (
                [*runs[:-1], (runs[-1][0], at + 1)] if runs and runs[-1][1] == at else [*runs, (at, at + 1)]
            )
    if not runs:
        return []
    longest = sorted(runs, key=lambda run: run[0] - run[1])[:2]
    return list(dict.fromkeys([(runs[0][0], runs[-1][1]), *longest]))


def _tells_to(match: Match) -> bool:
    """Whether a phrase stands before what is to be done and is no part of it: ให้, ต้อง."""
    return _ends_run(match) or has(match, "issues", "must") or has(match, "binds")


def _ends_run(match: Match) -> bool:
    return any(has(match, category) for category in _ENDS_RUN)


def _text(atoms: Atoms, start: int, end: int) -> str:
    """The stretch as it was typed, with a space where something stood between."""
    return "".join(
        (" " if at > start and at in atoms.gaps else "") + atoms.units[at] for at in range(start, end)
    )


def given_back(kind: str, matches: Sequence[Match]) -> list[str]:
    """Nouns that spoke for another kind of question are words of this one: แบบฟอร์ม in a duty, ประชุม too."""
    found: dict[str, None] = {}
    for match in matches:
        if has(match, "verb") or has(match, "content"):
            continue
        for entry in match.entries:
            thing = entry.category == "noun" and _THINGS[entry.value] != kind
            event = entry.category == "intent" and entry.value == "meetings" and kind in ("duties", "letters")
            if thing or event:
                found["".join(atoms_of(fold(entry.text)).units)] = None
                break
    return list(found)
