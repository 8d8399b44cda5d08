"""`ita-docs corpus`: invented letters with gold, as text and as scans."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ita_docs.cli.lazy import HelpfulCommand, HelpfulGroup

__all__ = ["app"]

app = typer.Typer(cls=HelpfulGroup, no_args_is_help=True, add_completion=False, rich_markup_mode=None)


@app.callback()
def _root() -> None:
    """สร้างหนังสือราชการตัวอย่างพร้อมเฉลย · Build invented letters with their gold."""


@app.command(cls=HelpfulCommand, short_help="หนังสือและเฉลย · Letters and gold")
def build(
    seed: Annotated[int, typer.Option(help="เมล็ดสุ่ม ได้ผลเดิมทุกครั้ง · Same seed, same letters")],
    count: Annotated[int, typer.Option(help="จำนวนไฟล์ · How many files", min=1)],
    out: Annotated[Path | None, typer.Option(help="โฟลเดอร์ปลายทาง · Folder [corpus-SEED]")] = None,
    topic: Annotated[str, typer.Option(help="เรื่อง · Topics: ita, mixed")] = "ita",
    scans: Annotated[bool, typer.Option("--scans/--no-scans", help="PDF สแกนด้วย · PDF scans too")] = True,
    jobs: Annotated[int, typer.Option(help="จำนวนโปรเซส · Processes for the scans", min=1)] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="สรุปเป็น JSON · Summary as JSON")] = False,
) -> None:
    """สร้างหนังสือเป็นข้อความและเฉลย JSON · Write letters as text and gold JSON.

    Writes text/, gold/, links.jsonl, duties.json and, unless --no-scans, scans/.
    """
    import json

    from ita_docs.corpus.build import Plan
    from ita_docs.corpus.build import build as write
    from ita_docs.errors import WrongUse

    if topic not in ("ita", "mixed"):
        raise WrongUse(f"--topic {topic}: ita, mixed")
    out = out or Path(f"corpus-{seed}")
    plan = Plan(seed, count, out, "mixed" if topic == "mixed" else "ita", scans, jobs)
    with _bar(count) as progress:
        written = write(plan, progress)
    summary = {"seed": seed, "files": written, "out": str(out), "scans": scans}
    typer.echo(json.dumps(summary) if as_json else f"{written} ไฟล์ · files → {out}")


@app.command(cls=HelpfulCommand, short_help="กล่องรับตัวอย่าง · A sample inbox")
def inbox(
    out: Annotated[Path, typer.Option(help="โฟลเดอร์ปลายทาง · Folder to write to")],
    seed: Annotated[int, typer.Option(help="เมล็ดสุ่ม · Seed of the world")] = 2586,
    gold: Annotated[Path | None, typer.Option(help="โฟลเดอร์เฉลย · Folder for the gold")] = None,
) -> None:
    """สร้างกล่องรับตัวอย่าง: สแกนสิบสองไฟล์ · The sample inbox: a dozen scans."""
    from ita_docs.corpus.inbox import write_inbox

    for path, size in write_inbox(seed, out, gold):
        typer.echo(f"{path.name}  {size / 1000:.0f} kB")


def _bar(total: int):  # type: ignore[no-untyped-def]
    """A bar on standard error; the callable takes how many files are done."""
    from contextlib import contextmanager

    from rich.console import Console
    from rich.progress import Progress

    @contextmanager
    def shown():  # type: ignore[no-untyped-def]
        console = Console(stderr=True)
        with Progress(console=console, disable=not console.is_terminal, transient=True) as progress:
            task = progress.add_task("หนังสือ · letters", total=total)
            yield lambda done: progress.update(task, completed=done)

    return shown()
