"""`ita-docs when` as people and scripts call it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

PROGRAM = Path(sys.executable).with_name("ita-docs")


def run(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PROGRAM, "when", *arguments], input=given, capture_output=True, text=True, timeout=60, check=False
    )


def test_json() -> None:
    done = run("ภายในวันที่ ๓๑ มี.ค. ๒๕๖๗", "--json")
    assert done.returncode == 0
    (found,) = json.loads(done.stdout)
    assert list(found) == ["text", "start", "end", "kind", "value", "rule", "issues"]
    assert (found["text"], found["start"], found["end"]) == ("ภายในวันที่ ๓๑ มี.ค. ๒๕๖๗", 0, 25)
    assert (found["kind"], found["value"], found["rule"]) == ("deadline", "2024-03-31", None)
    assert found["issues"] == [
        {"code": "non_working_day", "written": "2024-03-31", "candidates": ["2024-04-01"]}
    ]


def test_days_to_count_from() -> None:
    done = run("ภายใน ๗ วันนับแต่วันที่ได้รับหนังสือ", "--json", "--received", "2025-01-22")
    assert json.loads(done.stdout)[0]["value"] == "2025-01-29"
    done = run("ภายใน ๗ วันทำการ", "--json", "--letter-date", "2025-01-20")
    assert json.loads(done.stdout)[0]["value"] == "2025-01-29"


def test_jsonl_answers_each_line() -> None:
    lines = ["๒๐ มิ.ย. ๖๕", "ไม่มีวันที่", "๓๑ กุมภาพันธ์ ๒๕๖๘"]
    done = run("--jsonl", given="".join(json.dumps(line) + "\n" for line in lines))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [[found["value"] for found in answer] for answer in answers] == [["2022-06-20"], [], [None]]


def test_a_line_that_is_no_json_string_is_named() -> None:
    done = run("--jsonl", given='"ก"\nนี่ไม่ใช่ JSON\n')
    assert done.returncode == 2
    assert "line 2" in done.stderr


def test_readable_output() -> None:
    done = run("วันพุธที่ ๒๓ มกราคม ๒๕๖๘")
    assert "2025-01-23" in done.stdout
    assert "weekday_mismatch" in done.stdout
