"""From steps to text: repeats, blanks, spaces, runners-up, edges, confidence."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from ita_docs.recogniser.decoding import decode, probabilities
from ita_docs.recogniser.trust import Trust

CHARACTERS = " กข๑๒"


def steps(best: str, sure: float = 0.9) -> npt.NDArray[np.float32]:
    """One step a sign of `best`, `_` the blank; what is left is shared by the others."""
    chances = np.full((len(best), len(CHARACTERS) + 1), (1 - sure) / len(CHARACTERS), np.float32)
    for row, sign in enumerate(best):
        chances[row, 0 if sign == "_" else CHARACTERS.index(sign) + 1] = sure
    return chances


@pytest.mark.parametrize(
    ("best", "text"),
    [
        ("กกขข", "กข"),
        ("ก_ก", "กก"),
        ("__๑๑__๒_", "๑๒"),
        (" ก   _  ข ", "ก ข"),
        ("____", ""),
        ("", ""),
    ],
)
def test_repeats_blanks_and_spaces(best: str, text: str) -> None:
    reading = decode(steps(best), CHARACTERS, 4.0, 100.0)
    assert reading.text == text
    assert len(reading.char_confidences) == len(reading.runners_up) == len(text)
    assert len(reading.char_edges) == len(text) + 1


def test_edges_rise_and_stay_inside() -> None:
    edges = decode(steps("_กก_ข__๑๑_๒"), CHARACTERS, 4.0, 44.0).char_edges
    assert list(edges) == sorted(edges)
    assert edges[0] >= 0
    assert edges[-1] <= 44


def test_runner_up_and_confidence() -> None:
    chances = steps("_๑_", 0.98)
    chances[1] = 0
    chances[1, [CHARACTERS.index("๑") + 1, CHARACTERS.index("๒") + 1]] = (0.7, 0.3)
    reading = decode(chances, CHARACTERS, 4.0, 12.0)
    assert reading.char_confidences == pytest.approx((0.7,))
    assert reading.runners_up[0] == ("๒", pytest.approx(0.3))
    assert reading.confidence == pytest.approx(0.7)


def test_probabilities_sum_to_one() -> None:
    chances = probabilities(np.array([[0.0, 4.0, 1.0], [900.0, -900.0, 0.0]], np.float32))
    assert chances.sum(axis=1) == pytest.approx([1.0, 1.0])
    assert chances[0].argmax() == 1


def test_trust_goes_through_its_knots_and_keeps_the_order() -> None:
    trust = Trust(((0.0, 0.0), (0.5, 0.6), (0.8, 0.95), (0.97, 0.99), (1.0, 1.0)))
    assert [trust.of(raw) for raw in (0.5, 0.8, 0.97)] == pytest.approx([0.6, 0.95, 0.99])
    steps_up = [trust.of(raw / 200) for raw in range(201)]
    assert steps_up == sorted(steps_up)
    assert steps_up[0] < 0.001
    assert steps_up[-1] > 0.999


def test_trust_leaves_plain_confidences_alone() -> None:
    assert [Trust().of(raw) for raw in (0.01, 0.3, 0.99)] == pytest.approx([0.01, 0.3, 0.99])
