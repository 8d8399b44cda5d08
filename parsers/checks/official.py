"""Whether anything in a file shows that it is an official paper at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parsers.flags import flag
from parsers.gazetteer import mentions
from parsers.heads import attachment_label
from parsers.numbers import find_numbers
from parsers.parsed import Parsed

__all__ = ["check_official"]

_UNSURE = 0.5
"""The most that a title counts for where nothing says that it is one."""


def check_official(file: Sequence[Parsed]) -> None:
    """Flags a file that holds no letter, no paper of a known sort, and names no office, post or programme.

    What was typed or scanned by mistake is filed as an attachment; somebody should see that it is none.
    """
    if any(_is_known(one) or _speaks_officially(one) for one in file):
        return
    for one in file:
        document = one.document
        document.flags.append(flag("L032", document.title))
        title = document.provenance.get("/title")
        if title is not None:
            document.provenance["/title"] = replace(title, confidence=min(title.confidence, _UNSURE))


def _is_known(one: Parsed) -> bool:
    """Whether the paper is of a sort that its own head tells: a letter, an agenda, a form, slides."""
    document = one.document
    if document.kind != "attachment" or document.attachment_kind != "other":
        return True
    return bool(document.meetings or document.topics or document.fiscal_years)


def _speaks_officially(one: Parsed) -> bool:
    text = one.document.body
    if any(attachment_label(line) is not None for line in one.lines) or find_numbers(text):
        return True
    return any(named.kind != "province" for named in mentions(text, tokenize=False))
