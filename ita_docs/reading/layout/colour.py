"""Coloured ink (stamps, signatures, red urgency marks) taken apart from black print, overlaps unharmed.

Black ink darkens all three channels alike, coloured ink one less than the others: what the channels differ
by shows the coloured ink alone. How much such an ink darkens even its own channel is measured on the spot and
taken off, so that the print beneath a stamp stays as dark as it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_docs.reading.layout.background import flatten, paper_of, to_grey
from ita_docs.reading.layout.dust import without_dust

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Coloured", "Layers", "take_apart"]

_COARSE = 4
_COLOURED, _TINTED = 24, 12
"""Levels that the channels differ by in coloured ink for certain, and in its washed-out edges."""
_FEWEST = 60
_GREYEST = 2.5
_INKED, _DARKER = 40, 1.45
"""Ink of a stroke for certain; how many times darker than a stamp print must be to be told from it."""
_STRIPS, _FINE = 40, 1800
"""Strips to a page's width in height, a line of print; pixels of the width of a page scanned finely."""
_MARGIN = 0.012
"""Share of the page's width by which coloured marks reach for their neighbours."""


@dataclass(frozen=True, slots=True)
class Coloured:
    """The coloured ink of one place as an even grey picture; `x`, `y` are its corner on the page."""

    grey: NDArray[np.uint8]
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Layers:
    """The print as an even grey page, and the places with coloured ink."""

    print: NDArray[np.uint8]
    coloured: list[Coloured]


def take_apart(pixels: NDArray[np.uint8]) -> Layers:
    """The layers of a page, grey or RGB."""
    import cv2
    import numpy as np

    page = flatten(to_grey(pixels))
    if pixels.ndim == 2:
        return Layers(without_dust(page), [])
    paper = [paper_of(pixels[..., channel]) for channel in range(3)]
    found: list[Coloured] = []
    for x0, y0, x1, y1 in _coloured_boxes(pixels, paper):
        ink = _ink(pixels, paper, x0, y0, x1, y1)
        common = np.asarray(ink.min(axis=0), np.uint8)
        spread = np.asarray(cv2.subtract(ink.max(axis=0), common), np.uint8)
        printed, colour = _parted(ink, common, spread)
        _wipe_pale(printed, common, spread, 255 - page[y0:y1], x0)
        page[y0:y1, x0:x1] = 255 - printed
        found.append(Coloured(255 - colour, x0, y0))
    return Layers(without_dust(page), found)


def _coloured_boxes(
    pixels: NDArray[np.uint8], paper: list[NDArray[np.uint8]]
) -> list[tuple[int, int, int, int]]:
    """Boxes `(x0, y0, x1, y1)` in pixels around coloured marks that stand together."""
    import cv2
    import numpy as np

    height, width = pixels.shape[:2]
    size = (width // _COARSE, height // _COARSE)
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    even = [
        cv2.divide(small[..., channel], cv2.resize(paper[channel], size), scale=255) for channel in range(3)
    ]
    spread = cv2.subtract(cv2.max(cv2.max(*even[:2]), even[2]), cv2.min(cv2.min(*even[:2]), even[2]))
    coloured = (spread > _COLOURED).astype(np.uint8)
    if cv2.countNonZero(coloured) < _FEWEST:
        return []
    reach = 2 * round(_MARGIN * size[0]) + 1
    tinted = cv2.morphologyEx((spread > _TINTED).astype(np.uint8), cv2.MORPH_OPEN, np.ones((2, 2), np.uint8))
    near = cv2.dilate(
        cv2.bitwise_or(coloured, np.asarray(tinted, np.uint8)), np.ones((reach, reach), np.uint8)
    )
    _, labels, stats, _ = cv2.connectedComponentsWithStats(near, connectivity=8)
    inked = np.bincount(labels[coloured > 0], minlength=len(stats))
    boxes = [stats[index][:4] * _COARSE for index in range(1, len(stats)) if inked[index] >= _FEWEST]
    return [(int(x), int(y), int(min(x + w, width)), int(min(y + h, height))) for x, y, w, h in boxes]


def _ink(
    pixels: NDArray[np.uint8], paper: list[NDArray[np.uint8]], x0: int, y0: int, x1: int, y1: int
) -> NDArray[np.uint8]:
    """The ink of each channel `(3, h, w)` in a box: how far it is from its paper."""
    import cv2
    import numpy as np

    height, width = pixels.shape[:2]
    out = np.empty((3, y1 - y0, x1 - x0), np.uint8)
    for channel in range(3):
        full = cv2.resize(paper[channel], (width, height), interpolation=cv2.INTER_LINEAR)[y0:y1, x0:x1]
        out[channel] = 255 - cv2.divide(pixels[y0:y1, x0:x1, channel], full, scale=255)
    return out


def _parted(
    ink: NDArray[np.uint8], common: NDArray[np.uint8], spread: NDArray[np.uint8]
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The black ink and the coloured ink of a box.

    `common` is what all channels of its `ink` share, `spread` what they differ by.
    """
    import cv2
    import numpy as np

    taken = np.zeros_like(common)
    for channel in range(3):
        own = (ink[channel] == common) & (spread > _TINTED)
        clear = own & (spread > _COLOURED)
        if clear.sum() >= _FEWEST:
            share = float(np.percentile(common[clear] / spread[clear], 60))
            np.copyto(taken, cv2.convertScaleAbs(spread, alpha=min(share, _GREYEST)), where=own)
    printed = np.asarray(cv2.subtract(common, taken), np.uint8)
    return printed, np.asarray(cv2.convertScaleAbs(spread, alpha=1.4), np.uint8)


def _wipe_pale(
    printed: NDArray[np.uint8],
    common: NDArray[np.uint8],
    spread: NDArray[np.uint8],
    rows: NDArray[np.uint8],
    left: int,
) -> None:
    """Wipe from `printed` what is paler than print wherever coloured ink lies, strip by strip.

    A strong JPEG keeps colour in blocks only, so that colour says where a stamp is, and darkness which of its
    strokes is print. `rows` is the ink of the box's rows over the whole width of the page, whose print beside
    the box tells how dark print is there; where it is hardly darker than the stamp nothing is wiped.
    """
    import cv2
    import numpy as np

    near = cv2.dilate((spread > _TINTED).astype(np.uint8), np.ones((9, 9), np.uint8)) > 0
    beside = rows.copy()
    beside[:, left : left + common.shape[1]][near] = 0
    tall = max(24, rows.shape[1] // _STRIPS)
    grow = np.ones((3, 3), np.uint8) if rows.shape[1] < _FINE else np.ones((5, 5), np.uint8)
    for top in range(0, len(common), tall):
        strip = np.s_[top : top + tall]
        around = beside[max(0, top - tall) : top + 2 * tall]
        inked, stamp = around[around > _INKED], common[strip][spread[strip] > _TINTED]
        stamp = stamp[stamp > _INKED // 2]
        if inked.size < _FEWEST or stamp.size < _FEWEST:
            continue
        dark, pale = float(np.percentile(inked, 75)), float(np.percentile(stamp, 50))
        if dark < _DARKER * pale:
            continue
        core = (common[strip] > (dark + pale) / 2).astype(np.uint8)
        printed[strip][near[strip] & (cv2.dilate(core, grow) == 0)] = 0
