"""`/letters/{id}/chain`: what a letter hangs on and what hangs on it."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from api.deps import SessionDep
from api.schemas.chains import ChainPublic
from ita_docs.knowledge.chains import DEPTH, chain_of

__all__ = ["router"]

router = APIRouter(prefix="/letters", tags=["chains"])


@router.get("/{letter}/chain", summary="The chain of a letter")
def get_chain(
    session: SessionDep,
    letter: str,
    direction: Literal["ancestors", "descendants", "family"] = "family",
    depth: Annotated[int, Query(ge=1, le=50)] = DEPTH,
) -> ChainPublic:
    """Ancestors, descendants or the whole family, with letters that are cited but not held."""
    return ChainPublic.model_validate(chain_of(session, letter, direction, depth).to_json())
