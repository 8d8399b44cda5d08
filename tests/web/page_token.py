"""The token that a page gives its forms."""

from __future__ import annotations

import re

from fastapi.testclient import TestClient


def token(client: TestClient, path: str = "/review") -> str:
    found = re.search(r'name="csrf" content="(\w+)"', client.get(path).text)
    assert found is not None
    return found[1]
