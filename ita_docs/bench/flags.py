"""`ita-docs bench flags`: is every contradiction flagged, and are letters without one left in peace?"""

from __future__ import annotations

import json
import random
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_docs.corpus.flaws import Flaw
    from ita_docs.corpus.sample import Sample

__all__ = ["bench"]

_TRIES = 40
_REMARKS = frozenset({"L022", "L023", "L029", "L030"})
"""What a letter without fault may bear too: two readings of a number, what is blank or filled in by pen."""


def bench(
    count: Annotated[int, typer.Option(help="ไฟล์ต่อข้อผิดหนึ่งแบบ · Files for each sort of fault", min=1)] = 50,
    clean: Annotated[int, typer.Option(help="ไฟล์ที่ไม่มีข้อผิด · Files without a fault", min=1)] = 1000,
    seed: Annotated[int | None, typer.Option(help="ค่าเริ่มสุ่ม · Seed; a new one at each run")] = None,
    out: Annotated[Path | None, typer.Option(help="เขียน JSON ลงไฟล์ · Write the JSON to a file")] = None,
    misses: Annotated[bool, typer.Option(help="แสดงทุกไฟล์ที่พลาด · List each file that falls short")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="ผลเป็น JSON · Print JSON")] = False,
) -> None:
    """ข้อขัดแย้งในหนังสือถูกพบครบและไม่เตือนผิด · Contradictions found, and false flags on sound letters.

    Each sort of contradiction is planted into invented files, one a file; flagged means that a flag with the
    right code lies on the right field of a document of that file.
    """
    seed = random.SystemRandom().randrange(10**9) if seed is None else seed
    found = [_planted(flaw, seed, count) for flaw in _flaws()]
    sound = _sound(seed, clean)
    figures: dict[str, Any] = {
        "seed": seed,
        "faults": {one.name: one.as_json() for one in found},
        "recall": sum(one.flagged for one in found) / max(sum(one.files for one in found), 1),
        "sound": sound.as_json(),
    }
    if out is not None:
        out.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", "utf-8")
    typer.echo(json.dumps(figures, ensure_ascii=False) if as_json else _told(figures, misses=misses))


@dataclass(slots=True)
class _Row:
    """One sort of fault, or none: files, how many were flagged, flags that nobody asked for."""

    name: str
    code: str = ""
    files: int = 0
    flagged: int = 0
    settled: int = 0
    settled_wrong: int = 0
    others: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return {key: getattr(self, key) for key in self.__slots__} | {"others": dict(self.others)}


def _flaws() -> tuple[Flaw, ...]:
    from ita_docs.corpus.flaws import FLAWS, RARE_FLAWS

    return FLAWS + RARE_FLAWS


def _files(seed: int, limit: int, flaws: float, *planted: Flaw) -> Iterator[Sample]:
    from ita_docs.corpus.world import World

    return World(seed, topics="mixed", flaws=flaws, planted=planted).samples(limit)


def _planted(flaw: Flaw, seed: int, count: int) -> _Row:
    row = _Row(flaw.__name__)
    for sample in _files(seed, count * _TRIES, 1.0, flaw):
        if row.files == count:
            break
        if len(sample.letter.flags) == 1 and _told_twice(sample):
            _judge(row, sample)
    return row


def _told_twice(sample: Sample) -> bool:
    """Whether the paper that the fault is told by lies in the file, where it needs one."""
    behind = {"L015": "letter", "L016": "letter", "L028": "attachment"}.get(sample.letter.flags[0]["code"])
    kinds = ["attachment" if one.gold["kind"] == "attachment" else "letter" for one in sample.papers[1:]]
    return behind is None or behind in kinds


def _judge(row: _Row, sample: Sample) -> None:
    wanted = sample.letter.flags[0]
    raised = _raised(sample)
    hits = [flag for flag in raised if (flag["code"], _field(flag)) == (wanted["code"], wanted["field"])]
    row.code, row.files, row.flagged = wanted["code"], row.files + 1, row.flagged + bool(hits)
    if not hits:
        row.misses.append(f"{sample.name}: {wanted['code']} {wanted['written']}")
    if wanted["resolved"] and hits:
        right = _agree(hits[0]["resolved"], wanted["resolved"])
        row.settled += right
        row.settled_wrong += not right and hits[0]["resolved"] is not None
    row.others.update(flag["code"] for flag in raised if flag["code"] not in _REMARKS | {wanted["code"]})


def _agree(told: str | None, wanted: str) -> bool:
    """Whether a flag resolves as wanted: `น่าน` for `จังหวัดน่าน`, `55xxx` for the postcodes of a province."""
    plain = (told or "").removeprefix("จังหวัด")
    return wanted.removeprefix("จังหวัด") in {plain, *plain.replace("xxx", "").split()}


def _sound(seed: int, count: int) -> _Row:
    row = _Row("sound")
    for sample in _files(seed + 1, count, 0.0):
        codes = [flag["code"] for flag in _raised(sample) if flag["code"] not in _REMARKS]
        row.files, row.flagged = row.files + 1, row.flagged + bool(codes)
        row.others.update(codes)
        row.misses += [f"{sample.name}: {code}" for code in codes]
    return row


def _raised(sample: Sample) -> list[dict[str, Any]]:
    from ita_docs.bench.field_slices import as_pages, printed_text
    from parsers import parse

    return [flag for one in parse(as_pages(printed_text(sample))) for flag in one.to_json()["flags"]]


def _field(flag: dict[str, Any]) -> str:
    return str(flag["field"]).split("/")[0]


def _told(figures: dict[str, Any], *, misses: bool) -> str:
    lines = [
        f"seed {figures['seed']}",
        f"{'fault':24}{'code':6}{'files':>6}{'flagged':>9}{'settled':>9}  other flags",
    ]
    for name, row in figures["faults"].items():
        others = ", ".join(f"{code} {many}" for code, many in sorted(row["others"].items()))
        lines.append(
            f"{name:24}{row['code']:6}{row['files']:6}{row['flagged']:9}{row['settled']:9}  {others}".rstrip()
        )
        lines += [f"    {one}" for one in row["misses"]] if misses else []
    sound = figures["sound"]
    lines.append(
        f"recall {figures['recall']:.4f}; without a fault {sound['files']} files, "
        f"{sound['flagged']} flagged: {sound['others']}"
    )
    lines += [f"    {one}" for one in sound["misses"]] if misses else []
    return "\n".join(lines)
