"""`/agencies`: the bodies that issue and receive letters."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request

from api.deps import SessionDep
from api.paging import Paged, paged
from api.queries.agencies import count_agencies, find_agencies
from api.schemas.agencies import AgencyFilters, AgencyPublic

__all__ = ["router"]

router = APIRouter(prefix="/agencies", tags=["agencies"])


@router.get("", summary="Agencies by filter")
def list_agencies(
    request: Request, session: SessionDep, filters: Annotated[AgencyFilters, Query()]
) -> Paged[AgencyPublic]:
    """Bodies that issued or received a letter, by name."""
    return paged(request, filters, count_agencies(session, filters), find_agencies(session, filters))
