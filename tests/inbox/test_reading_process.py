"""Files are read in a process of their own, which may die or hang without harm."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ita_docs.errors import EngineFailed, TruncatedFile
from ita_docs.pipeline.reading_process import ReadingProcess
from ita_docs.settings import Settings

pytestmark = pytest.mark.slow

PDFS = Path(__file__).parents[1] / "reading" / "pdfs"


@pytest.fixture
def process(tmp_path: Path) -> Iterator[ReadingProcess]:
    process = ReadingProcess(Settings(home=tmp_path))
    yield process
    process.close()


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "หนังสือ.txt"
    path.write_text("ที่ กง ๐๐๑๗.๒/ว ๑๒๓\nเรื่อง ทดสอบ\nเรียน นายอำเภอ\n", encoding="utf-8")
    return path


def test_pages_documents_and_progress_come_back(process: ReadingProcess, letter: Path) -> None:
    seen: list[tuple[int, int]] = []
    understood = process(letter, lambda done, total: seen.append((done, total)))
    assert (understood.media_type, understood.text_origin) == ("text/plain", "plain")
    assert understood.pages[0].lines[1].text == "เรื่อง ทดสอบ"
    assert len(understood.documents) == 1
    assert seen[-1] == (1, 1)


def test_a_dead_process_is_an_error_of_this_file_only(process: ReadingProcess, letter: Path) -> None:
    process(letter, lambda done, total: None)

    def kill(done: int, total: int) -> None:
        assert process._process is not None
        process._process.kill()
        process._process.join()

    killed = letter.with_name("สอง.txt")
    killed.write_text("\f".join(f"หน้า {number}" for number in range(3)), encoding="utf-8")
    assert process._process is not None
    process._process.kill()
    with pytest.raises(EngineFailed):
        process(killed, kill)
    assert len(process(letter, lambda done, total: None).pages) == 1


def test_a_hanging_process_is_ended(tmp_path: Path, letter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ita_docs.pipeline.reading_process._START_SECONDS", 0.0)
    monkeypatch.setattr("ita_docs.pipeline.reading_process._SLACK_SECONDS", 0.0)
    hurried = ReadingProcess(Settings(home=tmp_path, page_timeout=0.01))
    with pytest.raises(EngineFailed, match="no progress"):
        hurried(letter, lambda done, total: None)
    hurried.close()


@pytest.mark.parametrize(
    ("name", "content", "complete"),
    [
        ("ว่าง.pdf", b"", False),
        ("ไม่ครบ.pdf", (PDFS / "chromium.pdf").read_bytes()[:3000], False),
        ("ครบ.pdf", (PDFS / "chromium.pdf").read_bytes(), True),
        ("ภาพไม่ครบ.png", b"\x89PNG\r\n\x1a\n\0\0", False),
        ("อื่น.docx", b"PK\x03\x04....", True),
        ("หนังสือ.txt", b"abc", True),
    ],
)
def test_what_is_still_being_written_is_incomplete(
    process: ReadingProcess, tmp_path: Path, name: str, content: bytes, complete: bool
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert process.is_complete(path) == complete


def test_errors_come_back_as_they_are(process: ReadingProcess, tmp_path: Path) -> None:
    path = tmp_path / "ไม่ครบ.pdf"
    path.write_bytes((PDFS / "chromium.pdf").read_bytes()[:3000])
    with pytest.raises(TruncatedFile) as caught:
        process(path, lambda done, total: None)
    assert "ไม่ครบ.pdf" in caught.value.message("th")


def test_the_process_dies_with_its_parent(letter: Path, tmp_path: Path) -> None:
    read, write = os.pipe()
    parent = os.fork()
    if parent == 0:
        process = ReadingProcess(Settings(home=tmp_path))
        process(letter, lambda done, total: None)
        assert process._process is not None
        os.write(write, str(process._process.pid).encode())
        os.kill(os.getpid(), 9)
    child = int(os.read(read, 20))
    os.waitpid(parent, 0)
    end = time.monotonic() + 10
    while _runs(child):
        assert time.monotonic() < end, "the reading process lives on"
        time.sleep(0.05)


def _runs(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in ("Z", "X")
    except OSError:
        return False
