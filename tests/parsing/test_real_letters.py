"""The five real letters, scored field by field by the grader that came with them; skipped where absent.

Nothing of them is kept in the project.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from parsers import Line, Page, parse

SHARED = Path(__file__).resolve().parents[3] / "shared"
GRADER = SHARED / "eval" / "score.py"
SEEDS = sorted((SHARED / "seeds").glob("*.txt"))

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not GRADER.exists() or not SEEDS, reason="the real letters are not here"),
]


def _parsed(path: Path) -> list[dict[str, object]]:
    pages = path.read_text("utf-8").split("\f")
    given = [Page(no, [Line(line) for line in text.split("\n")]) for no, text in enumerate(pages, 1)]
    return [document.to_json() for document in parse(given)]


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("parsed")
    for path in SEEDS:
        text = json.dumps({"documents": _parsed(path)}, ensure_ascii=False)
        (folder / f"{path.stem}.json").write_text(text, "utf-8")
    return folder


def test_fields(results: Path) -> None:
    run = subprocess.run(
        [sys.executable, str(GRADER), str(SHARED / "gold"), str(results), "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    figures = json.loads(run.stdout)
    assert figures["overall_f1"] >= 0.97
    assert figures["critical_f1"] >= 0.98
    assert figures["fields"]["flags (recall)"]["recall"] == 1.0


def test_few_flags_that_nobody_asked_for(results: Path) -> None:
    extra = 0
    for path in SEEDS:
        gold = json.loads((SHARED / "gold" / f"{path.stem}.json").read_text("utf-8"))["documents"]
        found = json.loads((results / f"{path.stem}.json").read_text("utf-8"))["documents"]
        for wanted, document in zip(gold, found, strict=True):
            fields = {flag["field"] for flag in wanted.get("flags", [])}
            extra += sum(flag["field"].split("/")[0] not in fields for flag in document["flags"])
    assert extra <= 3


def test_each_value_has_its_line() -> None:
    for path in SEEDS:
        for document in _parsed(path):
            provenance = document["provenance"]
            assert isinstance(provenance, dict)
            for key in ("number", "date", "subject"):
                if document[key] is not None:
                    assert provenance[f"/{key}"]["line"] >= 1
