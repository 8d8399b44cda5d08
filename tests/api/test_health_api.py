"""Health, readiness, metrics, and the description of the API."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.app import create_app
from ita_docs.settings import Settings


def test_alive_and_ready(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ok"}


def test_not_ready_without_its_archive(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path)
    with TestClient(create_app(settings)) as client:
        settings.archive.rmdir()
        answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["type"]) == (503, "/problems#not-ready")


def test_metrics_count_by_route_and_never_by_address(client: TestClient, files: dict[str, str]) -> None:
    client.get(f"/api/v1/letters/{files['circular']}")
    client.get("/api/v1/no/such/place")
    text = client.get("/metrics").text
    assert 'ita_docs_requests_total{method="GET",route="/api/v1/letters/{letter}",status="200"}' in text
    assert 'route="(none)"' in text
    assert files["circular"] not in text
    assert 'ita_docs_rows{table="documents"} 3.0' in text
    assert 'ita_docs_jobs{state="failed"} 1.0' in text


def test_every_operation_is_described_with_models_and_problems(app: FastAPI, client: TestClient) -> None:
    schema = client.get("/openapi.json").json()
    assert "HTTPValidationError" not in schema["components"]["schemas"]
    for path, operations in schema["paths"].items():
        for operation in operations.values():
            assert operation.get("summary"), path
            content = operation["responses"]["default"]["content"]
            assert list(content) == ["application/problem+json"]


@pytest.mark.parametrize("route", ["/api/v1/letters", "/api/v1/search", "/api/v1/inbox", "/metrics"])
def test_every_route_is_in_the_documentation(route: str) -> None:
    text = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
    assert route.removeprefix("/api/v1") in text
