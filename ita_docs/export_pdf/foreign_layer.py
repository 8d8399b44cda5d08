"""Takes out of a scanned page the invisible text that another program's recogniser has put there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf

__all__ = ["without_hidden_text"]

_INVISIBLE = 3
_SHOWS = frozenset({"Tj", "TJ", "'", '"'})


def without_hidden_text(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """Remove the operators that show text in the invisible rendering mode; all else stays as it is."""
    import pikepdf

    kept: list[Any] = []
    mode, saved, hidden = 0, [], 0
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator == "Tr":
            mode = int(instruction.operands[0])
        elif operator == "q":
            saved.append(mode)
        elif operator == "Q" and saved:
            mode = saved.pop()
        if operator in _SHOWS and mode == _INVISIBLE:
            hidden += 1
        else:
            kept.append(instruction)
    if hidden:
        page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))
