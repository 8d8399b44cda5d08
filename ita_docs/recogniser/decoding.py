"""From the network's steps to characters: best class of each step, repeats joined, blanks dropped (CTC)."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from ita_docs.recogniser.alignment import Peak, align
from ita_docs.recogniser.reading import LineReading

__all__ = ["decode", "decode_as", "probabilities"]

Floats = npt.NDArray[np.float32]

_FAINTEST = 1e-4


def probabilities(logits: Floats) -> Floats:
    """Softmax of logits (t, classes)."""
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), np.float32)


def decode(steps: Floats, characters: str, pixels_per_step: float, width: float) -> LineReading:
    """Read probabilities (t, 1 + characters), class 0 the blank; positions in a picture of `width` pixels."""
    return _reading(steps, _trim(_peaks(steps), characters), characters, pixels_per_step, width)


def decode_as(
    steps: Floats, text: str, characters: str, pixels_per_step: float, width: float
) -> LineReading | None:
    """The reading that says `text` (found by another search), or None where the steps cannot say it."""
    peaks = align(steps, [characters.index(character) + 1 for character in text])
    return None if peaks is None else _reading(steps, peaks, characters, pixels_per_step, width)


def _reading(
    steps: Floats, peaks: list[Peak], characters: str, pixels_per_step: float, width: float
) -> LineReading:
    sure = tuple(_confidence(steps, peak) for peak in peaks)
    return LineReading(
        text="".join(characters[peak.index - 1] for peak in peaks),
        confidence=min(sure, default=1.0),
        char_confidences=sure,
        runners_up=tuple(_runner_up(steps, peak, characters) for peak in peaks),
        char_edges=_edges(peaks, pixels_per_step, width),
    )


def _peaks(steps: Floats) -> list[Peak]:
    if not len(steps):
        return []
    best = steps.argmax(axis=1)
    starts = np.flatnonzero(np.diff(best, prepend=-1))
    ends = np.append(starts[1:], len(best))
    found = []
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        index = int(best[start])
        if index:
            found.append(Peak(index, start + int(steps[start:end, index].argmax()), start, end - 1))
    return found


def _trim(peaks: list[Peak], characters: str) -> list[Peak]:
    """Drop spaces at the ends and second spaces."""
    space = characters.index(" ") + 1
    kept: list[Peak] = []
    for peak in peaks:
        if peak.index != space or (kept and kept[-1].index != space):
            kept.append(peak)
    return kept[:-1] if kept and kept[-1].index == space else kept


def _confidence(steps: Floats, peak: Peak) -> float:
    return float(min(1.0, steps[peak.best, peak.index]))


def _runner_up(steps: Floats, peak: Peak, characters: str) -> tuple[str, float] | None:
    """The best other character in the steps of the peak."""
    rivals = steps[peak.first : peak.last + 1].max(axis=0)
    rivals[[0, peak.index]] = 0.0
    second = int(rivals.argmax())
    if rivals[second] < _FAINTEST:
        return None
    return characters[second - 1], float(rivals[second])


def _edges(peaks: list[Peak], pixels_per_step: float, width: float) -> tuple[float, ...]:
    """Midway between neighbours; the outer two lie as far out as the neighbours' half distance."""
    if not peaks:
        return (0.0,)
    centres = [(peak.first + peak.last + 1) / 2 * pixels_per_step for peak in peaks]
    middles = [(one + other) / 2 for one, other in pairwise(centres)]
    reach = (middles[0] - centres[0]) if middles else 2 * pixels_per_step
    end = (centres[-1] - middles[-1]) if middles else 2 * pixels_per_step
    edges = [centres[0] - max(reach, pixels_per_step), *middles, centres[-1] + max(end, pixels_per_step)]
    return tuple(min(width, max(0.0, edge)) for edge in edges)
