"""`ita-docs ingest`: files named on the command line, or what lies in the inbox, become filed letters."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from ita_docs.inbox.intake import Intake

__all__ = ["ingest"]

_BATCH = 200


def ingest(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            help="ไฟล์หรือโฟลเดอร์ ไม่ระบุคือกล่องรับ · Files or folders; without any, what lies in the inbox",
            show_default=False,
        ),
    ] = None,
    skip_known: Annotated[
        bool, typer.Option("--skip-known", help="ข้ามไฟล์ที่มีแล้ว · Leave out files that are held already")
    ] = False,
    who: Annotated[str | None, typer.Option(help="ผู้รับเข้า · Who takes them in")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="บรรทัดละหนึ่งไฟล์ · One line of JSON a file")] = False,
) -> None:
    """รับไฟล์เข้าคลัง: อ่าน เก็บ เชื่อมโยง · Read, file and link files.

    Named files stay where they are. Each time that a file comes in it gets a receiving number of its own; a
    command that was broken off goes on where it stopped. Exit code 3 where the only file could not be
    read, 8 where some of several could not.
    """
    from ita_docs.cli.intake_view import IntakeView
    from ita_docs.inbox.opening import open_intake
    from ita_docs.settings import Settings

    settings = Settings()
    with IntakeView(settings.language, as_json) as view, open_intake(settings, on_page=view.page) as intake:
        if paths:
            intake.recover()
            _ingest_files(intake, view, _files(paths), who, skip_known)
        else:
            _ingest_inbox(intake, view)
    view.end()


def _files(paths: list[Path]) -> list[Path]:
    from ita_docs.errors import NotFound
    from ita_docs.inbox.scan import scan

    files: list[Path] = []
    for path in paths:
        if not path.exists():
            raise NotFound(str(path))
        files += scan(path) if path.is_dir() else [path.resolve()]
    return files


def _ingest_files(intake: Intake, view: Any, files: list[Path], who: str | None, skip_known: bool) -> None:
    view.expect(len(files))
    for at in range(0, len(files), _BATCH):
        batch = [path for path in files[at : at + _BATCH] if not (skip_known and intake.holds(path))]
        arrivals = intake.take(batch, who=who)
        waiting = {arrival.source_file_id for arrival in arrivals}
        while (seconds := intake.queue.seconds_to_next(waiting)) is not None:
            if not intake.work(waiting):
                _sleep(min(seconds, 1.0))
        intake.settler.settle_all()
        view.show(intake.engine, [arrival.id for arrival in arrivals])


def _ingest_inbox(intake: Intake, view: Any) -> None:
    from ita_docs.inbox.watch import work_until_empty

    intake.settler.told.append(lambda arrival: view.show(intake.engine, [arrival]))
    work_until_empty(intake)


def _sleep(seconds: float) -> None:
    import time

    time.sleep(max(seconds, 0.05))
