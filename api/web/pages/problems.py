"""`/problems`: what a problem's `type` leads to."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.problem_words import PROBLEMS
from api.web.render import page
from ita_docs.errors import UnreadableFile

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/problems")
def problem_words(request: Request) -> HTMLResponse:
    """The kinds of problems, each under the anchor that its `type` names."""
    files = sorted(UnreadableFile.__subclasses__(), key=lambda kind: kind.code)
    return page(
        request,
        "problems.html",
        problems=PROBLEMS,
        files=[kind for kind in files if kind.code != "unsupported"],
    )
