"""The command `ita-docs`: one module a command, loaded only when that command is called."""

from ita_docs.cli.app import app, main

__all__ = ["app", "main"]
