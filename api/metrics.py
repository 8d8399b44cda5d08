"""Figures for Prometheus: requests by route, their time, and how full the store is."""

from __future__ import annotations

import time

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Metrics", "RequestMetrics"]

PREFIX = "/api/v1"
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0, 2.5, 5.0, 10.0)


class Metrics:
    """One registry an application, so that tests and several applications do not share counts."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        labels = ["method", "route"]
        self.requests = Counter(
            "ita_docs_requests", "Requests answered", [*labels, "status"], registry=self.registry
        )
        self.seconds = Histogram(
            "ita_docs_request_seconds",
            "Time until the answer began",
            labels,
            buckets=SECONDS,
            registry=self.registry,
        )
        self.rows = Gauge("ita_docs_rows", "Rows in the store", ["table"], registry=self.registry)
        self.jobs = Gauge("ita_docs_jobs", "Jobs by state", ["state"], registry=self.registry)


class RequestMetrics:
    """Counts every request under its route's pattern (never under the address, which has no end)."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Time the request until its answer begins."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        start = time.perf_counter()

        async def observe(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._count(scope, int(message["status"]), time.perf_counter() - start)
            await send(message)

        await self.app(scope, receive, observe)

    def _count(self, scope: Scope, status: int, seconds: float) -> None:
        route = _pattern(scope)
        method = scope["method"] if route != "(none)" else "(any)"
        self.metrics.requests.labels(method, route, str(status)).inc()
        self.metrics.seconds.labels(method, route).observe(seconds)


def _pattern(scope: Scope) -> str:
    """The matched route with its blanks. A router's own routes do not hold the prefix it hangs under."""
    own: str | None = getattr(scope.get("route"), "path", None)
    if own is None:
        return "(none)"
    prefixed = scope["path"].startswith(PREFIX) and not own.startswith(PREFIX)
    return PREFIX + own if prefixed else own
