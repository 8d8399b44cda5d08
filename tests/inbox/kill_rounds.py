"""Lets two workers at a time take in an inbox and kills them, again and again, until the inbox is empty.

Run as a program of its own: it forks the workers, so that each is a real process that SIGKILL can end, and
starting one costs no second of imports. Prints one JSON object: kills, and what differs from a quiet run.

    python kill_rounds.py FOLDER DATABASE-URL-WITH-{} SEED SECONDS
"""

from __future__ import annotations

import json
import logging
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import quick_reader
import table_dump
from sqlalchemy import create_engine, text

from ita_docs.archive import sha256_of
from ita_docs.inbox.intake import Intake
from ita_docs.inbox.stages import STAGES
from ita_docs.inbox.watch import work_until_empty
from ita_docs.knowledge.search.lexicon import lexicon
from ita_docs.pipeline.knowledge import LinksAndIndex
from ita_docs.settings import Settings
from models.migrate import open_database

FILES: dict[str, str] = {
    "01 หนังสือ.txt": "กง 0017/ว 1",
    "02 สองฉบับ.txt": "กง 0017/ว 10\nกง 0017/ว 2",
    "03 เหมือนฉบับแรก.txt": "กง 0017/ว 1",
    "04 เสีย.txt": "FAIL cut",
    "05/ในโฟลเดอร์.txt": "กง 0017/ว 20",
    "06 เครื่องอ่านพัง.txt": "FAIL always",
    "07 ชื่อ\nไม่ดี.txt": "กง 0017/ว 3",
    "08 อ้างถึงกัน.txt": "\n".join(f"กง 0018/ว {number}" for number in (5, 50, 500)),
}


class Fault:
    """Kills this process when a stage is reached for the n-th time."""

    def __init__(self, stage: str | None, count: int):
        self.stage = stage
        self.left = count

    def __call__(self, name: str) -> None:
        if name == self.stage:
            self.left -= 1
            if self.left == 0:
                os.kill(os.getpid(), signal.SIGKILL)


def settings_of(home: Path) -> Settings:
    return Settings(
        home=home, poll_seconds=0.02, stable_seconds=0, patience_seconds=0, retry_seconds=0, lease_seconds=30
    )


def fill(home: Path) -> None:
    settings = settings_of(home)
    settings.make_folders()
    for name, content in FILES.items():
        path = settings.inbox / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")


def work(home: Path, url: str, stage: Callable[[str], None]) -> None:
    settings, engine = settings_of(home), open_database(url)
    intake = Intake(
        settings,
        engine,
        understand=quick_reader.QuickReader(),
        is_complete=lambda path: True,
        knowledge=LinksAndIndex(settings.index),
        stage=stage,
    )
    work_until_empty(intake)
    engine.dispose()


def fork(task: Callable[[], None]) -> int:
    """Run a task in a child process; its number."""
    child = os.fork()
    if child:
        return child
    try:
        task()
    except BaseException:
        logging.exception("worker")
        os._exit(1)
    os._exit(0)


def ended(child: int) -> int:
    """How a child ended: 0, its exit code, or minus the signal."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def disturbed(home: Path, url: str, faults: Callable[[], Fault]) -> Counter[str]:
    """Two workers at a time, each with a fault of its own, until both end by themselves."""
    fill(home)
    kills: Counter[str] = Counter()
    while True:
        pair = [faults(), faults()]
        children = [fork(lambda fault=fault: work(home, url, fault)) for fault in pair]
        codes = [ended(child) for child in children]
        for code, fault in zip(codes, pair, strict=True):
            assert code in (0, -signal.SIGKILL), f"a worker ended with {code}"
            if code:
                kills[fault.stage or ""] += 1
        if codes == [0, 0]:
            return kills


def state_of(home: Path, url: str) -> dict[str, list[str]]:
    """The tables, and what lies in the folders by its bytes."""
    engine = open_database(url)
    state = table_dump.dump(engine, home)
    engine.dispose()
    for name in ("inbox", "done", "failed"):
        files = [path for path in (home / name).rglob("*") if path.is_file()]
        reasons = {path for path in files if ".reason." in path.name}
        state[name] = sorted(f"{path.relative_to(home)} {sha256_of(path)}" for path in set(files) - reasons)
        state[f"{name}, reasons"] = sorted(str(path.relative_to(home)) for path in reasons)
    kept = [path for path in (home / "archive").rglob("*") if path.is_file() and ".partial-" not in path.name]
    state["archive"] = sorted(f"{path.parent.name}{path.name} {sha256_of(path)}" for path in kept)
    return state


def differences(expected: dict[str, list[str]], found: dict[str, list[str]]) -> list[str]:
    """Lines that only one of two states has."""
    wrong = []
    for name in expected:
        quiet, disturbed = Counter(expected[name]), Counter(found[name])
        wrong += [f"{name} - {line}" for line in (quiet - disturbed).elements()]
        wrong += [f"{name} + {line}" for line in (disturbed - quiet).elements()]
    return wrong


def main(folder: Path, url: str, seed: int, seconds: float) -> None:
    """Kill two workers at every stage at its first reaching, then at any time until `seconds` are over."""
    logging.disable(logging.WARNING)
    lexicon()  # read once, before the forks
    make_template(url, folder)
    chance, end = random.Random(seed), time.monotonic() + seconds
    expected = undisturbed(folder, url)
    kills, worlds, wrong = Counter[str](), 0, list[str]()
    plan = [(stage, 1) for stage in STAGES]
    while (plan or time.monotonic() < end) and not wrong:
        planned = [plan.pop() for _ in range(min(2, len(plan)))]

        def faults(planned: list[tuple[str, int]] = planned) -> Fault:
            return Fault(*(planned.pop() if planned else (chance.choice(STAGES), chance.randint(1, 4))))

        worlds += 1
        home, database = folder / f"world-{worlds}", new_database(url, folder, f"world_{worlds}")
        kills += disturbed(home, database, faults)
        wrong = differences(expected, state_of(home, database))
    print(json.dumps({"worlds": worlds, "kills": kills, "wrong": wrong}, ensure_ascii=False))


def undisturbed(folder: Path, url: str) -> dict[str, list[str]]:
    """What one worker that nobody kills leaves behind."""
    home, database = folder / "quiet", new_database(url, folder, "quiet")
    fill(home)
    assert ended(fork(lambda: work(home, database, Fault(None, 0)))) == 0
    return state_of(home, database)


def new_database(url: str, folder: Path, name: str) -> str:
    """The address of a fresh database with our tables, copied from one made once."""
    if url.startswith("sqlite"):
        shutil.copy(folder / "template.sqlite3", folder / f"{name}.sqlite3")
        return url.format(folder / f"{name}.sqlite3")
    execute(url, f"CREATE DATABASE kill_{name} TEMPLATE kill_template")
    return url.format(f"kill_{name}")


def make_template(url: str, folder: Path) -> None:
    if url.startswith("sqlite"):
        open_database(url.format(folder / "template.sqlite3")).dispose()
        return
    execute(url, "CREATE DATABASE kill_template")
    open_database(url.format("kill_template")).dispose()


def execute(url: str, statement: str) -> None:
    engine = create_engine(url.format("postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), float(sys.argv[4]))
