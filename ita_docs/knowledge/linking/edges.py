"""The edges of the graph, made anew for letters from their settled citations and from their files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlmodel import Session

from ita_docs.knowledge.among import among
from ita_docs.knowledge.linking.kinds import Bond, Citing, kind_of_link
from ita_docs.knowledge.linking.loading import CHUNK
from ita_docs.knowledge.linking.names import likeness
from ita_docs.knowledge.tables import contents, documents, links, recipients, references
from models.references import LinkKind

__all__ = ["rewrite_edges"]

SAME_BUNDLE = 0.4
"""From this likeness of subjects on, a letter behind another in one file is what that one forwards."""

_NOTE_KIND = (
    update(references)
    .where(references.c.id == bindparam("reference"))
    .values(link_kind=bindparam("new_kind"))
)

_r, _d = references.c, documents.c
_LETTERS = (
    select(
        _d.id, _d.source_file_id, _d.position, _d.kind, _d.date, _d.subject, _d.issuer_name, contents.c.body
    )
    .outerjoin(contents, contents.c.document_id == _d.id)
    .where(among(_d.id, "ids"), _d.kind != "attachment")
)  # fmt: skip
_CITATIONS = (
    select(
        _r.id, _r.document_id, _r.where, _r.kind, _r.issuer_name, _r.circular, _r.link_kind, _r.target_id,
        _r.cited_letter_id, _r.why, _r.number_key, _d.number_key.label("target_key"),
        _d.issuer_name.label("target_issuer"), _d.circular.label("target_circular"),
    )
    .select_from(references.outerjoin(documents, _d.id == _r.target_id))
    .where(among(_r.document_id, "ids"))
    .order_by(_r.document_id, _r.position)
)  # fmt: skip
_ADDRESSED = select(recipients.c.document_id, recipients.c.name).where(among(recipients.c.document_id, "ids"))
_FILES = (
    select(_d.id, _d.source_file_id, _d.position, _d.date, _d.subject, _d.number_key)
    .where(among(_d.source_file_id, "ids"), _d.kind != "attachment")
    .order_by(_d.position)
)
_FORGET = delete(links).where(among(links.c.from_id, "ids"))

Rows = dict[int, list[Any]]


def rewrite_edges(session: Session, document_ids: Iterable[int]) -> None:
    """Delete and write again the outgoing edges of these documents."""
    ids = sorted(set(document_ids))
    connection = session.connection()
    for at in range(0, len(ids), CHUNK):
        part = ids[at : at + CHUNK]
        connection.execute(_FORGET, {"ids": part})
        kinds: list[dict[str, Any]] = []
        rows = list(_edges_of(connection, part, kinds))
        if kinds:
            connection.execute(_NOTE_KIND, kinds)
        if rows:
            connection.execute(insert(links), rows)


def _edges_of(
    connection: Connection, ids: list[int], kinds: list[dict[str, Any]]
) -> Iterator[dict[str, Any]]:
    letters = connection.execute(_LETTERS, {"ids": ids}).all()
    cited = _grouped(connection.execute(_CITATIONS, {"ids": ids}), "document_id")
    addressed = _grouped(connection.execute(_ADDRESSED, {"ids": ids}), "document_id")
    files = sorted({letter.source_file_id for letter in letters})
    bundles = _grouped(connection.execute(_FILES, {"ids": files}), "source_file_id")
    for letter in letters:
        names = tuple(row.name for row in addressed[letter.id])
        citing = Citing(letter.kind, letter.issuer_name, letter.subject or "", letter.body or "", names)
        yield from _edges(kinds, letter, citing, cited[letter.id], bundles[letter.source_file_id])


def _grouped(rows: Iterable[Any], key: str) -> Rows:
    found: Rows = defaultdict(list)
    for row in rows:
        found[getattr(row, key)].append(row)
    return found


def _edges(
    kinds: list[dict[str, Any]], letter: Any, citing: Citing, cited: list[Any], file: list[Any]
) -> list[dict[str, Any]]:
    """The edges of one letter: one a letter cited, and one a letter behind it that no citation reaches.

    Kinds of citations that have changed are added to `kinds`.
    """
    found: dict[tuple[int | None, int | None], dict[str, Any]] = {}
    behind = {row.number_key for row in file if row.id != letter.id and row.number_key}
    first, answered = _first(cited), False
    for row in cited:
        bond = _bond(row, first, row.target_key in behind, answered)
        kind = kind_of_link(citing, bond)
        answered |= kind == LinkKind.REPLIES
        if row.link_kind != kind:
            kinds.append({"reference": row.id, "new_kind": str(kind)})
        unseen = None if row.target_id else row.cited_letter_id
        if (row.target_id or unseen) and row.target_id != letter.id:
            edge = _edge(letter.id, row.target_id, unseen, kind, row.id, row.why or [])
            found.setdefault((row.target_id, unseen), edge)
    reached = {row.target_key or row.number_key for row in cited}
    for other in _bundled(letter, file, reached):
        edge = _edge(letter.id, other, None, LinkKind.FORWARDS, None, ["behind it in the same file"])
        found.setdefault((other, None), edge)
    return list(found.values())


def _first(cited: list[Any]) -> int | None:
    """The citation that carries the letter's purpose: the first of its header, else of its body."""
    header = [row.id for row in cited if row.where == "header" and row.kind == "letter"]
    body = [row.id for row in cited if row.where == "body" and row.kind == "letter"]
    return next(iter(header or body), None)


def _bond(row: Any, first: int | None, same_file: bool, answered: bool) -> Bond:
    return Bond(
        where=row.where,
        cited_kind=row.kind,
        issuer=row.target_issuer or row.issuer_name,
        circular=bool(row.target_circular if row.target_id else row.circular),
        first=row.id == first,
        same_file=same_file,
        answered=answered,
    )


def _edge(
    from_id: int, to_id: int | None, to_cited_id: int | None, kind: LinkKind, reference: int | None, why: Any
) -> dict[str, Any]:
    return {
        "from_id": from_id,
        "to_id": to_id,
        "to_cited_id": to_cited_id,
        "kind": str(kind),
        "reference_id": reference,
        "evidence": why,
    }


def _bundled(letter: Any, file: list[Any], reached: set[str | None]) -> list[int]:
    """Letters behind a file's first letter of the same matter, not younger, that no citation reaches."""
    if not file or file[0].id != letter.id:
        return []
    return [
        row.id
        for row in file[1:]
        if (row.date is None or letter.date is None or row.date <= letter.date)
        and (row.number_key is None or row.number_key not in reached)
        and likeness(row.subject or "", letter.subject or "") >= SAME_BUNDLE
    ]
