"""A parse as the columns of its document: what lists show and filters ask for."""

from __future__ import annotations

from typing import Any

from ita_docs.pipeline.item_rows import number_columns, plain_date
from ita_docs.pipeline.review import count_doubts

__all__ = ["document_columns"]

JSON = dict[str, Any]


def document_columns(contract: JSON) -> JSON:
    """The values of all columns that come from the parse. `doubts` counts what a person should confirm."""
    first_page, last_page = contract["pages"]
    issuer, signatory = contract.get("issuer") or {}, contract.get("signatory") or {}
    plain = ("kind", "attachment_kind", "title", "subject", "urgency", "secrecy")
    return {
        "first_page": first_page,
        "last_page": last_page,
        **{name: contract.get(name) for name in plain},
        **number_columns(contract.get("number")),
        **{f"issuer_{name}": issuer.get(name) for name in ("name", "office", "address", "province")},
        **{
            f"signatory_{name}": signatory.get(name)
            for name in ("name", "position", "capacity", "acting_for")
        },
        "date": plain_date(contract.get("date")),
        "owner": contract.get("owner") or [],
        "has_deadline": bool(contract.get("deadlines")),
        "doubts": count_doubts(contract),
    }
