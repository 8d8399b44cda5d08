"""The command line as a person meets it: quick help, both languages, documented commands and settings."""

import re
import time
from pathlib import Path

import pytest

from ita_docs.cli.bench import BENCHES
from ita_docs.cli.commands import COMMANDS
from ita_docs.settings import Settings
from tests.cli.command import run

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


def test_help_comes_in_under_half_a_second() -> None:
    best = min(_seconds("--help") for _ in range(3))
    assert best < 0.5


def _seconds(*arguments: str) -> float:
    start = time.perf_counter()
    run(*arguments)
    return time.perf_counter() - start


def test_help_lists_every_command_in_thai_and_english() -> None:
    shown = run("--help").stdout
    for command in COMMANDS:
        assert f"\n  {command.name} " in shown
        assert re.search(r"[\u0e00-\u0e7f].* · [A-Z]", command.help)


@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
def test_every_command_has_help_and_stands_in_the_docs(name: str) -> None:
    done = run(name, "--help")
    assert done.returncode == 0, done.stderr
    assert re.search(r"[\u0e00-\u0e7f]", done.stdout)
    assert f"## ita-docs {name}" in (DOCS / "commands.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [command.name for command in BENCHES])
def test_every_benchmark_has_help(name: str) -> None:
    assert run("bench", name, "--help").returncode == 0


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_every_setting_stands_in_the_docs(name: str) -> None:
    assert f"`ITA_DOCS_{name.upper()}`" in (DOCS / "settings.md").read_text(encoding="utf-8")


def test_unknown_command_ends_with_exit_code_2() -> None:
    assert run("nonsense").returncode == 2


def test_parse_of_a_missing_file_names_it(tmp_path: Path) -> None:
    done = run("parse", str(tmp_path / "ไม่มี.pdf"))
    assert done.returncode in (3, 7)
    assert "ไม่มี.pdf" in done.stderr


def test_parse_prints_one_json_object_a_file(tmp_path: Path) -> None:
    import json

    for name in ("ก.txt", "ข.txt"):
        (tmp_path / name).write_text("ที่ มท ๐๐๑๘.๑/ว ๙๙๑\n\n๒๐ มิถุนายน ๒๕๖๖\n\nเรื่อง ทดสอบ\n", encoding="utf-8")
    done = run("parse", str(tmp_path / "ก.txt"), str(tmp_path / "ข.txt"))
    assert done.returncode == 0, done.stderr
    names = [json.loads(line)["source"]["name"] for line in done.stdout.splitlines()]
    assert names == ["ก.txt", "ข.txt"]


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    (tmp_path / "good.txt").write_text("เรื่อง ทดสอบ\n", encoding="utf-8")
    out = tmp_path / "out"
    done = run("parse", str(tmp_path / "empty.pdf"), str(tmp_path / "good.txt"), "--out", str(out))
    assert done.returncode == 8
    assert "empty.pdf" in done.stderr
    assert (out / "good.json").exists()
