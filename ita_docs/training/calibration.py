"""How far the recogniser's confidences can be believed, and the trust that makes them so.

Wanted: of the characters over 0.99 hardly one in a thousand is wrong, and most wrong digits lie under 0.95.

    python -m ita_docs.training.calibration [--write]
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

import numpy as np

from ita_docs import typefaces
from ita_docs.recogniser import LineReading, Recogniser
from ita_docs.recogniser.runtime import WEIGHTS
from ita_docs.recogniser.trust import Trust
from ita_docs.training.validation import Case, cases

__all__ = ["Belief", "Judged", "belief", "fit", "judge", "main"]

SURE, DOUBT = 0.99, 0.95
_WRONG_OVER_SURE = 0.0006
_CAUGHT_UNDER_DOUBT = 0.94
_MIDDLING = (0.4, 0.6)


@dataclass(frozen=True, slots=True)
class Judged:
    """A character read (spaces left out), its confidence, and whether it stands in the text."""

    character: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Belief:
    """How confidences stood against the truth.

    `sure_wrong`: share of wrong ones among characters over 0.99, which are the share `sure` of all. `caught`:
    share of the wrong digits under 0.95; `false_alarms`: share of the right digits under 0.95.
    """

    characters: int
    sure: float
    sure_wrong: float
    wrong_digits: int
    caught: float
    false_alarms: float


def judge(readings: Sequence[LineReading], found: Sequence[Case]) -> list[Judged]:
    """Every character of `readings` against the text of its case."""
    return [one for reading, case in zip(readings, found, strict=True) for one in _judged(reading, case.text)]


def _judged(reading: LineReading, text: str) -> Iterator[Judged]:
    pairs = zip(reading.text, reading.char_confidences, strict=True)
    kept = [(sign, chance) for sign, chance in pairs if sign != " "]
    read = "".join(sign for sign, _ in kept)
    right = [False] * len(read)
    for block in SequenceMatcher(None, text.replace(" ", ""), read, autojunk=False).get_matching_blocks():
        right[block.b : block.b + block.size] = [True] * block.size
    for (sign, chance), true in zip(kept, right, strict=True):
        yield Judged(sign, chance, true)


def belief(judged: Sequence[Judged]) -> Belief:
    """Sum up."""
    sure = [one.right for one in judged if one.confidence > SURE]
    wrong = [one.confidence for one in judged if one.character.isdigit() and not one.right]
    good = [one.confidence for one in judged if one.character.isdigit() and one.right]
    return Belief(
        len(judged),
        len(sure) / max(1, len(judged)),
        sure.count(False) / max(1, len(sure)),
        len(wrong),
        sum(chance < DOUBT for chance in wrong) / max(1, len(wrong)),
        sum(chance < DOUBT for chance in good) / max(1, len(good)),
    )


def fit(judged: Sequence[Judged]) -> Trust:
    """The trust that brings raw confidences to what is wanted of 0.99 and 0.95, and is honest at a half."""
    raw = np.array([one.confidence for one in judged])
    right = np.array([one.right for one in judged])
    order = np.argsort(-raw)
    wrong = np.cumsum(~right[order]) / np.arange(1, len(raw) + 1)
    within = np.flatnonzero(wrong <= _WRONG_OVER_SURE)
    sure_from = min(0.9999, float(raw[order][within[-1]]) if len(within) else float(raw.max()))
    digits = np.array([one.confidence for one in judged if one.character.isdigit() and not one.right])
    doubt_to = min(float(np.quantile(digits, _CAUGHT_UNDER_DOUBT)) if len(digits) else 0.9, sure_from * 0.999)
    middling = right[(raw > _MIDDLING[0]) & (raw < _MIDDLING[1])]
    half = min(0.85, float(middling.mean()) if len(middling) else 0.5)
    knots = [(0.0, 0.0), (0.5, half), (max(0.6, doubt_to), DOUBT), (max(0.61, sure_from), SURE), (1.0, 1.0)]
    return Trust(tuple((round(claimed, 5), round(deserved, 5)) for claimed, deserved in knots))


def lines(per_cell: int, seed: str) -> list[Case]:
    """Lines in the faces that letters are printed in: the looped ones, held-out ones too."""
    names = [face.name for face in typefaces.installed() if face.style == "looped"]
    return cases(per_cell, seed, names)


def main() -> int:
    """Fit and print; with `--write`, put the trust beside the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--lines", type=int, default=6, help="lines for each typeface and degradation")
    options = parser.parse_args()
    recogniser = Recogniser.load()
    recogniser.trust = Trust()
    found = lines(options.lines, "calibration")
    raw = judge(recogniser.read([case.picture for case in found]), found)
    trust = fit(raw)
    print("raw   ", belief(raw))
    print("fitted", belief([replace(one, confidence=trust.of(one.confidence)) for one in raw]), trust)
    if options.write:
        path = WEIGHTS / "alphabet.json"
        facts = json.loads(path.read_text(encoding="utf-8"))
        facts["trust"] = trust.knots
        path.write_text(json.dumps(facts, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
