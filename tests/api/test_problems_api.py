"""Every failure is a problem, and no failure tells what is inside."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.problem_words import PROBLEMS
from api.problems import ProblemError
from ita_docs.errors import EmptyFile, StoreProblem, UnsupportedFile, WrongUse

RAISED = {
    "boom": (RuntimeError("a secret"), 500),
    "empty": (EmptyFile(file="ก.pdf"), 422),
    "unsupported": (UnsupportedFile("ZIP"), 415),
    "wrong": (WrongUse("x"), 400),
    "store": (StoreProblem("locked"), 503),
    "own": (ProblemError(409, "own", "Own"), 409),
}


@pytest.fixture(scope="module", autouse=True)
def failing_routes(app: FastAPI) -> None:
    for name, (error, _) in RAISED.items():
        app.add_api_route(f"/api/v1/fail/{name}", _raiser(error))


def _raiser(error: Exception):  # type: ignore[no-untyped-def]
    def fail() -> None:
        raise error

    return fail


@pytest.mark.parametrize("name", RAISED)
def test_an_exception_becomes_a_problem(client: TestClient, name: str) -> None:
    answer = client.get(f"/api/v1/fail/{name}")
    problem = answer.json()
    assert answer.status_code == problem["status"] == RAISED[name][1]
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem["type"].startswith("/problems#")
    assert problem["instance"] == f"/api/v1/fail/{name}"
    assert "secret" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/v1/nothing", 404),
        ("GET", "/api/v1/letters/zzzz", 404),
        ("GET", "/api/v1/letters/zzzz/file", 404),
        ("DELETE", "/api/v1/letters", 405),
        ("GET", "/api/v1/letters/zzzz/pages/0.png", 422),
        ("POST", "/api/v1/inbox", 422),
    ],
)
def test_the_frameworks_own_refusals_are_problems_too(
    client: TestClient, method: str, path: str, status: int
) -> None:
    answer = client.request(method, path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert {"type", "title", "status", "instance"} <= set(answer.json())


def test_a_refused_method_names_those_allowed(client: TestClient) -> None:
    assert client.delete("/api/v1/letters").headers["allow"] == "GET"


@pytest.mark.parametrize(("language", "word"), [("th", "ไม่พบ"), ("en-US,en;q=0.9", "not found")])
def test_details_speak_the_callers_language(client: TestClient, language: str, word: str) -> None:
    answer = client.get("/api/v1/letters/zzzz", headers={"Accept-Language": language})
    assert word in answer.json()["detail"]


@pytest.mark.parametrize(
    "headers", [{"Origin": "http://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}]
)
def test_a_change_asked_for_by_another_site_is_refused(client: TestClient, headers: dict[str, str]) -> None:
    answer = client.post("/api/v1/inbox", files={"files": ("a.pdf", b"x")}, headers=headers)
    assert (answer.status_code, answer.json()["type"]) == (403, "/problems#foreign-origin")


def test_a_foreign_name_is_refused(client: TestClient) -> None:
    assert client.get("/healthz", headers={"Host": "elsewhere.example"}).status_code == 421


def test_every_kind_of_problem_is_explained_where_its_type_leads(client: TestClient) -> None:
    """The words in the code, on the page, and in the documentation are the same."""
    api = Path(__file__).parents[2] / "api"
    code = "".join(path.read_text(encoding="utf-8") for path in api.rglob("*.py"))
    used = set(re.findall(r'(?:ProblemError\(\d+, |return \d+, )"([a-z-]+)"', code)) | {
        "not-found",
        "too-large",
    }
    page = client.get("/problems").text
    shown = set(re.findall(r'<tr id="([a-z-]+)">', page))
    told = (api.parent / "docs" / "api.md").read_text(encoding="utf-8")
    assert used <= shown
    assert {word for word in {item.word for item in PROBLEMS} if f"`{word}`" not in told} == set()
