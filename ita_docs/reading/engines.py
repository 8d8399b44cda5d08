"""Which engine reads a page: ours where it has its weights, else Tesseract, or any other by its place."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from ita_docs.errors import MissingTool, WrongUse

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
        name = "own" if _own_at_hand() else "tesseract"
    if name == "tesseract":
        return _tesseract(settings)
    if name == "own":
        return _own(settings)
    raise WrongUse(f"engine {name!r}: auto, own, tesseract")


def _tesseract(settings: Settings) -> PageReader:
    from ita_docs.reading.tesseract import TesseractReader, require_tesseract

    require_tesseract()
    return TesseractReader(timeout=settings.page_timeout)


def _own(settings: Settings) -> PageReader:
    """Ours, with Tesseract as second reader where it is installed."""
    from ita_docs.reading.own import OwnReader
    from ita_docs.recogniser import WeightsMissing

    try:
        second = _tesseract(settings)
    except MissingTool:
        second = None
    try:
        return OwnReader.load(second)
    except WeightsMissing as error:
        raise MissingTool(tool=str(error), install="pip install --force-reinstall ita-docs") from error


def _own_at_hand() -> bool:
    from ita_docs.recogniser import Recogniser, WeightsMissing

    try:
        Recogniser.load()
    except WeightsMissing:
        return False
    return True


def _named(place: str) -> PageReader:
    module, _, function = place.partition(":")
    try:
        reader: PageReader = getattr(import_module(module), function)()
    except (ImportError, AttributeError) as error:
        raise WrongUse(f"engine {place!r}: {error}") from error
    return reader
