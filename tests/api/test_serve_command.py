"""`ita-docs serve` as an office runs it: a real process on a real port, with the inbox watched."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]

LETTER = """บันทึกข้อความ
ส่วนราชการ สำนักงานจังหวัดลำปาง โทร. ๐ ๕๔๒๖ ๐๐๐๐
ที่ ลป ๐๐๑๗.๒/๗๗๑ วันที่ ๒๐ มกราคม ๒๕๖๘
เรื่อง การประเมินคุณธรรมและความโปร่งใส (ITA) ประจำปีงบประมาณ พ.ศ. ๒๕๖๘
เรียน หัวหน้าส่วนราชการ
ขอให้แจ้งรายชื่อผู้ประสานงาน ภายในวันที่ ๓๑ มกราคม ๒๕๖๘
"""


def until(condition: Callable[[], bool], seconds: float = 120) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if condition():
                return
        except httpx.TransportError:
            pass
        time.sleep(0.25)
    raise AssertionError("waited in vain")


def children_of(pid: int) -> list[int]:
    """Processes whose parent is this one, as /proc tells."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            after_name = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(after_name[1]) == pid:
            found.append(int(entry.parent.name))
    return found


def test_serves_reads_what_is_handed_in_and_ends_when_told(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {
        "ITA_DOCS_HOME": str(tmp_path),
        "ITA_DOCS_STABLE_SECONDS": "0.1",
        "ITA_DOCS_POLL_SECONDS": "0.2",
    }
    command = [sys.executable, "-c", "from ita_docs.cli import main; main()", "serve", "--port", str(port)]
    server = subprocess.Popen(command, env={**os.environ, **settings})
    base = f"http://127.0.0.1:{port}"
    try:
        until(lambda: httpx.get(f"{base}/readyz").status_code == 200)
        files = {"files": ("บันทึก.txt", LETTER.encode())}
        assert httpx.post(f"{base}/api/v1/inbox", files=files).status_code == 202
        until(lambda: httpx.get(f"{base}/api/v1/letters").json()["count"] == 1)
        letter = httpx.get(f"{base}/api/v1/letters").json()["results"][0]
        assert letter["number"] == "ลป 0017.2/771"
        assert httpx.get(f"{base}/", headers={"Accept": "text/html"}).status_code == 200
    finally:
        children = children_of(server.pid)
        server.send_signal(signal.SIGTERM)
        assert server.wait(30) == 0
    assert children
    assert not [child for child in children if Path(f"/proc/{child}").exists()]
