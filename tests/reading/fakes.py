"""Engines that fail on one page only; worker processes find them by name."""

from __future__ import annotations

import os
import time

from ita_docs.reading.engine import PageImage, PageReading
from ita_docs.reading.fake import FakeReader, sample


def crashes_on_black() -> FakeReader:
    """Ends its process where the page has a black corner."""

    def act(image: PageImage) -> PageReading:
        if image.pixels[0, 0] == 0:
            os._exit(139)
        return sample().read_page(image)

    return FakeReader(act)


def hangs_on_black() -> FakeReader:
    """Sleeps where the page has a black corner."""

    def act(image: PageImage) -> PageReading:
        if image.pixels[0, 0] == 0:
            time.sleep(600)
        return sample().read_page(image)

    return FakeReader(act)
