"""Builds the command line lazily and turns errors into one clear line and an exit code."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup

from ita_docs.cli.commands import COMMANDS, Command

if TYPE_CHECKING:
    from ita_docs.errors import ItaDocsError

__all__ = ["app", "main"]

_BY_NAME = {command.name: command for command in COMMANDS}


class LazyGroup(TyperGroup):
    """A group whose commands are imported when they are called, not when they are listed."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(_BY_NAME)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        command = _BY_NAME.get(cmd_name)
        return None if command is None else _load(command)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(command.name, command.help) for command in COMMANDS])


def _load(command: Command) -> Any:
    target: Any = getattr(importlib.import_module(command.module), command.function)
    if command.group:
        target.info.help = target.info.help or command.help
        return typer.main.get_command(target)
    single = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    single.command(name=command.name)(target)
    return typer.main.get_command(single)


app = typer.Typer(
    cls=LazyGroup,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
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
