"""Places the letters of a chain in layers by date, by Graphviz, and reads back where everything lies."""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ita_docs.errors import MissingTool

__all__ = ["BOX", "Placed", "lay_out"]

BOX = (232, 84)
"""Width and height of a letter in the drawing, in pixels."""

DOTS = 96.0
MOST_DAYS = 16
SECONDS = 20


@dataclass(frozen=True, slots=True)
class Placed:
    """A drawing: size in pixels; letters by their corner; bonds as SVG paths; layers by their middle."""

    size: tuple[float, float]
    letters: dict[str, tuple[float, float]]
    bonds: list[tuple[str, str, str, tuple[float, float] | None]]
    layers: list[tuple[str, float]]


def lay_out(letters: Sequence[dict[str, Any]], links: Sequence[dict[str, Any]]) -> Placed:
    """Letters from left (earliest) to right, links between them; letters without a day go where they fit.

    Raises:
        MissingTool: Graphviz is not installed.
    """
    return _placed("\n".join(_dot(letters, links)))


def _dot(letters: Sequence[dict[str, Any]], links: Sequence[dict[str, Any]]) -> Iterator[str]:
    layers = _layers(letters)
    width, height = BOX[0] / DOTS, BOX[1] / DOTS
    yield "digraph chain { rankdir=LR; nodesep=0.22; ranksep=0.9; splines=true;"
    yield "edge [arrowhead=none];"  # ours stands at the other end: the line reaches the box
    yield f'node [shape=box, fixedsize=true, width={width:.3f}, height={height:.3f}, label=""];'
    axis = [f'"axis {name}"' for name in layers]
    for name in axis:
        yield f"{name} [width=0.1, height=0.1];"
    if len(axis) > 1:
        yield f"{' -> '.join(axis)} [weight=50];"
    for name, members in layers.items():
        row = " ".join(f'"{letter}"' for letter in members)
        yield f'{{ rank=same; "axis {name}" {row} }}'
    for letter in letters:
        yield f'"{letter["id"]}";'
    dated = {letter["id"] for letter in letters if letter["date"]}
    for link in links:
        free = link["from"] in dated and link["to"] in dated
        label = ' label="xxxxxx", fontsize=11,' if link["kind"] != "follows" else ""
        yield f'"{link["to"]}" -> "{link["from"]}" [{label} constraint={"false" if free else "true"}];'
    yield "}"


def _layers(letters: Sequence[dict[str, Any]]) -> dict[str, list[str]]:
    """Ids by day, or by month where there are many days."""
    days = sorted({letter["date"] for letter in letters if letter["date"]})
    length = 10 if len(days) <= MOST_DAYS else 7 if len({day[:7] for day in days}) <= MOST_DAYS else 4
    layers: dict[str, list[str]] = {day[:length]: [] for day in days}
    for letter in letters:
        if letter["date"]:
            layers[letter["date"][:length]].append(letter["id"])
    return layers


@lru_cache(maxsize=128)
def _placed(source: str) -> Placed:
    lines = [shlex.split(line) for line in _run(source).splitlines()]
    graph = next(line for line in lines if line[0] == "graph")
    width, height = float(graph[2]) * DOTS, float(graph[3]) * DOTS
    letters: dict[str, tuple[float, float]] = {}
    layers: list[tuple[str, float]] = []
    bonds = []
    for line in lines:
        if line[0] == "node" and line[1].startswith("axis "):
            layers.append((line[1].removeprefix("axis "), float(line[2]) * DOTS))
        elif line[0] == "node":
            x, y = float(line[2]) * DOTS, height - float(line[3]) * DOTS
            letters[line[1]] = (x - BOX[0] / 2, y - BOX[1] / 2)
        elif line[0] == "edge" and not line[1].startswith("axis "):
            bonds.append(_bond(line, height))
    return Placed((width, height), letters, bonds, sorted(layers))


def _run(source: str) -> str:
    try:
        done = subprocess.run(
            ["dot", "-Tplain"], input=source, capture_output=True, text=True, timeout=SECONDS, check=True
        )
    except FileNotFoundError as error:
        raise MissingTool(tool="Graphviz (dot)", install="apt-get install graphviz") from error
    return done.stdout


def _bond(line: list[str], height: float) -> tuple[str, str, str, tuple[float, float] | None]:
    """`(later, earlier, path, place of the label)`: drawn from the later letter to what it hangs on."""
    count = int(line[3])
    numbers = [float(value) * DOTS for value in line[4 : 4 + 2 * count]]
    points = [(x, height - y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)][::-1]
    curve = " ".join(f"{x:.1f} {y:.1f}" for x, y in points[1:])
    rest = line[4 + 2 * count :]
    label = (float(rest[1]) * DOTS, height - float(rest[2]) * DOTS) if len(rest) > 4 else None
    return line[2], line[1], f"M{points[0][0]:.1f} {points[0][1]:.1f}C{curve}", label
