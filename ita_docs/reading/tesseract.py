"""Tesseract `tha+eng` through pytesseract: one call a page gives layout, text and confidences.

Its Thai models hold no ๔ ๖ ๗ ๘ ๙, so no Thai digit that it reads can be believed: each gets a low confidence,
whatever Tesseract itself says.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ita_docs.errors import EngineFailed, MissingTool
from ita_docs.reading.engine import PageImage, PageReading
from ita_docs.reading.layout.background import flatten, to_grey
from ita_docs.reading.reading_order import in_reading_order
from ita_docs.reading.tesseract_lines import lines_of_page

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["INSTALL", "TesseractReader", "require_tesseract"]

INSTALL = "apt-get install -y tesseract-ocr tesseract-ocr-tha tesseract-ocr-eng"
SPARSE_TEXT = 11
"""Page segmentation: finds every line wherever it stands; best on photocopies, does not join columns."""


@dataclass(frozen=True, slots=True)
class TesseractReader:
    """Reads whole pages with the installed Tesseract. `timeout` is in seconds a page."""

    languages: str = "tha+eng"
    segmentation: int = SPARSE_TEXT
    timeout: float = 120.0
    name: str = "tesseract"

    def read_page(self, image: PageImage) -> PageReading:
        """Background divided, then one call of Tesseract. Raises `EngineFailed` on a crash or time-out."""
        grey = flatten(to_grey(image.pixels))
        found = self._call(grey, image.dpi)
        lines = lines_of_page(found["tsv"], found["txt"], grey.shape)
        return PageReading(tuple(in_reading_order(lines, landscape=grey.shape[1] > grey.shape[0])))

    def _call(self, grey: NDArray[np.uint8], dpi: float) -> dict[str, str]:
        """Text and table of boxes from one run of the program."""
        import cv2
        import pytesseract

        os.environ.setdefault("OMP_THREAD_LIMIT", "1")
        wanted = "-c preserve_interword_spaces=1 -c tessedit_create_tsv=1 -c tessedit_create_txt=1"
        config = f"--oem 1 --psm {self.segmentation} --dpi {round(dpi)} {wanted}"
        with TemporaryDirectory(prefix="ita-docs-") as folder:
            picture, base = Path(folder) / "page.bmp", Path(folder) / "page"
            cv2.imwrite(str(picture), grey)
            try:
                # not `image_to_data`: one run gives boxes and text, and no PNG has to be packed
                pytesseract.pytesseract.run_tesseract(
                    str(picture), str(base), "", self.languages, config, timeout=self.timeout
                )
                return {kind: base.with_suffix(f".{kind}").read_text("utf-8") for kind in ("txt", "tsv")}
            except pytesseract.TesseractNotFoundError as error:
                raise MissingTool(tool="Tesseract", install=INSTALL) from error
            except (RuntimeError, OSError, UnicodeDecodeError) as error:
                raise EngineFailed(str(error), engine=self.name) from error


def require_tesseract(languages: str = "tha+eng") -> None:
    """Raise `MissingTool` where Tesseract or one of its languages is not installed."""
    import pytesseract

    if shutil.which("tesseract") is None:
        raise MissingTool(tool="Tesseract", install=INSTALL)
    installed = set(pytesseract.get_languages(config=""))
    for language in languages.split("+"):
        if language not in installed:
            raise MissingTool(tool=f"Tesseract: {language}", install=INSTALL)
