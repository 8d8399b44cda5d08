"""`ita-docs chain`: which letter hangs on which."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import typer

from ita_docs.cli.opened import JSON_HELP, console, opened, print_json

__all__ = ["chain"]


class Direction(StrEnum):
    """Which way a chain is followed."""

    ANCESTORS = "ancestors"
    DESCENDANTS = "descendants"
    FAMILY = "family"


class Format(StrEnum):
    """How a chain is printed."""

    TEXT = "text"
    GRAPHML = "graphml"
    DOT = "dot"


def chain(
    letter: Annotated[str, typer.Argument(help="เลขที่หนังสือหรือรหัส · Number in any spelling, or id")],
    direction: Annotated[Direction, typer.Option(help="ทิศทาง · Which way")] = Direction.FAMILY,
    depth: Annotated[int, typer.Option(min=1, max=100, help="จำนวนขั้น · Steps")] = 10,
    style: Annotated[Format, typer.Option("--format", help="text, graphml, dot")] = Format.TEXT,
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """สายหนังสือที่อ้างถึงกัน · The chain of a letter: what it hangs on and what hangs on it.

    Letters that are known from citations only are shown too, as missing or ambiguous.
    """
    from ita_docs.knowledge.chains import chain_of

    with opened() as (session, settings):
        found = chain_of(session, letter, direction.value, depth).to_json()
    if as_json:
        print_json(found)
    elif style is Format.TEXT:
        _show(found, settings.language)
    else:
        from ita_docs.knowledge.graph_files import to_dot, to_graphml

        typer.echo((to_graphml if style is Format.GRAPHML else to_dot)(found), nl=False)


def _show(found: dict[str, Any], language: str) -> None:
    from ita_docs.cli.chain_view import chain_view

    screen, english = console(), language == "en"
    for line in chain_view(found, screen.width, english=english):
        screen.print(line, no_wrap=True, overflow="ignore", crop=False)
    if found["cut"]:
        screen.print("the chain was cut" if english else "สายยาวเกินกำหนด แสดงบางส่วน")
