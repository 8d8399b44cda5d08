"""Refuses changes that another web site asks a reader's browser to make, and names that are not ours.

The server has no login: whoever reaches it may use it, and it listens on this machine only. What is left to
fear is the browser itself, sent here by a page from elsewhere. Modern browsers say where a request comes from
(`Sec-Fetch-Site`, `Origin`); programs such as curl say nothing and are let through.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from fastapi import Request
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from api.problems import problem_response

__all__ = ["OwnPagesOnly", "allowed_hosts"]

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class OwnPagesOnly:
    """Lets a request through under one of our names, and a change only where one of our pages asks for it."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str] | None) -> None:
        self.app = app
        self.hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 421 under a foreign name, 403 to a change asked for from elsewhere."""
        refusal = self._refusal(scope) if scope["type"] == "http" else None
        if refusal is None:
            await self.app(scope, receive, send)
            return
        status, slug, title = refusal
        await problem_response(Request(scope), status, slug, title)(scope, receive, send)

    def _refusal(self, scope: Scope) -> tuple[int, str, str] | None:
        headers = Headers(scope=scope)
        name = headers.get("host", "").rpartition("@")[2]
        if self.hosts is not None and _without_port(name) not in self.hosts:
            return 421, "foreign-name", "This server does not go by that name"
        if scope["method"] not in SAFE and _foreign(headers):
            return 403, "foreign-origin", "Changes are taken from our own pages only"
        return None


def _without_port(host: str) -> str:
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0].lower()


def _foreign(headers: Headers) -> bool:
    site = headers.get("sec-fetch-site")
    if site is not None and site not in ("same-origin", "none"):
        return True
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host")


def allowed_hosts(host: str) -> frozenset[str] | None:
    """Names under which a server listening on `host` may be addressed (keeps DNS rebinding out).

    None (any name) once the office has opened it to its network by listening on every address.

    >>> sorted(allowed_hosts("127.0.0.1"))
    ['127.0.0.1', '[::1]', 'localhost', 'testserver']
    """
    if host in ("0.0.0.0", "::", ""):
        return None
    return frozenset({"localhost", "127.0.0.1", "[::1]", "testserver", host.lower()})
