"""Ends a request whose body is larger than its route may take, while it still streams in."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["BodyLimit"]

FORM_BYTES = 1_000_000


class BodyLimit:
    """`large` names the paths that take files, with their limits in bytes; all others take forms."""

    def __init__(self, app: ASGIApp, large: Mapping[str, int]) -> None:
        self.app = app
        self.large = large

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count what comes in. The exception becomes a problem in the application."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        limit = self.large.get(scope["path"], FORM_BYTES)
        stated = Headers(scope=scope).get("content-length", "0")
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > limit or (stated.isdigit() and int(stated) > limit):
                raise HTTPException(413, f"more than {limit:,} bytes")
            return message

        await self.app(scope, counted, send)
