"""Invented lines: text that the recogniser can write, pictures that hold it, held-out typefaces refused."""

from __future__ import annotations

from collections import Counter
from random import Random

import numpy as np
import pytest

from ita_docs import typefaces
from ita_docs.recogniser.alphabet import CHARACTERS, THAI_DIGITS, normalise
from ita_docs.training import faces
from ita_docs.training.letters import KINDS
from ita_docs.training.sample import random_sample
from ita_docs.training.text import LONGEST, line_text


@pytest.fixture(scope="module")
def texts() -> list[str]:
    rng = Random(5)
    return [line_text(rng) for _ in range(4000)]


def test_texts_are_as_the_recogniser_writes(texts: list[str]) -> None:
    assert all(text == normalise(text) for text in texts)
    assert set("".join(texts)) <= set(CHARACTERS)
    assert max(map(len, texts)) <= LONGEST


def test_every_character_is_seen() -> None:
    rng, seen = Random(6), set[str]()
    for _ in range(30000):
        seen |= set(line_text(rng))
        if len(seen) == len(CHARACTERS):
            return
    pytest.fail(f"never drawn: {sorted(set(CHARACTERS) - seen)}")


def test_no_digit_is_preferred_by_much(texts: list[str]) -> None:
    counts = Counter(c for text in texts for c in text)
    for digits in (THAI_DIGITS, "0123456789"):
        rates = [counts[d] for d in digits]
        assert min(rates) > 0.3 * max(rates)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_each_kind_gives_something(kind: object) -> None:
    rng = Random(8)
    assert all(isinstance(kind(rng), str) for _ in range(50))  # type: ignore[operator]


def test_the_same_seed_gives_the_same_sample() -> None:
    if not typefaces.installed():
        pytest.skip("no Thai typefaces on this machine")
    draw = faces.FaceDraw.of(faces.training_faces())
    one, other = (random_sample(Random(9), draw) for _ in "ab")
    assert one.text == other.text
    assert np.array_equal(one.picture, other.picture)
    assert one.picture.shape[0] == 48


def test_held_out_typefaces_are_refused() -> None:
    with pytest.raises(faces.HeldOutTypeface, match="Sawasdee"):
        faces.refuse_held_out(["Laksaman", "Sawasdee"])


def test_training_faces_leave_the_held_out_ones_alone() -> None:
    assert typefaces.held_out().isdisjoint(face.name for face in faces.training_faces())
