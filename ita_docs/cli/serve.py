"""`ita-docs serve`: the desk and the API on this machine, with the inbox watched beside them."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ita_docs.settings import Settings

__all__ = ["serve"]

_WATCH = "from ita_docs.cli import main; main()"
_PATIENCE_SECONDS = 10


def serve(
    host: Annotated[str | None, typer.Option(help="ที่อยู่ (ITA_DOCS_HOST) · Address to listen on")] = None,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="พอร์ต (ITA_DOCS_PORT) · Port")] = None,
    watch: Annotated[
        bool, typer.Option("--watch/--no-watch", help="เฝ้ากล่องรับไปด้วย · Read the inbox too")
    ] = True,
    log_level: Annotated[str, typer.Option(help="ระดับบันทึก · How much is logged")] = "warning",
) -> None:
    """เปิดโต๊ะทำงานบนเว็บและ API · Serve the desk and the API (this machine only by default)."""
    from ita_docs.settings import Settings

    settings = Settings()
    chosen = {"host": host or settings.host, "port": port or settings.port}
    settings = settings.model_copy(update=chosen)
    _check_store(settings)
    # uvicorn hands the signal on when it has ended: it must not kill us before the watcher is told
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with _watching() if watch else nullcontext(), suppress(KeyboardInterrupt):
        _run(settings, log_level.lower())


def _check_store(settings: Settings) -> None:
    """Say what is wrong with the store before the server starts."""
    from sqlalchemy.exc import SQLAlchemyError

    from ita_docs.errors import StoreProblem
    from models.migrate import open_database

    try:
        settings.make_folders()
        open_database(settings.url).dispose()
    except (OSError, SQLAlchemyError) as error:
        raise StoreProblem(str(error).splitlines()[0]) from error


def _run(settings: Settings, log_level: str) -> None:
    import uvicorn

    from api.app import create_app

    shown = "localhost" if settings.host in ("127.0.0.1", "0.0.0.0", "::") else settings.host
    typer.echo(f"http://{shown}:{settings.port}/   (กด Ctrl-C เพื่อหยุด · Ctrl-C stops it)", err=True)
    uvicorn.run(
        create_app(settings, warm=True),
        host=settings.host,
        port=settings.port,
        log_level=log_level,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=2,  # live pages hold their streams open
    )


@contextmanager
def _watching() -> Iterator[None]:
    """The inbox watched by a process of its own, so that reading never holds up the desk."""
    process = subprocess.Popen([sys.executable, "-c", _WATCH, "watch"], stdout=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(_PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
