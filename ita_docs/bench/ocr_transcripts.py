"""Character error rate on real pages that a person has transcribed.

A folder of text files `<stem>_p<page>.txt`, a printed line a line, beside a folder of the scans `<stem>.pdf`.
`⟨⟩` stands where a line was filled in by hand, `□` for a character that nobody can read. Each line is looked
for in all that was read on its page, so the order of lines does not count, nor what was read in stamps.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from ita_docs.bench.ocr_score import plain, without_digits
from ita_docs.reading import read_file
from ita_docs.settings import Settings
from parsers.page import Page

__all__ = ["infix_distance", "measure_transcripts"]

_NAME = re.compile(r"(.+)_p(\d+)")
_BY_HAND = "⟨⟩"
_ANY = "□"


def measure_transcripts(folder: Path, scans: Path, engine: str = "own") -> dict[str, Any]:
    """Pages, letters, CER with and without digits in per cent, and the CER of each page."""
    pages: dict[str, float] = {}
    letters = errors = other_letters = other_errors = 0
    for path, stem, number in _named(folder):
        read = read_file(scans / f"{stem}.pdf", engine=engine, settings=Settings())
        text = _all_text(read.pages[number - 1])
        wanted = _parts(path.read_text("utf-8"))
        wrong = sum(infix_distance(part, text) for part in wanted)
        size = sum(map(len, wanted))
        bare = [without_digits(part) for part in wanted]
        letters, errors = letters + size, errors + wrong
        bare_text = without_digits(text)
        other_letters += sum(map(len, bare))
        other_errors += sum(infix_distance(part, bare_text) for part in bare if part)
        pages[path.stem] = 100 * wrong / max(size, 1)
    rates = {"cer": errors, "cer_without_digits": other_errors}
    sizes = {"cer": letters, "cer_without_digits": other_letters}
    return {
        "pages": len(pages),
        "letters": letters,
        **{name: 100 * count / max(sizes[name], 1) for name, count in rates.items()},
        "cer_of_page": pages,
    }


def infix_distance(part: str, text: str) -> int:
    """Fewest insertions, deletions and substitutions between `part` and any stretch of `text`.

    `□` in `part` stands for any character.

    >>> infix_distance("ที่ มท", "เลขที่ มม ๐๘๙๑")
    1
    """
    above = [0] * (len(text) + 1)
    for row, wanted in enumerate(part, 1):
        line = [row]
        for column, character in enumerate(text, 1):
            same = wanted in (character, _ANY)
            line.append(min(above[column - 1] + (not same), above[column] + 1, line[-1] + 1))
        above = line
    return min(above)


def _named(folder: Path) -> list[tuple[Path, str, int]]:
    """Path, stem of the scan and page number of every transcript; raises `ValueError` for another name."""
    named = []
    for path in sorted(folder.glob("*.txt")):
        match = _NAME.fullmatch(path.stem)
        if match is None:
            raise ValueError(f"{path.name}: a transcript is called <stem>_p<page>.txt")
        named.append((path, match[1], int(match[2])))
    return named


def _parts(transcript: str) -> list[str]:
    """The printed stretches of each line as the bench compares them."""
    stretches = [part for line in transcript.splitlines() for part in line.split(_BY_HAND)]
    return [text for stretch in stretches if (text := plain(stretch))]


def _all_text(page: Page) -> str:
    return "".join(plain(line.text) for line in page.lines)
