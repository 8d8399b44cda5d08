"""Takes an uploaded file into the inbox folder: whole or not at all, under a safe name that is still free."""

from __future__ import annotations

import hashlib
import logging
import os
import re
import secrets
import unicodedata
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import BinaryIO

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from api.schemas.inbox import Uploaded
from ita_docs.archive import Archive
from ita_docs.errors import StoreProblem
from ita_docs.inbox.receive import Receiver
from ita_docs.settings import Settings
from models import Via

log = logging.getLogger(__name__)

__all__ = ["hand_in", "put_into_inbox", "safe_name"]

CHUNK = 1 << 20
LONGEST = 180  # bytes: room for " (2)" and for the longest name of any file system
_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]')


def safe_name(given: str | None) -> str:
    """A file's own name without its path and without characters that some system gives a meaning.

    >>> safe_name("../../etc/หนังสือ\\u202eเข้า.pdf")
    'หนังสือ_เข้า.pdf'
    """
    name = PureWindowsPath(PurePosixPath(given or "").name).name
    name = _UNSAFE.sub("_", unicodedata.normalize("NFC", name)).strip(" .")
    stem, dot, suffix = name.rpartition(".") if "." in name else (name, "", "")
    while len(f"{stem}{dot}{suffix}".encode()) > LONGEST:
        stem, suffix = stem[:-1], suffix[:10]
    return f"{stem or 'file'}{dot}{suffix}"


def hand_in(
    settings: Settings, engine: Engine, source: BinaryIO, name: str | None, who: str | None = None
) -> Uploaded:
    """Put a file into the inbox and write its arrival down at once.

    Where that cannot be done now, the file lies in the inbox all the same: the watcher takes it in.
    """
    uploaded = put_into_inbox(settings.inbox, source, name)
    receiver = Receiver(engine, Archive(settings.archive))
    try:
        arrival = receiver.receive(settings.inbox / uploaded.name, via=Via.UPLOAD, who=who)
    except (StoreProblem, SQLAlchemyError):
        log.warning("%s waits in the inbox for the watcher", uploaded.name, exc_info=True)
        return uploaded
    if arrival is None:
        return uploaded
    uploaded.receiving_number, uploaded.year = arrival.receiving_number, arrival.year
    return uploaded


def put_into_inbox(inbox: Path, source: BinaryIO, name: str | None) -> Uploaded:
    """Copy to a hidden name in the inbox (which the watcher leaves alone), sync, then give the real name."""
    part = inbox / f".upload-{secrets.token_hex(8)}.part"
    digest, size = hashlib.sha256(), 0
    try:
        with part.open("xb") as target:
            while chunk := source.read(CHUNK):
                digest.update(chunk)
                size += len(chunk)
                target.write(chunk)
            target.flush()
            os.fsync(target.fileno())
        final = _link_free(part, inbox, safe_name(name))
    finally:
        part.unlink(missing_ok=True)
    return Uploaded(name=final.name, sha256=digest.hexdigest(), size=size)


def _link_free(part: Path, folder: Path, name: str) -> Path:
    """Give the file the first free of `a.pdf`, `a (2).pdf`, ...; linking refuses a name that is taken."""
    stem, suffix = Path(name).stem, Path(name).suffix
    for number in range(1, 10_000):
        final = folder / (name if number == 1 else f"{stem} ({number}){suffix}")
        try:
            os.link(part, final)
        except FileExistsError:
            continue
        return final
    raise FileExistsError(name)
