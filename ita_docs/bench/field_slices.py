"""The letters that the field bench reads: invented ones as text, damaged, on pages, scanned; real ones."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ita_docs.bench.field_values import JSON
from parsers.page import Line, Page

if TYPE_CHECKING:
    from ita_docs.corpus.sample import Sample

__all__ = [
    "Case",
    "as_pages",
    "damaged",
    "pages",
    "printed_text",
    "real_scans",
    "real_texts",
    "samples",
    "scanned",
    "texts",
]


@dataclass(frozen=True, slots=True)
class Case:
    """One file with its gold."""

    name: str
    pages: list[Page]
    gold: JSON


def as_pages(text: str) -> list[Page]:
    """Plain text as pages of lines; form feeds part the pages."""
    return [
        Page(no, [Line(line) for line in part.split("\n")]) for no, part in enumerate(text.split("\f"), 1)
    ]


def samples(seed: int, count: int) -> list[Sample]:
    """Invented files of all topics."""
    from ita_docs.corpus.world import World

    return list(islice(World(seed, topics="mixed").samples(count), count))


def texts(made: list[Sample]) -> Iterator[Case]:
    """As clean text, half of it wrapped and paged as in print."""
    for sample in made:
        text, gold = _printed(sample)
        yield Case(sample.name, as_pages(text), gold)


def _printed(sample: Sample) -> tuple[str, dict[str, Any]]:
    from ita_docs.corpus.dice import Dice
    from ita_docs.corpus.wrapping import draw_look

    return sample.printed(draw_look(Dice(f"look {sample.name}")))


def printed_text(sample: Sample) -> str:
    """A file's text, half of the files wrapped and paged as in print."""
    return _printed(sample)[0]


def damaged(made: list[Sample], rate: float) -> Iterator[Case]:
    """As text with a share of its characters misread, marks lost, spaces put in."""
    from ita_docs.corpus.damage import damage_text
    from ita_docs.corpus.dice import Dice

    for sample in made:
        text, gold = _printed(sample)
        yield Case(sample.name, as_pages(damage_text(text, rate, Dice(f"noise {sample.name}"))), gold)


def pages(made: list[Sample]) -> Iterator[Case]:
    """Set on A4 and read without fault: lines with boxes, columns, stamps, turned pages."""
    from ita_docs.corpus.build import choose_typeface
    from ita_docs.corpus.dice import Dice
    from ita_docs.corpus.page import render
    from ita_docs.corpus.page.perfect import read_perfectly

    for sample in made:
        face = choose_typeface(Dice(f"scanned {sample.name}"))
        file = render(sample.papers, face, dpi=75, seed=sample.name)
        yield Case(sample.name, read_perfectly(file), sample.gold() | {"documents": file.documents})


def scanned(made: list[Sample]) -> Iterator[Case]:
    """Scanned with skew, noise and JPEG, and read by the reader that a clerk has."""
    from ita_docs.corpus.build import scan_sample
    from ita_docs.reading import read_file

    with tempfile.TemporaryDirectory() as folder:
        for sample in made:
            path = Path(folder) / f"{sample.name}.pdf"
            content, gold = scan_sample(sample)
            path.write_bytes(content)
            yield Case(sample.name, list(read_file(path).pages), gold)


def real_texts(shared: Path) -> Iterator[Case]:
    """The real letters as text with hand-made gold, where a folder has them (`seeds/`, `gold/`)."""
    for path in sorted((shared / "seeds").glob("*.txt")):
        gold = json.loads((shared / "gold" / f"{path.stem}.json").read_text("utf-8"))
        yield Case(path.stem, as_pages(path.read_text("utf-8")), gold)


def real_scans(shared: Path) -> Iterator[Case]:
    """The real scans with gold beside them, where a folder has them (`scans/`)."""
    from ita_docs.reading import read_file

    for path in sorted((shared / "scans").glob("*.pdf")):
        gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
        yield Case(path.stem, list(read_file(path).pages), gold)
