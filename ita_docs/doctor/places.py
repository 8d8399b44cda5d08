"""Folders, free disk and the database."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ita_docs.doctor.finding import Finding, State
from ita_docs.settings import Settings

__all__ = ["check_database", "check_disk", "check_inbox"]

_ENOUGH_GB = 1.0


def _nearest(folder: Path) -> Path:
    return next(parent for parent in (folder, *folder.parents) if parent.exists())


def check_disk(settings: Settings) -> Finding:
    """At least one gigabyte free where the archive stands."""
    free = shutil.disk_usage(_nearest(settings.home)).free / 1e9
    detail = f"{free:.1f} GB free at {settings.home}"
    if free >= _ENOUGH_GB:
        return Finding("disk", State.OK, detail)
    remedy = (
        "ลบไฟล์ที่ไม่ใช้ หรือย้าย ITA_DOCS_HOME ไปดิสก์อื่น",
        "free some space or move ITA_DOCS_HOME to another disk",
    )
    return Finding("disk", State.FAIL, detail, *remedy)


def check_inbox(settings: Settings) -> Finding:
    """Files in the inbox can be read, written and renamed into done/; on two disks they are copied."""
    try:
        settings.make_folders()
        with _probe(settings.inbox) as written:
            written.rename(settings.done / written.name).unlink()
    except OSError as error:
        if error.errno == errno.EXDEV:
            return _apart(settings)
        remedy_th = f"ให้สิทธิ์เขียนในโฟลเดอร์ {settings.home}"
        remedy_en = f"allow writing in {settings.home}"
        return Finding("inbox", State.FAIL, str(error), remedy_th, remedy_en)
    return Finding("inbox", State.OK, str(settings.inbox))


@contextlib.contextmanager
def _probe(folder: Path) -> Iterator[Path]:
    """A hidden file in the folder, gone afterwards wherever it is."""
    descriptor, name = tempfile.mkstemp(prefix=".doctor-", dir=folder)
    os.close(descriptor)
    try:
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _apart(settings: Settings) -> Finding:
    """Inbox and done/ on two disks: nothing is lost, but every file is written once more."""
    remedy = (
        "ใช้งานได้ แต่ช้ากว่า: ให้ inbox กับ done อยู่ดิสก์เดียวกันหากทำได้",
        "it works, only slower: keep inbox and done on one disk if you can",
    )
    return Finding("inbox", State.WARN, f"{settings.inbox} and {settings.done} are on two disks", *remedy)


def check_database(settings: Settings) -> Finding:
    """The database opens and its tables are, or become, those of this version."""
    from models.migrate import open_database, revision_of

    try:
        engine = open_database(settings.url)
        revision = revision_of(engine)
        engine.dispose()
    except Exception as error:
        remedy = (
            "ตรวจ ITA_DOCS_DATABASE_URL และสิทธิ์ของไฟล์",
            "check ITA_DOCS_DATABASE_URL and the file's rights",
        )
        return Finding("database", State.FAIL, str(error).splitlines()[0], *remedy)
    return Finding("database", State.OK, f"{engine.dialect.name}, tables at {revision}")
