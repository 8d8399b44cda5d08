"""Builds the command line lazily and turns errors into one clear line and an exit code."""

from __future__ import annotations

import os
import sys

import typer

from ita_docs.cli.commands import COMMANDS
from ita_docs.cli.lazy import lazy_group

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
    try:
        sys.exit(app(prog_name="ita-docs", standalone_mode=False) or 0)
    except typer.TyperException as error:
        _say_usage(error)
        sys.exit(error.exit_code)
    except typer.Abort:
        sys.exit(1)
    except BrokenPipeError:
        _end_quietly()
    except Exception as error:
        from ita_docs.cli.said_wrong import known_error

        known = known_error(error)
        if known is None:
            raise
        _say(known.message("th"), known.message("en"))
        sys.exit(known.exit_code)


def _end_quietly() -> None:
    """The reader of our output (`| head`) has seen enough: what is still to be written goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(0)


def _say_usage(error: typer.TyperException) -> None:
    """A wrong word in the command in both languages; a command without words gets its help."""
    from ita_docs.cli.said_wrong import usage_lines

    if type(error).__name__ == "NoArgsIsHelpError":
        typer.echo(error.format_message(), err=True)
        return
    thai, english, where = usage_lines(error)
    _say(thai, english)
    typer.echo(f"          {where}", err=True)


def _say(thai: str, english: str) -> None:
    """Both sentences, the reader's language first."""
    first, second = (english, thai) if _language() == "en" else (thai, english)
    typer.echo(f"ita-docs: {first}\n          {second}", err=True)


def _language() -> str:
    """The setting alone: other settings may be the very thing that is wrong."""
    return os.environ.get("ITA_DOCS_LANGUAGE", "th").lower()
