"""SIGKILL at every stage of a file's way, two workers at once: nothing is lost, nothing comes twice."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ita_docs.inbox.stages import STAGES

_PROGRAM = Path(__file__).with_name("kill_rounds.py")
_SEED = 20250203


def _kill_rounds(folder: Path, url: str, seconds: int) -> Any:
    command = [sys.executable, _PROGRAM, folder, url, str(_SEED), str(seconds)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr[-4000:]
    return json.loads(run.stdout)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_killed_at_every_stage_on_sqlite(tmp_path: Path) -> None:
    result = _kill_rounds(tmp_path, "sqlite:///{}", 45)
    assert result["wrong"] == []
    assert set(result["kills"]) == set(STAGES)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_killed_at_every_stage_on_postgresql(tmp_path: Path, postgres: str) -> None:
    result = _kill_rounds(tmp_path, postgres.replace("/postgres?", "/{}?"), 10)
    assert result["wrong"] == []
    assert set(result["kills"]) == set(STAGES)
