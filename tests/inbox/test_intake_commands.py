"""`ita-docs ingest` and `ita-docs watch --once` as a person runs them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import select

from models import Arrival, Document, Job
from models.migrate import open_database
from models.session import reading

pytestmark = pytest.mark.slow

_LETTER = "ที่ กง ๐๐๑๗.๒/ว ๑๒๓\nศาลากลางจังหวัดสมมติ\n๓ กุมภาพันธ์ ๒๕๖๘\nเรื่อง ทดสอบ\nเรียน นายอำเภอ\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "home" / "inbox").mkdir(parents=True)
    return tmp_path / "home"


def _environment(home: Path, **more: str) -> dict[str, str]:
    quick = {"STABLE_SECONDS": "0", "PATIENCE_SECONDS": "0", "POLL_SECONDS": "0.1", "WORKERS": "1"}
    ours = {f"ITA_DOCS_{name}": value for name, value in {**quick, "HOME": str(home), **more}.items()}
    return {**os.environ, **ours}


def _run(home: Path, *words: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from ita_docs.cli import main; main()", *map(str, words)]
    environment = _environment(home)
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)


def _rows(home: Path, model: type[Any]) -> list[Any]:
    engine = open_database(f"sqlite:///{home / 'ita-docs.sqlite3'}")
    with reading(engine) as session:
        rows = list(session.exec(select(model).order_by(model.id)))
    engine.dispose()
    return rows


def test_named_files_are_filed_and_stay(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "หนังสือ.txt"
    path.write_text(_LETTER, encoding="utf-8")
    for number in (1, 2):
        run = _run(home, "ingest", path, "--json")
        assert run.returncode == 0, run.stderr
        outcome = json.loads(run.stdout)
        assert (outcome["receiving_number"], outcome["state"]) == (number, "done")
        assert outcome["documents"][0]["number"] == "กง 0017.2/ว 123"
    assert path.exists()
    assert len(_rows(home, Document)) == 1
    assert [row.via for row in _rows(home, Arrival)] == ["cli", "cli"]


def test_known_files_can_be_left_out(home: Path, tmp_path: Path) -> None:
    (tmp_path / "ก.txt").write_text(_LETTER, encoding="utf-8")
    _run(home, "ingest", tmp_path / "ก.txt")
    run = _run(home, "ingest", "--skip-known", "--json", tmp_path / "ก.txt")
    assert (run.returncode, run.stdout) == (0, "")
    assert len(_rows(home, Arrival)) == 1


def test_exit_codes_tell_of_failures(home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "scans"
    folder.mkdir()
    (folder / "ว่าง.pdf").touch()
    only = _run(home, "ingest", folder / "ว่าง.pdf")
    assert only.returncode == 3
    assert "ว่างเปล่า" in only.stdout
    (folder / "ดี.txt").write_text(_LETTER, encoding="utf-8")
    some = _run(home, "ingest", folder)
    assert some.returncode == 8
    assert _run(home, "ingest", folder / "ไม่มี.pdf").returncode == 7


def test_a_missing_file_is_named_and_the_others_are_filed(home: Path, tmp_path: Path) -> None:
    for name in ("ก.txt", "ข.txt"):
        (tmp_path / name).write_text(_LETTER + name, encoding="utf-8")
    run = _run(home, "ingest", *(tmp_path / name for name in ("ก.txt", "ไม่มี.pdf", "ข.txt")))
    assert run.returncode == 8
    assert "ไม่มี.pdf" in run.stderr
    assert len(_rows(home, Document)) == 2
    assert "3 ก.พ. 2568" in run.stdout
    assert "2025-02-03" not in run.stdout


def test_the_inbox_is_emptied_once(home: Path) -> None:
    (home / "inbox" / "ก.txt").write_text(_LETTER, encoding="utf-8")
    (home / "inbox" / "ข.pdf").touch()
    run = _run(home, "watch", "--once")
    assert run.returncode == 0, run.stderr
    assert "กง 0017.2/ว 123" in run.stdout
    assert sorted(path.name for path in (home / "done").iterdir()) == ["ก.txt"]
    assert sorted(path.name for path in (home / "failed").iterdir()) == ["ข.pdf", "ข.pdf.reason.txt"]


def test_a_watch_that_is_told_to_end_gives_its_job_back(home: Path) -> None:
    """SIGTERM in the middle of a reading that never ends."""
    from PIL import Image

    Image.new("L", (800, 1100), 255).save(home / "inbox" / "ภาพ.png")
    environment = _environment(home, ENGINE="auto")
    code = (
        "import ita_docs.settings as s; s.Settings.model_fields['engine'].annotation = str;"
        "s.Settings.model_fields['engine'].default = 'ita_docs.reading.fake:hangs';"
        "s.Settings.model_rebuild(force=True);"
        "import sys; sys.argv = ['ita-docs', 'watch']; from ita_docs.cli import main; main()"
    )
    environment.pop("ITA_DOCS_ENGINE")
    with subprocess.Popen([sys.executable, "-c", code], env=environment) as watcher:
        end = time.monotonic() + 60
        while not (home / "ita-docs.sqlite3").exists() or not [
            j for j in _rows(home, Job) if j.state == "claimed"
        ]:
            assert time.monotonic() < end
            time.sleep(0.1)
        watcher.send_signal(signal.SIGTERM)
        assert watcher.wait(30) == 0
    (job,) = _rows(home, Job)
    assert (job.state, job.attempts, job.crashes) == ("waiting", 0, 0)


def _claimed(home: Path) -> bool:
    database = home / "ita-docs.sqlite3"
    return database.exists() and any(job.state == "claimed" for job in _rows(home, Job))
