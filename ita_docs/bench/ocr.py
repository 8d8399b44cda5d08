"""`ita-docs bench ocr`: our reader beside Tesseract and OCRmyPDF, on the same fresh pages in the same run."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from ita_docs.bench.ocr_pages import Condition
    from ita_docs.bench.ocr_run import Result

__all__ = ["bench"]


def bench(
    pages: Annotated[int, typer.Option(help="หน้าต่อเงื่อนไข · Pages for each condition", min=1)] = 10,
    seed: Annotated[int | None, typer.Option(help="ค่าเริ่มสุ่ม · Seed; a new one at each run")] = None,
    only: Annotated[str, typer.Option(help="เฉพาะเงื่อนไขที่มีคำนี้ · Only conditions with this word")] = "",
    peers: Annotated[bool, typer.Option(help="วัดโปรแกรมอื่นด้วย · Measure the peers too")] = True,
    scans: Annotated[
        Path | None, typer.Option(help="โฟลเดอร์สแกนจริงพร้อมเฉลย · Real scans with gold beside them")
    ] = None,
    transcripts: Annotated[
        Path | None,
        typer.Option(help="ข้อความที่คนถอดจากสแกนใน --scans · Pages of --scans transcribed by a person"),
    ] = None,
    letters: Annotated[
        Path | None,
        typer.Option(help="หนังสือเป็นข้อความพร้อมเฉลย · Letters as text with gold, scanned and scored"),
    ] = None,
    speed: Annotated[int, typer.Option(help="หน้าสำหรับวัดเวลาและหน่วยความจำ · Pages of the speed test")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="ผลเป็น JSON · Print JSON")] = False,
) -> None:
    """วัดการอ่านภาพ · Character error rate, digits, exact lines, CPU seconds, memory, calibration.

    Every page is made for the run. Typefaces and the degradation called "never trained on" are unknown to our
    recogniser. CPU seconds are those of one process and its children; all readers run with one thread.
    """
    from ita_docs.bench.ocr_pages import CONDITIONS
    from ita_docs.bench.ocr_readers import measured_readers
    from ita_docs.bench.ocr_run import run
    from ita_docs.reading.page_worker import one_thread

    seed = random.SystemRandom().randrange(10**9) if seed is None else seed
    chosen = [condition for condition in CONDITIONS if only in condition.title]
    one_thread()
    readers, missing = measured_readers(peers=peers)
    results = [run(condition, pages, seed, readers) for condition in _shown(chosen, quiet=as_json)]
    report: dict[str, Any] = {"seed": seed, "pages": pages, "missing": missing}
    report["conditions"] = [result.as_json() for result in results]
    report |= _of_folders(scans, transcripts, letters, seed)
    if speed:
        from ita_docs.bench.ocr_speed import measure_speed

        report["speed"] = measure_speed(speed, seed)
    _give(report, results, as_json)


def _of_folders(
    scans: Path | None, transcripts: Path | None, letters: Path | None, seed: int
) -> dict[str, Any]:
    """What is measured on files that the user has."""
    report: dict[str, Any] = {}
    if scans:
        from ita_docs.bench.ocr_scans import measure_scans

        report["scans"] = measure_scans(scans)
    if scans and transcripts:
        from ita_docs.bench.ocr_transcripts import measure_transcripts

        report["transcripts"] = measure_transcripts(transcripts, scans)
    if letters:
        from ita_docs.bench.ocr_letters import measure_letters
        from ita_docs.reading.engines import make_reader
        from ita_docs.settings import Settings

        report["letters"] = measure_letters(letters, make_reader("own", Settings()), seed)
    return report


def _shown(conditions: list[Condition], *, quiet: bool) -> Any:
    from rich.console import Console
    from rich.progress import track

    return track(conditions, "bench ocr", console=Console(stderr=True), disable=quiet)


def _give(report: dict[str, Any], results: list[Result], as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(report, ensure_ascii=False))
        return
    from ita_docs.bench.ocr_table import print_report

    print_report(report, results)
