"""Every address of the API and of the desk stands in the documentation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import API_PREFIX

DOCS = Path(__file__).parents[2] / "docs"


def test_every_operation_of_the_api_is_documented(client: TestClient) -> None:
    told = (DOCS / "api.md").read_text(encoding="utf-8")
    for path, operations in client.get("/openapi.json").json()["paths"].items():
        for method in operations:
            short = path.removeprefix(API_PREFIX).replace("{letter}", "{id}").replace("{page}", "{n}")
            assert f"`{method.upper()} {short}`" in told, (method, path)


@pytest.mark.parametrize("area", ["inbox", "review", "letters", "search", "deadlines", "chain", "register"])
def test_every_area_of_the_desk_is_documented(area: str) -> None:
    told = (DOCS / "desk.md").read_text(encoding="utf-8")
    assert re.search(rf"`/{area}[`/{{]", told)


def test_every_filter_of_letters_and_deadlines_is_documented(client: TestClient) -> None:
    told = (DOCS / "api.md").read_text(encoding="utf-8")
    paths = client.get("/openapi.json").json()["paths"]
    for path in ("/api/v1/letters", "/api/v1/deadlines"):
        for parameter in paths[path]["get"]["parameters"]:
            assert f"`{parameter['name']}`" in told, (path, parameter["name"])
