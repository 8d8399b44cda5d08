"""How far the recogniser's confidences can be believed, and the temperature that makes them honest.

python -m ita_docs.training.calibration [--write]
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np
import numpy.typing as npt

from ita_docs.recogniser import LineReading, Recogniser
from ita_docs.recogniser.decoding import decode, probabilities
from ita_docs.recogniser.runtime import WEIGHTS
from ita_docs.training.validation import Case, cases

__all__ = ["Belief", "beliefs", "fit", "main"]

_SURE, _DOUBT = 0.99, 0.95
_TEMPERATURES = tuple(round(0.6 + 0.1 * step, 1) for step in range(25))


@dataclass(frozen=True, slots=True)
class Belief:
    """How confidences stood against the truth.

    `sure_wrong`: share of wrong ones among characters over 0.99. `caught`: share of the wrong digits that lie
    under 0.95; `false_alarms`: share of the right digits that do.
    """

    temperature: float
    characters: int
    sure_wrong: float
    caught: float
    false_alarms: float
    loss: float


def beliefs(
    logits: Sequence[npt.NDArray[np.float32]], found: Sequence[Case], characters: str, temperature: float
) -> Belief:
    """Judge the readings of `found` at one temperature."""
    sure: list[bool] = []
    digits: list[tuple[float, bool]] = []
    loss = 0.0
    count = 0
    for steps, case in zip(logits, found, strict=True):
        reading = decode(probabilities(steps, temperature), characters, 4.0, 1e9)
        for sign, chance, right in _judged(reading, case.text):
            count += 1
            loss -= float(np.log(max(1e-6, chance if right else 1 - chance)))
            if chance > _SURE:
                sure.append(right)
            if sign.isdigit():
                digits.append((chance, right))
    wrong = [chance for chance, right in digits if not right]
    good = [chance for chance, right in digits if right]
    return Belief(
        temperature,
        count,
        sure.count(False) / max(1, len(sure)),
        sum(chance < _DOUBT for chance in wrong) / max(1, len(wrong)),
        sum(chance < _DOUBT for chance in good) / max(1, len(good)),
        loss / max(1, count),
    )


def _judged(reading: LineReading, text: str) -> Iterator[tuple[str, float, bool]]:
    """Each character read (spaces left out), its confidence, and whether it stands in the text."""
    kept = [
        (sign, chance)
        for sign, chance in zip(reading.text, reading.char_confidences, strict=True)
        if sign != " "
    ]
    read = "".join(sign for sign, _ in kept)
    right = [False] * len(read)
    for block in SequenceMatcher(None, text.replace(" ", ""), read, autojunk=False).get_matching_blocks():
        right[block.b : block.b + block.size] = [True] * block.size
    for (sign, chance), true in zip(kept, right, strict=True):
        yield sign, chance, true


def fit(recogniser: Recogniser, found: Sequence[Case]) -> list[Belief]:
    """Beliefs at each temperature tried; the best is that of least loss."""
    logits = [recogniser.steps(case.picture) for case in found]
    return [beliefs(logits, found, recogniser.characters, t) for t in _TEMPERATURES]


def main() -> int:
    """Print the beliefs; with `--write`, put the best temperature beside the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--lines", type=int, default=3, help="lines for each typeface and degradation")
    options = parser.parse_args()
    tried = fit(Recogniser.load(), cases(options.lines, seed="calibration"))
    best = min(tried, key=lambda belief: belief.loss)
    for belief in tried:
        print(
            f"T {belief.temperature:.1f} loss {belief.loss:.4f}, wrong over {_SURE}: {belief.sure_wrong:.5f} "
            f"wrong digits under {_DOUBT}: {belief.caught:.3f}  false alarms: {belief.false_alarms:.4f}"
            + ("  <-" if belief is best else "")
        )
    if options.write:
        path = WEIGHTS / "alphabet.json"
        facts = json.loads(path.read_text(encoding="utf-8"))
        facts["temperature"] = best.temperature
        path.write_text(json.dumps(facts, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
