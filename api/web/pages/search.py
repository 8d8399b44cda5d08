"""Search: the question answered first, then letters with passages and facets; exports, suggestions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response
from pydantic import Field, model_validator
from sqlmodel import Session, col, select

from api.deps import IndexDep, LanguageDep, SessionDep, SettingsDep
from api.language import Language
from api.paging import paged
from api.queries.letters import letter_rows
from api.queries.search import search_letters
from api.queries.search_order import MOST_SORTED, Order, ids_in_order, results_in_order
from api.queries.suggest import suggest
from api.schemas.ask import AskQuery, QuestionKind
from api.schemas.search import SearchQuery
from api.sheets import csv_file, xlsx_file
from api.web.answers import answer_first
from api.web.buddhist import short_day
from api.web.catalogue import translations
from api.web.render import page
from api.web.shown import boxes_as_typed
from api.web.typed_day import TypedDay
from ita_docs.knowledge.parties import party_kinds
from models import Document, SavedSearch

__all__ = ["router"]

router = APIRouter(prefix="/search", include_in_schema=False)
CHUNK = 200


class PageSearch(SearchQuery):
    """The page's own query: days as clerks type them, an order, empty boxes let be."""

    since: TypedDay = None
    until: TypedDay = None
    order: Order = "best"
    ask_kind: QuestionKind | None = Field(None, description="The question, put right by the reader")
    ask_topic: str | None = None
    ask_year: int | None = None
    ask_party: str | None = None
    ask_since: TypedDay = None
    ask_until: TypedDay = None
    ask_province: str | None = None
    ask_number: str | None = None
    ask_about: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _without_blanks(cls, given: Any) -> Any:
        return boxes_as_typed(given)


@router.get("")
def search_page(
    request: Request,
    session: SessionDep,
    index: IndexDep,
    settings: SettingsDep,
    query: Annotated[PageSearch, Query()],
) -> HTMLResponse:
    """Answer, hits and facets; without a question all letters, newest first."""
    order: Order = "newest" if not query.q and query.order == "best" else query.order
    found = search_letters(session, index, query)
    results = results_in_order(session, index, query, order) if order != "best" else found.results
    return page(
        request,
        "search.html",
        query=query,
        order=order,
        answer=answer_first(session, index, _question(query), settings.office) if query.page == 1 else None,
        parties=sorted(party_kinds()),
        list=paged(request, query, found.count, results),
        found=found,
        saved=session.exec(select(SavedSearch).order_by(col(SavedSearch.name)).limit(30)).all(),
        narrowed=_narrowed(query),
    )


@router.get("/suggest")
def suggestions(
    session: SessionDep, index: IndexDep, q: Annotated[str, Query(max_length=120)] = ""
) -> JSONResponse:
    """Completions of what is being typed."""
    return JSONResponse(suggest(session, index, q))


@router.get("/export.{kind}")
def export(
    session: SessionDep,
    index: IndexDep,
    language: LanguageDep,
    kind: str,
    query: Annotated[PageSearch, Query()],
) -> Response:
    """All hits as `csv` or `xlsx`."""
    _ = translations(language).gettext
    heads = [_("ที่"), _("ลงวันที่"), _("จาก"), _("เรื่อง"), _("ชนิดหนังสือ"), _("ชั้นความเร็ว")]
    heads += [_("ปีงบประมาณ"), _("โครงการ"), _("รหัส")]
    ids = ids_in_order(session, index, query, query.order)
    rows = _rows(session, ids, language)
    if kind == "csv":
        return csv_file("search", heads, rows)
    note = _("ไม่เกิน %(n)s ฉบับ") % {"n": f"{MOST_SORTED:,}"}
    return xlsx_file("search", query.q or _("หนังสือทั้งหมด"), heads, rows, note=note)


def _rows(session: Session, ids: list[int], language: Language) -> Iterator[list[Any]]:
    for start in range(0, len(ids), CHUNK):
        part = ids[start : start + CHUNK]
        found = session.exec(select(Document).where(col(Document.id).in_(part))).all()
        by_id = {document.id: document for document in found}
        for row in letter_rows(session, [by_id[key] for key in part if key in by_id]):
            yield [
                row.number,
                short_day(row.date, language),
                row.issuer,
                row.subject,
                row.kind,
                row.urgency,
                ", ".join(map(str, row.fiscal_years)),
                ", ".join(row.topics),
                row.id,
            ]


def _question(query: PageSearch) -> AskQuery | None:
    """The question with what the reader has put right in it."""
    if not query.q.strip():
        return None
    return AskQuery(
        q=query.q,
        kind=query.ask_kind,
        topics=[query.ask_topic] if query.ask_topic else None,
        fiscal_year=query.ask_year,
        party=query.ask_party,
        since=query.ask_since,
        until=query.ask_until,
        province=query.ask_province,
        number=query.ask_number,
        about=query.ask_about,
    )


def _narrowed(query: PageSearch) -> dict[str, Any]:
    """The filters that are set, for the chips that take them off."""
    names = ("fiscal_year", "agency", "kind", "topic", "urgency", "province", "has_deadline", "needs_review")
    return {name: value for name in (*names, "since", "until") if (value := getattr(query, name)) is not None}
