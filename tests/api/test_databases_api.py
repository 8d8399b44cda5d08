"""The API and the desk give the same answers on SQLite and on PostgreSQL."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from ita_docs.settings import Settings

ADDRESSES = [
    "/api/v1/letters?topic=ITA&ordering=number",
    "/api/v1/letters?number=ว 118",
    "/api/v1/letters/{circular}-1",
    "/api/v1/letters/{circular}-1/chain",
    "/api/v1/search?q=ผู้ประสานงาน",
    "/api/v1/ask?q=ITA 2568 ต้องทำอะไร ภายในเมื่อไร",
    "/api/v1/deadlines?fiscal_year=2568&agency_kind=district",
    "/api/v1/calendar.ics",
    "/api/v1/inbox?state=needs_review",
    "/api/v1/agencies?name=จังหวัด",
    "/metrics",
    "/readyz",
    "/",
    "/review/next",
    "/search?order=newest",
    "/search/suggest?q=มท 08",
    "/deadlines?show=overdue",
    "/deadlines/month",
    "/chain",
    "/missing",
    "/register",
    "/register.xlsx",
]


def _invented() -> ModuleType:
    path = Path(__file__).parents[1] / "invented.py"
    spec = importlib.util.spec_from_file_location("invented", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["invented"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
def test_every_address_answers_on_both_databases(database_url: str, tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home", database_url=database_url)
    settings.make_folders()
    app = create_app(settings)
    files = _invented().fill(app.state.engine, settings)
    with TestClient(app, headers={"Accept": "text/html, application/json"}) as client:
        for address in ADDRESSES:
            answer = client.get(address.format(**files))
            assert answer.status_code == 200, (address, answer.text[:300])
        found = client.get("/api/v1/search", params={"q": "ผู้ประสานงาน"}).json()
        assert {hit["letter"] for hit in found["results"]} >= {f"{files['circular']}-1"}
        days = [row["due"] for row in client.get("/api/v1/deadlines").json()["results"]]
        assert days == ["2025-01-29", "2025-01-31", "2025-02-14", "2025-03-31"]
