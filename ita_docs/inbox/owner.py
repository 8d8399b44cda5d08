"""The name under which a worker claims jobs, and whether the worker of a name is still alive."""

from __future__ import annotations

import os
import secrets
import socket
from pathlib import Path

__all__ = ["is_certainly_dead", "owner_name"]


def owner_name() -> str:
    """A name for this process, never given twice: machine, process space, process, its start, chance."""
    return f"{_machine()}/{os.getpid()}/{_start_of(os.getpid())}/{secrets.token_hex(4)}"


def is_certainly_dead(owner: str | None) -> bool:
    """Whether the process of this name ran on this machine and runs no more.

    False where that cannot be known, as for other machines: then only its silence tells.
    """
    steps = (owner or "").rsplit("/", 3)
    if len(steps) != 4 or steps[0] != _machine():
        return False
    return _start_of(int(steps[1])) != steps[2]


def _machine() -> str:
    """This machine since its last start, and the space in which its process numbers count."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()[:8]
        space = str(Path("/proc/self/ns/pid").readlink()).strip("pid:[]")
    except OSError:
        return f"{socket.gethostname()[:20]}-{secrets.token_hex(4)}"
    return f"{socket.gethostname()[:20]}-{boot}-{space}"


def _start_of(process: int) -> str:
    """When a process started, in ticks since the machine did; empty if there is none, or a dead one."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if fields[0] in ("Z", "X") else fields[19]
