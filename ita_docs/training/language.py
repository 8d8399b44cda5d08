"""Count character sequences of invented text for the recogniser's spelling model.

python -m ita_docs.training.language [--lines 60000]
"""

from __future__ import annotations

import argparse
import gzip
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

from ita_docs.recogniser.alphabet import CHARACTERS, normalise
from ita_docs.recogniser.language import folded
from ita_docs.recogniser.runtime import WEIGHTS
from ita_docs.training.letters import letter_line
from ita_docs.training.oddments import scramble
from ita_docs.training.prose import person, phrase, prose

__all__ = ["count", "main", "write"]

ORDER = 5
_LEAST = (1, 1, 1, 3, 6, 10)
"""The fewest times that a sequence of that many characters must have come to be kept."""

_WRITABLE = frozenset(CHARACTERS)


def count(lines: int, seed: int = 1) -> Counter[str]:
    """Counts of all sequences of 1 to `ORDER` characters in `lines` lines; rare long ones are left out."""
    counts: Counter[str] = Counter()
    for text in _texts(lines, Random(seed)):
        padded = f" {folded(text)} "
        for size in range(1, ORDER + 1):
            counts.update(padded[start : start + size] for start in range(len(padded) - size + 1))
    return Counter({seq: n for seq, n in counts.items() if n >= _LEAST[len(seq)]})


def _texts(lines: int, rng: Random) -> Iterator[str]:
    kinds = (prose, prose, phrase, letter_line, person)
    for _ in range(lines):
        text = normalise(rng.choice(kinds)(rng) if rng.random() < 0.98 else scramble(rng))
        if text and _WRITABLE.issuperset(text):
            yield text


def write(counts: Counter[str], path: Path) -> None:
    """Write `sequence<TAB>count` lines, gzipped, the same bytes for the same counts."""
    body = "".join(f"{sequence}\t{number}\n" for sequence, number in sorted(counts.items()))
    path.write_bytes(gzip.compress(body.encode(), mtime=0))


def main() -> int:
    """Count and write beside the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=60_000)
    parser.add_argument("--to", type=Path, default=WEIGHTS / "spelling.gz")
    options = parser.parse_args()
    write(count(options.lines), options.to)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
