"""`/ask`: a question in Thai or English, answered in rows that each cite a line."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.deps import IndexDep, SessionDep, SettingsDep
from api.queries.ask import ask_letters
from api.schemas.ask import AskPublic, AskQuery

__all__ = ["router"]

router = APIRouter(prefix="/ask", tags=["search"])


@router.get("", summary="A question, answered with sources")
def ask(
    session: SessionDep, index: IndexDep, settings: SettingsDep, query: Annotated[AskQuery, Query()]
) -> AskPublic:
    """Nothing is invented: every row points to the line that says so. What is not understood is searched."""
    answer = ask_letters(session, index, query, settings.office)
    return AskPublic.model_validate(answer.to_json())
