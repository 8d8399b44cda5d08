"""One module a resource; `ROUTERS` are those under `/api/v1`."""

from __future__ import annotations

from fastapi import APIRouter

from api.routers import agencies, chains, files, inbox, letters, search

__all__ = ["ROUTERS"]

ROUTERS: tuple[APIRouter, ...] = (
    letters.router,
    files.router,
    chains.router,
    search.router,
    inbox.router,
    agencies.router,
)
