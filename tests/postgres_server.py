"""A PostgreSQL server of our own for the tests: a temporary cluster on a local socket, no durability."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c listen_addresses=''"

# An office's server orders texts in its own language and lives in its own time; answers must not.
_ABROAD = "-c timezone=Asia/Bangkok"
_THAI = ("--locale-provider=icu", "--icu-locale=th-TH", "--locale=C.UTF-8")
_OLD = ("--locale=C",)


class NoServer(Exception):
    """Why no PostgreSQL could be started here."""


@contextmanager
def temporary_server() -> Iterator[str]:
    """Start a server; yields the address of its `postgres` database; removes everything afterwards."""
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="ita-pg-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        data = folder / "data"
        locale = _THAI if int(programs.parent.name) >= 15 else _OLD
        _run(programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", *locale)
        start = (programs / "pg_ctl", "-D", data, "-l", folder / "log", "-w", "-t", "60")
        _run(*start, "-o", f"{_QUICK} {_ABROAD} -k {folder}", "start")
        try:
            yield f"postgresql+psycopg://postgres@/postgres?host={folder}"
        finally:
            _run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    if not found:
        raise NoServer("PostgreSQL is not installed (apt-get install postgresql)")
    return found[-1].parent


def _run(*command: object) -> None:
    words = [str(word) for word in command]
    if os.geteuid() == 0:
        try:
            pwd.getpwnam("postgres")
        except KeyError as error:
            raise NoServer("the tests run as root and there is no user postgres") from error
        words = ["runuser", "-u", "postgres", "--", *words]
    try:
        subprocess.run(words, check=True, cwd="/", capture_output=True, timeout=120)
    except (OSError, subprocess.SubprocessError) as error:
        raise NoServer(f"PostgreSQL does not start: {error}") from error
