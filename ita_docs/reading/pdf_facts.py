"""What a PDF page is made of, so that each page can be told to be print or picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

__all__ = ["PageFacts", "look_at"]

_FULL = 0.6
_SHORT_TEXT = 200
_TABLE_PATHS = 4
_INVISIBLE = 3


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Counts and sizes of one page; `size` in points as shown, picture sizes in pixels.

    `visible` counts characters that are drawn and not painted over by a later full-page picture.
    """

    size: tuple[float, float]
    characters: int
    visible: int
    paths: int
    picture_share: float
    picture_pixels: tuple[tuple[int, int], ...]
    native_dpi: float | None
    coloured: bool

    @property
    def has_text(self) -> bool:
        """Whether the text layer deserves a look: print, not somebody's reading of a scan beneath it."""
        if self.picture_share >= _FULL:
            return self.visible >= _SHORT_TEXT
        return self.visible > 0

    @property
    def ruled(self) -> bool:
        """Whether lines are drawn that may be a table's."""
        return self.paths >= _TABLE_PATHS


def look_at(page: PdfPage) -> PageFacts:
    """Count what a page holds. Boxes of the objects are enough: nothing is decoded."""
    import pypdfium2.raw as raw

    size = page.get_size()
    characters = page.get_textpage().count_chars()
    objects = list(page.get_objects(max_depth=4))
    pictures = [item for item in objects if item.type == raw.FPDF_PAGEOBJ_IMAGE]
    shares = [_share(picture, size) for picture in pictures]
    return PageFacts(
        size=size,
        characters=characters,
        visible=_visible(objects, characters, size),
        paths=sum(item.type == raw.FPDF_PAGEOBJ_PATH for item in objects),
        picture_share=min(1.0, sum(shares)),
        picture_pixels=tuple(picture.get_px_size() for picture in pictures),
        native_dpi=_native_dpi(pictures, shares, size),
        coloured=any(_has_colour(picture) for picture in pictures) or _painted_in_colour(objects),
    )


def _share(item: Any, size: tuple[float, float]) -> float:
    left, bottom, right, top = item.get_bounds()
    return float(abs((right - left) * (top - bottom)) / max(size[0] * size[1], 1.0))


def _visible(objects: list[Any], characters: int, size: tuple[float, float]) -> int:
    """The share of text objects that the eye sees, as a number of characters."""
    import pypdfium2.raw as raw

    seen = total = 0
    for item in objects:
        if item.type == raw.FPDF_PAGEOBJ_TEXT:
            total += 1
            seen += raw.FPDFTextObj_GetTextRenderMode(item.raw) != _INVISIBLE
        elif item.type == raw.FPDF_PAGEOBJ_IMAGE and _covers(item, size):
            seen = 0
    return round(characters * seen / total) if total else 0


def _covers(picture: Any, size: tuple[float, float]) -> bool:
    """Whether a picture hides all that was drawn before it (a stencil lets it through)."""
    metadata = picture.get_metadata()
    return _share(picture, size) >= _FULL and metadata.bits_per_pixel > 1


def _native_dpi(pictures: list[Any], shares: list[float], size: tuple[float, float]) -> float | None:
    """The resolution of the one picture that is the page, along its longer side."""
    if not pictures:
        return None
    largest = max(range(len(pictures)), key=shares.__getitem__)
    if shares[largest] < _FULL:
        return None
    left, bottom, right, top = pictures[largest].get_bounds()
    return float(max(pictures[largest].get_px_size()) * 72 / max(right - left, top - bottom))


def _has_colour(picture: Any) -> bool:
    import pypdfium2.raw as raw

    metadata = picture.get_metadata()
    grey = (raw.FPDF_COLORSPACE_DEVICEGRAY, raw.FPDF_COLORSPACE_CALGRAY)
    return metadata.bits_per_pixel > 1 and metadata.colorspace not in grey


def _painted_in_colour(objects: list[Any]) -> bool:
    """Whether text or lines are drawn in anything but black, grey or white."""
    return any(max(rgb) - min(rgb) > 40 for rgb in _fills(objects))


def _fills(objects: list[Any]) -> Iterator[tuple[int, int, int]]:
    import ctypes

    import pypdfium2.raw as raw

    for item in objects:
        if item.type in (raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH):
            r, g, b, a = (ctypes.c_uint() for _ in range(4))
            if raw.FPDFPageObj_GetFillColor(item.raw, r, g, b, a):
                yield r.value, g.value, b.value
