"""`/letters/{id}/file` and `/letters/{id}/pages/{n}.png`: the original, and pictures of its pages."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from fastapi.responses import FileResponse

from api.deps import SessionDep, SettingsDep
from api.originals import original_path, serve_original
from api.pictures import page_picture
from api.queries.one_letter import find_document, page_turn, source_of

__all__ = ["router"]

router = APIRouter(prefix="/letters", tags=["letters"])
BINARY = {"schema": {"type": "string", "format": "binary"}}


@router.get(
    "/{letter}/file",
    summary="The original file",
    response_class=FileResponse,
    responses={200: {"content": {"application/octet-stream": BINARY}}},
)
def get_file(settings: SettingsDep, session: SessionDep, letter: str) -> FileResponse:
    """The bytes as they came in, always as a download and sandboxed."""
    return serve_original(settings, source_of(session, find_document(session, letter)))


@router.get(
    "/{letter}/pages/{page}.png",
    summary="A picture of one page of the file",
    response_class=FileResponse,
    responses={200: {"content": {"image/png": BINARY}}},
)
def get_page(
    settings: SettingsDep,
    session: SessionDep,
    letter: str,
    page: Annotated[int, Path(ge=1, le=100_000)],
    width: Annotated[int, Query(ge=1, le=4000, description="320, 1000 or 1800: the nearest is taken")] = 1000,
) -> FileResponse:
    """Page `page` (from 1) of the file that the letter stands in; text files have no pictures."""
    source = source_of(session, find_document(session, letter))
    original = original_path(settings, source)
    turned = page_turn(session, source, page)
    picture = page_picture(settings, original, source.sha256, source.media_type, page, width, turned)
    return FileResponse(
        picture, media_type="image/png", headers={"Cache-Control": "private, max-age=604800, immutable"}
    )
