"""The bodies that issue and receive letters."""

from __future__ import annotations

from sqlmodel import Field

from models.columns import Row

__all__ = ["Agency"]


class Agency(Row, table=True):
    """One body, by the name that letters use: `กรมการปกครอง`, `จังหวัดอุตรดิตถ์`.

    `kind` is ministry, department, province, district, local_office, commission ... where known,
    `code` its letter code (`มท`).
    """

    __tablename__ = "agency"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    kind: str | None = Field(default=None, index=True, max_length=32)
    code: str | None = Field(default=None, index=True, max_length=32)
    province: str | None = Field(default=None, index=True)
