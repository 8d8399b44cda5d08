"""Puts the desk on the application: pages, static files, the counts beside the areas' names."""

from __future__ import annotations

import time
from collections.abc import Callable

from fastapi import FastAPI, Request, Response
from sqlalchemy import Engine

from api.problems import Problem
from api.web.assets import STATIC, KeptFiles
from api.web.pages import ROUTERS
from api.web.render import page
from api.web.tokens import load_secret

__all__ = ["install_desk", "prepare_desk"]

TALLY_SECONDS = 2.0


def install_desk(app: FastAPI) -> None:
    """Add the desk's routes."""
    app.mount("/static", KeptFiles(directory=STATIC), name="static")
    for router in ROUTERS:
        app.include_router(router)


def prepare_desk(app: FastAPI) -> None:
    """What the desk needs once the home folder exists."""
    app.state.secret = load_secret(app.state.settings.home)
    app.state.tallies = _kept(app.state.engine)
    app.state.problem_page = _problem_page


def _problem_page(request: Request, problem: Problem, headers: dict[str, str]) -> Response:
    """A failure as a page of the desk: what happened and where to go."""
    answer = page(request, "problem.html", problem.status, problem=problem)
    answer.headers.update(headers)
    return answer


def _kept(engine: Engine) -> Callable[[], dict[str, int]]:
    """The counts beside the areas, asked for anew at most every two seconds."""
    kept: tuple[float, dict[str, int]] = (-TALLY_SECONDS, {})

    def tallies() -> dict[str, int]:
        nonlocal kept
        if time.monotonic() - kept[0] >= TALLY_SECONDS:
            from api.queries.tallies import count_open_work

            kept = (time.monotonic(), count_open_work(engine))
        return kept[1]

    return tallies
