"""How the desk is used: the way of a letter in a few steps, and every key."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.deps import SettingsDep
from api.web.render import page

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/help")
def help_page(request: Request, settings: SettingsDep) -> HTMLResponse:
    """For the first day at the desk."""
    return page(request, "help.html", inbox=str(settings.inbox), office=settings.office)
