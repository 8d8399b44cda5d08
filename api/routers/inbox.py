"""`/inbox`: hand in files, and see how far each is."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Query, Request, UploadFile

from api.deps import EngineDep, LanguageDep, SessionDep, SettingsDep
from api.paging import Paged, paged
from api.queries.inbox import count_arrivals, find_arrivals
from api.schemas.inbox import InboxFilters, InboxItem, Uploaded
from api.uploads import hand_in

__all__ = ["router"]

router = APIRouter(prefix="/inbox", tags=["inbox"])


@router.get("", summary="What came in, and how far each file is")
def list_arrivals(
    request: Request,
    session: SessionDep,
    language: LanguageDep,
    filters: Annotated[InboxFilters, Query()],
) -> Paged[InboxItem]:
    """Arrivals, newest first. The same bytes coming in again are another arrival of the same file."""
    count = count_arrivals(session, filters)
    return paged(request, filters, count, find_arrivals(session, filters, language))


@router.post("", status_code=202, summary="Hand in files")
def upload(
    settings: SettingsDep, engine: EngineDep, files: Annotated[list[UploadFile], File()]
) -> list[Uploaded]:
    """Put files into the inbox. They are safe when this answers; the worker reads them in its own time."""
    return [hand_in(settings, engine, item.file, item.filename) for item in files]
