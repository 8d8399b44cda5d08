"""Search and chains over the API."""

from __future__ import annotations

from fastapi.testclient import TestClient


def test_words_find_letters_with_passages_and_facets(client: TestClient) -> None:
    found = client.get("/api/v1/search", params={"q": "ผู้ประสานงาน"}).json()
    assert found["count"] >= 1
    assert {"count", "next", "previous", "results", "relaxed", "facets"} <= set(found)


def test_a_number_in_any_spelling_comes_first(client: TestClient, files: dict[str, str]) -> None:
    found = client.get("/api/v1/search", params={"q": "มท๐๘๑๑.๔/ว๒๒๑๐"}).json()
    assert found["results"][0]["letter"] == f"{files['circular']}-1"


def test_a_chain_names_letters_held_and_missing(client: TestClient, files: dict[str, str]) -> None:
    chain = client.get(f"/api/v1/letters/{files['circular']}-1/chain").json()
    assert chain["root"] == f"{files['circular']}-1"
    assert {letter["state"] for letter in chain["letters"]} <= {"held", "missing", "ambiguous"}
