"""`ita-docs due`: the register of duties."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

import typer

from ita_docs.cli.counts import counted
from ita_docs.cli.opened import JSON_HELP, console, opened, print_json

__all__ = ["due"]


def due(
    topic: Annotated[
        str | None, typer.Option("--programme", "--topic", help="เรื่อง เช่น ITA · Programme, such as ITA")
    ] = None,
    fiscal_year: Annotated[int | None, typer.Option(help="ปีงบประมาณ พ.ศ. · Budget year, B.E.")] = None,
    party: Annotated[
        str | None,
        typer.Option(help="ผู้ต้องทำ: อำเภอ, อบต., จังหวัด ... · Who is bound: district, sao, province ..."),
    ] = None,
    agency: Annotated[str | None, typer.Option(help="หน่วยงานที่สั่ง · Issuing body")] = None,
    province: Annotated[str | None, typer.Option(help="จังหวัด · Province")] = None,
    since: Annotated[
        dt.datetime | None, typer.Option(formats=["%Y-%m-%d"], help="ตั้งแต่วันที่ · From day")
    ] = None,
    until: Annotated[dt.datetime | None, typer.Option(formats=["%Y-%m-%d"], help="ถึงวันที่ · To day")] = None,
    days: Annotated[int | None, typer.Option(min=0, help="ภายในกี่วันจากวันนี้ · Within days from today")] = None,
    state: Annotated[
        list[str] | None, typer.Option(help="open, done, moved, cancelled, not_applicable, all")
    ] = None,
    mine: Annotated[bool, typer.Option("--mine", help="ของหน่วยงานเรา (ITA_DOCS_OFFICE) · Our own")] = False,
    limit: Annotated[int, typer.Option(min=1, max=10000, help="จำนวนผล · Results")] = 500,
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """สิ่งที่ต้องทำและวันครบกำหนด · Duties and their days.

    One duty that several letters tell is one row with several sources. Moved and cancelled duties are shown
    with `--state moved`, `--state cancelled` or `--state all`.
    """
    from ita_docs.knowledge.duties.lists import DutyFilter, find_duties
    from models.columns import BANGKOK

    today = dt.datetime.now(BANGKOK).date()
    with opened() as (session, settings):
        wanted = DutyFilter(
            topics=(topic,) if topic else (),
            fiscal_year=fiscal_year,
            party=_party(party),
            name=settings.office if mine else None,
            agency=agency,
            province=province,
            since=since.date() if since else (today if days is not None else None),
            until=until.date() if until else (today + dt.timedelta(days) if days is not None else None),
            states=_states(state),
            limit=limit,
        )
        rows = find_duties(session, wanted)
    print_json({"count": len(rows), "results": rows}) if as_json else _show(rows, today, settings.language)


def _party(text: str | None) -> str | None:
    from ita_docs.errors import WrongUse
    from ita_docs.knowledge.parties import kind_of_party, party_kinds

    if text is None or text in party_kinds():
        return text
    kind = kind_of_party(text)
    if kind is None:
        raise WrongUse(f"{text}: {', '.join(party_kinds())}")
    return kind


def _states(wanted: list[str] | None) -> tuple[str, ...] | None:
    from ita_docs.errors import WrongUse
    from models.duties import DutyState

    if not wanted:
        return ("open", "done")
    if "all" in wanted:
        return None
    if unknown := set(wanted) - {str(state) for state in DutyState}:
        raise WrongUse(f"state {', '.join(sorted(unknown))}")
    return tuple(wanted)


def _show(rows: list[dict[str, Any]], today: dt.date, language: str) -> None:
    from ita_docs.cli.answer_table import answer_table

    screen, english = console(), language == "en"
    if not rows:
        screen.print("nothing due" if english else "ไม่มีรายการ")
        return
    told = [{**row, "citations": row["sources"], "overdue": _overdue(row, today)} for row in rows]
    screen.print(answer_table("duties", told, screen.width, english=english))
    screen.print(counted(len(rows), "duty") if english else f"{len(rows)} รายการ")


def _overdue(row: dict[str, Any], today: dt.date) -> int:
    """Days since an open duty's day; 0 where it has not passed."""
    if not row["due"] or row["state"] != "open":
        return 0
    return max(0, (today - dt.date.fromisoformat(row["due"])).days)
