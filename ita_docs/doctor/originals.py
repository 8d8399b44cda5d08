"""Whether archive and tables agree: every file that is filed has its original, whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs.doctor.finding import Finding, State
from ita_docs.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy import Engine

__all__ = ["check_originals"]

_SHOWN = 3


def check_originals(settings: Settings) -> Finding:
    """Each filed file's original is in the archive with its size; the archive holds nothing else.

    Sizes only: to hash a large archive takes hours. A copy on its way in is no stray.
    """
    from models.migrate import open_database

    try:
        engine = open_database(settings.url)
        sizes = _sizes(engine)
        engine.dispose()
    except Exception as error:
        return Finding("originals", State.FAIL, str(error).splitlines()[0])
    kept = {f"{path.parent.name}{path.name}": path for path in settings.archive.glob("??/*")}
    lost = [sha256 for sha256, size in sizes.items() if not _is_whole(kept.get(sha256), size)]
    strays = [sha256 for sha256 in kept if sha256 not in sizes]
    return _finding(len(sizes), lost, strays)


def _sizes(engine: Engine) -> dict[str, int]:
    from sqlmodel import select

    from models import SourceFile
    from models.session import reading

    with reading(engine) as session:
        return dict(session.exec(select(SourceFile.sha256, SourceFile.size)).all())


def _is_whole(path: Path | None, size: int) -> bool:
    return path is not None and path.stat().st_size == size


def _finding(files: int, lost: list[str], strays: list[str]) -> Finding:
    if lost:
        remedy = (
            "นำสำเนาสำรองของโฟลเดอร์ archive กลับมา หรือวางไฟล์ต้นฉบับลงในกล่องรับอีกครั้ง",
            "restore archive/ from a backup, or drop the originals into the inbox again",
        )
        return Finding("originals", State.FAIL, f"{len(lost)} of {files} lost: {_some(lost)}", *remedy)
    if strays:
        remedy = (
            "ไม่มีอันตราย: ไฟล์ที่รับเข้าไม่จบจะรับเข้าใหม่จากกล่องรับ",
            "harmless: what was broken off while coming in comes in again from the inbox",
        )
        return Finding("originals", State.WARN, f"{len(strays)} not in the tables: {_some(strays)}", *remedy)
    return Finding("originals", State.OK, f"{files} originals")


def _some(hashes: list[str]) -> str:
    more = " ..." if len(hashes) > _SHOWN else ""
    return ", ".join(sha256[:12] for sha256 in hashes[:_SHOWN]) + more
