"""The training card: what the shipped weights were trained on and how well they read, written to docs.

python -m ita_docs.training.card RUN [RUN ...], the runs in the order of their cycles
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ita_docs import typefaces
from ita_docs.degrade.recipe import NAMES
from ita_docs.recogniser import Recogniser
from ita_docs.recogniser.alphabet import CHARACTERS
from ita_docs.training.calibration import belief, judge, lines
from ita_docs.training.faces import training_faces
from ita_docs.training.letters import KINDS
from ita_docs.training.validation import Figures, cases, measure, total

__all__ = ["card", "main"]

TARGET = Path(__file__).parents[2] / "docs" / "training-card.md"
_LINES = 3
_HEAD = "| | CER % | lines exact % | digits found % | digits right % |\n|---|---|---|---|---|\n"

Cells = Mapping[tuple[str, str], Figures]


def main() -> int:
    """Measure the shipped weights and write the card."""
    TARGET.write_text(card([Path(name) for name in sys.argv[1:]]), encoding="utf-8")
    print(f"wrote {TARGET}")
    return 0


def card(runs: Sequence[Path]) -> str:
    """The card as Markdown. `runs` give the curves; the figures are of the shipped weights."""
    recogniser = Recogniser.load()
    found = cases(_LINES)
    started = time.process_time()
    cells = measure(found, lambda pictures: [reading.text for reading in recogniser.read(pictures)])
    each = (time.process_time() - started) / len(found) * 1000
    parts = (
        "# Training card of the line recogniser",
        "Written by `python -m ita_docs.training.card RUN ...`; do not edit.",
        _facts(runs),
        "## Loss over time",
        "\n\n".join(_curve(run) for run in runs),
        "## Figures",
        f"{len(found)} invented lines of the seed `validation`, {_LINES} for each typeface and degradation; "
        f"spaces are not counted. {each:.1f} ms of CPU a line.",
        _tables(cells),
        "## Confidence",
        _confidence(recogniser),
    )
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _tables(cells: Cells) -> str:
    held = typefaces.held_out()
    seen = {key: figures for key, figures in cells.items() if key[0] not in held}
    unseen = {key: figures for key, figures in cells.items() if key[0] in held}
    rows = {"typefaces of the training": seen, "**typefaces never seen**": unseen}
    for recipe in NAMES:
        rows[f"{recipe}, typefaces of the training"] = {k: v for k, v in seen.items() if k[1] == recipe}
    for name in dict.fromkeys(face for face, _ in cells):
        label = f"**{name}** (never seen)" if name in held else name
        rows[label] = {k: v for k, v in cells.items() if k[0] == name}
    return _HEAD + "".join(_row(label, part) for label, part in rows.items())


def _confidence(recogniser: Recogniser) -> str:
    found = lines(_LINES, seed="card")
    seen = belief(judge(recogniser.read([case.picture for case in found]), found))
    return (
        f"On {len(found)} fresh lines in looped faces ({seen.characters} characters, {seen.wrong_digits} bad "
        f"digits), {seen.sure:.1%} are over 0.99, and {seen.sure_wrong:.3%} of those are wrong; "
        f"of the wrong digits {seen.caught:.0%} lie under 0.95, of the right ones {seen.false_alarms:.2%}."
    )


def _facts(runs: Sequence[Path]) -> str:
    ends = [_log(run)[-1] for run in runs]
    seen, seconds = sum(end["lines"] for end in ends), sum(end["seconds"] for end in ends)
    kinds = ", ".join(f"{kind.__name__.replace('_', ' ')} {share}" for kind, share in KINDS.items())
    faces = ", ".join(f"{face.name} {face.share:g}" for face in training_faces())
    rows = {
        "Lines seen": f"{seen:,} in {len(runs)} cycles of the learning rate, all invented; no real letter",
        "Time": f"{seconds / 60:.0f} minutes of one thread, shared with other work",
        "Network": "6 convolutions, BiLSTM of 128, CTC; 0.82 million parameters; lines 48 pixels high",
        "Alphabet": f"{len(CHARACTERS)} characters: Thai, both numeral systems, ASCII",
        "Kinds of line (weights)": kinds,
        "Typefaces (weights)": faces,
        "Held out": f"{', '.join(sorted(typefaces.held_out()))}; the degradation fax",
    }
    return "".join(f"- {name}: {value}\n" for name, value in rows.items())


def _curve(run: Path) -> str:
    """A table of about twenty points of the log."""
    log = _log(run)
    picked = log[:: max(1, len(log) // 20)]
    rows = (
        f"| {point['seconds'] / 60:.0f} | {point['lines']:,} | {point['loss']:.3f} |\n" for point in picked
    )
    return "| minutes | lines | loss |\n|---|---|---|\n" + "".join(rows)


def _log(run: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (run / "log.jsonl").read_text(encoding="utf-8").splitlines()]


def _row(label: str, cells: Cells) -> str:
    sums = total(list(cells.values()))
    shares = (sums.cer, sums.exact / max(1, sums.lines), sums.digit_recall, sums.digit_precision)
    return f"| {label} | " + " | ".join(f"{share * 100:.2f}" for share in shares) + " |\n"


if __name__ == "__main__":
    raise SystemExit(main())
