"""The incoming register by day range: on the page, on paper, as a spreadsheet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response
from sqlmodel import Session

from api.deps import LanguageDep, SessionDep, SettingsDep
from api.language import Language
from api.paging import paged
from api.queries.register import RegisterLine, RegisterQuery, count_lines, register_lines
from api.sheets import xlsx_file
from api.web.buddhist import long_day, moment, short_day
from api.web.catalogue import translations
from api.web.render import page, today
from api.web.typed_day import TypedDay

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
MOST_LINES = 20_000
MOST_PRINTED = 1000


@router.get("/register")
def register_page(
    request: Request,
    session: SessionDep,
    settings: SettingsDep,
    first: Annotated[TypedDay, Query()] = None,
    last: Annotated[TypedDay, Query()] = None,
    number: Annotated[int, Query(alias="page", ge=1, le=9999)] = 1,
) -> HTMLResponse:
    """The arrivals of the days, in the columns of the printed form."""
    query = _query(first, last, number)
    lines = register_lines(session, query)
    return page(
        request,
        "register.html",
        list=paged(request, query, count_lines(session, query), lines),
        filters=query,
        office=settings.office,
    )


@router.get("/register/paper")
def register_paper(
    request: Request,
    session: SessionDep,
    settings: SettingsDep,
    first: Annotated[TypedDay, Query()] = None,
    last: Annotated[TypedDay, Query()] = None,
) -> HTMLResponse:
    """The whole range on one page, to print."""
    query = _query(first, last, 1).model_copy(update={"page_size": MOST_PRINTED})
    return page(
        request,
        "register_paper.html",
        lines=register_lines(session, query),
        count=count_lines(session, query),
        filters=query,
        office=settings.office,
    )


@router.get("/register.xlsx")
def register_sheet(
    session: SessionDep,
    settings: SettingsDep,
    language: LanguageDep,
    first: Annotated[TypedDay, Query()] = None,
    last: Annotated[TypedDay, Query()] = None,
) -> Response:
    """The whole range as a spreadsheet."""
    _ = translations(language).gettext
    query = _query(first, last, 1)
    heads = [_("เลขทะเบียนรับ"), _("วันที่รับ"), _("ที่"), _("ลงวันที่"), _("จาก"), _("ถึง")]
    heads += [_("เรื่อง"), _("การปฏิบัติ"), _("หมายเหตุ")]
    days = f"{long_day(query.first, language)} – {long_day(query.last, language)}"
    note = f"{settings.office or ''} {days}".strip()
    name = f"register-{query.first}-{query.last}"
    return xlsx_file(name, _("ทะเบียนหนังสือรับ"), heads, _rows(session, query, language), note=note)


def _query(first: dt.date | None, last: dt.date | None, number: int) -> RegisterQuery:
    """Today unless other days are asked for; a range that runs backwards is turned round."""
    begin = first or last or today()
    days = sorted((begin, last or begin))
    return RegisterQuery(first=days[0], last=days[1], page=number, page_size=100)


def _rows(session: Session, query: RegisterQuery, language: Language) -> Iterator[list[Any]]:
    for number in range(1, MOST_LINES // query.page_size + 1):
        lines = register_lines(session, query.model_copy(update={"page": number}))
        yield from (_row(line, language) for line in lines)
        if len(lines) < query.page_size:
            return


def _row(line: RegisterLine, language: Language) -> list[Any]:
    _ = translations(language).gettext
    return [
        f"{line.receiving_number}/{line.year}",
        moment(line.arrived_at, language),
        line.number,
        short_day(line.date, language),
        line.issuer,
        line.recipient,
        line.subject or line.file,
        _("ภายใน") + f" {short_day(line.due, language)}" if line.due else None,
        "; ".join(_notes(line, language)) or None,
    ]


def _notes(line: RegisterLine, language: Language) -> Iterator[str]:
    _ = translations(language).gettext
    if line.failed:
        yield _("อ่านไม่สำเร็จ")
    if line.earlier:
        yield _("ซ้ำกับเลขรับ") + f" {line.earlier}"
