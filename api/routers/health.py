"""Is it alive, can it work, and how much has it done: `/healthz`, `/readyz`, `/metrics`."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel

__all__ = ["router"]

router = APIRouter(tags=["health"])


class Alive(BaseModel):
    """The process answers."""

    status: Literal["ok"] = "ok"


@router.get("/healthz", summary="The process answers")
def healthz() -> Alive:
    """Says ok without touching anything: restart the process where this does not answer."""
    return Alive()
