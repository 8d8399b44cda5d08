"""`ita-docs parse`: files in, JSON out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

__all__ = ["parse"]


def parse(
    files: Annotated[list[Path], typer.Argument(help="ไฟล์ PDF ภาพ หรือข้อความ · PDF, picture or text files")],
    out: Annotated[
        Path | None, typer.Option("--out", help="เขียน DIR/<ชื่อ>.json · Write DIR/<stem>.json")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="บรรทัดละหนึ่งไฟล์ · One line of JSON a file")] = False,
    engine: Annotated[str | None, typer.Option(help="auto, own, tesseract")] = None,
    workers: Annotated[int | None, typer.Option(help="จำนวนโปรเซสอ่าน · Reading processes", min=1)] = None,
) -> None:
    """อ่านไฟล์เป็น JSON ไม่ใช้ฐานข้อมูล · Read files into JSON; no database is needed.

    One JSON object a file goes to standard output: indented for one file, one line each for several.
    A file that cannot be read is named on standard error and the others go on
    (exit code 3 for the only file, 8 where some of several failed).
    """
    from ita_docs.cli.progress import file_progress

    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
    failures = []
    with file_progress(files) as steps:
        for path, page_done in steps:
            try:
                result = _read(path, engine, workers, page_done)
            except _unreadable() as error:
                failures.append(error)
                continue
            _give(result, path, out, indent=None if as_json or len(files) > 1 else 1)
    _end(failures, len(files))


def _unreadable() -> type[Exception]:
    from ita_docs.errors import UnreadableFile

    return UnreadableFile


def _read(path: Path, engine: str | None, workers: int | None, page_done: Any) -> dict[str, Any]:
    from ita_docs.parse_file import parse_file
    from ita_docs.settings import Settings

    chosen = {key: value for key, value in (("engine", engine), ("workers", workers)) if value is not None}
    settings = Settings.model_validate({**Settings().model_dump(), **chosen})
    return parse_file(path, settings=settings, progress=page_done)


def _give(result: dict[str, Any], path: Path, out: Path | None, indent: int | None) -> None:
    text = json.dumps(result, ensure_ascii=False, indent=1 if out is not None else indent)
    if out is None:
        typer.echo(text)
    else:
        (out / f"{path.stem}.json").write_text(text + "\n", encoding="utf-8")


def _end(failures: list[Any], total: int) -> None:
    from ita_docs.errors import SomeFilesFailed
    from ita_docs.settings import Settings

    if not failures:
        return
    if total == 1:
        raise failures[0]
    for error in failures:
        typer.echo(error.message(Settings().language), err=True)
    raise SomeFilesFailed(failed=len(failures), total=total)
