"""The recogniser at work: pictures of lines in, readings out, by onnxruntime on the CPU."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from ita_docs.recogniser.alphabet import THAI_LETTERS
from ita_docs.recogniser.language import Spelling
from ita_docs.recogniser.reading import LineReading
from ita_docs.recogniser.trust import Trust

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

__all__ = ["WEIGHTS", "Recogniser", "WeightsMissing"]

WEIGHTS = Path(__file__).parent / "weights"
"""Where the weights that come with the package lie."""

_STROKE = re.compile("[Il](?=[ก-ฮ])")
_ROUND_TO = 32
_WAVERING = 0.97
_SOFTER = 1.4
"""The network is too sure of itself to be weighed against spelling; chosen on invented lines."""


class WeightsMissing(FileNotFoundError):
    """The recogniser's weights or alphabet are not where they should be."""


class Recogniser:
    """Reads lines of print. One is enough for a process; `read` may be called from several threads."""

    def __init__(
        self, session: InferenceSession, characters: str, trust: Trust, spelling: Spelling | None
    ) -> None:
        self._session = session
        self._spelling = spelling
        self.characters = characters
        self.trust = trust

    @classmethod
    def load(cls, path: Path | None = None) -> Recogniser:
        """The recogniser of the folder `path`, or the one that comes with the package.

        Raises `WeightsMissing` where the folder lacks `line.onnx` or `alphabet.json`. Without `spelling.gz`
        it reads by the network alone.
        """
        folder = path or WEIGHTS
        weights, alphabet, spelling = (
            folder / name for name in ("line.onnx", "alphabet.json", "spelling.gz")
        )
        for needed in (weights, alphabet):
            if not needed.is_file():
                raise WeightsMissing(f"no {needed.name} in {folder}")
        facts = json.loads(alphabet.read_text(encoding="utf-8"))
        known = Spelling.load(spelling) if spelling.is_file() else None
        return cls(
            _session(weights),
            facts["characters"],
            Trust([(claimed, deserved) for claimed, deserved in facts["trust"]]),
            known,
        )

    def read(self, images: Sequence[npt.NDArray[np.uint8]]) -> list[LineReading]:
        """Read lines: grayscale (h, w), dark on light, one line of print each with a little margin.

        The margin should be that of the line's own pitch: with the size of the print as 1 (16 points for a
        letter), from about 0.95 above the baseline to 0.36 below it, 0.1 to 0.4 at the sides. Each line is
        read by itself, so its reading does not depend on its company; a batch is no faster on one core.
        """
        return [self.trust.applied(self._read_one(image)) for image in images]

    def steps(self, image: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
        """The network's logits (t, 1 + characters) for one line, class 0 the blank."""
        from ita_docs.recogniser.prepare import HEIGHT, prepare

        ink = prepare(image)
        wide = -(-ink.shape[1] // _ROUND_TO) * _ROUND_TO
        picture = np.zeros((1, 1, HEIGHT, wide), np.float32)
        picture[0, 0, :, : ink.shape[1]] = ink
        return np.asarray(self._session.run(["logits"], {"pictures": picture})[0][0], np.float32)

    def _read_one(self, image: npt.NDArray[np.uint8]) -> LineReading:
        from ita_docs.recogniser.beam import search
        from ita_docs.recogniser.decoding import decode, decode_as, probabilities
        from ita_docs.recogniser.prepare import STRIDE, prepared_width

        height, width = image.shape
        if not height or not width:
            return LineReading("", 1.0, (), (), (0.0,))
        logits = self.steps(image)
        chances = probabilities(logits)
        scale = STRIDE * width / prepared_width(height, width)
        reading = decode(chances, self.characters, scale, width)
        if self._spelling is None or not _wavers(reading):
            return reading
        text = search(probabilities(logits / _SOFTER), self.characters, self._spelling)
        if text == reading.text:
            return reading
        return decode_as(chances, text, self.characters, scale, width) or reading


def _wavers(reading: LineReading) -> bool:
    """Whether spelling can help: the network is in two minds about a Thai letter or a digit after one, or has
    read a stroke where only a Thai vowel can stand."""
    text, chances = reading.text, reading.char_confidences
    if _STROKE.search(text):
        return True
    return any(
        chance < _WAVERING and (character in THAI_LETTERS or (character.isdigit() and before in THAI_LETTERS))
        for before, character, chance in zip(" " + text, text, chances, strict=False)
    )


def _session(weights: Path) -> InferenceSession:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_mem_pattern = False
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(weights), options, providers=["CPUExecutionProvider"])
