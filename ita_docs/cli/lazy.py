"""Groups of commands that are listed from text and imported only when they are called."""

from __future__ import annotations

import importlib
from typing import Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup

__all__ = ["Command", "HelpfulCommand", "HelpfulGroup", "lazy_group"]

_HELP = "แสดงวิธีใช้ · Show this message"


class Command(NamedTuple):
    """One command: `function` in `module`, or with `group` a Typer app with commands of its own."""

    name: str
    module: str
    function: str
    help: str
    group: bool = False


class HelpfulCommand(TyperCommand):
    """A command whose help option speaks Thai too."""

    def get_help_option(self, ctx: Any) -> Any:
        """The option `--help`."""
        return _in_both(super().get_help_option(ctx))


class HelpfulGroup(TyperGroup):
    """A group of commands whose help option speaks Thai too."""

    def get_help_option(self, ctx: Any) -> Any:
        """The option `--help`."""
        return _in_both(super().get_help_option(ctx))


def _in_both(option: Any) -> Any:
    if option is not None:
        option.help = _HELP
    return option


def lazy_group(commands: tuple[Command, ...]) -> type[TyperGroup]:
    """A Typer group class of these commands; its help imports none of them."""
    by_name = {command.name: command for command in commands}

    class LazyGroup(HelpfulGroup):
        def list_commands(self, ctx: Any) -> list[str]:
            return list(by_name)

        def get_command(self, ctx: Any, cmd_name: str) -> Any:
            command = by_name.get(cmd_name)
            return None if command is None else _load(command)

        def format_commands(self, ctx: Any, formatter: Any) -> None:
            with formatter.section("Commands"):
                formatter.write_dl([(command.name, command.help) for command in commands])

    return LazyGroup


def _load(command: Command) -> Any:
    target: Any = getattr(importlib.import_module(command.module), command.function)
    if command.group:
        return typer.main.get_command(target)
    single = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    single.command(name=command.name, cls=HelpfulCommand)(target)
    return typer.main.get_command(single)
