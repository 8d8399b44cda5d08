"""Where a Thai line may break: at spaces and between words, never before a mark that clings."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

__all__ = ["break_lines", "clusters", "pieces"]

_CLINGS_BACK = re.compile(r"^[\u0e30-\u0e3a\u0e45-\u0e4e\u0e2f)\]}”’\"'.,:;!?%/ๆฯ\-–]")
_CLINGS_ON = re.compile(r"[(\[{“‘/\-–]$|[เ-ไ]$")


@lru_cache(maxsize=65536)
def _words(chunk: str) -> tuple[str, ...]:
    """The words of a run without spaces."""
    if not re.search(r"[\u0e00-\u0e7f]", chunk):
        return (chunk,)
    from pythainlp.tokenize import word_tokenize

    out: list[str] = []
    for word in word_tokenize(chunk, engine="newmm", keep_whitespace=False):
        if out and (_CLINGS_BACK.match(word) or _CLINGS_ON.search(out[-1]) or _tight(out[-1], word)):
            out[-1] += word
        else:
            out.append(word)
    return tuple(out)


def _tight(before: str, after: str) -> bool:
    """Abbreviations and numbers hold together: ป.ป.ช., ๐๐๑๘.๑/ว, ๑๖.๓๐."""
    return before.endswith(".") or (before[-1].isdigit() and after[0].isdigit())


def pieces(text: str) -> list[str]:
    """Unbreakable pieces; a space is a piece of its own.

    >>> pieces("เรื่อง ก")
    ['เรื่อง', ' ', 'ก']
    """
    out: list[str] = []
    for chunk in re.split(r"( +)", text):
        if chunk:
            out.extend((" " * len(chunk),) if chunk.isspace() else _words(chunk))
    return out


_CLUSTER = re.compile(r"[^\u0e31\u0e33-\u0e3a\u0e47-\u0e4e][\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]*|.")


def clusters(text: str) -> list[str]:
    """Characters with the marks that sit on them, as a typesetter spreads a line.

    >>> clusters("ที่นี่")
    ['ที่', 'นี่']
    """
    return _CLUSTER.findall(text)


def break_lines(text: str, first: float, rest: float, measure: Callable[[str], float]) -> list[list[str]]:
    """Pieces of each line; the first may be `first` wide, the others `rest` (pixels)."""
    lines: list[list[str]] = [[]]
    used, room = 0.0, first
    for piece in pieces(text):
        width = measure(piece)
        if used + width > room and lines[-1] and not piece.isspace():
            lines.append([])
            used, room = 0.0, rest
        if piece.isspace() and not lines[-1]:
            continue
        lines[-1].append(piece)
        used += width
    return [_trimmed(line) for line in lines if line]


def _trimmed(line: list[str]) -> list[str]:
    while line and line[-1].isspace():
        line.pop()
    return line
