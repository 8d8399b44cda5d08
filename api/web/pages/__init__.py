"""One module an area of the desk."""

from __future__ import annotations

from fastapi import APIRouter

from api.web.pages import (
    chain,
    deadlines,
    help,
    inbox,
    letter,
    preferences,
    problems,
    register,
    review,
    saved,
    search,
    today,
)

__all__ = ["ROUTERS"]

ROUTERS: tuple[APIRouter, ...] = (
    today.router,
    inbox.router,
    review.router,
    letter.router,
    deadlines.router,
    search.router,
    saved.router,
    problems.router,
    chain.router,
    register.router,
    preferences.router,
    help.router,
)
