"""Who signed, in what post, by what right, in whose place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.bruised import find_phrase
from parsers.contract import Signatory
from parsers.cues import longest_prefix, opens_with
from parsers.evidence import Trace
from parsers.layout import Zone, Zones
from parsers.linekinds import NAME_IN_BRACKETS, is_contact, is_furniture, is_unit
from parsers.lines import SourceLine

__all__ = ["find_signatory"]

_SECOND_POST = re.compile(r"^(?:และ)?(?:ประธาน|เลขานุการ|กรรมการ|ผู้ช่วยเลขานุการ|ผู้บัญชาการ|หัวหน้าพนักงาน|นายทะเบียน)")
_TITLED = re.compile(r"^[ก-๎. ]{2,}$")
_STRAY = re.compile(r"['\"`,_|*~]|(?<=\S)-\s|\s-(?=\S)")
_POST_WORDS = re.compile(r"^(?=.*[ก-ฮ].*[ก-ฮ].*[ก-ฮ])[ก-๎][ก-๎. ()/-]{3,}$")
_LONGEST_POST = 60
_NOISE = re.compile(r"^[\W\d_a-zA-Z]*$")


def find_signatory(zones: Zones, trace: Trace) -> Signatory | None:
    """The signatory of a letter; None for one that bears only a seal.

    `(นายก ข) / ปลัดจังหวัด ปฏิบัติราชการแทน / ผู้ว่าราชการจังหวัด...`. A name too bruised to read is None;
    its post stands.
    """
    lines = zones.lines(Zone.SIGNATURE)
    at = _name_line(lines)
    posts = _post_lines(lines[at + 1 :] if at is not None else lines)
    if at is not None and not posts:
        posts = _unlisted_post(lines[at + 1 :])
    if at is None and not posts:
        return None
    signatory = Signatory(_name(lines, at) if at is not None else None, *_split_posts(posts))
    if at is not None:
        trace.note("/signatory/name", lines[at : at + 1], signatory.name)
    _note(trace, posts, signatory)
    return signatory


def _name_line(lines: Sequence[SourceLine]) -> int | None:
    in_brackets = [i for i, line in enumerate(lines) if NAME_IN_BRACKETS.match(line.arabic)]
    if in_brackets:
        return in_brackets[0]
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else None
        bare = bool(_TITLED.match(line.text)) and len(line.text) <= 50
        if bare and not _is_post(line) and after is not None and _is_post(after):
            return index
    return None


def _is_post(line: SourceLine) -> bool:
    return opens_with("posts", line.text) is not None


def _name(lines: Sequence[SourceLine], at: int) -> str:
    found = NAME_IN_BRACKETS.match(lines[at].text.replace("( ", "(").replace(" )", ")"))
    name = " ".join(_STRAY.sub(" ", found[1] if found else lines[at].text).split())
    if at and not longest_prefix("titles", name):
        rank = lines[at - 1].text.strip()
        if longest_prefix("titles", rank) and len(rank) <= 25 and " " not in rank.strip():
            return f"{rank} {name}"
    return name


def _post_lines(lines: Sequence[SourceLine]) -> list[SourceLine]:
    kept: list[SourceLine] = []
    for line in lines:
        if is_contact(line) or is_furniture(line) or len(line.text) > 110:
            break
        if _NOISE.match(line.text):
            continue
        if not kept and not (_is_post(line) or _proxied(line.text)):
            continue
        if kept and not _goes_on(kept, line):
            break
        kept.append(line)
    return kept


def _unlisted_post(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """A post that no table knows (`จก.กพ.ทบ.`): the words directly below the name."""
    if not lines:
        return []
    line = lines[0]
    plain = _POST_WORDS.match(line.text) and len(line.text) <= _LONGEST_POST
    return [line] if plain and not (is_contact(line) or is_furniture(line) or is_unit(line)) else []


def _goes_on(kept: list[SourceLine], line: SourceLine) -> bool:
    proxied = [index for index, above in enumerate(kept) if _proxied(above.text)]
    if _proxied(line.text):
        return not proxied or _acts_for_nobody_yet(kept[proxied[-1] :])
    if proxied:
        filled = not _acts_for_nobody_yet(kept[proxied[-1] :])
        if filled and _bare_post(kept[-1].text) and is_unit(line):
            return True  # `เลขาธิการ` and its office on the line below
        return not filled or bool(_SECOND_POST.match(line.text))
    return _is_post(line) and (not line.gap or bool(_SECOND_POST.match(line.text)))


def _acts_for_nobody_yet(lines: Sequence[SourceLine]) -> bool:
    """Whether nothing stands behind `ปฏิบัติราชการแทน` in these lines, of which the first says it."""
    rest = lines[0].text
    while (found := find_phrase("proxy", rest)) is not None:
        rest = rest[found.end :]
    return len(lines) == 1 and not rest.strip()


def _bare_post(text: str) -> bool:
    """Whether a line ends with a post that does not say of what."""
    return text.split(" ")[-1] in {
        "เลขาธิการ",
        "อธิบดี",
        "ผู้อำนวยการ",
        "อธิการบดี",
        "คณบดี",
        "ผู้ว่าการ",
        "ปลัด",
        "ประธาน",
    }


def _proxied(text: str) -> bool:
    return find_phrase("proxy", text) is not None


def _bare(text: str) -> str:
    """A post without specks around it; an abbreviation keeps its dots (`จก.กบ.ทบ.`)."""
    bare = text.strip(" ,'")
    return bare if bare.count(".") > 1 else bare.strip(". ")


def _split_posts(lines: Sequence[SourceLine]) -> tuple[str | None, str | None, str | None]:
    text = " ".join(_bare(line.text) for line in lines)
    found = find_phrase("proxy", text)
    if found is None:
        return text or None, None, None
    position, acting_for = text[: found.start].strip(), text[found.end :].strip()
    return position or None, found.phrase, acting_for or None


def _note(trace: Trace, posts: Sequence[SourceLine], who: Signatory) -> None:
    for key in ("position", "capacity", "acting_for"):
        value = getattr(who, key)
        if value is not None:
            holding = [line for line in posts if line.text in value or value in line.text]
            trace.note(f"/signatory/{key}", holding or posts, value)
