"""`/letters`: lists by filter, and one letter with everything known of it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request

from api.deps import SessionDep
from api.paging import Paged, paged
from api.queries.letters import count_letters, find_letters
from api.queries.one_letter import find_document, letter_detail
from api.schemas.letters import LetterDetail, LetterFilters, LetterRow

__all__ = ["router"]

router = APIRouter(prefix="/letters", tags=["letters"])


@router.get("", summary="Letters by filter")
def list_letters(
    request: Request, session: SessionDep, filters: Annotated[LetterFilters, Query()]
) -> Paged[LetterRow]:
    """Letters that pass all filters, newest first; no page text."""
    return paged(request, filters, count_letters(session, filters), find_letters(session, filters))


@router.get("/{letter}", summary="One letter with everything known of it")
def get_letter(session: SessionDep, letter: str) -> LetterDetail:
    """A letter by its id, or a file's first letter by the file's id."""
    return letter_detail(session, find_document(session, letter))
