"""Duties that a memo only proposes (เห็นควรแจ้งให้ ...): nobody is bound by them until somebody decides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from ita_docs.knowledge.among import among
from ita_docs.knowledge.search.fold import fold
from ita_docs.knowledge.tables import contents

__all__ = ["all_proposed", "proposed"]

_PROPOSES = re.compile("เห็นควร|เห็นสมควร|เห็นว่าควร|จึงขอเสนอให้|ขอเสนอให้|สมควรแจ้งให้|เห็นควรให้")
REACH = 220
"""Characters before what is to be done within which the proposing word stands."""

HEAD = 24
"""Characters by which an action is found again in the memo."""

_BODIES = select(contents.c.document_id, contents.c.body).where(among(contents.c.document_id, "ids"))


def proposed(session: Session, sources: Iterable[Any]) -> set[tuple[int, str]]:
    """Documents and actions of those tellings that are proposals."""
    memos = [source for source in sources if source.kind == "memo"]
    ids = sorted({source.document_id for source in memos})
    if not memos:
        return set()
    bodies = {
        row.document_id: _squeezed(row.body) for row in session.connection().execute(_BODIES, {"ids": ids})
    }
    return {
        (source.document_id, source.action or "")
        for source in memos
        if _proposes(bodies.get(source.document_id, ""), source.action or "")
    }


def _proposes(body: str, action: str) -> bool:
    wanted = _squeezed(action)[:HEAD]
    at = body.find(wanted) if wanted else -1
    return at >= 0 and _PROPOSES.search(body, max(0, at - REACH), at + len(wanted)) is not None


def _squeezed(text: str | None) -> str:
    return "".join(fold(text or "").split())


def all_proposed(sources: Sequence[Any], proposals: set[tuple[int, str]]) -> bool:
    """Whether every telling of a duty is a proposal."""
    return bool(sources) and all((row.document_id, row.action or "") in proposals for row in sources)
