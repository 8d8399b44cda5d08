"""Runs every check and keeps their order."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from ita_docs.doctor import originals, places, programs
from ita_docs.doctor.finding import Finding, State
from ita_docs.settings import Settings

__all__ = ["examine"]


def examine(settings: Settings) -> Iterator[Finding]:
    """Look at this machine; a check that itself breaks is reported as failed."""
    yield Finding("python", State.OK, sys.version.split()[0])
    for check in (
        programs.check_tesseract,
        programs.check_weights,
        programs.check_poppler,
        programs.check_shaping,
        programs.check_typefaces,
        programs.check_graphviz,
    ):
        yield check()
    for look in (places.check_disk, places.check_inbox, places.check_database, originals.check_originals):
        yield look(settings)
