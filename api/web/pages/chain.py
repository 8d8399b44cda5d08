"""Chains as drawings with an equal table, and the letters that are cited but not held."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.deps import LanguageDep, SessionDep
from api.language import Language
from api.paging import PageQuery, paged
from api.queries.missing import count_missing, missing_letters, most_cited
from api.web.drawing import Drawing, draw
from api.web.render import page
from api.web.shown import as_typed
from ita_docs.errors import MissingTool, NotFound
from ita_docs.knowledge.chains import chain_of

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
Direction = Literal["ancestors", "descendants", "family"]


@router.get("/chain")
def chain_page(
    request: Request,
    session: SessionDep,
    language: LanguageDep,
    letter: Annotated[str, Query(max_length=120)] = "",
    direction: Direction = "family",
) -> HTMLResponse:
    """The chain of a letter named by its id or by its number in any spelling."""
    letter = str(as_typed(letter))
    chain: dict[str, Any] | None = None
    if letter.strip():
        try:
            chain = chain_of(session, letter.strip(), direction).to_json()
            for item in chain["letters"]:
                item["sort_day"] = item["date"] or "9999"
        except NotFound:
            chain = None
    drawing, undrawn = _drawing(chain, language) if chain else (None, None)
    return page(
        request,
        "chain.html",
        200 if chain or not letter.strip() else 404,
        chain=chain,
        by_id={item["id"]: item for item in chain["letters"]} if chain else {},
        drawing=drawing,
        undrawn=undrawn,
        asked=letter,
        direction=direction,
        roots=[] if chain else most_cited(session, 12),
        missing=count_missing(session),
    )


@router.get("/missing")
def missing_page(
    request: Request, session: SessionDep, number: Annotated[int, Query(alias="page", ge=1, le=9999)] = 1
) -> HTMLResponse:
    """What the office cites but does not hold, most cited first."""
    query = PageQuery(page=number, page_size=25)
    rows = missing_letters(session, query)
    return page(
        request, "missing.html", list=paged(request, query, count_missing(session), rows), filters=query
    )


def _drawing(chain: dict[str, Any], language: Language) -> tuple[Drawing | None, str | None]:
    """The drawing; without Graphviz the table stands alone, with a word on how to get it."""
    try:
        return draw(chain, language), None
    except MissingTool as error:
        return None, error.message(language)
