"""The recogniser at work: pictures of lines in, readings out, by onnxruntime on the CPU."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ita_docs.recogniser.reading import LineReading

__all__ = ["Recogniser", "WeightsMissing"]


class WeightsMissing(FileNotFoundError):
    """The recogniser's weights or alphabet are not where they should be."""


class Recogniser:
    """Reads lines of print. One is enough for a process; `read` may be called from several threads."""

    @classmethod
    def load(cls, path: Path | None = None) -> Recogniser:
        """The recogniser of the folder `path`, or the one that comes with the package.

        Raises `WeightsMissing` where the folder lacks `line.onnx` or `alphabet.json`.
        """
        raise WeightsMissing("the recogniser is still in training")

    def read(self, images: Sequence[npt.NDArray[np.uint8]]) -> list[LineReading]:
        """Read lines: grayscale (h, w), dark on light, one line of print each with a little margin.

        The margin above and below should be about that of the line pitch (tone marks and descenders inside).
        """
        raise NotImplementedError
