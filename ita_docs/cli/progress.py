"""Progress on standard error: a bar for people, silence where the output goes to a file or a program."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

__all__ = ["PageDone", "file_progress"]

PageDone: TypeAlias = Callable[[int, int], None]


@contextmanager
def file_progress(files: list[Path]) -> Iterator[Iterator[tuple[Path, PageDone]]]:
    """Yield the files one by one, each with a function to call as `page_done(done, total)`."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as progress:
        yield _walk(files, progress)


def _walk(files: list[Path], progress: object) -> Iterator[tuple[Path, PageDone]]:
    from rich.progress import Progress

    assert isinstance(progress, Progress)
    overall = progress.add_task("ไฟล์ · files", total=len(files))
    for path in files:
        pages = progress.add_task(path.name, total=None)

        def page_done(done: int, total: int, task: object = pages) -> None:
            progress.update(task, completed=done, total=total)  # type: ignore[arg-type]

        yield path, page_done
        progress.remove_task(pages)
        progress.advance(overall)
