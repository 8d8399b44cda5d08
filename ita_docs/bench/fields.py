"""`ita-docs bench fields`: how right the fields of letters are that nobody has seen before."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from ita_docs.bench.field_slices import Case
    from ita_docs.bench.field_tally import Tally

__all__ = ["bench"]

_NOISE = 0.01


def bench(
    count: Annotated[int, typer.Option(help="ไฟล์ที่สร้างใหม่ · Invented files", min=1)] = 200,
    scans: Annotated[
        int, typer.Option(help="ไฟล์ที่สแกนและอ่านจริง · Of these, files scanned and read", min=0)
    ] = 0,
    seed: Annotated[int | None, typer.Option(help="ค่าเริ่มสุ่ม · Seed; a new one at each run")] = None,
    shared: Annotated[
        Path | None, typer.Option(help="โฟลเดอร์หนังสือจริงพร้อมเฉลย · Folder of real letters with gold")
    ] = None,
    real_scans: Annotated[bool, typer.Option(help="อ่านสแกนจริงด้วย · Read the real scans too")] = False,
    speed: Annotated[
        int, typer.Option(help="หนังสือสำหรับวัดเวลาและหน่วยความจำ · Letters of the speed test", min=0)
    ] = 0,
    against: Annotated[Path | None, typer.Option(help="เทียบกับผลครั้งก่อน · An earlier run's JSON")] = None,
    out: Annotated[Path | None, typer.Option(help="เขียน JSON ลงไฟล์ · Write the JSON to a file")] = None,
    misses: Annotated[bool, typer.Option(help="แสดงทุกค่าที่ผิด · List each value that falls short")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="ผลเป็น JSON · Print JSON")] = False,
) -> None:
    """ความถูกต้องของทุกช่องข้อมูล · Precision, recall, wrong and missing values, field by field.

    Slices: clean text, noisy text (one character in a hundred misread), pages read without fault, scans read
    by the reader in use, and real letters where a folder of them is given.
    """
    from ita_docs.bench.field_report import changes, print_changes, print_report, report

    seed = random.SystemRandom().randrange(10**9) if seed is None else seed
    slices = {
        name: _scored(cases, name, as_json) for name, cases in _chosen(seed, count, scans, shared, real_scans)
    }
    figures = report(seed, slices)
    if speed:
        from ita_docs.bench.field_speed import measure_speed

        figures["speed"] = measure_speed(speed, seed)
    if against is not None:
        figures["against"] = changes(figures, json.loads(against.read_text("utf-8")))
    if out is not None:
        out.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", "utf-8")
    if as_json:
        typer.echo(json.dumps(figures, ensure_ascii=False))
        return
    print_report(figures, misses=misses)
    if against is not None:
        print_changes(figures["against"])


def _chosen(
    seed: int, count: int, scans: int, shared: Path | None, real_scans: bool
) -> Iterator[tuple[str, Iterable[Case]]]:
    from ita_docs.bench import field_slices as made

    samples = made.samples(seed, count)
    yield "text", made.texts(samples)
    yield "noisy text", made.damaged(samples, _NOISE)
    if scans:
        yield "page", made.pages(samples[:scans])
        yield "scan", made.scanned(samples[:scans])
    if shared is not None:
        yield "real text", made.real_texts(shared)
        if real_scans:
            yield "real scan", made.real_scans(shared)


def _scored(cases: Iterable[Case], name: str, quiet: bool) -> Tally:
    from rich.console import Console
    from rich.progress import track

    from ita_docs.bench.field_tally import Tally
    from parsers import parse

    tally = Tally()
    show: Callable[..., Any] = track
    for case in show(cases, f"bench fields: {name}", console=Console(stderr=True), disable=quiet):
        tally.file(case.name, case.gold, [document.to_json() for document in parse(case.pages)])
    return tally
