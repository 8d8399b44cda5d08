"""The flag bench: each sort of contradiction finds room in invented letters, and a small run flags it."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from ita_docs.bench.flags import _flaws, _planted, _sound
from ita_docs.cli.app import app
from ita_docs.corpus.flaws import Flaw


@pytest.mark.slow
@pytest.mark.parametrize("flaw", _flaws(), ids=[flaw.__name__ for flaw in _flaws()])
def test_each_contradiction_is_flagged(flaw: Flaw) -> None:
    row = _planted(flaw, 7, 5)
    assert row.files > 0
    assert row.flagged == row.files, row.misses
    assert row.settled_wrong == 0


@pytest.mark.slow
def test_sound_letters_are_left_in_peace() -> None:
    row = _sound(7, 300)
    assert row.flagged == 0, row.misses


def test_figures_as_json() -> None:
    result = CliRunner().invoke(
        app, ["bench", "flags", "--count", "1", "--clean", "5", "--seed", "7", "--json"]
    )
    assert result.exit_code == 0, result.output
    figures = json.loads(result.stdout)
    assert set(figures) == {"seed", "faults", "recall", "sound"}
    assert figures["sound"]["files"] == 5
