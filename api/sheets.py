"""Tables as files: XLSX for offices, CSV for programs. A text never becomes a formula."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from fastapi.responses import Response

from api.web.shown import shown

__all__ = ["csv_file", "xlsx_file"]

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDEST = 60


def csv_file(name: str, heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> Response:
    """UTF-8 with a byte-order mark, since that is how Excel knows Thai."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(heads)
    writer.writerows([_safe(value) for value in row] for row in rows)
    return _download("﻿" + out.getvalue(), "text/csv; charset=utf-8", f"{name}.csv")


def xlsx_file(
    name: str, title: str, heads: Sequence[str], rows: Iterable[Sequence[Any]], *, note: str = ""
) -> Response:
    """A sheet with a title line, a frozen head, and columns as wide as what stands in them."""
    from openpyxl import Workbook

    book = Workbook()
    sheet: Any = book.active
    for line in ([title], [note], list(heads)):
        sheet.append(line)
    for row in rows:
        sheet.append([_cell(value) for value in row])
    _dress(sheet)
    out = io.BytesIO()
    book.save(out)
    return _download(out.getvalue(), XLSX, f"{name}.xlsx")


def _dress(sheet: Any) -> None:
    """Lines round the cells, wrapped texts, the head on every printed page, A4 on its side."""
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.utils import get_column_letter

    side = Side(style="thin", color="999999")
    border, alignment = Border(side, side, side, side), Alignment(vertical="top", wrap_text=True)
    sheet["A1"].font = Font(bold=True, size=14)
    for place, column in enumerate(sheet.iter_cols(min_row=3), 1):
        for cell in column:
            cell.border, cell.alignment, cell.font = border, alignment, Font(bold=cell.row == 3)
            if isinstance(cell.value, str):
                cell.data_type = "s"  # whatever it begins with
        widest = max(len(str(cell.value or "")) for cell in column)
        sheet.column_dimensions[get_column_letter(place)].width = min(widest + 3, _WIDEST)
    sheet.freeze_panes, sheet.print_title_rows = "A4", "3:3"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _download(content: str | bytes, kind: str, name: str) -> Response:
    headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(content, media_type=kind, headers=headers)


def _safe(value: Any) -> str:
    """A value as text that no spreadsheet takes for a formula.

    >>> _safe("=1+1")
    "'=1+1"
    """
    text = "" if value is None else str(shown(str(value)))
    return f"'{text}" if text.startswith(_FORMULA) else text


def _cell(value: Any) -> Any:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if isinstance(value, int | float | dt.date) or value is None:
        return value
    return ILLEGAL_CHARACTERS_RE.sub("", str(shown(str(value))))
