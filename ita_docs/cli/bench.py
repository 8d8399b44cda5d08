"""`ita-docs bench`: every figure that we claim, measured again on this machine."""

from __future__ import annotations

import typer

from ita_docs.cli.lazy import Command, lazy_group

__all__ = ["BENCHES", "app"]

BENCHES = (
    Command(
        "ocr", "ita_docs.bench.ocr", "bench", "การอ่านภาพ เทียบกับโปรแกรมอื่น · Reading of scans beside peers"
    ),
    Command("fields", "ita_docs.bench.fields", "bench", "ความถูกต้องของข้อมูล · Fields against gold"),
    Command(
        "flags", "ita_docs.bench.flags", "bench", "ข้อขัดแย้งที่พบและเตือนผิด · Contradictions found, false flags"
    ),
    Command("fuzz", "ita_docs.bench.fuzz", "bench", "ทนหนังสือที่เพี้ยน · Mutated letters: no error, none slow"),
    Command("kb", "ita_docs.bench.kb", "bench", "การเชื่อมโยงหนังสือ · Links between letters"),
    Command("desk", "ita_docs.bench.desk", "bench", "ความเร็วของหน้าเว็บ · Time of each page of the desk"),
)

app = typer.Typer(
    cls=lazy_group(BENCHES),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    help="วัดผลด้วยข้อมูลที่สร้างใหม่ทุกครั้ง · Measure on data made anew at each run",
)


@app.callback()
def _root() -> None:
    """วัดผลด้วยข้อมูลที่สร้างใหม่ทุกครั้ง · Measure on data made anew at each run."""
