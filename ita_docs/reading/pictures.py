"""PNG, JPEG and TIFF files to page pictures: upright by EXIF, on white, one at a time."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs.errors import NoPages, TooManyPages, TruncatedFile
from ita_docs.reading.engine import PageImage
from ita_docs.reading.media import check_picture_size
from ita_docs.reading.resolution import to_working_size

if TYPE_CHECKING:
    from PIL.Image import Image

    from ita_docs.settings import Settings

__all__ = ["count_picture_pages", "picture_page"]

_USUAL_WIDTH_INCHES = 8.27


def count_picture_pages(path: Path, settings: Settings) -> int:
    """How many frames a picture file has. Raises for too many, too large, and a broken head."""
    with _opened(path, 1) as image:
        count = int(getattr(image, "n_frames", 1))
        if count < 1:
            raise NoPages(file=path.name)
        if count > settings.max_pages:
            raise TooManyPages(file=path.name, pages=count, limit=settings.max_pages)
        check_picture_size(*image.size, settings, file=path.name, page=1)
        return count


def picture_page(path: Path, number: int, settings: Settings) -> PageImage:
    """Frame `number` (from 1) of a picture file."""
    import numpy as np
    from PIL import ImageOps

    with _opened(path, number) as image:
        image.seek(number - 1)
        check_picture_size(*image.size, settings, file=path.name, page=number)
        dpi = _dpi(image)
        image.load()
        upright = _plain_mode(ImageOps.exif_transpose(image))
        size = (upright.width * 72 / dpi, upright.height * 72 / dpi)
        return to_working_size(PageImage(np.array(upright), dpi, size))


@contextlib.contextmanager
def _opened(path: Path, page: int) -> Iterator[Image]:
    """The file in Pillow, with its complaints about damage as `TruncatedFile`."""
    from PIL import Image as pillow

    pillow.MAX_IMAGE_PIXELS = None  # our own limit is checked before anything is decoded
    try:
        with pillow.open(path) as image:
            yield image
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise TruncatedFile(str(error), file=path.name, page=page) from error


def _dpi(image: Image) -> float:
    """The stated resolution where it gives a sheet between A6 and A2, else that of an A4 sheet."""
    stated = float(image.info.get("dpi", (0, 0))[0] or 0)
    width = min(image.size)
    if stated and 4 <= width / stated <= 17:
        return stated
    return width / _USUAL_WIDTH_INCHES


def _plain_mode(image: Image) -> Image:
    """Grey or RGB; transparent parts become white paper."""
    from PIL import Image as pillow

    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        layered = image.convert("RGBA")
        paper = pillow.new("RGBA", layered.size, "white")
        return pillow.alpha_composite(paper, layered).convert("RGB")
    if image.mode.startswith("I;16") or image.mode == "I":
        return image.point(lambda value: value / 256).convert("L")
    return image.convert("L" if image.mode in ("1", "L") else "RGB")
