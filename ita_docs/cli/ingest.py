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
    command that was broken off goes on where it stopped. A name that there is no file of does not stop the
    others. Exit code 3 where the only file could not be read, 7 where it is not there, 8 where some of
    several failed.
    """
    from ita_docs.cli.intake_view import IntakeView
    from ita_docs.inbox.opening import open_intake
    from ita_docs.settings import Settings

    settings = Settings()
    with IntakeView(settings.language, as_json) as view, open_intake(settings, on_page=view.page) as intake:
        if paths:
            from ita_docs.cli.named_files import named_files

            intake.recover()
            named = named_files(paths)
            _ingest_files(intake, view, [path.resolve() for path in named.files], who, skip_known)
            view.missing(named.missing)
        else:
            _ingest_inbox(intake, view)
    view.end()


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
