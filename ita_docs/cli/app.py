"""Builds the command line lazily and turns errors into one clear line and an exit code."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from ita_docs.cli.commands import COMMANDS
from ita_docs.cli.lazy import lazy_group

if TYPE_CHECKING:
    from ita_docs.errors import ItaDocsError

__all__ = ["app", "main"]

app = typer.Typer(
    cls=lazy_group(COMMANDS),
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
