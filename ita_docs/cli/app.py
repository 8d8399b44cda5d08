"""Builds the command line lazily and turns errors into one clear line and an exit code."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Any

import click
import typer
from typer.core import TyperGroup

from ita_docs.cli.commands import COMMANDS, Command

if TYPE_CHECKING:
    from ita_docs.errors import ItaDocsError

__all__ = ["app", "main"]

_BY_NAME = {command.name: command for command in COMMANDS}


class LazyGroup(TyperGroup):
    """A group whose commands are imported when they are called, not when they are listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [command.name for command in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        command = _BY_NAME.get(cmd_name)
        if command is None:
            return None
        if ctx.resilient_parsing or _only_listing(ctx):
            return click.Command(command.name, help=command.help)
        return _load(command)


def _only_listing(ctx: click.Context) -> bool:
    """True while the group's own help is printed, when each command's one line of help is enough."""
    return bool(ctx.meta.get("ita_docs.listing"))


def _load(command: Command) -> click.Command:
    target: Any = getattr(importlib.import_module(command.module), command.function)
    if command.group:
        group: click.Command = typer.main.get_command(target)
        group.help = group.help or command.help
        group.name = command.name
        return group
    single = typer.Typer(add_completion=False, rich_markup_mode=None)
    single.command(name=command.name, help=target.__doc__ or command.help)(target)
    return typer.main.get_command(single)


app = typer.Typer(
    cls=LazyGroup,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="อ่านหนังสือราชการไทยและตอบว่าใครต้องทำอะไรภายในเมื่อไร · Reads Thai government letters and answers.",
)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"ita-docs {version('ita-docs')}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="รุ่น · Version"),
) -> None:
    """Options of the whole command."""


def main() -> None:
    """Run the command line; known errors end with their own exit code and one clear message."""
    from ita_docs.errors import ItaDocsError

    try:
        app()
    except ItaDocsError as error:
        _report(error)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


def _report(error: ItaDocsError) -> None:
    from ita_docs.settings import Settings

    language = Settings().language
    other = "en" if language == "th" else "th"
    typer.echo(f"ita-docs: {error.message(language)}\n          {error.message(other)}", err=True)
