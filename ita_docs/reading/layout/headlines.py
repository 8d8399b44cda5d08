"""Words far larger than the print of their page: ด่วนที่สุด over a letter's number, printed or rubber-stamped.

A stamp breaks its letters into bits, so they are not put together piece by piece: ink that stands close is
one blob, and the band that holds most of its ink is as high as its consonants.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ita_docs.reading.layout.pieces import Pieces
from ita_docs.reading.layout.row import Row

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["headlines"]

_SMALLEST, _LARGEST = 1.6, 5.0
"""Letter heights of the page that the consonants of a headline measure."""
_CLOSE = (1.2, 0.9, 0.6)
"""Letter heights of the page between bits of one word; the line below may stand as close."""
_LONGEST, _SHORTEST = 14.0, 2.2
"""Its own letter heights that a headline is long."""
_BAND, _GAP = 0.42, 0.3
"""Shares of the fullest rows' ink: in the band of the consonants, and what no row within it falls below."""
_HEAVIER, _HEAVY, _ALONE = 1.4, 0.5, 0.3
"""The share of a headline's ink that lies inside its strokes: so many times the page's, or so much; less
for a red word taken out of its page, which is most of the ink around."""
_ROW, _APART = 4, 0.5


def headlines(pieces: Pieces, rows: Sequence[Row], letter: float, head: float) -> list[Row]:
    """Rows of large, heavy print above `head`; none where smaller print of `rows` stands beside.

    `letter` is the height of the page's letters, lengths are in pixels. Print of `rows` within a headline is
    a part of it.
    """
    import cv2
    import numpy as np

    zone = pieces.labels[: max(0, round(head))]
    ink = np.asarray((pieces.area[zone] > 0) & (zone > 0), np.uint8)
    if not ink.any():
        return []
    inner = cv2.erode(ink, np.ones((3, 3), np.uint8))
    heavy = min(_HEAVIER * inner.sum() / ink.sum(), _HEAVY)
    found: list[Row] = []
    for reach in _CLOSE:
        for bits in _blobs(ink, round(reach * letter) | 1, _SMALLEST * letter):
            row = _word(pieces, bits, letter)
            share = _ALONE if bits.sum() > 0.5 * ink.sum() else heavy
            if row is None or (inner * bits).sum() < share * bits.sum():
                continue
            if not any(np.isin(row.members, other.members).any() for other in found):
                found.append(row)
    return [row for row in found if not any(_beside(row, other) for other in rows)]


def _blobs(ink: NDArray[np.uint8], reach: int, height: float) -> Iterator[NDArray[np.uint8]]:
    """The ink of every blob at least so high, where what stands within `reach` pixels is one."""
    import cv2
    import numpy as np

    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8))
    _, blobs, stats, _ = cv2.connectedComponentsWithStats(closed, connectivity=8)
    for number in np.flatnonzero(stats[:, 3] >= height)[1:]:
        bits = ink * (blobs == number)
        if bits.any():
            yield bits


def _word(pieces: Pieces, ink: NDArray[np.uint8], letter: float) -> Row | None:
    """The row of a blob of ink, or None where it has not the shape of one large word."""
    import numpy as np

    profile = np.convolve(ink.sum(axis=1), np.ones(3) / 3, mode="same")
    full = float(np.percentile(profile[profile > 0], 90))
    band = np.flatnonzero(profile >= _BAND * full)
    columns = np.flatnonzero(ink.any(axis=0))
    top, foot, left, right = (int(edge) for edge in (band[0], band[-1] + 1, columns[0], columns[-1] + 1))
    own = foot - top
    fits = (
        _SMALLEST * letter <= own <= _LARGEST * letter and _SHORTEST * own <= right - left <= _LONGEST * own
    )
    if not fits or profile[top:foot].min() < _GAP * full:
        return None
    members = np.unique(pieces.labels[: len(ink)][ink > 0]).astype(np.int64)
    return Row(float(left), float(right), float(foot), 0.0, float(own), members)


def _beside(row: Row, other: Row) -> bool:
    """Whether another row's letters stand at the height of this row's, next to it or beyond it."""
    inside = other.x0 > row.x0 - row.letter and other.x1 < row.x1 + row.letter
    if len(other.members) < _ROW or inside:
        return False
    gap = _APART * row.letter
    if other.x1 < row.x0 - gap or other.x0 > row.x1 + gap:
        return False
    middle = (max(row.x0, other.x0) + min(row.x1, other.x1)) / 2
    foot, theirs = row.baseline(middle), other.baseline(middle)
    return theirs - other.letter < foot and theirs > foot - row.letter
