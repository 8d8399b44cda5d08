"""A telling: one letter's deadline with what of the letter matters for the register."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select
from sqlmodel import Session

from ita_docs.knowledge.among import among
from ita_docs.knowledge.linking.loading import CHUNK
from ita_docs.knowledge.parties import kind_of_party
from ita_docs.knowledge.tables import deadlines, documents, fiscal_years, recipients, topics

__all__ = ["Telling", "tellings_of"]

_d = documents.c
_TOLD = (
    select(deadlines, _d.public_id, _d.date, _d.number_key, _d.issuer_id, _d.issuer_province)
    .join(documents, _d.id == deadlines.c.document_id)
    .where(among(deadlines.c.document_id, "ids"))
    .order_by(deadlines.c.document_id, deadlines.c.position)
)


def _of_letters(key: Any, column: Any) -> Select[Any]:
    return select(key, column).where(among(key, "ids")).order_by(key, column)


_NAMES = _of_letters(topics.c.document_id, topics.c.topic)
_YEARS = _of_letters(fiscal_years.c.document_id, fiscal_years.c.fiscal_year)
_ADDRESSED = _of_letters(recipients.c.document_id, recipients.c.name)


@dataclass(frozen=True, slots=True)
class Telling:
    """One deadline of one letter. `rule` is its JSON text, so that tellings compare and hash."""

    id: int
    document_id: int
    position: int
    public_id: str
    letter_date: dt.date | None
    number_key: str | None
    issuer_id: int | None
    issuer_province: str | None
    due: dt.date | None
    rule: str | None
    item: str | None
    responsible: str | None
    party: str | None
    action: str | None
    respond_via: str | None
    attachments: tuple[int, ...]
    restated: bool
    fiscal_year: int | None
    topic: str | None

    @property
    def key(self) -> str:
        """What names this telling on every machine."""
        return f"{self.public_id}/{self.position}"


def tellings_of(session: Session, document_ids: Iterable[int]) -> list[Telling]:
    """All tellings of these documents."""
    ids = sorted(set(document_ids))
    found: list[Telling] = []
    for at in range(0, len(ids), CHUNK):
        found += _load(session, ids[at : at + CHUNK])
    return found


def _load(session: Session, ids: list[int]) -> list[Telling]:
    rows = session.connection().execute(_TOLD, {"ids": ids}).all()
    told = sorted({row.document_id for row in rows})
    names, years, addressed = (_values(session, query, told) for query in (_NAMES, _YEARS, _ADDRESSED))
    return [
        _telling(row, names.get(row.document_id, []), years.get(row.document_id, []), addressed)
        for row in rows
    ]


def _telling(row: Any, names: list[Any], years: list[Any], addressed: dict[int, list[Any]]) -> Telling:
    responsible = row.responsible or "; ".join(addressed.get(row.document_id, [])) or None
    return Telling(
        id=row.id,
        document_id=row.document_id,
        position=row.position,
        public_id=row.public_id,
        letter_date=row.date,
        number_key=row.number_key,
        issuer_id=row.issuer_id,
        issuer_province=row.issuer_province,
        due=row.due,
        rule=json.dumps(row.rule, sort_keys=True, ensure_ascii=False) if row.rule else None,
        item=row.item,
        responsible=responsible,
        party=kind_of_party(responsible),
        action=row.action or row.text,
        respond_via=row.respond_via,
        attachments=tuple(row.attachments or ()),
        restated=row.restated,
        fiscal_year=_fiscal_year(years, row.due),
        topic=min(names) if names else None,
    )


def _fiscal_year(years: list[int], due: dt.date | None) -> int | None:
    """The year that the letter names; of several the one that the day falls into, else the last."""
    if due is not None:
        own = due.year + 543 + (due.month >= 10)
        if own in years:
            return own
    return max(years, default=None)


def _values(session: Session, query: Select[Any], ids: list[int]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    if ids:
        for document_id, value in session.connection().execute(query, {"ids": ids}):
            found.setdefault(document_id, []).append(value)
    return found
