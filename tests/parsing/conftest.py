"""Letters written as text in the tests, parsed as one page each."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent

import pytest

from parsers import Document, Line, Page, parse

Parse = Callable[[str], list[Document]]


def documents(text: str) -> list[Document]:
    pages = dedent(text).split("\f")
    return parse([Page(no, [Line(line) for line in page.split("\n")]) for no, page in enumerate(pages, 1)])


@pytest.fixture
def parse_text() -> Parse:
    """Documents of a text; form feeds part its pages."""
    return documents


@pytest.fixture
def parse_letter() -> Callable[[str], Document]:
    """The only document of a text."""

    def one(text: str) -> Document:
        found = documents(text)
        assert len(found) == 1, [document.kind for document in found]
        return found[0]

    return one
