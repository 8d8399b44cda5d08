"""Letters set on A4: page pictures with the text and place of every line.

`render(papers, typeface)` gives the pages; `scan(pages, degradation)` what a scanner makes of them.
"""

from __future__ import annotations

from ita_docs.corpus.page.render import RenderedFile, RenderedPage, render
from ita_docs.corpus.page.sheet import GoldLine

__all__ = ["GoldLine", "RenderedFile", "RenderedPage", "render"]
