"""Waits until nobody writes to a file any more: one rule for files found at start, by event and by rescan."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from ita_docs.inbox.identity import Identity, identity_of

__all__ = ["Rest"]


@dataclass(slots=True)
class _Seen:
    identity: Identity
    since: float
    complete: bool | None = None
    given: bool = False


class Rest:
    """Remembers when each file was last seen to change.

    A file is at rest when size, time and inode have stayed for `stable` seconds and `is_complete` says that
    it opens and its pages can be counted. One that stays incomplete is given out after `patience` seconds
    all the same, so that it can be refused with a reason.
    """

    def __init__(
        self,
        stable: float,
        patience: float,
        is_complete: Callable[[Path], bool],
        clock: Callable[[], float] = time.monotonic,
    ):
        self.stable = stable
        self.patience = max(patience, stable)
        self._is_complete = is_complete
        self._clock = clock
        self._seen: dict[Path, _Seen] = {}

    def at_rest(self, paths: Iterable[Path]) -> list[Path]:
        """Those of the files found by a scan that are at rest now. Files that are gone are forgotten."""
        before, self._seen = self._seen, {}
        return [path for path in paths if self._look(path, before.get(path))]

    def next_look(self) -> float | None:
        """Seconds until some file could be at rest for the first time; None if no file is waited for."""
        now = self._clock()
        waits = [seen.since + self._needed(seen) - now for seen in self._seen.values() if not seen.given]
        return max(0.0, min(waits)) if waits else None

    def _look(self, path: Path, seen: _Seen | None) -> bool:
        identity = identity_of(path)
        if identity is None:
            return False
        if seen is None or seen.identity != identity:
            seen = _Seen(identity, self._clock())
        self._seen[path] = seen
        rested = self._clock() - seen.since
        if rested < self.stable:
            return False
        if seen.complete is None:
            seen.complete = self._is_complete(path)
        seen.given = seen.complete or rested >= self.patience
        return seen.given

    def _needed(self, seen: _Seen) -> float:
        return self.patience if seen.complete is False else self.stable
