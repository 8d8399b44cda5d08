"""The generator's word stock: provinces, bodies, people, topics, lines of command; loaded once."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

__all__ = ["Province", "Topic", "bodies", "lines", "loose", "people", "provinces", "topics", "vocabulary"]


@dataclass(frozen=True, slots=True)
class Province:
    """Letter code, name, first two digits of the postcode, telephone area, and some districts."""

    code: str
    name: str
    postcode: str
    area: str
    districts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """What letters of one chain are about; each list holds phrases with {fy}, {body} ..."""

    key: str
    programme: str
    authority: str
    lines: list[str]
    matter: list[str]
    short: list[str]
    notice: str
    purpose: list[str]
    duties: list[str]
    forms: list[str]
    events: list[str]
    agenda: list[str]
    laws: list[str]


def _text(name: str) -> str:
    return (resources.files("ita_docs.corpus") / "data" / name).read_text("utf-8")


@cache
def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(_text(name))


@cache
def provinces() -> tuple[Province, ...]:
    """The 76 provinces."""
    rows = csv.DictReader(_text("provinces.csv").splitlines())
    return tuple(
        Province(r["code"], r["name"], r["postcode"], r["area"], tuple(r["districts"].split("|")))
        for r in rows
    )


@cache
def topics() -> dict[str, Topic]:
    """Topics by key."""
    rows = [*_toml("topics.toml")["topic"], *_toml("topics_more.toml")["topic"]]
    return {row["key"]: Topic(**row) for row in rows}


def bodies() -> dict[str, Any]:
    """Central bodies by key, as `bodies.toml` gives them."""
    return _toml("bodies.toml")


def lines() -> dict[str, Any]:
    """Lines of command by key, as `lines.toml` gives them."""
    return _toml("lines.toml")


def people() -> dict[str, list[str]]:
    """Parts of names, ranks and posts."""
    return _toml("people.toml")


def loose() -> dict[str, Any]:
    """Matters of single letters, and the words that fill them."""
    return _toml("loose.toml")


def vocabulary() -> dict[str, Any]:
    """Streets, halls, rooms and other small words."""
    return _toml("vocabulary.toml")
