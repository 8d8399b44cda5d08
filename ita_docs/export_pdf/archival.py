"""PDF/A-2b for the archive, made by Ghostscript of a searchable PDF.

Ghostscript embeds what is missing and names the colours; whether every word of the hidden layer came through
is looked at afterwards, since some of its versions lose text that is not Latin.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from ita_docs.errors import EngineFailed, MissingTool

__all__ = ["to_archival"]

_INTENT = """%!
[ /_objdef {profile} /type /stream /OBJ pdfmark
[ {profile} << /N 3 >> /PUT pdfmark
[ {profile} (srgb.icc) (r) file /PUT pdfmark
[ /_objdef {intent} /type /dict /OBJ pdfmark
[ {intent} << /Type /OutputIntent /S /GTS_PDFA1 /DestOutputProfile {profile}
  /OutputConditionIdentifier (sRGB) >> /PUT pdfmark
[ {Catalog} << /OutputIntents [ {intent} ] >> /PUT pdfmark
"""
_OPTIONS = (
    "-dPDFA=2",
    "-dPDFACompatibilityPolicy=2",
    "-sDEVICE=pdfwrite",
    "-sColorConversionStrategy=RGB",
    "-dAutoRotatePages=/None",
    "-dAutoFilterColorImages=true",
    "-dPassThroughJPEGImages=true",
    "-dDownsampleColorImages=false",
    "-dDownsampleGrayImages=false",
    "-dDownsampleMonoImages=false",
)


def to_archival(path: Path) -> None:
    """Turn the PDF at `path` into PDF/A-2b, in place and whole or not at all.

    Raises `MissingTool` without Ghostscript, `EngineFailed` where it cannot make PDF/A of the file or would
    lose words.
    """
    ghostscript = shutil.which("gs")
    if ghostscript is None:
        raise MissingTool(tool="Ghostscript", install="sudo apt install ghostscript")
    with tempfile.TemporaryDirectory() as work:
        made = _converted(ghostscript, path.resolve(), Path(work))
        if _words(made) != _words(path):
            raise EngineFailed("words of the text layer were lost", engine="ghostscript", file=path.name)
        shutil.copyfile(made, unfinished := path.with_name(f".{path.name}.part"))
        unfinished.replace(path)


def _converted(ghostscript: str, source: Path, work: Path) -> Path:
    from PIL import ImageCms

    (work / "srgb.icc").write_bytes(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    (work / "intent.ps").write_text(_INTENT, "ascii")
    made = work / "archival.pdf"
    command = [ghostscript, "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "--permit-file-read=srgb.icc", *_OPTIONS]
    files = [f"-sOutputFile={made}", "intent.ps", str(source)]
    result = subprocess.run([*command, *files], cwd=work, capture_output=True, text=True, check=False)
    if result.returncode or not made.is_file():
        said = (result.stderr or result.stdout).strip().splitlines()
        raise EngineFailed(said[-1] if said else "no PDF/A", engine="ghostscript", file=source.name)
    return made


def _words(path: Path) -> list[str]:
    """The text of all pages in order, spaces apart."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(path)
    try:
        return ["".join(page.get_textpage().get_text_bounded().split()) for page in pdf]
    finally:
        pdf.close()
