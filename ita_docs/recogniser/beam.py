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
_SURE = 0.93
"""A digit of that chance stays one even within a word."""
_LETTERS = frozenset(THAI_LETTERS)
_STROKES = frozenset("Il")
"""Latin letters that เ and แ look like in faces without loops."""

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
    beam = _Beam(characters, spelling, weight, bonus)
    logs = np.log(np.maximum(steps, 1e-12))
    for row, heard in zip(logs, _contenders(steps, characters), strict=True):
        if heard:
            beam.advance(row, heard)
        else:
            beam.wait(float(row[0]))
    return beam.best().strip()


def _contenders(steps: Floats, characters: str) -> list[list[int]]:
    """Characters that each step may be. Between digit and letter the network alone decides, unless the digit
    would stand within a word."""
    found: list[list[int]] = [[] for _ in steps]
    for step, index in np.argwhere(steps[:, 1:] > _FAINTEST).tolist():
        found[step].append(index)
    within = _within_words(steps, characters)
    for step, heard in enumerate(found):
        if step in within and any(characters[index] in _LETTERS for index in heard):
            found[step] = [index for index in heard if characters[index] in _LETTERS]
        elif len(heard) > 1 and any(characters[index].isdigit() for index in heard):
            digit = characters[int(steps[step, 1:].argmax())].isdigit()
            found[step] = [index for index in heard if characters[index].isdigit() == digit]
    return found


def _within_words(steps: Floats, characters: str) -> set[int]:
    """Steps of signs that cannot stand where they were read: lone doubted digits between two Thai letters
    (`โค9งการ`), an I or l right before one (`Iละ`)."""
    best = steps.argmax(axis=1)
    starts = [step for step in range(len(best)) if best[step] and (step == 0 or best[step - 1] != best[step])]
    signs = [" ", *(characters[best[start] - 1] for start in starts), " "]
    found: set[int] = set()
    for at, before, sign, after in zip(starts, signs, signs[1:], signs[2:], strict=False):
        end = at + int(np.argmax(np.append(best[at:], -1) != best[at]))
        lone = sign.isdigit() and before in _LETTERS and steps[at:end, best[at]].max() < _SURE
        if after in _LETTERS and (lone or sign in _STROKES):
            found.update(range(at, end))
    return found


class _Beam:
    """The likeliest prefixes so far, each with the logarithms of its chance ending in a blank, and not."""

    def __init__(self, characters: str, spelling: Spelling, weight: float, bonus: float) -> None:
        self._characters, self._spelling = characters, spelling
        self._weight, self._bonus = weight, bonus
        self._prefixes: dict[str, tuple[float, float]] = {"": (0.0, _NEVER)}
        self._rewards: dict[str, float] = {"": 0.0}

    def best(self) -> str:
        """The likeliest prefix."""
        return max(self._prefixes, key=self._worth)

    def wait(self, silence: float) -> None:
        """A step that is nothing but blank."""
        self._prefixes = {
            text: (_sum(blank, sign) + silence, _NEVER) for text, (blank, sign) in self._prefixes.items()
        }

    def advance(self, row: Floats, heard: list[int]) -> None:
        """One step: every prefix goes on with a blank, with its last character, or with a new one."""
        silence = float(row[0])
        signs = [(self._characters[index], float(row[index + 1])) for index in heard]
        asked = not any(sign.isdigit() for sign, _ in signs)
        nexts: dict[str, tuple[float, float]] = {}
        for text, (blank, sign) in self._prefixes.items():
            both, last = _sum(blank, sign), text[-1:]
            stay = sign + float(row[self._characters.index(last) + 1]) if last else _NEVER
            _merge(nexts, text, both + silence, stay)
            for character, chance in signs:
                self._reward(text, character, asked)
                _merge(nexts, text + character, _NEVER, (blank if character == last else both) + chance)
        self._prefixes = nexts
        if len(nexts) > _WIDTH:
            self._prefixes = {text: nexts[text] for text in sorted(nexts, key=self._worth)[-_WIDTH:]}

    def _reward(self, text: str, character: str, asked: bool) -> None:
        longer = text + character
        if longer not in self._rewards:
            gain = 0.0
            if asked and character in _LETTERS:
                gain = self._weight * self._spelling.log_chance(folded(text[-6:]), character) + self._bonus
            self._rewards[longer] = self._rewards[text] + gain

    def _worth(self, text: str) -> float:
        return _sum(*self._prefixes[text]) + self._rewards[text]


def _merge(found: dict[str, tuple[float, float]], text: str, blank: float, sign: float) -> None:
    old = found.get(text)
    found[text] = (blank, sign) if old is None else (_sum(old[0], blank), _sum(old[1], sign))


def _sum(one: float, other: float) -> float:
    """Logarithm of the sum of two chances given as logarithms."""
    high, low = (one, other) if one > other else (other, one)
    return high if low < high - 30 else high + math.log1p(math.exp(low - high))
