"""Addresses of style sheets, scripts and fonts, marked by content so that browsers may keep them."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

__all__ = ["STATIC", "KeptFiles", "asset"]

STATIC = Path(__file__).parent / "static"


@cache
def asset(name: str) -> str:
    """The address of a file under `static/`."""
    mark = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:10]
    return f"/static/{name}?v={mark}"


class KeptFiles(StaticFiles):
    """Static files; those asked for by their mark may be kept for ever."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, with a year's keeping where the address holds a mark."""
        response = await super().get_response(path, scope)
        marked = b"v=" in scope.get("query_string", b"")
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable" if marked else "no-cache"
        return response
