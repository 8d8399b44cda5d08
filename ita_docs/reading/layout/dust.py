"""Toner dust on a pale copy: dots darker than any print around them, which would read as full stops."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["without_dust"]

_INKED = 50
_PALE = 190
"""Darkness of print (0 to 255): darker print leaves no room for anything darker."""
_CELLS = 6
_FEWEST = 400
_DARKER, _AT_LEAST = 1.45, 15
_WIDEST = 200
"""Dots to the width of a page: larger blots are no dust."""


def without_dust(page: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """An even grey page without the dots that are darker than its print and stand alone.

    Print on a poor copy is grey, toner dust is black: how dark print is nearby tells the two apart.
    """
    import cv2
    import numpy as np

    ink = np.asarray(255 - page, np.uint8)
    level = _print_level(ink)
    if level is None:
        return page
    limit = np.minimum(_DARKER * level + _AT_LEAST, 255).astype(np.uint8)
    full = cv2.resize(limit, page.shape[::-1], interpolation=cv2.INTER_LINEAR)
    dark = (ink > full).astype(np.uint8)
    if not cv2.countNonZero(dark):
        return page
    widest = max(4, page.shape[1] // _WIDEST)
    count, _, boxes, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    page = page.copy()
    for x, y, width, height, _ in boxes[1:count]:
        if max(width, height) <= widest:
            _wipe(page, ink, (int(x), int(y), int(x + width), int(y + height)), widest)
    return page


def _print_level(ink: NDArray[np.uint8]) -> NDArray[np.float32] | None:
    """How dark print is in each part of the page, as a small picture; None where it is black."""
    import cv2
    import numpy as np

    inked = ink[::2, ::2]
    every = inked[inked > _INKED]
    if every.size < _FEWEST:
        return None
    whole = float(np.percentile(every, 90))
    if whole > _PALE:
        return None
    grid = np.full((_CELLS, _CELLS), whole, np.float32)
    for row, band in enumerate(np.array_split(inked, _CELLS, axis=0)):
        for column, cell in enumerate(np.array_split(band, _CELLS, axis=1)):
            own = cell[cell > _INKED]
            if own.size >= _FEWEST:
                grid[row, column] = np.percentile(own, 90)
    return np.asarray(cv2.dilate(grid, np.ones((3, 3), np.uint8)), np.float32)


def _wipe(
    page: NDArray[np.uint8], ink: NDArray[np.uint8], box: tuple[int, int, int, int], widest: int
) -> None:
    """White where a dot is, if there is paper all around it."""
    edge = max(2, widest // 4)
    x0, y0, x1, y1 = box[0] - edge, box[1] - edge, box[2] + edge, box[3] + edge
    if x0 < 1 or y0 < 1 or x1 >= page.shape[1] or y1 >= page.shape[0]:
        return
    ring = (ink[y0 - 1, x0:x1], ink[y1, x0:x1], ink[y0:y1, x0 - 1], ink[y0:y1, x1])
    if all(int(side.max()) < _INKED for side in ring):
        page[y0:y1, x0:x1] = 255
