"""`ita-docs export`: duties, letters and chains as files for other programs."""

from __future__ import annotations

import csv
import io
import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ita_docs.cli.opened import JSON_HELP, opened

if TYPE_CHECKING:
    from sqlmodel import Session

__all__ = ["export"]


class What(StrEnum):
    """What is exported."""

    DUTIES = "duties"
    LETTERS = "letters"
    CALENDAR = "calendar"
    CHAIN = "chain"


class Format(StrEnum):
    """The kind of file."""

    JSON = "json"
    CSV = "csv"
    ICS = "ics"
    GRAPHML = "graphml"
    DOT = "dot"


_FORMATS = {
    What.DUTIES: (Format.CSV, Format.JSON, Format.ICS),
    What.LETTERS: (Format.CSV, Format.JSON),
    What.CALENDAR: (Format.ICS,),
    What.CHAIN: (Format.GRAPHML, Format.DOT, Format.JSON),
}
_DUTY_COLUMNS = (
    "due",
    "responsible",
    "action",
    "item",
    "respond_via",
    "state",
    "topic",
    "fiscal_year",
    "number",
    "letter",
)


def export(
    what: Annotated[
        What, typer.Argument(help="สิ่งที่ส่งออก · What: duties, letters, calendar, chain")
    ] = What.DUTIES,
    style: Annotated[
        Format | None, typer.Option("--format", help="ชนิดไฟล์ · Kind of file: json, csv, ics, graphml, dot")
    ] = None,
    letter: Annotated[str | None, typer.Option(help="หนังสือของสาย · The letter of the chain")] = None,
    topic: Annotated[str | None, typer.Option(help="เรื่อง เช่น ITA · Programme, such as ITA")] = None,
    fiscal_year: Annotated[int | None, typer.Option(help="ปีงบประมาณ พ.ศ. · Budget year, B.E.")] = None,
    out: Annotated[Path | None, typer.Option(help="ไฟล์ปลายทาง · File to write")] = None,
    pdf: Annotated[
        str | None,
        typer.Option(help="ไฟล์สแกนหรือหนังสือ เป็น PDF ที่ค้นได้ · A scan or a letter as a searchable PDF"),
    ] = None,
    archival: Annotated[
        bool, typer.Option("--pdfa", help="ให้ --pdf เป็น PDF/A-2b · Make it PDF/A-2b (Ghostscript)")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """ส่งออกข้อมูล · Export duties (CSV, JSON, iCalendar), letters (CSV, JSON), a chain (GraphML, DOT, JSON).

    With `--pdf` a file, or the original of a letter in the store, is written as a PDF that can be searched.

    CSV begins with a byte order mark, so that spreadsheets show Thai.
    """
    from ita_docs.errors import WrongUse

    if pdf is not None:
        _searchable(pdf, out, archival)
        return
    style = Format.JSON if as_json else style or _FORMATS[what][0]
    if style not in _FORMATS[what]:
        raise WrongUse(f"{what} as {style}: {', '.join(_FORMATS[what])}")
    if what is What.CHAIN and not letter:
        raise WrongUse("ต้องระบุ --letter เลขที่หนังสือ · say which with --letter NUMBER")
    with opened() as (session, _):
        content = _content(session, what, style, letter, topic, fiscal_year)
    if out is None:
        typer.echo(content.decode("utf-8"), nl=False)
    else:
        out.write_bytes(content)


def _searchable(source: str, out: Path | None, archival: bool) -> None:
    """Write the searchable PDF of a file, or of the archived original of a letter by its id or number."""
    from ita_docs.export_pdf import to_archival, write_searchable_pdf

    path = Path(source)
    name, original = (path.name, path) if path.is_file() else _original(source)
    target = out or Path(f"{Path(name).stem}-searchable.pdf")
    write_searchable_pdf(original, target)
    if archival:
        to_archival(target)
    typer.echo(str(target))


def _original(letter: str) -> tuple[str, Path]:
    from ita_docs.export_pdf.stored import original_of

    with opened() as (session, settings):
        return original_of(session, settings, letter)


def _content(
    session: Session,
    what: What,
    style: Format,
    letter: str | None,
    topic: str | None,
    fiscal_year: int | None,
) -> bytes:
    from ita_docs.knowledge.calendar_file import calendar_of
    from ita_docs.knowledge.duties.lists import DutyFilter, find_duties

    wanted = DutyFilter(topics=(topic,) if topic else (), fiscal_year=fiscal_year, states=None, limit=100_000)
    if style is Format.ICS:
        return calendar_of(session, wanted)
    if what is What.CHAIN:
        return _chain(session, letter or "", style)
    if what is What.DUTIES:
        rows = find_duties(session, wanted)
        return _json(rows) if style is Format.JSON else _csv(rows, _DUTY_COLUMNS)
    letters = _letters(session, topic, fiscal_year)
    return _json(letters) if style is Format.JSON else _csv(letters, tuple(letters[0]) if letters else ())


def _chain(session: Session, letter: str, style: Format) -> bytes:
    from ita_docs.knowledge.chains import chain_of
    from ita_docs.knowledge.graph_files import to_dot, to_graphml

    found = chain_of(session, letter).to_json()
    if style is Format.JSON:
        return _json(found)
    return (to_graphml if style is Format.GRAPHML else to_dot)(found).encode()


def _letters(session: Session, topic: str | None, fiscal_year: int | None) -> list[dict[str, Any]]:
    from sqlalchemy import exists, select

    from ita_docs.knowledge.tables import documents, fiscal_years, topics
    from models.columns import oldest_first

    d = documents.c
    query = select(
        d.public_id.label("letter"),
        d.kind,
        d.number,
        d.date,
        d.subject,
        d.issuer_name,
        d.urgency,
        d.signatory_name,
    ).where(d.kind != "attachment")
    if topic:
        query = query.where(exists().where(topics.c.document_id == d.id, topics.c.topic == topic))
    if fiscal_year:
        years = fiscal_years.c
        query = query.where(exists().where(years.document_id == d.id, years.fiscal_year == fiscal_year))
    rows = session.execute(query.order_by(oldest_first(d.date), d.id)).mappings()
    return [{**row, "date": row["date"].isoformat() if row["date"] else None} for row in rows]


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _csv(rows: list[dict[str, Any]], columns: tuple[str, ...]) -> bytes:
    sheet = io.StringIO()
    writer = csv.DictWriter(sheet, columns, extrasaction="ignore")
    writer.writeheader()
    writer.writerows({name: _safe(value) for name, value in row.items()} for row in rows)
    return b"\xef\xbb\xbf" + sheet.getvalue().encode()


def _safe(value: Any) -> Any:
    """Text that a spreadsheet will not take for a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t") else value
