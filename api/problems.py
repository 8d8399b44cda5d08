"""Errors as RFC 9457 problems: one shape for every failure, 404, 405, 422 and 500 included.

A `type` is `/problems#<slug>`, the heading of that name in `docs/api.md`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from fastapi import Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

__all__ = [
    "MEDIA_TYPE",
    "FieldProblem",
    "Problem",
    "ProblemError",
    "problem_response",
]

MEDIA_TYPE = "application/problem+json"


class FieldProblem(BaseModel):
    """One part of a request that was not understood."""

    where: str = Field(description="`query`, `path`, `body` ... then the name, joined by slashes")
    detail: str


class Problem(BaseModel):
    """What went wrong, for people and programs (RFC 9457)."""

    type: str = Field(examples=["/problems#not-found"])
    title: str = Field(examples=["Not found"])
    status: int = Field(examples=[404])
    detail: str | None = None
    instance: str | None = None
    errors: list[FieldProblem] | None = None
    reference: str | None = Field(default=None, description="Look for this in the log of the server")


class ProblemError(Exception):
    """Raise to answer with a problem: `ProblemError(404, "not-found", "No such letter")`."""

    def __init__(self, status: int, slug: str, title: str, detail: str | None = None) -> None:
        super().__init__(detail or title)
        self.status = status
        self.slug = slug
        self.title = title
        self.detail = detail


def problem_response(
    request: Request,
    status: int,
    slug: str,
    title: str,
    detail: str | None = None,
    *,
    headers: Mapping[str, str] | None = None,
    **more: Any,
) -> Response:
    """A problem as an answer; `more` are its further members. Who came for a page gets a page."""
    problem = Problem(
        type=f"/problems#{slug}",
        title=title,
        status=status,
        detail=detail,
        instance=request.url.path,
        **more,
    )
    if _wants_page(request):
        return cast(Response, request.app.state.problem_page(request, problem, dict(headers or {})))
    body = problem.model_dump(exclude_none=True)
    return JSONResponse(body, status, headers=dict(headers or {}), media_type=MEDIA_TYPE)


def _wants_page(request: Request) -> bool:
    """A browser that goes to a page, where the desk is there to draw one."""
    api = request.url.path.startswith(("/api/", "/metrics", "/healthz", "/readyz"))
    html = "text/html" in request.headers.get("accept", "")
    return html and not api and hasattr(request.app.state, "problem_page")
