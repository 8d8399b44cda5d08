"""By how much a page is turned: the angle at which rows of ink stand out most sharply from the gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["row_contrast", "skew_angle"]

_LARGEST = 8.0
"""Degrees either way; more than that is a photograph, not a scan."""

_POINTS = 30_000


def skew_angle(ink: NDArray[np.uint8], otherwise: float = 0.0) -> float:
    """Degrees by which the rows of a page fall to the right (clockwise is positive).

    `ink` is the page's ink (nonzero); with next to none the angle is `otherwise`.
    """
    import numpy as np

    points = _sample(ink)
    if len(points) < 200:
        return otherwise
    best = 0.0
    for span, step in ((_LARGEST, 0.5), (0.5, 0.1), (0.1, 0.02)):
        angles = np.arange(best - span, best + span + step / 2, step)
        best = float(angles[int(np.argmax([_sharpness(points, angle) for angle in angles]))])
    return best


def row_contrast(ink: NDArray[np.uint8]) -> float:
    """How much more ink varies from row to row than from column to column: over 1 for upright lines."""
    import numpy as np

    points = _sample(ink)
    if len(points) < 200:
        return 1.0
    upright = _sharpness(points, 0.0) / max(int(np.ptp(points[:, 0])), 1)
    lying = _sharpness(points[:, ::-1], 0.0) / max(int(np.ptp(points[:, 1])), 1)
    return float(upright / max(lying, 1e-9))


def _sample(ink: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Places of ink as (y, x), evenly thinned out."""
    import numpy as np

    points = np.argwhere(ink)
    return points[:: max(1, len(points) // _POINTS)].astype(np.float64)


def _sharpness(points: NDArray[np.float64], degrees: float) -> float:
    """The sum of squared steps of the row profile at an angle."""
    import numpy as np

    angle = np.deg2rad(degrees)
    rows = points[:, 0] * np.cos(angle) - points[:, 1] * np.sin(angle)
    profile = np.bincount((rows - rows.min()).astype(np.int64)).astype(np.float64)
    return float(np.sum(np.diff(profile) ** 2))
