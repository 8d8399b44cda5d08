"""How many letters a second one core understands, and whether memory stays flat while it does."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from parsers.page import Page

__all__ = ["measure_speed"]

_FRESH = 500
_NOISE = 0.01
_PARTS = 10


def measure_speed(count: int, seed: int) -> dict[str, Any]:
    """Parses so many letters from page lines to documents, in one process, after a warm-up.

    Each letter differs from the others: invented files, again and again with other letters misread. Seconds
    are CPU seconds of the parsing alone; memory is the resident size in MiB after each tenth.
    """
    from parsers import parse

    pool = _pool(seed)
    for pages in islice(_letters(pool), 50):
        parse(pages)
    sizes, spent, letters, slowest = [_resident()], 0.0, 0, 0.0
    for done, pages in enumerate(islice(_letters(pool), count), 1):
        begun = time.process_time()
        documents = parse(pages)
        took = time.process_time() - begun
        spent, slowest = spent + took, max(slowest, took)
        letters += sum(document.kind != "attachment" for document in documents)
        if done % max(count // _PARTS, 1) == 0:
            sizes.append(_resident())
    return {
        "files": count,
        "letters": letters,
        "cpu_seconds": spent,
        "files_per_second": count / spent,
        "letters_per_second": letters / spent,
        "slowest_seconds": slowest,
        "resident_mib": sizes,
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _pool(seed: int) -> list[str]:
    """The texts of fresh invented files, as printed."""
    from ita_docs.bench.field_slices import printed_text, samples

    return [printed_text(sample) for sample in samples(seed, _FRESH)]


def _letters(pool: Sequence[str]) -> Iterator[list[Page]]:
    from ita_docs.bench.field_slices import as_pages
    from ita_docs.corpus.damage import damage_text
    from ita_docs.corpus.dice import Dice

    for turn, text in enumerate(cycle(pool)):
        yield as_pages(text if turn < len(pool) else damage_text(text, _NOISE, Dice(f"turn {turn}")))


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20
