"""The trainer learns from a shard, stops, and goes on where it stopped; the export reads the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_docs import typefaces

torch = pytest.importorskip("torch")


@pytest.mark.slow
def test_train_stop_resume_export(tmp_path: Path) -> None:
    if not typefaces.installed():
        pytest.skip("no Thai typefaces on this machine")
    from ita_docs.recogniser import Recogniser
    from ita_docs.training.export import export
    from ita_docs.training.shards import write_shard
    from ita_docs.training.trainer import Plan, Trainer

    shards, run = tmp_path / "shards", tmp_path / "run"
    shards.mkdir()
    write_shard(shards, 0, seed=3, size=32)
    Trainer(Plan(minutes=0.05), run, shards).train()
    again = Trainer(Plan(minutes=0.05), run, shards)
    assert again.resume()
    assert again.lines > 0
    assert again.progress == 1.0
    export(run, tmp_path / "weights")
    assert Recogniser.load(tmp_path / "weights").characters
