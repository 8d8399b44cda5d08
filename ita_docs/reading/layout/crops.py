"""The picture of one line, cut from the page at its own resolution, with its neighbours' ink wiped off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_docs.reading.layout.frame import Frame, Part
from ita_docs.reading.layout.pieces import Pieces
from ita_docs.reading.layout.row import Row

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["ABOVE", "BELOW", "SIDE", "Cutter"]

ABOVE, BELOW, SIDE = 2.26, 0.86, 0.5
"""Letter heights around the baseline: 0.95 and 0.36 of the size of type, whose letters are 0.42 as high."""


class Cutter:
    """Cuts the rows of one page or part at its full resolution."""

    def __init__(
        self, part: Part, frame: Frame, pieces: Pieces, rows: list[Row], barriers: NDArray[np.uint8]
    ):
        import numpy as np

        self.part, self.frame, self.pieces, self.barriers = part, frame, pieces, barriers
        self.owner = np.full(len(pieces.area), -1, np.int32)
        for index, row in enumerate(rows):
            self.owner[row.members] = index

    def _foreign(self, row: Row, index: int) -> NDArray[np.bool_]:
        """For each piece whether it is another row's, and not level with this row's own letters."""
        import numpy as np

        pieces = self.pieces
        x, y = (pieces.x0 + pieces.x1) / 2, (pieces.y0 + pieces.y1) / 2
        storey = (row.foot + row.slope * (x - row.x0) - y) / row.letter
        others = (self.owner >= 0) & (self.owner != index)
        return np.asarray(others & ((storey < -0.25) | (storey > 1.25)), np.bool_)

    def cut(self, row: Row, index: int) -> tuple[NDArray[np.uint8], float, float]:
        """The picture of row `index`: dark on light, level, with the margins that the recogniser expects.

        Also where its left and right edge are on the level picture.
        """
        import cv2
        import numpy as np

        x0, x1 = self._between_barriers(row)
        top, bottom = row.baseline(x0) - ABOVE * row.letter, row.baseline(x0) + BELOW * row.letter
        scale = self.frame.scale
        size = (max(8, round((x1 - x0) / scale)), max(8, round((bottom - top) / scale)))
        corners = np.array([[x0, top], [x1, top + row.slope * (x1 - x0)], [x0, bottom]], np.float64)
        source = (self.frame.on_page(corners) - (self.part.x, self.part.y)).astype(np.float32)
        target = np.array([[0, 0], [size[0], 0], [0, size[1]]], np.float32)
        matrix = np.asarray(cv2.getAffineTransform(source, target), np.float64)
        picture = self._sampled(matrix, size)
        return self._wiped(picture, corners, self._foreign(row, index)), x0, x1

    def _between_barriers(self, row: Row) -> tuple[float, float]:
        """Left and right end of the picture: the margins stop short of a table's rules."""
        import numpy as np

        margin = SIDE * row.letter
        y = min(max(round(row.baseline((row.x0 + row.x1) / 2) - 0.5 * row.letter), 0), len(self.barriers) - 1)
        rules = np.flatnonzero(self.barriers[y])
        left, right = rules[rules < row.x0], rules[rules > row.x1]
        x0 = max(row.x0 - margin, float(left.max()) + 2 if len(left) else -np.inf)
        x1 = min(row.x1 + margin, float(right.min()) - 2 if len(right) else np.inf)
        return x0, x1

    def _sampled(self, matrix: NDArray[np.float64], size: tuple[int, int]) -> NDArray[np.uint8]:
        """The page through a matrix; a plain slice where nothing is turned."""
        import cv2
        import numpy as np

        if np.abs(matrix[:, :2] - np.eye(2)).max() > 0.002:
            return np.asarray(cv2.warpAffine(self.part.grey, matrix, size, borderValue=255.0), np.uint8)
        left, top = (round(-shift) for shift in matrix[:, 2])
        page = self.part.grey[max(top, 0) : top + size[1], max(left, 0) : left + size[0]]
        picture = np.full((size[1], size[0]), 255, np.uint8)
        picture[max(-top, 0) :][: page.shape[0], max(-left, 0) :][:, : page.shape[1]] = page
        return picture

    def _wiped(
        self, picture: NDArray[np.uint8], corners: NDArray[np.float64], foreign_pieces: NDArray[np.bool_]
    ) -> NDArray[np.uint8]:
        """White where the ink belongs to another row."""
        import cv2
        import numpy as np

        (x0, top), (x1, top1), (_, bottom) = corners
        size = (max(1, round(x1 - x0)), max(1, round(bottom - top)))
        target = np.array([[0, 0], [size[0], 0], [0, size[1]]], np.float32)
        matrix = np.asarray(cv2.getAffineTransform(corners.astype(np.float32), target), np.float64)
        labels = self._labels(matrix, size, (x0, min(top, top1), x1, bottom + max(0.0, top1 - top)))
        foreign = foreign_pieces[labels].astype(np.uint8)
        if not foreign.any():
            return picture
        grown = np.ones((3, 3), np.uint8)
        own = cv2.dilate(((labels > 0) & (foreign == 0)).astype(np.uint8), grown)
        wipe = cv2.bitwise_and(cv2.dilate(foreign, grown, iterations=2), 1 - own)
        mask = cv2.resize(wipe, picture.shape[::-1], interpolation=cv2.INTER_NEAREST)
        picture = picture.copy()
        picture[mask > 0] = 255
        return picture

    def _labels(
        self, matrix: NDArray[np.float64], size: tuple[int, int], box: tuple[float, float, float, float]
    ) -> NDArray[np.int32]:
        """The numbers of the pieces in a crop of the level."""
        import cv2
        import numpy as np

        height, width = self.pieces.labels.shape
        left, right = max(0, int(box[0]) - 1), min(width, int(box[2]) + 2)
        top, bottom = max(0, int(box[1]) - 1), min(height, int(box[3]) + 2)
        part = self.pieces.labels[top:bottom, left:right].astype(np.float32)
        shifted = matrix.copy()
        shifted[:, 2] += matrix[:, :2] @ (left, top)
        if not part.size:
            return np.zeros((size[1], size[0]), np.int32)
        return cv2.warpAffine(part, shifted, size, flags=cv2.INTER_NEAREST, borderValue=0.0).astype(np.int32)
