"""Who a letter goes to: each addressee with its scope (ทุกอำเภอ) and exceptions (ยกเว้น ...)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.bruised import skeleton_span
from parsers.contract import Recipient
from parsers.cues import alternatives, longest_prefix, opens_with, phrases
from parsers.evidence import Trace
from parsers.flow import Flow
from parsers.layout import Part
from parsers.script import skeleton
from parsers.spelling import nearest

__all__ = ["recipients_of"]

_EXCEPT = re.compile(r"\(?\s*(?:ยก)?เว[็่้๊๋]?น\s*([^()]*)\)?")
_SCOPE_KINDS = (
    "จังหวัด|อำเภอ|ตำบล|แห่ง|หน่วยงาน|หน่วย|ส่วนราชการ|คน|ท่าน|ระดับ|สังกัด|กระทรวง|กรม|เขต|ภาค|ศูนย์|กลุ่มงาน|งาน|กอง|สำนักงาน|สำนัก|กลุ่ม|ฝ่าย|คณะ|"
    "โรงเรียน|สถานศึกษา|มหาวิทยาลัย|ศาล|สถานี|เทศบาล|อบต\\.|อปท\\.|หมู่บ้าน|สาขา|ชุมชน|พื้นที่|โรงพยาบาล|เรือนจำ|ด่าน|สหกรณ์"
)
_SCOPE = re.compile(
    skeleton(
        rf"\s*((?:ใน)?ทุก(?:(?:(?!ทุก)[ก-ฮะ-ูเ-ไ]){{0,25}}?)(?:{_SCOPE_KINDS})"
        r"(?:/ทุก[ก-ฮะ-ูเ-ไ]{2,20}|/[ก-ฮเ-ไ][ก-ฮะ-ูเ-ไ]{2,20})?(?:ในสังกัด|ทั่วประเทศ|ในเขตพื้นที่|ในพื้นที่|ในเขต|ในจังหวัด[ก-ฮะ-ูเ-ไ]*)?)(?:\s[0-9A-Za-z.,'|]{1,2})?\s*$"
    )
)
# `ปลัดกระทรวง ทุกกระทรวง (หัวหน้าศูนย์ปฏิบัติการ ...)`: in which capacity they are written to
_QUALIFIED = re.compile(r"\s*\([^()]*\)$")
_BLANK = re.compile(r"[.…_]{3,}")
_NUMBERED = re.compile(r"(?:^|\s)\d{1,2}\.\s*(?=[ก-๎])")
_SEPARATOR = re.compile(r"\s*(?:,|;|/(?=\s*[ก-ฮ]{3})|\sและ(?=\S)|\s(?=\S)|(?<=[ก-๎])และ(?=[ก-ฮ])|\n)\s*")
_COMMITTEE = re.compile(r"(?:[ก-ฮ]\.){2,}|ก\.[ก-ฮเ-ไ]{2,}")
_BARE_POST = re.compile(rf"^(?:\d+\.\s*)?{alternatives('posts')}$")
# `คณบดีคณะแพทยศาสตร์ มหาวิทยาลัย...`: who heads a part is named with the body that it is a part of
_OF_A_BODY = re.compile(
    r"(?!.*ทุก)(?:รอง|ผู้ช่วย)?(?:คณบดี|หัวหน้า|ผู้อำนวยการ|ผู้จัดการ|กรรมการ|ประธาน|เลขานุการ|ผู้เชี่ยวชาญ|อาจารย์|หุ้นส่วน)\S"
)
_BODY = re.compile(
    r"มหาวิทยาลัย|กระทรวง|กรม(?!การ)|บริษัท|ธนาคาร|กรุงเทพมหานคร|ห้างหุ้นส่วน|คณะ(?!กรรมการ)|การไฟฟ้า|การประปา"
)
_GLUED = re.compile(r"สำนักงาน|องค์การบริหารส่วน|เทศบาล|โรงเรียน|ที่ทำการ|ที่ว่าการ|มหาวิทยาลัย")
_ABBREVIATED = re.compile(r"[ก-ฮ]\.$")
_ATTN = re.compile(r"\(\s*ผ่าน[^)]*\)|\sผ่าน.*$|\(\s*(?:เรียน|โปรด)[^)]*\)")


def recipients_of(parts: Sequence[Part], trace: Trace, key: str = "recipients") -> list[Recipient]:
    """The recipients that the เรียน or ถึง lines name, in order.

    `ผู้ว่าราชการจังหวัด ทุกจังหวัด (ยกเว้นจังหวัดนนทบุรี)` is one recipient with scope and exception.
    """
    text = _joined(parts)
    found = [recipient for piece in _pieces(text) if (recipient := _recipient(piece)) is not None]
    flow = Flow([part.line for part in parts])
    for index, recipient in enumerate(found):
        at = flow.text.find(recipient.name[:12])
        start, end = (at, at + len(recipient.name)) if at >= 0 else (0, len(flow.text))
        trace.note_span(f"/{key}/{index}/name", flow, start, end)
        if recipient.scope:
            trace.note(f"/{key}/{index}/scope", flow.lines, recipient.scope)
    return found


def _joined(parts: Sequence[Part]) -> str:
    texts = [part.text.strip() for part in parts if part.text.strip()]
    out = ""
    for text in texts:
        fresh = opens_with("posts", text) or opens_with("offices", text) or _NUMBERED.match(text)
        out += ("\n" if out and fresh else " " if out else "") + text
    return _BLANK.sub(" ", out)


def _pieces(text: str) -> Iterator[str]:
    numbered = [piece for piece in _NUMBERED.split(text) if piece.strip()]
    for item in numbered if len(numbered) > 1 else [text]:
        yield from _listed(item)


def _listed(text: str) -> list[str]:
    """Cuts a list of addressees where the next one begins with a post or an office of its own."""
    pieces: list[str] = []
    start, depth = 0, 0
    for found in _SEPARATOR.finditer(text):
        depth = text.count("(", 0, found.start()) - text.count(")", 0, found.start())
        after = text[found.end() :]
        rest = after.removeprefix("และ").lstrip()
        strong = found[0].strip() or "\n" in found[0] or rest is not after
        if depth or not _opens(rest, bool(strong)):
            continue
        if _belongs(text[start : found.start()].strip(), found[0], rest):
            continue
        pieces.append(text[start : found.start()])
        start = len(text) - len(rest)
    pieces.append(text[start:])
    return [piece for piece in pieces if piece.strip()]


def _belongs(before: str, separator: str, rest: str) -> bool:
    """Whether what follows is part of the name: `ประธาน ก.ท.จ.`, `กระทรวงเกษตรและสหกรณ์`."""
    post = opens_with("posts", rest)
    if separator == " " and not post and _BARE_POST.match(before):
        return True
    if separator == " " and longest_prefix("titles", before) and not opens_with("posts", before):
        return True  # `คุณสมหญิง ประสบการณ์ กรรมการผู้จัดการ บริษัท ...` is one person
    if separator == " " and _OF_A_BODY.match(before) and _BODY.match(rest):
        return True
    glued = separator == "และ"
    return glued and not post and not _GLUED.match(rest)


def _opens(text: str, strong: bool) -> bool:
    if text.startswith(("ทุก", "ผ่าน", "(")):
        return False
    if opens_with("posts", text) or (strong and _COMMITTEE.match(text)):
        return True
    office = opens_with("offices", text)
    return bool(office) and (strong or office not in {"จังหวัด", "อำเภอ", "กรุงเทพมหานคร"})


def _recipient(piece: str) -> Recipient | None:
    text = _ATTN.sub(" ", piece)
    excluding = [name for found in _EXCEPT.finditer(text) for name in _names(found[1])]
    text = " ".join(_EXCEPT.sub(" ", text).split()).strip(" ,;:-")
    scope = None
    unqualified = _QUALIFIED.sub("", text)
    text = unqualified if _SCOPE.search(skeleton(unqualified)) else text
    found = _SCOPE.search(skeleton(text))
    if found and found.start() > 2:
        start, end = skeleton_span(text, found.start(1), found.end(1))
        scope = text[start:end].strip()
        if not scope.startswith("ที่"):
            scope = nearest(scope, phrases("scope")) or scope
            text = text[:start].strip(" ,()")
        else:
            scope = None  # `สำนักงานเขตพื้นที่การศึกษาประถมศึกษาระยอง เขต` holds the letters of ทุก
    text = text.strip(" ,;:-")
    text = text if _ABBREVIATED.search(text) else text.strip(". ")
    return Recipient(_spelled(text), scope, excluding) if len(text) > 1 else None


def _spelled(name: str) -> str:
    """A post whose marks above and below the line the reader has lost or swapped."""
    post = opens_with("posts", name)
    whole = post is not None and skeleton(post) == skeleton(name)
    return post if whole and post is not None else name


def _names(text: str) -> list[str]:
    cut = re.split(r"\s*(?:,|\sและ\s*|และ(?=จังหวัด|อำเภอ)|\s(?=จังหวัด|อำเภอ))\s*", text.strip())
    return [name.strip() for name in cut if name.strip()]
