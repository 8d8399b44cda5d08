"""Text from letters as it may be shown: characters that hide or turn others are spelled out.

Escaping keeps a letter's words from becoming markup; it does not keep a right-to-left override from turning
round the words beside it. Such characters are shown by their number. Zero-width spaces and joiners stay: Thai
text uses them.
"""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup

__all__ = ["as_typed", "boxes_as_typed", "phone", "plain", "shown", "verbatim"]

_PHONE = re.compile(r"0\d{8,9}")
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]"
)

_SPELLED = re.compile(r"⟦U\+([0-9A-F]{4})⟧")


def shown(value: object) -> object:
    """A text with its hidden controls spelled out; anything else as it is. Markup of ours passes.

    >>> shown("ก\\u202eข")
    'ก⟦U+202E⟧ข'
    """
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return _HIDDEN.sub(lambda found: f"⟦U+{ord(found[0]):04X}⟧", value)


def boxes_as_typed(given: Any) -> Any:
    """The boxes of a form as they were typed, without the empty ones; anything but a form as it came."""
    if not isinstance(given, dict):
        return given
    return {key: as_typed(value) for key, value in given.items() if value != ""}


def as_typed(value: object) -> object:
    """What came back from an input: the controls that `shown` spelled out in it are themselves again.

    >>> as_typed("ก⟦U+202E⟧ข") == "ก\\u202eข", as_typed("⟦U+0041⟧")
    (True, '⟦U+0041⟧')
    """
    return _SPELLED.sub(_control, value) if isinstance(value, str) else value


def _control(found: re.Match[str]) -> str:
    char = chr(int(found[1], 16))
    return char if _HIDDEN.fullmatch(char) else found[0]


def plain(value: object) -> str:
    """A value of the published shape in a few words: the number of a number, the values of the rest.

    >>> plain({"canonical": "มท 1/2", "agency": "มท"}), plain(None)
    ('มท 1/2', '–')
    """
    if isinstance(value, dict):
        return str(value["canonical"]) if value.get("canonical") else plain(list(value.values()))
    if isinstance(value, list):
        return ", ".join(plain(item) for item in value if item not in (None, [], {}, ""))
    return "–" if value in (None, "") else str(value)


def phone(value: str) -> str:
    """A telephone number as offices write it; anything else as it is.

    >>> phone("020000000"), phone("0800000000"), phone("1111")
    ('0 2000 0000', '08 0000 0000', '1111')
    """
    if _PHONE.fullmatch(value) is None:
        return value
    head = 1 if len(value) == 9 else 2
    return f"{value[:head]} {value[head:-4]} {value[-4:]}"


def verbatim(value: object) -> Markup:
    """The value escaped but otherwise unchanged: for hidden inputs, which give back what they were given."""
    return Markup.escape("" if value is None else str(value))
