"""Programs, language packs, typefaces and weights."""

from __future__ import annotations

import shutil
import subprocess

from ita_docs.doctor.finding import Finding, State

__all__ = [
    "check_graphviz",
    "check_poppler",
    "check_shaping",
    "check_tesseract",
    "check_typefaces",
    "check_weights",
]


def _output(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout or done.stderr


def _install(package: str) -> tuple[str, str]:
    command = f"sudo apt-get install {package}"
    return f"ติดตั้งด้วย: {command}", f"install with: {command}"


def check_tesseract() -> Finding:
    """Tesseract 5 with Thai, English and orientation data."""
    if shutil.which("tesseract") is None:
        return Finding("tesseract", State.FAIL, "not installed", *_install("tesseract-ocr tesseract-ocr-tha"))
    version = _output("tesseract", "--version").split("\n", 1)[0].removeprefix("tesseract ").strip()
    languages = set(_output("tesseract", "--list-langs").split())
    absent = [name for name in ("tha", "eng", "osd") if name not in languages]
    if absent:
        packages = " ".join(f"tesseract-ocr-{name}" for name in absent)
        return Finding(
            "tesseract", State.FAIL, f"{version}, without {', '.join(absent)}", *_install(packages)
        )
    return Finding("tesseract", State.OK, f"{version} with tha, eng, osd")


def check_poppler() -> Finding:
    """Poppler's `pdftotext`, the extractor that honours ActualText."""
    if shutil.which("pdftotext") is None:
        return Finding("poppler", State.WARN, "pdftotext is not installed", *_install("poppler-utils"))
    return Finding("poppler", State.OK, _output("pdftotext", "-v").split("\n", 1)[0])


def check_graphviz() -> Finding:
    """Graphviz draws the chains."""
    if shutil.which("dot") is None:
        return Finding("graphviz", State.WARN, "dot is not installed", *_install("graphviz"))
    return Finding("graphviz", State.OK, _output("dot", "-V").strip())


def check_typefaces() -> Finding:
    """A Thai typeface is needed to render sample letters, not to read."""
    names = {line.split(",")[0] for line in _output("fc-list", ":lang=th", "family").splitlines() if line}
    if not names:
        return Finding("typefaces", State.WARN, "no Thai typeface found", *_install("fonts-thai-tlwg"))
    return Finding("typefaces", State.OK, f"{len(names)} Thai typefaces")


def check_shaping() -> Finding:
    """Pillow with Raqm and FriBidi puts Thai marks where they belong."""
    from PIL import features

    if not (features.check("raqm") and features.check("fribidi")):
        return Finding("shaping", State.WARN, "Pillow has no complex text layout", *_install("libfribidi0"))
    return Finding("shaping", State.OK, f"Raqm {features.version('raqm')}")


def check_weights() -> Finding:
    """The weights of our own line recogniser, which come with the package."""
    from importlib.resources import files

    weights = [
        item
        for item in files("ita_docs.recogniser").joinpath("weights").iterdir()
        if item.name[-5:] == ".onnx"
    ]
    if not weights:
        return Finding("recogniser", State.WARN, "no weights", "ติดตั้ง ita-docs ใหม่", "install ita-docs again")
    return Finding("recogniser", State.OK, ", ".join(sorted(item.name for item in weights)))
