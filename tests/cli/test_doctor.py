"""The doctor says what is wrong and what to do, and never breaks itself."""

import errno
import json
import subprocess
from pathlib import Path

import pytest

from ita_docs.doctor import State, examine, places, programs
from ita_docs.settings import Settings
from tests.cli.command import run


def test_a_healthy_machine_passes(tmp_path: Path) -> None:
    done = run("doctor", "--json", ITA_DOCS_HOME=str(tmp_path))
    findings = {finding["check"]: finding for finding in json.loads(done.stdout)}
    assert findings["database"]["state"] == "ok"
    assert findings["inbox"]["state"] == "ok"
    assert done.returncode == (4 if any(finding["state"] == "fail" for finding in findings.values()) else 0)


def test_a_home_that_cannot_be_written_is_told_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    findings = {finding.check: finding for finding in examine(Settings(home=tmp_path / "file" / "home"))}
    assert findings["inbox"].state is State.FAIL
    assert "writing" in findings["inbox"].remedy_en


def test_a_missing_language_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(command: tuple[str, ...], **_: object) -> subprocess.CompletedProcess[str]:
        text = "List of available languages\neng\nosd\n" if "--list-langs" in command else "tesseract 5.3.0\n"
        return subprocess.CompletedProcess(command, 0, text, "")

    monkeypatch.setattr(programs.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(programs.subprocess, "run", answer)
    finding = programs.check_tesseract()
    assert finding.state is State.FAIL
    assert finding.remedy_en.endswith("apt-get install tesseract-ocr-tha")


def test_two_disks_are_a_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def across(self: Path, target: Path) -> Path:
        raise OSError(errno.EXDEV, "Invalid cross-device link", str(self))

    settings = Settings(home=tmp_path)
    monkeypatch.setattr(Path, "rename", across)
    finding = places.check_inbox(settings)
    assert finding.state is State.WARN
    assert list(settings.inbox.iterdir()) == []
