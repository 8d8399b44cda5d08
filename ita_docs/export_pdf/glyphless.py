"""The typeface of the invisible layer: every character is there, none is drawn, all are half an em wide.

Each code is its own Unicode value, so that whatever a viewer copies is exactly what was written, marks in
their order, and no shaping is needed or possible.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

__all__ = ["ADVANCE", "encoded", "glyphless_font"]

ADVANCE = 0.5
"""Width of every character, in the size of type."""

_NAME = "/GlyphLessFont"
_TO_UNICODE = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
256 beginbfrange
%s
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def glyphless_font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """The font as an object of `pdf`, for a page's resources."""
    from pikepdf import Array, Dictionary, Name

    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(_NAME),
        FontFile2=pdf.make_stream(files("ita_docs.export_pdf").joinpath("data/glyphless.ttf").read_bytes()),
        Ascent=1000,
        Descent=-1,
        CapHeight=1000,
        Flags=5,
        ItalicAngle=0,
        StemV=80,
        FontBBox=Array([0, 0, 500, 1000]),
    )
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name(_NAME),
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        DW=500,
        CIDToGIDMap=pdf.make_stream(b"\x00\x01" * 65536),
    )
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name(_NAME),
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(descendant)]),
        ToUnicode=pdf.make_stream(_TO_UNICODE % _ranges()),
    )
    return pdf.make_indirect(font)


def _ranges() -> bytes:
    """Every code as itself, a range for each high byte, since a range may not run past one."""
    return b"\n".join(b"<%02X00> <%02XFF> <%02X00>" % (high, high, high) for high in range(256))


def encoded(text: str) -> bytes:
    """A string operand of the font: `<0E01...>`; characters outside the basic plane become U+FFFD."""
    plain = "".join(char if ord(char) <= 0xFFFF else "\ufffd" for char in text)
    return b"<" + plain.encode("utf-16-be").hex().encode() + b">"
