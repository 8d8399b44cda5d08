"""What every planted flaw does: swap words that stand once in the body, and note the flag."""

from __future__ import annotations

from dataclasses import replace

from ita_docs.corpus.letter import Letter

__all__ = ["flag", "swap_in_body"]


def flag(letter: Letter, code: str, field: str, written: str, resolved: str | None, why: str) -> None:
    """Note in the letter's gold which flag a reader should raise."""
    letter.flags.append(
        {"field": field, "code": code, "written": written, "resolved": resolved, "why": why, "evidence": []}
    )


def swap_in_body(letter: Letter, old: str, new: str) -> bool:
    """Replace words in the body; False if they do not stand there exactly once."""
    hits = [place for place, paragraph in enumerate(letter.body) if paragraph.text.count(old) == 1]
    if len(hits) != 1 or sum(paragraph.text.count(old) for paragraph in letter.body) != 1:
        return False
    letter.body[hits[0]] = replace(letter.body[hits[0]], text=letter.body[hits[0]].text.replace(old, new))
    return True
