"""`ita-docs bench desk`: how long each page of the desk takes over thousands of letters, on one worker."""

from __future__ import annotations

import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from ita_docs.settings import Settings

__all__ = ["bench"]

PAGES = {
    "today": "/",
    "inbox": "/inbox",
    "review queue": "/review",
    "review": "/review/{letter}",
    "page picture": "/api/v1/letters/{letter}/pages/1.png?width=1000",
    "letter": "/letters/{letter}",
    "search, all": "/search",
    "search, words": "/search?q=ผู้ประสานงาน",
    "search, question": "/search?q=ITA 2568 ต้องทำอะไร ภายในเมื่อไร",
    "search, number": "/search?q={number}",
    "suggestions": "/search/suggest?q=การประเมิน",
    "deadlines": "/deadlines?show=all",
    "deadlines, month": "/deadlines/month?year=2568&month=1",
    "chain": "/chain?letter={letter}",
    "chains": "/chain",
    "missing": "/missing",
    "register": "/register",
    "api letters": "/api/v1/letters?topic=ITA&page=20",
    "api search": "/api/v1/search?q=ผู้ประสานงาน",
}


def bench(
    letters: Annotated[int, typer.Option(min=10, help="จำนวนหนังสือ · How many letters")] = 10_000,
    rounds: Annotated[int, typer.Option(min=3, help="ครั้งต่อหน้า · Requests a page")] = 25,
    seed: Annotated[int | None, typer.Option(help="เมล็ดสุ่ม · Drawn at run time if not given")] = None,
    home: Annotated[Path | None, typer.Option(help="โฟลเดอร์ที่เก็บไว้ใช้ซ้ำ · Kept and used again")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="เป็น JSON · As JSON")] = False,
) -> None:
    """Time every page of the desk over generated letters: one server process, one request at a time."""
    from ita_docs.settings import Settings

    seed = seed if seed is not None else int.from_bytes(os.urandom(3))
    with tempfile.TemporaryDirectory() as scratch:
        settings = Settings(home=home or Path(scratch), database_url=None)
        built = _fill(settings, letters, seed)
        with _served(settings) as (base, pid):
            _load_dictionaries(base)
            rows = [_time(base, pid, name, built, rounds) for name in PAGES]
    result = {"files": built["files"], "seed": built["seed"], "load": os.getloadavg()[0], "pages": rows}
    typer.echo(json.dumps(result, ensure_ascii=False) if as_json else _table(result))


def _fill(settings: Settings, letters: int, seed: int) -> dict[str, Any]:
    """The store, built unless it is there already; what the addresses need to know of it."""
    from sqlalchemy import text

    from ita_docs.bench.desk_world import fill_home
    from models.migrate import open_database

    note = settings.home / "bench-desk.json"
    if note.exists():
        known: dict[str, Any] = json.loads(note.read_text(encoding="utf-8"))
        return known
    settings.make_folders()
    engine = open_database(settings.url)
    pictured = fill_home(settings, engine, letters, seed)
    with engine.connect() as connection:
        found = connection.execute(text("SELECT number FROM document WHERE circular LIMIT 1"))
        number = found.scalar_one()
        files = connection.execute(text("SELECT count(*) FROM source_file")).scalar_one()
    engine.dispose()
    built = {"letter": pictured[0], "number": number, "seed": seed, "files": files}
    note.write_text(json.dumps(built), encoding="utf-8")
    return built


@contextmanager
def _served(settings: Settings) -> Iterator[tuple[str, int]]:
    """A server process over the home; its address and process id."""
    import httpx

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-c", "from ita_docs.cli import main; main()", "serve", "--no-watch"]
    environment = {**os.environ, "ITA_DOCS_HOME": str(settings.home)}
    environment.pop("ITA_DOCS_DATABASE_URL", None)
    process = subprocess.Popen([*command, "--port", str(port)], env=environment, stderr=subprocess.DEVNULL)
    base = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            try:
                httpx.get(f"{base}/healthz")
                break
            except httpx.TransportError:
                time.sleep(0.2)
        yield base, process.pid
    finally:
        process.terminate()
        process.wait()


def _load_dictionaries(base: str) -> None:
    """One question, so that the first page is not timed beside what the server loads behind its start."""
    import httpx

    httpx.get(base + PAGES["search, question"], timeout=120).raise_for_status()


def _time(base: str, pid: int, name: str, built: dict[str, Any], rounds: int) -> dict[str, Any]:
    """Wall time and the server's own CPU time of a page; the first requests, which fill caches, aside."""
    import httpx

    address = base + PAGES[name].format(**built)
    with httpx.Client(headers={"Accept": "text/html"}, timeout=60) as client:
        started = time.perf_counter()
        first = client.get(address)
        cold = (time.perf_counter() - started) * 1000
        first.raise_for_status()
        client.get(address)
        cpu, walls = _cpu_ms(pid), []
        for _ in range(rounds):
            started = time.perf_counter()
            client.get(address)
            walls.append((time.perf_counter() - started) * 1000)
        spent = (_cpu_ms(pid) - cpu) / rounds
    walls.sort()
    return {
        "page": name,
        "median_ms": round(statistics.median(walls), 1),
        "p95_ms": round(walls[int(len(walls) * 0.95)], 1),
        "cpu_ms": round(spent, 1),
        "first_ms": round(cold, 1),
        "kb": round(len(first.content) / 1024, 1),
    }


def _cpu_ms(pid: int) -> float:
    """CPU milliseconds that a process has spent, where the system tells."""
    try:
        after_name = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(after_name[11]) + int(after_name[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def _table(result: dict[str, Any]) -> str:
    head = f"{result['files']:,} files held, seed {result['seed']}, load {result['load']:.1f}\n"
    head += f"{'page':20}{'median ms':>11}{'p95 ms':>9}{'CPU ms':>9}{'first ms':>10}{'KB':>8}\n"
    return head + "\n".join(
        f"{row['page']:20}{row['median_ms']:>11}{row['p95_ms']:>9}{row['cpu_ms']:>9}{row['first_ms']:>10}{row['kb']:>8}"
        for row in result["pages"]
    )
