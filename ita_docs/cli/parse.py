"""`ita-docs parse`: files to JSON, without a database."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from ita_docs.cli.named_files import NamedFiles

__all__ = ["parse"]


class Engine(StrEnum):
    """What reads line pictures."""

    AUTO = "auto"
    OWN = "own"
    TESSERACT = "tesseract"


def parse(
    files: Annotated[
        list[Path],
        typer.Argument(help="ไฟล์ PDF ภาพ ข้อความ หรือโฟลเดอร์ · PDF, picture or text files, or folders"),
    ],
    out: Annotated[
        Path | None, typer.Option("--out", help="เขียน DIR/<ชื่อ>.json · Write DIR/<stem>.json")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="บรรทัดละหนึ่งไฟล์ · One line of JSON a file")] = False,
    engine: Annotated[Engine | None, typer.Option(help="โปรแกรมอ่านตัวอักษร · What reads pictures")] = None,
    workers: Annotated[int | None, typer.Option(help="จำนวนโปรเซสอ่าน · Reading processes", min=1)] = None,
) -> None:
    """อ่านไฟล์เป็น JSON ไม่ใช้ฐานข้อมูล · Read files into JSON; no database is needed.

    One JSON object a file goes to standard output: indented for one file, one line each for several.
    Of a folder all PDF, picture and text files in it and below are read.
    A file that cannot be read is named on standard error and the others go on
    (exit code 3 for the only file, 8 where some of several failed). Pages that could not be
    read are named there as well, and in `source.warnings`.
    """
    from ita_docs.cli.progress import file_progress
    from ita_docs.errors import UnreadableFile

    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
    named = _named(files)
    failures: list[Any] = [*named.missing]
    indent = None if as_json or named.total > 1 else 1
    with file_progress(named.files) as steps:
        targets = _targets(named.files, out)
        for path, page_done in steps:
            try:
                result = _read(path, engine, workers, page_done)
                _give(result, targets.get(path), indent)
                for warning in result["source"]["warnings"]:
                    typer.echo(f"{path.name}: {warning}", err=True)
            except UnreadableFile as error:
                failures.append(error)
    _end(failures, named.total)


def _named(given: list[Path]) -> NamedFiles:
    """What is to be read; a word on what folders hold besides."""
    from ita_docs.cli.named_files import named_files, readable_only

    named = readable_only(named_files(given), given)
    if named.passed_over:
        count = len(named.passed_over)
        typer.echo(
            f"ข้าม {count} ไฟล์ที่ไม่ใช่ PDF ภาพ หรือข้อความ · {count} files of other kinds left out", err=True
        )
    return named


def _read(path: Path, engine: Engine | None, workers: int | None, page_done: Any) -> dict[str, Any]:
    from ita_docs.parse_file import parse_file
    from ita_docs.settings import Settings

    chosen = {key: value for key, value in (("engine", engine), ("workers", workers)) if value is not None}
    settings = Settings.model_validate({**Settings().model_dump(), **chosen})
    return parse_file(path, settings=settings, progress=page_done)


def _targets(files: list[Path], out: Path | None) -> dict[Path, Path]:
    """Where each result is written: by the file's stem, by its whole name where another has the stem."""
    if out is None:
        return {}
    targets: dict[Path, Path] = {}
    for path in files:
        names = (path.stem, path.name, *(f"{path.name} ({number})" for number in range(2, len(files) + 2)))
        taken = set(targets.values())
        targets[path] = next(place for name in names if (place := out / f"{name}.json") not in taken)
    return targets


def _give(result: dict[str, Any], target: Path | None, indent: int | None) -> None:
    text = json.dumps(result, ensure_ascii=False, indent=1 if target else indent)
    if target is None:
        typer.echo(text)
    else:
        target.write_text(text + "\n", encoding="utf-8")


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
