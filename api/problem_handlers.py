"""Turns exceptions into problems: those of routes, of the framework, of the domain, and unforeseen ones.

The text of an unforeseen exception never leaves the process; it goes to the log under the `reference` that
the caller is given.
"""

from __future__ import annotations

import logging
import secrets
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.language import language_of
from api.problems import FieldProblem, ProblemError, problem_response
from ita_docs.errors import (
    ItaDocsError,
    MissingTool,
    NotFound,
    StoreProblem,
    UnreadableFile,
    UnsupportedFile,
    WrongUse,
)

__all__ = ["UnforeseenErrors", "install_problem_handlers"]

log = logging.getLogger(__name__)

STATUS_OF_ERROR: tuple[tuple[type[ItaDocsError], int, str], ...] = (
    (NotFound, 404, "Not found"),
    (WrongUse, 400, "The request makes no sense"),
    (UnsupportedFile, 415, "This kind of file is not read"),
    (UnreadableFile, 422, "The file cannot be read"),
    (MissingTool, 503, "Something is not installed"),
    (StoreProblem, 503, "The store cannot be used"),
    (ItaDocsError, 500, "This could not be done"),
)


def install_problem_handlers(app: FastAPI) -> None:
    """Answer every exception that a route lets through with a problem."""
    app.add_exception_handler(ProblemError, _raised)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(ItaDocsError, _domain)


def _raised(request: Request, error: Exception) -> Response:
    assert isinstance(error, ProblemError)
    return problem_response(request, error.status, error.slug, error.title, error.detail)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    phrase = HTTPStatus(error.status_code).phrase
    detail = error.detail if error.detail != phrase else None
    slug = "too-large" if error.status_code == 413 else phrase.lower().replace(" ", "-")
    return problem_response(
        request, error.status_code, slug, phrase.capitalize(), detail, headers=error.headers
    )


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    fields = [
        FieldProblem(where="/".join(map(str, item["loc"])), detail=str(item["msg"]))
        for item in error.errors()
    ]
    return problem_response(request, 422, "invalid-request", "The request was not understood", errors=fields)


def _domain(request: Request, error: Exception) -> Response:
    assert isinstance(error, ItaDocsError)
    status, title = next((s, t) for kind, s, t in STATUS_OF_ERROR if isinstance(error, kind))
    return problem_response(request, status, error.code, title, error.message(language_of(request)))


def _unforeseen(request: Request, error: Exception) -> Response:
    reference = secrets.token_hex(6)
    log.error("unforeseen error %s at %s", reference, request.url.path, exc_info=error)
    return problem_response(request, 500, "internal-error", "Something went wrong here", reference=reference)


class UnforeseenErrors:
    """The innermost middleware: what no handler knows is answered here, so that outer headers still apply."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on; answer 500 to an exception, unless the answer has already begun."""
        started = False

        async def watch(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, watch)
        except Exception as error:
            if started or scope["type"] != "http":
                raise
            await _unforeseen(Request(scope), error)(scope, receive, send)
