"""A reader for tests of the inbox: text files of one page a line, understood as letters with one duty each.

`FAIL <how>` as a file's text makes it fail in that way.
"""

from __future__ import annotations

from pathlib import Path

from ita_docs.errors import EngineFailed, MissingTool, TruncatedFile
from ita_docs.pipeline.knowledge import NoKnowledge
from ita_docs.pipeline.understand import Progress, Understood
from parsers.contract import Deadline, Document, Evidence, Issuer, Number, Reference
from parsers.page import Line, Page

__all__ = ["NoKnowledge", "QuickReader"]


class QuickReader:
    """Counts its readings; each line of a file is a page and a letter that cites the one before."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, path: Path, progress: Progress) -> Understood:
        self.read.append(path.name)
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines() or [""]
        self._fail(lines[0], path)
        for done in range(1, len(lines) + 1):
            progress(done, len(lines))
        pages = [Page(number, [Line(text)]) for number, text in enumerate(lines, 1)]
        documents = [self._letter(number, text) for number, text in enumerate(lines, 1)]
        return Understood("text/plain", "plain", pages, documents)

    def _fail(self, text: str, path: Path) -> None:
        if text == "FAIL always":
            raise EngineFailed("broken", file=path.name, engine="quick")
        if text == "FAIL once" and len(self.read) == 1:
            raise EngineFailed("broken", file=path.name, engine="quick")
        if text == "FAIL bug":
            raise KeyError("a bug")
        if text == "FAIL tool":
            raise MissingTool(tool="tesseract", install="apt-get install tesseract-ocr")
        if text == "FAIL cut":
            raise TruncatedFile("no end", file=path.name)

    def _letter(self, page: int, text: str) -> Document:
        place = Evidence(page, None, text, 0.9, 1)
        return Document(
            kind="external_letter",
            pages=(page, page),
            number=Number(text, serial=text[-3:]),
            date="2025-02-03",
            issuer=Issuer(f"จังหวัด{text[:2]}"),
            subject=text,
            references=[Reference("header", "letter", number=Number(f"{text}0"), date="2025-01-02")],
            deadlines=[Deadline("2025-03-31", action="รายงานผล", text=text)],
            fiscal_years=[2568],
            topics=["ITA"],
            body=text,
            provenance={"/number": place, "/deadlines/0/text": place},
        )
