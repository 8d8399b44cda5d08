"""One module an area of the desk."""

from __future__ import annotations

from fastapi import APIRouter

from api.web.pages import inbox, letter, preferences, review, today

__all__ = ["ROUTERS"]

ROUTERS: tuple[APIRouter, ...] = (
    today.router,
    inbox.router,
    review.router,
    letter.router,
    preferences.router,
)
