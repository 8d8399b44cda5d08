"""Every way to write a date, time, period or deadline, with the value that a careful reader gives it.

The tables are reasoned by hand: letters are of Monday 20 January 2025, received on Wednesday 22 January.
"""

from __future__ import annotations

import csv
import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

from parsers.dates import TimeExpression, find_times

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared" / "eval"
LETTER, RECEIVED = dt.date(2025, 1, 20), dt.date(2025, 1, 22)


def read(text: str) -> list[TimeExpression]:
    return find_times(text.replace("\\n", "\n"), letter_date=LETTER, received=RECEIVED)


def rows() -> list[dict[str, str]]:
    with (HERE / "readings.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["text"])
def test_reading(row: dict[str, str]) -> None:
    found = read(row["text"])
    assert " ".join(time.kind for time in found) == row["kind"]
    assert ";".join(time.value for time in found if time.value) == row["value"]
    if not row["value"]:
        assert all(time.issues for time in found), "a value that is missing needs its reason"


@pytest.mark.parametrize("text", (HERE / "no_times.txt").read_text(encoding="utf-8").splitlines())
def test_no_time(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["text"])
def test_offsets_point_at_the_text(row: dict[str, str]) -> None:
    text = f"ก่อนหน้า \u200bคํานำ {row['text']} ต่อท้าย".replace("\\n", "\n")
    for time in find_times(text, letter_date=LETTER, received=RECEIVED):
        assert text[time.start : time.end] == time.text
        assert time.text.strip() == time.text


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the shared tables are not here")
def test_shared_table_has_no_miss() -> None:
    program = Path(sys.executable).with_name("ita-docs")
    command = f"{program} when --jsonl --letter-date 2025-01-20 --received 2025-01-20"
    run = subprocess.run(
        [sys.executable, SHARED / "score_dates.py", SHARED / "dates.csv", "--command", command, "--misses"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "all: exact 50/50, wrong 0" in run.stdout
