"""Writing a corpus to disk: text, gold, links, duties, and scans where asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from ita_docs.corpus.dice import Dice
from ita_docs.corpus.duty_gold import duty_register
from ita_docs.corpus.sample import Sample
from ita_docs.corpus.world import Topics, World
from ita_docs.corpus.wrapping import draw_look

__all__ = ["Plan", "build", "choose_typeface", "scan_sample"]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to build: the world's seed, how many files, where to, whether scans too."""

    seed: int
    count: int
    out: Path
    topics: Topics = "ita"
    scans: bool = False
    jobs: int = 1


def build(plan: Plan, progress: Callable[[int], None] = lambda done: None) -> int:
    """Write `plan.count` files under `plan.out`: `text/`, `gold/`, `links.jsonl`, `duties.json`, `scans/`."""
    folders = ["text", "gold", *(["scans"] if plan.scans else [])]
    for folder in folders:
        (plan.out / folder).mkdir(parents=True, exist_ok=True)
    letters, links, samples = [], [], World(plan.seed, topics=plan.topics).samples(plan.count)
    for done, sample in enumerate(_scanned(samples, plan), 1):
        _write(sample, plan.out)
        letters.append(sample.letter)
        links += sample.links
        progress(done)
    lines = [json.dumps(link, ensure_ascii=False) for link in links]
    (plan.out / "links.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    _write_json(plan.out / "duties.json", duty_register(letters))
    return len(letters)


def _write(sample: Sample, out: Path) -> None:
    text, gold = sample.printed(draw_look(Dice(f"look {sample.name}")))
    (out / "text" / f"{sample.name}.txt").write_text(text, "utf-8")
    _write_json(out / "gold" / f"{sample.name}.json", gold)


def _write_json(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _scanned(samples: Iterable[Sample], plan: Plan) -> Iterator[Sample]:
    """The samples as they come; their scans are written on the way, on `plan.jobs` processes."""
    if not plan.scans:
        yield from samples
        return
    with ProcessPoolExecutor(plan.jobs) as pool:
        source = iter(samples)
        while batch := list(islice(source, plan.jobs * 8)):
            for sample, (pdf, gold) in zip(batch, pool.map(scan_sample, batch), strict=True):
                (plan.out / "scans" / f"{sample.name}.pdf").write_bytes(pdf)
                _write_json(plan.out / "scans" / f"{sample.name}.json", gold)
                yield sample


def choose_typeface(dice: Dice) -> Any:
    """A typeface of this machine, as often as letters use it."""
    from ita_docs.typefaces import installed

    faces = [face for face in installed() if face.style != "script" or dice.chance(0.05)]
    return dice.weighted({face: face.share + 0.3 for face in faces})


def scan_sample(sample: Sample) -> tuple[bytes, dict[str, Any]]:
    """A sample as a scanned PDF and its gold with page numbers: typeface, style and scanner by its name."""
    from ita_docs.corpus.page import render
    from ita_docs.corpus.scan import draw_scanner, scan_pdf

    dice = Dice(f"scanned {sample.name}")
    file = render(sample.papers, choose_typeface(dice), seed=sample.name, handwriting=0.08)
    gold = sample.gold() | {"source": f"{sample.name}.pdf", "documents": file.documents}
    return scan_pdf(file, draw_scanner(dice), sample.name), gold
