"""The readers that are measured beside one another, each with its CPU seconds and memory."""

from __future__ import annotations

import html
import re
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from ita_docs.reading.engine import PageImage, PageReader, PageReading
from parsers.page import Line

__all__ = ["Measured", "OcrMyPdf", "measured_readers", "ocrmypdf_program", "read_measured"]


@dataclass(frozen=True, slots=True)
class Measured:
    """The lines of a page, CPU seconds of this process and its children, and wall seconds."""

    lines: Sequence[Line]
    cpu: float
    wall: float


def measured_readers(*, peers: bool = True) -> tuple[dict[str, PageReader], list[str]]:
    """Ours and the peers that are installed, by name; and a word on each that is not."""
    from ita_docs.errors import MissingTool
    from ita_docs.reading.engines import make_reader
    from ita_docs.settings import Settings

    readers: dict[str, PageReader] = {"ours": make_reader("own", Settings())}
    missing: list[str] = []
    if not peers:
        return readers, missing
    try:
        readers["tesseract"] = make_reader("tesseract", Settings())
    except MissingTool as error:
        missing.append(error.message("en"))
    program = ocrmypdf_program()
    if program:
        readers["ocrmypdf"] = OcrMyPdf(program)
    else:
        missing.append(
            "ocrmypdf is not installed: uv tool install ocrmypdf (and apt-get install ghostscript)"
        )
    return readers, missing


def read_measured(reader: PageReader, image: PageImage) -> Measured:
    """One page by one reader."""
    wall, cpu = time.monotonic(), _cpu()
    lines = reader.read_page(image).lines
    return Measured(lines, _cpu() - cpu, time.monotonic() - wall)


def _cpu() -> float:
    """CPU seconds of this process and of the children that it has waited for."""
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def ocrmypdf_program() -> str | None:
    """OCRmyPDF on the path, beside this Python, or in the project's tools."""
    places = [Path(sys.executable).parent, Path(".tools/ocrmypdf/bin"), Path.home() / ".local/bin"]
    found = (shutil.which("ocrmypdf", path=str(place)) for place in places)
    return shutil.which("ocrmypdf") or next((program for program in found if program), None)


@dataclass(frozen=True, slots=True)
class OcrMyPdf:
    """OCRmyPDF with `tha+eng` in one job, and its text layer taken back out by poppler."""

    program: str
    name: str = "ocrmypdf"

    def read_page(self, image: PageImage) -> PageReading:
        """The page as a PDF goes in, words with boxes come out."""
        from PIL import Image

        with TemporaryDirectory(prefix="ita-docs-") as folder:
            scan, result = Path(folder) / "scan.pdf", Path(folder) / "out.pdf"
            Image.fromarray(image.pixels).save(scan, resolution=image.dpi)
            options = ["-l", "tha+eng", "-j", "1", "--output-type", "pdf", "--optimize", "0", "--quiet"]
            _run(self.program, *options, str(scan), str(result))
            return PageReading(_lines_of(_run("pdftotext", "-bbox", str(result), "-")))


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, check=True, env=_environment())
    return done.stdout.decode("utf-8", "replace")


def _environment() -> dict[str, str]:
    import os

    return {**os.environ, "OMP_THREAD_LIMIT": "1"}


_PAGE = re.compile(r'<page width="(\S+)" height="(\S+)">')
_WORD = re.compile(r'<word xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">(.*?)</word>')


def _lines_of(bboxes: str) -> tuple[Line, ...]:
    """Every word as a line of its own: scoring looks at places only."""
    size = _PAGE.search(bboxes)
    if size is None:
        return ()
    width, height = float(size[1]), float(size[2])
    return tuple(
        Line(
            html.unescape(text),
            (float(x0) / width, float(y0) / height, float(x1) / width, float(y1) / height),
        )
        for x0, y0, x1, y1, text in _WORD.findall(bboxes)
    )
