"""`ita-docs watch`: reads and files what is dropped into the inbox, until it is stopped."""

from __future__ import annotations

import signal
import threading
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from ita_docs.inbox.intake import Intake

__all__ = ["watch"]


def watch(
    once: Annotated[bool, typer.Option("--once", help="อ่านที่มีอยู่แล้วจบ · Read what is there and end")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="บรรทัดละหนึ่งไฟล์ · One line of JSON a file")] = False,
) -> None:
    """เฝ้ากล่องรับ: วางไฟล์ลงใน inbox แล้วรอ · Watch the inbox: drop files into it and wait.

    Several may run at once, on several machines that share the home folder and a PostgreSQL database.
    SIGTERM or Ctrl-C end it; a file that is just being read is read again at the next start.
    """
    from ita_docs.cli.intake_view import IntakeView
    from ita_docs.inbox.opening import open_intake
    from ita_docs.settings import Settings

    settings = Settings()
    stop = threading.Event()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends at once, and gives the job back
    with IntakeView(settings.language, as_json) as view, open_intake(settings, on_page=view.page) as intake:
        hint = "" if once else "   (กด Ctrl-C เพื่อหยุด · Ctrl-C stops it)"
        typer.echo(f"{settings.inbox}{hint}", err=True)
        _run(intake, view, stop, once)


def _run(intake: Intake, view: Any, stop: threading.Event, once: bool) -> None:
    from ita_docs.inbox.watch import watch as watch_inbox
    from ita_docs.inbox.watch import work_until_empty

    intake.settler.told.append(lambda arrival: view.show(intake.engine, [arrival]))
    try:
        if once:
            work_until_empty(intake, stop)
        else:
            watch_inbox(intake, stop)
    except KeyboardInterrupt:
        stop.set()
