"""Saved searches: kept under a name for the whole office, taken away again."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse
from sqlmodel import select

from api.deps import EngineDep
from api.web.reader import reader_name
from api.web.tokens import check_token
from models import SavedSearch
from models.session import writing

__all__ = ["router"]

router = APIRouter(prefix="/saved", include_in_schema=False)


@router.post("")
def save(
    request: Request,
    engine: EngineDep,
    name: Annotated[str, Form(min_length=1, max_length=120)],
    query: Annotated[str, Form(max_length=2000)] = "",
    csrf: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Keep a search; the same name again takes the place of the old one."""
    check_token(request, csrf)
    kept = query.lstrip("?")
    with writing(engine) as session:
        found = session.exec(select(SavedSearch).where(SavedSearch.name == name.strip())).first()
        saved = found or SavedSearch(name=name.strip(), query=kept)
        saved.query, saved.who = kept, reader_name(request)
        session.add(saved)
    return RedirectResponse(f"/search?{kept}", 303)


@router.post("/{key}/remove")
def remove(
    request: Request, engine: EngineDep, key: int, csrf: Annotated[str, Form()] = ""
) -> RedirectResponse:
    """Take a saved search away."""
    check_token(request, csrf)
    with writing(engine) as session:
        found = session.get(SavedSearch, key)
        if found is not None:
            session.delete(found)
    return RedirectResponse("/search", 303)
