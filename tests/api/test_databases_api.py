"""The API and the desk give the same answers on SQLite and on PostgreSQL."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from types import ModuleType

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from ita_docs.settings import Settings
from tests import invented

ADDRESSES = [
    "/api/v1/letters?topic=ITA&ordering=number",
    "/api/v1/letters?ordering=date",
    "/api/v1/letters?ordering=-date",
    "/api/v1/letters?number=ว 118",
    "/api/v1/letters?agency=MINISTRY",
    "/api/v1/letters/{circular}-1",
    "/api/v1/letters/{circular}-1/chain",
    "/api/v1/search?q=ผู้ประสานงาน",
    "/api/v1/ask?q=ITA 2568 ต้องทำอะไร ภายในเมื่อไร",
    "/api/v1/deadlines",
    "/api/v1/ask?q=หนังสือของ Ministry",
    "/api/v1/deadlines?fiscal_year=2568&agency_kind=district",
    "/api/v1/calendar.ics",
    "/api/v1/inbox?state=needs_review",
    "/api/v1/agencies?name=จังหวัด",
    "/api/v1/agencies",
    "/api/v1/agencies?name=MINI",
    "/metrics",
    "/readyz",
    "/",
    "/review/next",
    "/search?order=newest",
    "/search?order=oldest",
    "/search/suggest?q=มท 08",
    "/search/suggest?q=ลป 0023.3/ว 5",
    "/search/suggest?q=ก",
    "/search/suggest?q=กอง",
    "/search/suggest?q=mini",
    "/deadlines?show=overdue",
    "/deadlines/month",
    "/chain",
    "/chain?letter={circular}-1",
    "/letters/{circular}-1",
    "/missing",
    "/register",
    "/register.xlsx",
]


MOMENTS = re.compile(
    r"\d{4}-\d\d-\d\dT[\d:.]+(?:Z|\+00:00)?|\d{8}T\d{6}Z|SEQUENCE:\d+|\d\d[:.]\d\d(?: น\.)?"
    r"|[0-9a-f]{64}|request_[a-z_]+.*|process_[a-z_]+.*|python_[a-z_]+.*|ita_docs_request.*"
)
"""What tells when or by whom it was asked, and not what is known."""


def undated(invented: ModuleType, place: int) -> object:
    """A letter without a day whose agency, number and subject are told apart by case and by a dash."""
    letter = invented.covering(500 + place)
    letter.date = None
    letter.subject = ("ita-B", "ITA a", "ไก่-ab", "ไก่ b", "เก")[place]
    letter.issuer = invented.Issuer(("Ministry", "ministry of", "กอง-ข", "กองก", "แก")[place])
    return letter


def answers(home: Path, url: str) -> dict[str, str]:
    """What each address answers over the little world and some letters without a day."""
    settings = Settings(home=home, database_url=url)
    settings.make_folders()
    app = create_app(settings)
    files = invented.fill(app.state.engine, settings)
    for place in range(5):
        invented.put(app.state.engine, settings, f"{place}.pdf", [undated(invented, place)])
    with TestClient(app, headers={"Accept": "text/html, application/json"}) as client:
        said = {address: client.get(address.format(**files)) for address in ADDRESSES}
    assert {address: one.text[:300] for address, one in said.items() if one.status_code != 200} == {}
    texts = {address: one.text for address, one in said.items() if not address.endswith(".xlsx")}
    return {address: _plain(text) for address, text in texts.items()}


def _plain(text: str) -> str:
    """A page without its moments; JSON with its keys in order, as a value has none of its own."""
    if text.startswith("{"):
        text = json.dumps(json.loads(text), ensure_ascii=False, indent=1, sort_keys=True)
    return MOMENTS.sub("_", text)


@pytest.mark.slow
def test_every_address_answers_the_same_on_both_databases(
    tmp_path: Path, fresh_database: Callable[[str, Path], AbstractContextManager[str]]
) -> None:
    said = {}
    for kind in ("sqlite", "postgresql"):
        home = tmp_path / kind
        home.mkdir()
        with fresh_database(kind, home) as url:
            said[kind] = answers(home, url)
    for address, text in said["sqlite"].items():
        assert said["postgresql"][address].splitlines() == text.splitlines(), address
