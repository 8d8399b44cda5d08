"""Nothing is changed without the token of the reader's own page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.web.page_token import token

STORES = ["sqlite"]  # what is refused does not reach the store

CHANGES = [
    ("/preferences", {"theme": "dark"}),
    ("/inbox/{failed}/retry", {}),
    ("/review/{circular}-1", {"field": "date", "/date": "17 ม.ค. 2568"}),
    ("/review/{circular}-1/whole", {}),
    ("/review/{circular}-1/undo", {"corrections": "1"}),
    ("/letters/{circular}-1/references/1", {"target": "{covering}-1"}),
    ("/saved", {"name": "x", "query": "q=ITA"}),
    ("/saved/1/remove", {}),
]


@pytest.mark.parametrize(("path", "form"), CHANGES)
@pytest.mark.parametrize("given", ["", "0" * 64])
def test_no_change_without_the_token_of_the_page(
    client: TestClient, desk, path: str, form: dict[str, str], given: str
) -> None:  # type: ignore[no-untyped-def]
    token(client)
    answer = client.post(path.format(**desk.files), data={**form, "csrf": given}, follow_redirects=False)
    assert answer.status_code == 403
    assert "หน้านี้" in answer.text


def test_no_upload_and_no_settled_duty_without_the_token(client: TestClient, desk) -> None:  # type: ignore[no-untyped-def]
    token(client)
    upload = client.post("/inbox", data={"csrf": "0" * 64}, files={"files": ("ก.pdf", b"%PDF-1")})
    assert upload.status_code == 403
    assert list(desk.settings.inbox.iterdir()) == []
    duty = client.get("/api/v1/deadlines").json()["results"][0]["uid"]
    assert client.post(f"/deadlines/{duty}", data={"state": "done"}).status_code == 403


def test_every_route_that_changes_something_is_among_those_tried() -> None:
    from api import routers
    from api.web import pages

    tried = [path for path, _ in CHANGES] + ["/inbox", "/deadlines/1"]
    changing = [re.sub(r"{\w+}", "[^/]+", path) for path in _changing(pages.ROUTERS)]
    assert len(changing) == len(tried)
    assert [path for path in changing if not any(re.fullmatch(path, one) for one in tried)] == []
    # for programs: pages from elsewhere are refused by their origin
    assert list(_changing(routers.ROUTERS)) == ["/inbox"]


def _changing(routers: Iterable[Any]) -> Iterator[str]:
    for router in routers:
        for route in router.routes:
            if {"POST", "PUT", "PATCH", "DELETE"} & set(route.methods or ()):
                yield route.path


def test_no_change_with_the_token_of_another_reader(client: TestClient) -> None:
    own = token(client)
    client.cookies.clear()
    client.cookies.set("desk", "another")
    assert client.post("/preferences", data={"csrf": own, "theme": "dark"}).status_code == 403
