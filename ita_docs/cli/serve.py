"""`ita-docs serve`: the desk and the API on this machine."""

from __future__ import annotations

import typer

__all__ = ["serve"]


def serve(
    host: str | None = typer.Option(None, help="ที่อยู่ (ITA_DOCS_HOST) · Address to listen on"),
    port: int | None = typer.Option(None, min=1, max=65535, help="พอร์ต (ITA_DOCS_PORT) · Port"),
    log_level: str = typer.Option("info", help="ระดับบันทึก · How much uvicorn logs"),
) -> None:
    """เปิดโต๊ะทำงานบนเว็บและ API · Serve the desk and the API (this machine only by default)."""
    import uvicorn

    from api.app import create_app
    from ita_docs.settings import Settings

    settings = Settings()
    settings = settings.model_copy(update={"host": host or settings.host, "port": port or settings.port})
    shown = "localhost" if settings.host in ("127.0.0.1", "0.0.0.0", "::") else settings.host
    typer.echo(f"http://{shown}:{settings.port}/", err=True)
    uvicorn.run(
        create_app(settings),
        host=settings.host,
        port=settings.port,
        log_level=log_level.lower(),
        server_header=False,
        proxy_headers=False,
    )
