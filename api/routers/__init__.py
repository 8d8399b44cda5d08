"""One module a resource; `ROUTERS` are those under `/api/v1`."""

from __future__ import annotations

from fastapi import APIRouter

from api.routers import agencies, ask, chains, deadlines, files, inbox, letters, search

__all__ = ["ROUTERS"]

ROUTERS: tuple[APIRouter, ...] = (
    letters.router,
    files.router,
    chains.router,
    search.router,
    ask.router,
    deadlines.router,
    inbox.router,
    agencies.router,
)
