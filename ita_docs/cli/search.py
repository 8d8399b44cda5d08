"""`ita-docs search`: letters by their words or their number."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ita_docs.cli.counts import counted
from ita_docs.cli.opened import JSON_HELP, console, opened_with_index, print_json

if TYPE_CHECKING:
    from ita_docs.knowledge.search.filters import Filters

__all__ = ["search"]


def search(
    query: Annotated[
        str, typer.Argument(help="คำ วลีใน “ ” หรือเลขที่หนังสือ · Words, a “phrase”, or a number")
    ] = "",
    kind: Annotated[str | None, typer.Option(help="ชนิดหนังสือ · Kind of document")] = None,
    agency: Annotated[str | None, typer.Option(help="หน่วยงานที่ออก · Issuing body")] = None,
    province: Annotated[str | None, typer.Option(help="จังหวัด · Province")] = None,
    topic: Annotated[str | None, typer.Option(help="เรื่อง เช่น ITA · Programme, such as ITA")] = None,
    urgency: Annotated[str | None, typer.Option(help="ชั้นความเร็ว · urgent, very_urgent, most_urgent")] = None,
    fiscal_year: Annotated[int | None, typer.Option(help="ปีงบประมาณ พ.ศ. · Budget year, B.E.")] = None,
    year: Annotated[int | None, typer.Option(help="ปีของหนังสือ พ.ศ. · Year of the letter, B.E.")] = None,
    since: Annotated[
        dt.datetime | None, typer.Option(formats=["%Y-%m-%d"], help="ตั้งแต่วันที่ · From day")
    ] = None,
    until: Annotated[dt.datetime | None, typer.Option(formats=["%Y-%m-%d"], help="ถึงวันที่ · To day")] = None,
    with_deadline: Annotated[
        bool, typer.Option("--with-deadline", help="มีกำหนดเวลาเท่านั้น · Only letters with a deadline")
    ] = False,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="จำนวนผล · Results")] = 10,
    offset: Annotated[int, typer.Option(min=0, help="เริ่มจากผลที่ · Skip results")] = 0,
    facets: Annotated[bool, typer.Option("--facets", help="นับแยกกลุ่ม · Count by group")] = False,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="เชื่อมโยงและสร้างดัชนีใหม่ก่อน · Link and index anew first")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """ค้นหาหนังสือ พร้อมหน้าและบรรทัด · Search letters, with page and line.

    Thai words are found inside compounds, abbreviations with and without dots, numbers in any spelling.
    A year among the words lifts letters of that budget year and hides none; `--fiscal-year` filters.
    """
    from ita_docs.knowledge.search.filters import Filters
    from ita_docs.knowledge.search.search import search as find

    filters = Filters(
        kind=kind,
        agency=agency,
        province=province,
        topic=topic,
        urgency=urgency,
        fiscal_year=fiscal_year,
        year=year,
        since=since.date() if since else None,
        until=until.date() if until else None,
        has_deadline=True if with_deadline else None,
    )
    if rebuild:
        _rebuild()
    if not query and not rebuild and filters == Filters():
        raise typer.BadParameter(
            "บอกคำ เลขที่ หรือตัวกรองที่จะค้น · Say what to look for: words, a number or a filter"
        )
    with opened_with_index() as (session, index, _):
        found = find(session, index, query, filters, limit=limit, offset=offset, facets=facets).to_json()
    print_json(found) if as_json else _show(found, filters)


def _rebuild() -> None:
    from ita_docs.knowledge.base import KnowledgeBase
    from ita_docs.settings import Settings
    from models.migrate import open_database

    settings = Settings()
    written = KnowledgeBase(settings.index).rebuild(open_database(settings.url))
    said = counted(written, "letter")
    typer.echo(f"เชื่อมโยงและสร้างดัชนีใหม่ {written} ฉบับ · {said} linked and indexed", err=True)


def _show(found: dict[str, Any], filters: Filters) -> None:
    from rich.text import Text

    from ita_docs.knowledge.thai_days import thai_day

    screen = console()
    if not found["count"]:
        screen.print("ไม่พบหนังสือ · Nothing found")
    elif found["relaxed"]:
        count = found["count"]
        alike = f"{count} {'is' if count == 1 else 'are'} similar"
        screen.print(f"ไม่มีฉบับใดมีครบทุกคำ ใกล้เคียง {count} ฉบับ · None holds all words; {alike}")
    else:
        screen.print(f"พบ {found['count']} ฉบับ · {counted(found['count'], 'letter')}")
    if found["did_you_mean"]:
        screen.print(f"หมายถึง “{found['did_you_mean']}” หรือไม่ · Did you mean “{found['did_you_mean']}”?")
    for result in found["results"]:
        screen.print()
        head = Text(str(result["number"] or result["letter"]), style="bold")
        screen.print(
            head.append(f"  {thai_day(result['date'])}  {result['subject'] or ''}", style="not bold")
        )
        for passage in result["passages"]:
            line = Text(f"   {passage['file']} หน้า {passage['page']} บรรทัด {passage['line']}: ", style="dim")
            words = Text(passage["text"])
            for start, end in passage["highlights"]:
                words.stylize("bold yellow", start, end)
            screen.print(line + words)
    for name, values in found["facets"].items():
        if values:
            screen.print(f"{name}: " + ", ".join(f"{item['value']} ({item['count']})" for item in values))
