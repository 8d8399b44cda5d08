"""The OpenAPI description, with our problems where FastAPI would describe its own errors."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from api.problems import MEDIA_TYPE, Problem

__all__ = ["describe"]

REFERENCE = "#/components/schemas/{model}"


def describe(app: FastAPI) -> None:
    """Let `app.openapi()` speak of problems; built once, on first use."""

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _with_problems(_plain(app))
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def _plain(app: FastAPI) -> dict[str, Any]:
    return get_openapi(title=app.title, version=app.version, summary=app.summary, routes=app.routes)


def _with_problems(schema: dict[str, Any]) -> dict[str, Any]:
    schemas = schema.setdefault("components", {}).setdefault("schemas", {})
    described = Problem.model_json_schema(ref_template=REFERENCE)
    schemas.update(described.pop("$defs", {}))
    schemas["Problem"] = described
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    for operations in schema.get("paths", {}).values():
        for operation in operations.values():
            _answer_with_problem(operation["responses"])
    return schema


def _answer_with_problem(responses: dict[str, Any]) -> None:
    content = {MEDIA_TYPE: {"schema": {"$ref": REFERENCE.format(model="Problem")}}}
    responses.pop("422", None)
    responses["default"] = {"description": "A problem", "content": content}
