"""Names from anywhere: which are ignored, which are refused, and what they become."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.errors import UnsafeName
from ita_docs.inbox.ignored import is_ignored, is_ignored_folder
from ita_docs.inbox.names import check_name, free_path, path_from_text, path_text, safe_name, shown_name
from ita_docs.inbox.scan import scan


@pytest.mark.parametrize(
    "name",
    [
        ".hidden.pdf",
        ".a",
        "._หนังสือ.pdf",
        ".~lock.หนังสือ.odt#",
        "~$หนังสือ.docx",
        "~WRL0001.tmp",
        "scan.pdf.part",
        "scan.PDF.crdownload",
        "scan.pdf.filepart",
        "scan.tmp",
        "Thumbs.db",
        "THUMBS.DB",
        "desktop.ini",
        ".DS_Store",
        ".nfs000000001",
        ".upload-1a2b.part",
        "ก.pdf.reason.txt",
    ],
)
def test_nobodys_letters_are_ignored(name: str) -> None:
    assert is_ignored(name)


@pytest.mark.parametrize(
    "name", ["หนังสือ.pdf", "part.pdf", "tmp.pdf", "ก~ข.pdf", "desktop.pdf", "1.TIF", "..\\ก.pdf"]
)
def test_letters_are_not_ignored(name: str) -> None:
    assert not is_ignored(name)


@pytest.mark.parametrize("name", [".stfolder", "@eaDir", ".sync", "#recycle", "$RECYCLE.BIN", "__MACOSX"])
def test_folders_of_systems_are_not_looked_into(name: str, tmp_path: Path) -> None:
    assert is_ignored_folder(name)
    (tmp_path / name).mkdir()
    (tmp_path / name / "ก.pdf").touch()
    (tmp_path / "2568").mkdir()
    (tmp_path / "2568" / "ข.pdf").touch()
    assert scan(tmp_path) == [tmp_path / "2568" / "ข.pdf"]


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "..\\..\\ก.pdf",
        "ก\nข.pdf",
        "ก\x00.pdf",
        "ก\x1b[31m.pdf",
        "gpj.\u202epdf",
        "...",
        "\u200b",
    ],
    ids=["path", "windows path", "line break", "nul", "escape", "right to left", "dots", "zero width"],
)
def test_unsafe_names_are_refused_and_made_safe(name: str) -> None:
    with pytest.raises(UnsafeName):
        check_name(name)
    safe = safe_name(name)
    check_name(safe)
    assert "/" not in safe


@pytest.mark.parametrize("name", ["หนังสือ ว ๑๒๓.pdf", "a:b?.pdf", "ก" * 85, "x.tar.gz"])
def test_odd_but_harmless_names_are_taken(name: str) -> None:
    check_name(name)


def test_long_names_keep_their_ending_and_fit() -> None:
    name = safe_name("ที่" * 80 + ".pdf")
    assert name.endswith(".pdf")
    assert len(name.encode()) <= 200


def test_names_of_an_old_windows_become_thai() -> None:
    name = os.fsdecode("หนังสือ.pdf".encode("cp874"))
    assert shown_name(name) == "หนังสือ.pdf"
    check_name(name)


@given(st.text(max_size=300))
def test_a_safe_name_is_one_that_any_system_takes(name: str) -> None:
    safe = safe_name(name)
    assert 0 < len(safe.encode()) <= 200
    assert not set(safe) & set('/\\:*?"<>|\0\n')
    assert safe not in (".", "..")
    assert safe_name(safe) == safe


@given(st.binary(min_size=1, max_size=50).filter(lambda raw: not set(raw) & {0, 0x2F}))
def test_a_path_of_any_bytes_comes_back(raw: bytes) -> None:
    path = Path("/inbox") / os.fsdecode(raw)
    text = path_text(path)
    text.encode("utf-8")
    assert path_from_text(text) == path


def test_a_free_path_is_free(tmp_path: Path) -> None:
    assert free_path(tmp_path, "ก.pdf", set()).name == "ก.pdf"
    (tmp_path / "ก.pdf").touch()
    taken = {str(tmp_path / "ก (2).pdf")}
    assert free_path(tmp_path, "ก.pdf", taken).name == "ก (3).pdf"
