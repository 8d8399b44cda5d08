"""The points on a file's way between which a crash is survived; tests stop the process at each of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

__all__ = ["STAGES", "Stage", "no_stage"]

Stage: TypeAlias = Callable[[str], None]
"""Told the name of each point as it is reached."""

STAGES = (
    "found",  # an inbox file at rest, nothing done yet
    "copied",  # its bytes on disk under a temporary name
    "kept",  # its bytes in the archive
    "recording",  # rows written, not committed
    "recorded",  # arrival and job committed
    "claimed",  # a worker has the job
    "read",  # pages read and documents understood
    "storing",  # rows written, not linked, not committed
    "linked",  # rows linked, not committed
    "stored",  # committed
    "indexed",  # in the search index
    "planned",  # the place in done/ or failed/ written down
    "reasoned",  # the reason file written (failed files only)
    "moved",  # the inbox file moved, the move not written down
    "settled",  # the arrival closed
)


def no_stage(name: str) -> None:
    """Nobody wants to know."""
