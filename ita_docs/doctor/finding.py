"""One thing that was looked at, how it is, and what to do about it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum

__all__ = ["Finding", "State"]


class State(StrEnum):
    """`fail` stops the main job; `warn` takes something away."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """`remedy_*` say what to do, in Thai and English; empty where nothing is wrong."""

    check: str
    state: State
    detail: str
    remedy_th: str = ""
    remedy_en: str = ""

    def to_json(self) -> dict[str, str]:
        """The finding as plain JSON values."""
        return {key: str(value) for key, value in asdict(self).items()}
