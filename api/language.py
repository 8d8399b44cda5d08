"""Which language an answer speaks: the reader's choice, then the browser's, then the office's."""

from __future__ import annotations

from typing import Literal, TypeAlias

from fastapi import Request

__all__ = ["COOKIE", "Language", "language_of"]

Language: TypeAlias = Literal["th", "en"]
COOKIE = "language"


def language_of(request: Request) -> Language:
    """`th` unless the reader has chosen English, or asks for English from an office that has not chosen Thai.

    The cookie is the switch on the page. A browser's `Accept-Language` counts on the API only: a page opened
    in a Thai office is Thai whatever language the browser came with.
    """
    chosen = request.cookies.get(COOKIE)
    if chosen in ("th", "en"):
        return "en" if chosen == "en" else "th"
    if request.url.path.startswith("/api/"):
        wanted = request.headers.get("accept-language", "").strip().lower()
        if wanted.startswith(("en", "th")):
            return "en" if wanted.startswith("en") else "th"
    settings = getattr(request.app.state, "settings", None)
    return "en" if getattr(settings, "language", "th") == "en" else "th"
