"""Runs the command line in a process of its own, as a person does."""

import os
import shlex
import subprocess
import sys


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The finished process of `ita-docs ARGUMENTS`, its output as text."""
    command = [sys.executable, "-c", "from ita_docs.cli import main; main()", *arguments]
    settings = {**os.environ, **environment}
    return subprocess.run(command, capture_output=True, text=True, env=settings, timeout=120)


def shell(words: str, reader: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`ita-docs WORDS | READER`, with the exit code of the first."""
    ours = shlex.join([sys.executable, "-c", "from ita_docs.cli import main; main()"])
    line = f"{ours} {words} | {reader}; exit ${{PIPESTATUS[0]}}"
    settings = {**os.environ, **environment}
    command = ["bash", "-c", line]
    return subprocess.run(command, capture_output=True, text=True, env=settings, timeout=120)
