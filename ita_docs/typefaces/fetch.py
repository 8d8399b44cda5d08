"""Fetch the npm typefaces of `typefaces.csv` and merge each into one TrueType file in the cache.

Fontsource packages hold a typeface in subsets (thai, latin); a renderer needs both in one file.

    python -m ita_docs.typefaces.fetch
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from ita_docs.typefaces.table import Entry, cache_folder, entries

__all__ = ["fetch", "main"]


def main() -> int:
    """Fetch every npm typeface that the cache lacks; say what was done."""
    folder = cache_folder()
    tables = (*entries(), *entries("khmer.csv"))
    wanted = [entry for entry in tables if entry.source.startswith("@fontsource/")]
    missing = [entry for entry in wanted if not (folder / (entry.light or entry.regular)).exists()]
    print(f"{len(wanted) - len(missing)} of {len(wanted)} npm typefaces in {folder}")
    if missing:
        fetch(missing, folder)
        print(f"fetched {len(missing)}")
    return 0


def fetch(wanted: Iterable[Entry], folder: Path) -> None:
    """Install the packages of `wanted` with npm in a temporary folder and merge their files into `folder`.

    Raises `subprocess.CalledProcessError` where npm fails and `FileNotFoundError` where a subset is missing.
    """
    wanted = list(wanted)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        packages = [entry.source for entry in wanted]
        command = [
            "npm",
            "install",
            "--prefix",
            work,
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            *packages,
        ]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        for entry in wanted:
            files = Path(work, "node_modules", entry.source, "files")
            for name, weight in ((entry.regular, 400), (entry.bold, 700), (entry.light, 300)):
                if name:
                    script = "khmer" if entry.style == "khmer" else "thai"
                    _merge(files, entry.source.split("/")[1], (script, "latin"), weight, folder / name)


def _merge(files: Path, slug: str, subsets: Iterable[str], weight: int, target: Path) -> None:
    from fontTools.merge import Merger  # type: ignore[import-not-found]
    from fontTools.ttLib import TTFont  # type: ignore[import-not-found]

    with tempfile.TemporaryDirectory() as work:
        parts = []
        for subset in subsets:
            font = TTFont(files / f"{slug}-{subset}-{weight}-normal.woff2")
            font.flavor = None
            part = Path(work, f"{subset}.ttf")
            font.save(part)
            parts.append(str(part))
        Merger().merge(parts).save(target)


if __name__ == "__main__":
    raise SystemExit(main())
