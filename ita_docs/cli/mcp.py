"""`ita-docs mcp`: the letters for an assistant, over the Model Context Protocol."""

from __future__ import annotations

from typing import Annotated

import typer

__all__ = ["mcp"]


def mcp(
    http: Annotated[
        bool,
        typer.Option("--http", help="ผ่าน HTTP แทน stdio · Over HTTP in place of standard input and output"),
    ] = False,
    host: Annotated[str, typer.Option(help="ที่อยู่ที่รับฟัง · Address to listen on")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="พอร์ต · Port")] = 8421,
) -> None:
    """ให้ผู้ช่วยถามหนังสือพร้อมที่มา · Lets an assistant ask the letters, with citations.

    Tools: ask, search, letter, chain, duties. None of them changes anything. Over HTTP the address is
    `http://HOST:PORT/mcp`; there is no password: it listens on this computer only unless told otherwise.
    """
    from ita_docs.assistant.server import build_server
    from ita_docs.settings import Settings

    server = build_server(Settings())
    if http:
        typer.echo(f"http://{host}:{port}/mcp", err=True)
        server.run("streamable-http", host=host, port=port)
    else:
        server.run("stdio")
