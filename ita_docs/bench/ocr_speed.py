"""Speed and memory on one long scan: a worker's CPU seconds and peak memory, and two workers against one."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

__all__ = ["measure_speed"]

_ONE_WORKER = """
import json, resource, sys, time
from pathlib import Path
from ita_docs.bench.ocr_run import peak_megabytes
from ita_docs.reading.engines import make_reader
from ita_docs.reading.media import PDF
from ita_docs.reading.page_worker import Task, answer_here, one_thread
from ita_docs.settings import Settings
one_thread()
settings, path, pages = Settings(), Path(sys.argv[1]), int(sys.argv[2])
reader, early = make_reader("own", settings), 0.0
answer_here(Task(path, PDF, 1), reader, settings)
start = time.process_time()
for number in range(1, pages + 1):
    assert answer_here(Task(path, PDF, number), reader, settings).page
    early = peak_megabytes() if number == min(10, pages) else early
cpu = (time.process_time() - start) / pages
print(json.dumps({"cpu_seconds": cpu, "megabytes_early": early, "megabytes": peak_megabytes()}))
"""


def measure_speed(pages: int, seed: int) -> dict[str, Any]:
    """Read a scan of so many pages: alone in one process, then with one and with two workers."""
    with TemporaryDirectory(prefix="ita-docs-") as folder:
        path = Path(folder) / "scan.pdf"
        _long_scan(path, pages, seed)
        done = subprocess.run(
            [sys.executable, "-c", _ONE_WORKER, str(path), str(pages)], capture_output=True, check=True
        )
        one, two = _wall_seconds(path, 1), _wall_seconds(path, 2)
    figures: dict[str, Any] = json.loads(done.stdout)
    return {**figures, "pages": pages, "wall_1": one, "wall_2": two, "gain_of_two": one / two}


def _long_scan(path: Path, pages: int, seed: int) -> None:
    """A PDF of fresh pages, a few of them again and again, as grey JPEG at 300 dpi."""
    from PIL import Image

    from ita_docs.bench.ocr_pages import CONDITIONS, fresh_pages

    drawn = [Image.fromarray(page.pixels).convert("L") for page in fresh_pages(CONDITIONS[2], 5, seed)]
    first, *rest = islice(cycle(drawn), pages)
    first.save(path, save_all=True, append_images=rest, resolution=300, quality=80)


def _wall_seconds(path: Path, workers: int) -> float:
    """Seconds for the file with so many workers, their start not counted."""
    from ita_docs.reading.media import PDF
    from ita_docs.reading.page_pool import PagePool
    from ita_docs.reading.page_worker import Task
    from ita_docs.reading.pdf import count_pdf_pages
    from ita_docs.settings import Settings

    settings = Settings(workers=workers)
    pool = PagePool("own", settings)
    tasks = [Task(path, PDF, number + 1) for number in range(count_pdf_pages(path, settings))]
    try:
        list(pool.read(tasks[: 2 * workers]))
        start = time.monotonic()
        list(pool.read(tasks))
        return time.monotonic() - start
    finally:
        pool.close()
