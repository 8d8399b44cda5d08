"""CTC prefix beam search with a spelling model: the text that network and spelling find likeliest."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from ita_docs.recogniser.alphabet import THAI_LETTERS
from ita_docs.recogniser.language import Spelling, folded

__all__ = ["search"]

Floats = npt.NDArray[np.float32]

_NEVER = -1e9
_WIDTH = 8
_FAINTEST = 0.01

WEIGHT = 0.3
"""Of the spelling's logarithms beside the network's; chosen on invented lines and on none of the bench."""

BONUS = 0.85
"""Reward for each letter, which makes up for the spelling's cost of longer texts."""


def search(
    steps: Floats, characters: str, spelling: Spelling, weight: float = WEIGHT, bonus: float = BONUS
) -> str:
    """The best text for probabilities (t, 1 + characters).

    Spelling is asked for Thai letters alone, and at no step where a digit contends.
    """
    logs = np.log(np.maximum(steps, 1e-12))
    beams: dict[str, tuple[float, float]] = {"": (0.0, _NEVER)}
    rewards: dict[str, float] = {"": 0.0}
    for row, chances in zip(logs, steps, strict=True):
        heard = _contenders(chances[1:], characters)
        beams = _advance(beams, rewards, row, heard, characters, spelling, weight, bonus)
    return max(beams, key=lambda text: _sum(*beams[text]) + rewards[text]).strip()


def _contenders(chances: Floats, characters: str) -> list[int]:
    """Characters that a step may be. Between digit and letter the network alone decides, here and at once."""
    heard = [int(index) for index in np.flatnonzero(chances > _FAINTEST)]
    if len(heard) > 1 and any(characters[index].isdigit() for index in heard):
        digit = characters[int(chances.argmax())].isdigit()
        return [index for index in heard if characters[index].isdigit() == digit]
    return heard


def _advance(
    beams: dict[str, tuple[float, float]],
    rewards: dict[str, float],
    row: Floats,
    heard: list[int],
    characters: str,
    spelling: Spelling,
    weight: float,
    bonus: float,
) -> dict[str, tuple[float, float]]:
    """One step: every prefix goes on with a blank, its last character, or a new one."""
    spoken = not any(characters[index].isdigit() for index in heard)
    nexts: dict[str, tuple[float, float]] = {}
    silence = float(row[0])
    for text, (blank, sign) in beams.items():
        both = _sum(blank, sign)
        last = characters.find(text[-1]) if text else -1
        stay = sign + float(row[last + 1]) if text else _NEVER
        _merge(nexts, text, both + silence, stay)
        for index in heard:
            character = characters[index]
            longer = text + character
            before = blank if index == last else both
            _merge(nexts, longer, _NEVER, before + float(row[index + 1]))
            if longer not in rewards:
                asked = spoken and character in THAI_LETTERS
                gain = weight * spelling.log_chance(folded(text[-6:]), character) + bonus if asked else 0.0
                rewards[longer] = rewards[text] + gain
    if len(nexts) <= _WIDTH:
        return nexts
    best = sorted(nexts, key=lambda text: _sum(*nexts[text]) + rewards[text], reverse=True)[:_WIDTH]
    return {text: nexts[text] for text in best}


def _merge(found: dict[str, tuple[float, float]], text: str, blank: float, sign: float) -> None:
    old = found.get(text)
    found[text] = (blank, sign) if old is None else (_sum(old[0], blank), _sum(old[1], sign))


def _sum(one: float, other: float) -> float:
    """Logarithm of the sum of two chances given as logarithms."""
    high, low = (one, other) if one > other else (other, one)
    return high if low < high - 30 else high + math.log1p(math.exp(low - high))
