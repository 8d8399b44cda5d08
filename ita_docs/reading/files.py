"""Reads one file, whatever it is, into pages of lines."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs.errors import EngineFailed, NotFound, TooManyPages
from ita_docs.reading.media import PDF, PICTURES, media_type, other_ending
from ita_docs.reading.notes import Note, note
from ita_docs.reading.page_worker import Answer, Task
from parsers.page import Page, TextOrigin

if TYPE_CHECKING:
    from ita_docs.reading.engine import PageReader
    from ita_docs.settings import Settings

__all__ = ["Progress", "ReadFile", "read_file"]

Progress = Callable[[int, int], None]
"""Called with pages done and pages in all."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file as read: what it is and its pages, in order; `text_origin` is `ocr` where any page was."""

    name: str
    sha256: str
    media_type: str
    pages: list[Page]
    text_origin: TextOrigin
    warnings: list[str]


def read_file(
    path: str | Path,
    *,
    engine: PageReader | str | None = None,
    progress: Progress | None = None,
    settings: Settings | None = None,
) -> ReadFile:
    """Read a text file, a PDF or a picture.

    `engine` is a name for `engines.make_reader`, or a reader that runs in this process; by default the one of
    the settings, in `settings.workers` processes. A page that no engine can read stays in the result without
    lines and with a warning; a file that as a whole cannot be read raises an `UnreadableFile`.
    """
    from ita_docs.settings import Settings

    path, settings = Path(path), settings or Settings()
    if not path.is_file():
        raise NotFound(str(path), file=path.name)
    job = _Reading(path, media_type(path, settings), settings, progress)
    pages = job.pages(engine or settings.engine)
    return ReadFile(path.name, _sha256(path), job.media, pages, _origin(pages), job.warnings)


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _origin(pages: Sequence[Page]) -> TextOrigin:
    """The least trustworthy origin of any page."""
    present = {page.origin for page in pages}
    return next(
        (origin for origin in (TextOrigin.OCR, TextOrigin.TEXT_LAYER) if origin in present), TextOrigin.PLAIN
    )


class _Reading:
    """One run over one file."""

    def __init__(self, path: Path, media: str, settings: Settings, progress: Progress | None):
        self.path = path
        self.media = media
        self.settings = settings
        self.progress = progress or (lambda done, total: None)
        self.warnings: list[str] = []
        if other_ending(path, media):
            self._note("other-ending", detail=media)

    def pages(self, engine: PageReader | str) -> list[Page]:
        """All pages of the file, in order."""
        if self.media == PDF:
            found = self._layers()
        elif self.media in PICTURES:
            found = self._frames()
        else:
            return self._plain()
        scans = [number for number, page in found.items() if page is None]
        self._read_scans(scans, found, engine)
        return [page for page in found.values() if page is not None]

    def _plain(self) -> list[Page]:
        from ita_docs.reading.plain import read_text

        pages = read_text(self.path)
        if len(pages) > self.settings.max_pages:
            raise TooManyPages(file=self.path.name, pages=len(pages), limit=self.settings.max_pages)
        self.progress(len(pages), len(pages))
        return pages

    def _frames(self) -> dict[int, Page | None]:
        from ita_docs.reading.pictures import count_picture_pages

        return dict.fromkeys(range(1, count_picture_pages(self.path, self.settings) + 1))

    def _layers(self) -> dict[int, Page | None]:
        """Every page of a PDF: from its text layer where that is sound, None where it must be scanned."""
        from ita_docs.reading.pdf import count_pdf_pages, opened_pdf

        count = count_pdf_pages(self.path, self.settings)
        found: dict[int, Page | None] = {}
        with opened_pdf(self.path) as document:
            for number in range(1, count + 1):
                found[number] = self._layer(document[number - 1], number)
                if found[number]:
                    self.progress(sum(map(bool, found.values())), count)
        return found

    def _layer(self, page: object, number: int) -> Page | None:
        from ita_docs.reading.pdf_facts import look_at
        from ita_docs.reading.text_layer import read_text_layer

        facts = look_at(page)
        if not facts.has_text:
            if facts.characters and facts.picture_pixels:
                self._note("layer-refused", page=number, detail="text beneath a scan")
            return None
        layer = read_text_layer(self.path, number, facts.size, ruled=facts.ruled)
        if layer.page is None and layer.reason:
            self._note("layer-refused", page=number, detail=layer.reason)
        return layer.page

    def _read_scans(
        self, numbers: list[int], found: dict[int, Page | None], engine: PageReader | str
    ) -> None:
        """Fill in the pages that are pictures; what there is to say about them is said in page order."""
        answers: dict[int, Answer] = {}
        for answer in self._answers(numbers, engine):
            if answer.error is not None and not isinstance(answer.error, EngineFailed):
                raise answer.error
            answers[answer.number] = answer
            found[answer.number] = answer.page or Page(answer.number, (), TextOrigin.OCR)
            self.progress(sum(map(bool, found.values())), len(found))
        for number in sorted(answers):
            self._remark(answers[number])
        failures = [answer.error for _, answer in sorted(answers.items()) if answer.error]
        if failures and len(failures) == len(found):
            raise failures[0]

    def _remark(self, answer: Answer) -> None:
        if answer.error:
            self._note("page-unread", page=answer.number, detail=str(answer.error.blanks["detail"]))
        elif answer.page and not answer.page.lines:
            self._note("no-lines", page=answer.number)
        self.warnings.extend(answer.warnings)

    def _answers(self, numbers: list[int], engine: PageReader | str) -> Iterator[Answer]:
        tasks = [Task(self.path, self.media, number) for number in numbers]
        if not isinstance(engine, str):
            from ita_docs.reading.page_worker import answer_here

            return (answer_here(task, engine, self.settings) for task in tasks)
        if not tasks:
            return iter(())
        from ita_docs.reading.pools import shared_pool

        return shared_pool(engine, self.settings).read(tasks)

    def _note(self, what: Note, *, page: int | None = None, detail: str = "") -> None:
        self.warnings.append(note(what, self.settings.language, page=page, detail=detail))
