"""One module a resource; `ROUTERS` are those under `/api/v1`."""

from __future__ import annotations

from fastapi import APIRouter

from api.routers import agencies, files, inbox, letters

__all__ = ["ROUTERS"]

ROUTERS: tuple[APIRouter, ...] = (letters.router, files.router, inbox.router, agencies.router)
