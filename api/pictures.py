"""Pictures of pages, made once for each width and kept: pdfium or Pillow to PNG, upright."""

from __future__ import annotations

import io
import secrets
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs.errors import NotFound
from ita_docs.reading.media import PDF, PICTURES

if TYPE_CHECKING:
    from PIL.Image import Image

    from ita_docs.settings import Settings

__all__ = ["WIDTHS", "page_picture"]

WIDTHS = (320, 1000, 1800)
_pdfium = threading.Lock()  # pdfium may be used by one thread at a time


def page_picture(
    settings: Settings,
    original: Path,
    sha256: str,
    media_type: str | None,
    page: int,
    width: int,
    turned: int = 0,
) -> Path:
    """The file with a page's picture, `width` pixels across; made if it is not there yet.

    `turned` is by how many degrees clockwise the reader had to turn the page: boxes are those of the page
    as it then stood.

    Raises:
        NotFound: the file has no such page, or is text and has no pictures.
    """
    width = min(WIDTHS, key=lambda offered: abs(offered - width))
    side = f"-{turned}" if turned else ""
    kept = settings.cache / "pages" / sha256[:2] / f"{sha256}-{page}-{width}{side}.png"
    if not kept.exists():
        _keep(kept, _drawn(settings, original, media_type, page, width, turned))
    return kept


def _drawn(
    settings: Settings, original: Path, media_type: str | None, page: int, width: int, turned: int
) -> bytes:
    if media_type == PDF:
        image = _pdf_page(original, page, width, lying=turned in (90, 270))
    elif media_type in PICTURES:
        image = _picture(settings, original, page)
    else:
        raise NotFound(f"{original.name[:12]}: picture of page {page}")
    image = _upright(image, turned)
    if image.width > width:
        image = image.resize((width, max(1, round(image.height * width / image.width))))
    return _png(image)


def _upright(image: Image, turned: int) -> Image:
    """The picture turned clockwise as the reader turned it; Pillow counts the other way round."""
    from PIL.Image import Transpose

    turns = {90: Transpose.ROTATE_270, 180: Transpose.ROTATE_180, 270: Transpose.ROTATE_90}
    return image.transpose(turns[turned]) if turned in turns else image


def _pdf_page(original: Path, page: int, width: int, *, lying: bool) -> Image:
    from ita_docs.reading.pdf import opened_pdf

    with _pdfium, opened_pdf(original) as document:
        if not 1 <= page <= len(document):
            raise NotFound(f"page {page}")
        sheet = document[page - 1]
        across, up = reversed(sheet.get_size()) if lying else sheet.get_size()
        scale = min(width / across, 4 * width / up)
        bitmap = sheet.render(scale=scale)
        image: Image = bitmap.to_pil().copy()
        bitmap.close()
        return image


def _picture(settings: Settings, original: Path, page: int) -> Image:
    from PIL import Image as pillow

    from ita_docs.reading.pictures import count_picture_pages, picture_page

    if not 1 <= page <= count_picture_pages(original, settings):
        raise NotFound(f"page {page}")
    return pillow.fromarray(picture_page(original, page, settings).pixels)


def _png(image: Image) -> bytes:
    """Grey where nothing is coloured: a third of the bytes."""
    from PIL import ImageChops

    if image.mode not in ("L", "1"):
        image = image.convert("RGB")
        red, green, blue = image.split()
        spread = ImageChops.lighter(ImageChops.difference(red, green), ImageChops.difference(green, blue))
        if spread.point(lambda value: 255 if value > 24 else 0).getbbox() is None:
            image = image.convert("L")
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=4)
    return out.getvalue()


def _keep(path: Path, data: bytes) -> None:
    """Whole or not at all: two requests for one page may race."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}-{secrets.token_hex(4)}")
    part.write_bytes(data)
    part.replace(path)
