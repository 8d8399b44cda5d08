"""What a reader has chosen for their own browser: language, colours, the name that goes with corrections."""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import urlsplit

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse

from api.language import COOKIE as LANGUAGE_COOKIE
from api.web.reader import NAME_COOKIE, name_to_cookie
from api.web.tokens import check_token

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
YEAR = 365 * 24 * 3600


@router.post("/preferences")
def save_preferences(
    request: Request,
    csrf: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "/",
    language: Annotated[Literal["th", "en"] | None, Form()] = None,
    theme: Annotated[Literal["auto", "light", "dark"] | None, Form()] = None,
    name: Annotated[str | None, Form(max_length=200)] = None,
) -> RedirectResponse:
    """Keep the choices in cookies and return to the page."""
    check_token(request, csrf)
    response = RedirectResponse(_own_address(back), 303)
    kept = {LANGUAGE_COOKIE: language, "theme": theme, NAME_COOKIE: name and name_to_cookie(name)}
    for cookie, value in kept.items():
        if value:
            response.set_cookie(cookie, value, max_age=YEAR, samesite="lax", path="/")
    return response


def _own_address(address: str) -> str:
    """An address on this server, whatever the form says."""
    parts = urlsplit(address)
    own = not parts.scheme and not parts.netloc and address.startswith("/") and not address.startswith("//")
    return address if own and "\\" not in address else "/"
