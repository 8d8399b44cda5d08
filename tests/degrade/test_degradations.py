"""Degradations keep the page a page: same kind of picture, contrast, same result for the same seed."""

from __future__ import annotations

from random import Random

import cv2
import numpy as np
import pytest

from ita_docs.degrade import DEGRADATIONS, HELD_OUT_DEGRADATION, Picture
from ita_docs.degrade.line import degrade_line
from ita_docs.degrade.recipe import NAMES, named_recipe, random_recipe


def page() -> Picture:
    sheet = np.full((877, 620), 255, np.uint8)
    for y in range(90, 800, 26):
        cv2.putText(sheet, "0018.1/5565 dd mm", (60, y), cv2.FONT_HERSHEY_SIMPLEX, 0.6, 0, 1, cv2.LINE_AA)
    return sheet


@pytest.mark.parametrize("name", DEGRADATIONS)
def test_gray_and_colour_pages(name: str) -> None:
    gray = page()
    colour = np.repeat(gray[:, :, None], 3, axis=2)
    for image in (gray, colour):
        before = image.copy()
        worn = DEGRADATIONS[name](image, np.random.default_rng(7))
        assert worn.dtype == np.uint8
        assert worn.ndim in (2, image.ndim)
        assert worn.max() - int(worn.min()) > 60
        assert np.array_equal(image, before), "the page that was given is not changed"
        assert np.array_equal(worn, DEGRADATIONS[name](image, np.random.default_rng(7)))


@pytest.mark.parametrize("name", ["bilevel-300", "bilevel-200", "fax"])
def test_two_levels_only(name: str) -> None:
    assert set(np.unique(DEGRADATIONS[name](page(), np.random.default_rng(1)))) <= {0, 255}


def test_held_out_degradation_is_no_line_recipe() -> None:
    assert HELD_OUT_DEGRADATION in DEGRADATIONS
    assert HELD_OUT_DEGRADATION not in NAMES


@pytest.mark.parametrize("name", NAMES)
def test_named_line_recipes_keep_the_shape(name: str) -> None:
    line = page()[70:120]
    worn = degrade_line(line, named_recipe(name, Random(3)), Random(3))
    assert worn.shape == line.shape
    assert worn.dtype == np.uint8


def test_random_recipes_never_fail() -> None:
    rng = Random(11)
    for _ in range(200):
        height, width = rng.randint(14, 120), rng.randint(8, 1500)
        line = np.full((height, width), 255, np.uint8)
        line[height // 3 : height // 2, ::3] = 0
        assert degrade_line(line, random_recipe(rng), rng).shape == line.shape
