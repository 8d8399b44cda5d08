"""The archive of originals: each file once, under the SHA-256 of its bytes, never changed.

    archive/9a/98c685f497ef1a...

A file appears under its final name only when all its bytes are on the disk.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ita_docs.errors import NotFound, StoreProblem

__all__ = ["Archive", "Kept", "sha256_of", "sync_folder"]

_CHUNK = 1 << 20
_PARTIAL = ".partial-"


@dataclass(frozen=True, slots=True)
class Kept:
    """What the archive knows of a file that it keeps."""

    sha256: str
    size: int
    path: Path


class Archive:
    """Originals under `folder`; safe for several processes at once."""

    def __init__(self, folder: Path):
        self.folder = folder

    def path_of(self, sha256: str) -> Path:
        """Where the bytes with this hash are kept, whether or not they are there."""
        return self.folder / sha256[:2] / sha256[2:]

    def find(self, sha256: str) -> Path:
        """The path of a kept original; `NotFound` if the archive lacks it."""
        path = self.path_of(sha256)
        if not path.is_file():
            raise NotFound(f"archive {sha256[:12]}")
        return path

    def keep(self, source: Path, after: Callable[[str], None] = lambda stage: None) -> Kept:
        """Copy a file's bytes into the archive and return once they would survive a power cut.

        The bytes are hashed as they are copied: what is kept is what was hashed, even if someone
        writes to `source` meanwhile. `after` is told `"copied"` and `"kept"`.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(prefix=_PARTIAL, dir=self.folder)
        partial = Path(name)
        try:
            with source.open("rb") as reading, os.fdopen(number, "wb") as writing:
                sha256, size = _copy(reading.read, writing.write)
                writing.flush()
                os.fsync(writing.fileno())
            after("copied")
            return Kept(sha256, size, self._settle(partial, sha256))
        except OSError as error:
            raise StoreProblem(f"{self.folder}: {error.strerror or error}", file=source.name) from error
        finally:
            partial.unlink(missing_ok=True)
            after("kept")

    def sweep(self, older_than: float) -> int:
        """Remove half copies whose writer died before the time `older_than` (seconds since 1970)."""
        halves = [path for path in self.folder.glob(f"{_PARTIAL}*") if path.stat().st_mtime < older_than]
        for path in halves:
            path.unlink(missing_ok=True)
        return len(halves)

    def _settle(self, partial: Path, sha256: str) -> Path:
        path = self.path_of(sha256)
        if path.is_file() and sha256_of(path) == sha256:
            return path
        path.parent.mkdir(exist_ok=True)
        partial.chmod(0o444)
        partial.replace(path)
        sync_folder(path.parent)
        sync_folder(self.folder)
        return path


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut, where the file system can."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:  # some network shares know no fsync of folders: the rename itself is all they offer
        pass
    finally:
        os.close(handle)


def _copy(read: Callable[[int], bytes], write: Callable[[bytes], int]) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    while chunk := read(_CHUNK):
        digest.update(chunk)
        write(chunk)
        size += len(chunk)
    return digest.hexdigest(), size
