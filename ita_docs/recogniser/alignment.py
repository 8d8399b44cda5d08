"""Where in the network's steps the characters of a given text stand: the likeliest CTC path through them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

__all__ = ["Peak", "align"]

Floats = npt.NDArray[np.float32]

_NEVER = np.float32(-1e9)


@dataclass(frozen=True, slots=True)
class Peak:
    """One character: its class, its step of highest probability, and its first and last step."""

    index: int
    best: int
    first: int
    last: int


def align(steps: Floats, classes: list[int]) -> list[Peak] | None:
    """The steps of each of `classes` on the likeliest path, or None where the text has no path (too long).

    Probabilities (t, n) with class 0 the blank. States alternate blank, character, blank, ..., blank.
    """
    if not classes or not len(steps):
        return None if classes else []
    states = np.zeros(2 * len(classes) + 1, np.int64)
    states[1::2] = classes
    skips = np.zeros(len(states), bool)
    skips[3::2] = states[3::2] != states[1:-2:2]
    logs = np.log(np.maximum(steps, 1e-12))
    back = np.zeros((len(steps), len(states)), np.int8)
    score = np.full(len(states), _NEVER, np.float32)
    score[:2] = logs[0, states[:2]]
    for t in range(1, len(steps)):
        stay, one, two = score, _shifted(score, 1), np.where(skips, _shifted(score, 2), _NEVER)
        choice = np.stack([stay, one, two])
        back[t] = choice.argmax(axis=0)
        score = choice.max(axis=0) + logs[t, states]
    if max(score[-2:]) < -1e8:
        return None
    return _traced(steps, states, back, len(states) - 1 - int(score[-2] > score[-1]))


def _shifted(score: Floats, by: int) -> Floats:
    moved = np.full_like(score, _NEVER)
    moved[by:] = score[:-by]
    return moved


def _traced(
    steps: Floats, states: npt.NDArray[np.int64], back: npt.NDArray[np.int8], state: int
) -> list[Peak]:
    spans: dict[int, tuple[int, int]] = {}
    for t in range(len(steps) - 1, -1, -1):
        if state % 2:
            spans[state] = (t, spans.get(state, (t, t))[1])
        state -= int(back[t, state])
    peaks = []
    for state in sorted(spans):
        first, last = spans[state]
        index = int(states[state])
        peaks.append(Peak(index, first + int(steps[first : last + 1, index].argmax()), first, last))
    return peaks
