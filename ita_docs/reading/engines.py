"""Which engine reads a page: ours where it has its weights, else Tesseract, or any other by its place."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from ita_docs.errors import WrongUse

if TYPE_CHECKING:
    from ita_docs.reading.engine import PageReader
    from ita_docs.settings import Settings

__all__ = ["make_reader"]


def make_reader(name: str, settings: Settings) -> PageReader:
    """The page reader `auto`, `own` or `tesseract`, or `package.module:function` for any other.

    Raises `MissingTool` where the engine's program or weights are not installed.
    """
    if ":" in name:
        return _named(name)
    if name == "auto":
        name = "tesseract"
    if name == "tesseract":
        from ita_docs.reading.tesseract import TesseractReader, require_tesseract

        require_tesseract()
        return TesseractReader(timeout=settings.page_timeout)
    raise WrongUse(f"engine {name!r}: auto, own, tesseract")


def _named(place: str) -> PageReader:
    module, _, function = place.partition(":")
    try:
        reader: PageReader = getattr(import_module(module), function)()
    except (ImportError, AttributeError) as error:
        raise WrongUse(f"engine {place!r}: {error}") from error
    return reader
