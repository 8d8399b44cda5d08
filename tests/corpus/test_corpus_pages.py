"""Pages: every word of the text is a gold line, inside the page; scans open again."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from ita_docs.corpus.page import RenderedFile, render
from ita_docs.corpus.paper.blocks import Part
from ita_docs.corpus.sample import Sample
from ita_docs.corpus.scan import Scanner, scan_pdf
from ita_docs.corpus.world import World
from ita_docs.typefaces import find

LAKSAMAN = Path("/usr/share/fonts/truetype/tlwg/Laksaman.ttf")
pytestmark = pytest.mark.skipif(not LAKSAMAN.exists(), reason="fonts-thai-tlwg is not installed")


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module")
def rendered() -> list[tuple[Sample, RenderedFile]]:
    samples = list(World(21, topics="mixed").samples(14))
    return [(s, render(s.papers, find("Laksaman"), dpi=100, seed=s.name)) for s in samples]


def test_print_on_the_pages_is_the_text(rendered: list[tuple[Sample, RenderedFile]]) -> None:
    for sample, file in rendered:
        lines = [line for page in file.pages for line in page.lines if line.role == "print"]
        printed = "".join(sorted(squeezed("".join(line.text for line in lines))))
        for paper in sample.papers:
            paper.stamps.clear()
            paper.blocks = [block for block in paper.blocks if block.part != Part.ENDORSEMENT]
        assert printed == "".join(sorted(squeezed(sample.text().replace("\f", ""))))


def test_boxes_lie_on_the_page(rendered: list[tuple[Sample, RenderedFile]]) -> None:
    for _, file in rendered:
        for line in (line for page in file.pages for line in page.lines):
            x0, y0, x1, y1 = line.bbox
            assert 0 <= x0 < x1 <= 1, line
            assert 0 <= y0 < y1 <= 1, line


def test_print_lines_do_not_lie_on_each_other(rendered: list[tuple[Sample, RenderedFile]]) -> None:
    for sample, file in rendered:
        for page in file.pages:
            lines = [line for line in page.lines if line.role == "print"]
            for place, one in enumerate(lines):
                for other in lines[place + 1 :]:
                    assert not _crosses(one.bbox, other.bbox), (sample.name, one.text, other.text)


def _crosses(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    """More than a third of the lower one's height lies over the other."""
    across = min(a[2], b[2]) - max(a[0], b[0])
    down = min(a[3], b[3]) - max(a[1], b[1])
    return across > 0.002 and down > 0.34 * min(a[3] - a[1], b[3] - b[1])


def test_documents_know_their_pages(rendered: list[tuple[Sample, RenderedFile]]) -> None:
    for sample, file in rendered:
        spans = [document["pages"] for document in file.documents]
        assert len(spans) == len(sample.papers)
        assert spans[0][0] == 1
        assert spans[-1][1] == len(file.pages)


@pytest.mark.parametrize(
    "scanner", [Scanner("skew", 100), Scanner("bilevel-200", 100, "1"), Scanner("copy", 72, "RGB")]
)
def test_a_scan_opens_and_is_the_same_again(
    scanner: Scanner, rendered: list[tuple[Sample, RenderedFile]]
) -> None:
    sample, file = rendered[0]
    pdf = scan_pdf(file, scanner, sample.name)
    assert pdf == scan_pdf(file, scanner, sample.name)
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == len(file.pages)
    width, height = document[0].get_size()
    assert (round(width), round(height)) == (595, 842)
    document.close()
