"""The archive: whole files only, each once, whatever happens while they are copied."""

from __future__ import annotations

import hashlib
import threading
from pathlib import Path

import pytest

from ita_docs.archive import Archive, sha256_of
from ita_docs.errors import NotFound


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "archive")


def _files(archive: Archive) -> list[Path]:
    return [path for path in archive.folder.rglob("*") if path.is_file()]


def test_bytes_are_kept_under_their_hash(archive: Archive, tmp_path: Path) -> None:
    source = tmp_path / "หนังสือ.pdf"
    source.write_bytes(b"abc" * 500_000)
    kept = archive.keep(source)
    assert kept.sha256 == hashlib.sha256(source.read_bytes()).hexdigest()
    assert (kept.size, archive.find(kept.sha256)) == (1_500_000, kept.path)
    assert source.exists()


def test_the_same_bytes_are_kept_once(archive: Archive, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(b"same")
        archive.keep(tmp_path / name)
    assert len(_files(archive)) == 1


def test_what_was_hashed_is_what_is_kept_though_the_file_grows(archive: Archive, tmp_path: Path) -> None:
    source = tmp_path / "growing"
    source.write_bytes(b"first")

    def grow(stage: str) -> None:
        if stage == "copied":
            source.write_bytes(b"first and more")

    kept = archive.keep(source, after=grow)
    assert sha256_of(kept.path) == kept.sha256


def test_many_writers_of_one_file(archive: Archive, tmp_path: Path) -> None:
    source = tmp_path / "a"
    source.write_bytes(b"x" * 3_000_000)
    threads = [threading.Thread(target=archive.keep, args=(source,)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(_files(archive)) == 1


def test_a_damaged_original_is_replaced_by_a_good_copy(archive: Archive, tmp_path: Path) -> None:
    source = tmp_path / "a"
    source.write_bytes(b"good")
    kept = archive.keep(source)
    kept.path.chmod(0o644)
    kept.path.write_bytes(b"go")
    archive.keep(source)
    assert kept.path.read_bytes() == b"good"


def test_half_copies_of_the_dead_are_swept(archive: Archive, tmp_path: Path) -> None:
    source = tmp_path / "a"
    source.write_bytes(b"x")
    archive.keep(source)
    half = archive.folder / ".partial-dead"
    half.write_bytes(b"x")
    assert archive.sweep(older_than=half.stat().st_mtime - 60) == 0
    assert archive.sweep(older_than=half.stat().st_mtime + 60) == 1
    assert len(_files(archive)) == 1


def test_an_original_that_is_not_there_is_named(archive: Archive) -> None:
    with pytest.raises(NotFound):
        archive.find("0" * 64)
