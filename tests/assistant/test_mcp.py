"""A client of the protocol asks the letters over standard input and output, and over HTTP."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

anyio = pytest.importorskip("anyio")

CIRCULAR = """ที่ มท ๐๓๒๒/ว ๑๘๖๑                                        กรมการปกครอง
ถนนอัษฎางค์ กทม. ๑๐๒๐๐
๑๘ มกราคม ๒๕๖๗
เรื่อง  ปฏิทินการประเมินคุณธรรมและความโปร่งใสของอำเภอ (ITA) ประจำปีงบประมาณ พ.ศ. ๒๕๖๗
เรียน  ผู้ว่าราชการจังหวัด ทุกจังหวัด
กรมการปกครองได้กำหนดปฏิทินการประเมิน จึงขอให้จังหวัดส่งรายชื่อผู้ประสานงานให้กรมการปกครอง ภายในวันที่ ๓๑ มกราคม ๒๕๖๗
จึงเรียนมาเพื่อโปรดดำเนินการ
ขอแสดงความนับถือ
(นายสมชาย ใจดี)
รองอธิบดี ปฏิบัติราชการแทน
อธิบดีกรมการปกครอง
"""

RELAY = """ที่ สน ๐๐๑๘.๑/ว ๑๒๗                                        ศาลากลางจังหวัดสกลนคร
ถนนศูนย์ราชการ สน ๔๗๐๐๐
๒๓ มกราคม ๒๕๖๗
เรื่อง  การประเมินคุณธรรมและความโปร่งใสของอำเภอ (ITA) ประจำปีงบประมาณ พ.ศ. ๒๕๖๗
เรียน  นายอำเภอ ทุกอำเภอ
อ้างถึง  หนังสือกรมการปกครอง ที่ มท ๐๓๒๒/ว ๑๘๖๑ ลงวันที่ ๑๘ มกราคม ๒๕๖๗
ตามหนังสือที่อ้างถึง จังหวัดขอให้อำเภอส่งรายชื่อผู้ประสานงานให้จังหวัด ภายในวันที่ ๒๙ มกราคม ๒๕๖๗
จึงเรียนมาเพื่อทราบและถือปฏิบัติ
ขอแสดงความนับถือ
(นางสาวมาลี ดีงาม)
ปลัดจังหวัด ปฏิบัติราชการแทน
ผู้ว่าราชการจังหวัดสกลนคร
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with two invented letters."""
    folder = tmp_path_factory.mktemp("assistant")
    for name, text in (("circular.txt", CIRCULAR), ("relay.txt", RELAY)):
        (folder / name).write_text(text, encoding="utf-8")
    files = [str(folder / "circular.txt"), str(folder / "relay.txt")]
    subprocess.run(_command("ingest", *files), env=_environment(folder), check=True, capture_output=True)
    return folder


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-c", "from ita_docs.cli import main; main()", *arguments]


def _environment(home: Path) -> dict[str, str]:
    return {**os.environ, "ITA_DOCS_HOME": str(home / "store"), "ITA_DOCS_LANGUAGE": "en"}


def over_stdio(home: Path, talk: Callable[[Any], Awaitable[Any]]) -> Any:
    """Start `ita-docs mcp` as an assistant does and talk to it."""
    from mcp import ClientSession, StdioServerParameters
    from mcp.client.stdio import stdio_client

    async def main() -> Any:
        program, *arguments = _command("mcp")
        server = StdioServerParameters(command=program, args=arguments, env=_environment(home))
        async with stdio_client(server) as streams, ClientSession(*streams) as client:
            await client.initialize()
            return await talk(client)

    return anyio.run(main)


async def told(client: Any, tool: str, **arguments: Any) -> dict[str, Any]:
    """What a tool answers."""
    result = await client.call_tool(tool, arguments)
    assert not result.is_error, result.content
    found: dict[str, Any] = result.structured_content or json.loads(result.content[0].text)
    return found


@pytest.mark.slow
def test_the_five_tools_answer_with_citations(home: Path) -> None:
    async def talk(client: Any) -> dict[str, Any]:
        return {
            "tools": [tool.name for tool in (await client.list_tools()).tools],
            "ask": await told(client, "ask", question="อำเภอต้องส่งอะไรภายในเมื่อไร ITA 2567"),
            "search": await told(client, "search", query="รายชื่อผู้ประสานงาน"),
            "letter": await told(client, "letter", letter="มท 0322/ว 1861"),
            "chain": await told(client, "chain", letter="สน 0018.1/ว 127"),
            "duties": await told(client, "duties", programme="ITA", party="อำเภอ"),
        }

    found = over_stdio(home, talk)
    assert found["tools"] == ["ask", "search", "letter", "chain", "duties"]
    assert {row["due"] for row in found["ask"]["answers"]} == {"2024-01-29"}
    assert found["search"]["count"] == 2
    assert found["letter"]["date"] == "2024-01-18"
    assert found["letter"]["citations"]["/date"]["line"] == 3
    (link,) = found["chain"]["links"]
    assert "๑๘๖๑" in link["citations"][0]["text"]
    assert link["citations"][0]["line"] == 6
    assert [row["due"] for row in found["duties"]["results"]] == ["2024-01-29"]
    for rows in (found["ask"]["answers"], found["search"]["results"], found["duties"]["results"]):
        for row in rows:
            cited = row["citations"][0]
            assert cited["page"] == 1
            assert cited["line"]
            assert cited["text"] in CIRCULAR + RELAY


@pytest.mark.slow
def test_an_unknown_letter_is_an_error_that_says_so(home: Path) -> None:
    async def talk(client: Any) -> Any:
        return await client.call_tool("letter", {"letter": "กก 1/ว 1"})

    result = over_stdio(home, talk)
    assert result.is_error
    assert "กก 1/ว 1" in result.content[0].text


@pytest.fixture
def address(home: Path) -> Iterator[str]:
    """A running `ita-docs mcp --http`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = _command("mcp", "--http", "--port", str(port))
    with subprocess.Popen(command, env=_environment(home), stderr=subprocess.PIPE) as server:
        until = time.monotonic() + 120
        while time.monotonic() < until:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.2)
        yield f"http://127.0.0.1:{port}/mcp"
        server.terminate()


@pytest.mark.slow
def test_the_same_over_http(address: str) -> None:
    from mcp import ClientSession
    from mcp.client.streamable_http import streamable_http_client

    async def main() -> dict[str, Any]:
        async with streamable_http_client(address) as streams, ClientSession(*streams[:2]) as client:
            await client.initialize()
            return await told(client, "search", query="มท๐๓๒๒/ว๑๘๖๑")

    found = anyio.run(main)
    assert found["results"][0]["number"] == "มท 0322/ว 1861"
    assert found["results"][0]["citations"]
