"""Templates to pages: escaping, either language, and what every page needs."""

from __future__ import annotations

import datetime as dt
from functools import cache, partial
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from api.language import Language, language_of
from api.web import buddhist
from api.web.assets import asset
from api.web.catalogue import counted, translations
from api.web.flag_words import flag_detail, flag_words
from api.web.shown import phone, plain, shown, verbatim
from api.web.tokens import COOKIE, new_cookie, token_for
from models.columns import BANGKOK

__all__ = ["environment", "fragment", "page", "today"]

TEMPLATES = Path(__file__).parent / "templates"
THEMES = ("auto", "light", "dark")


@cache
def environment(language: Language) -> Environment:
    """The templates in one language. Everything is escaped, and hidden controls are spelled out."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.loopcontrols"],
        finalize=shown,
    )
    made.install_gettext_translations(translations(language), newstyle=True)  # type: ignore[attr-defined]
    made.filters["verbatim"] = verbatim
    made.filters["shown"] = shown
    made.filters["plain"] = plain
    made.filters["phone"] = phone
    for name in ("short_day", "long_day", "month_name", "moment", "weekday"):
        made.filters[name] = partial(getattr(buddhist, name), language=language)
    made.filters["as_day"] = buddhist.as_day
    for words in (flag_words, flag_detail):
        made.filters[words.__name__] = partial(words, language=language)
    made.globals.update(asset=asset, language=language, many=partial(counted, language=language))
    return made


def today() -> dt.date:
    """The day in Bangkok."""
    return dt.datetime.now(BANGKOK).date()


def page(request: Request, template: str, status: int = 200, **context: Any) -> HTMLResponse:
    """A whole page; gives the reader a cookie if they have none yet."""
    cookie = request.cookies.get(COOKIE)
    fresh = new_cookie() if not cookie else None
    text = _rendered(request, template, cookie or fresh or "", context)
    response = HTMLResponse(text, status, headers={"Cache-Control": "no-store"})
    if fresh:
        response.set_cookie(COOKIE, fresh, httponly=True, samesite="strict", path="/")
    return response


def fragment(request: Request, template: str, **context: Any) -> str:
    """A part of a page, for live updates."""
    return _rendered(request, template, request.cookies.get(COOKIE, ""), context)


def _rendered(request: Request, template: str, cookie: str, context: dict[str, Any]) -> str:
    language = language_of(request)
    theme = request.cookies.get("theme", "auto")
    return (
        environment(language)
        .get_template(template)
        .render(
            request=request,
            path=request.url.path,
            here=str(request.url.path) + (f"?{request.url.query}" if request.url.query else ""),
            theme=theme if theme in THEMES else "auto",
            csrf=token_for(request.app.state.secret, cookie),
            today=today(),
            tallies=request.app.state.tallies(),
            **context,
        )
    )
