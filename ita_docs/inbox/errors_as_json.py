"""Errors as the tables keep them: a code, and the sentence in both languages."""

from __future__ import annotations

from ita_docs.errors import ItaDocsError
from ita_docs.pipeline.storable import storable
from models.columns import Json

__all__ = ["error_json"]


def error_json(error: BaseException) -> Json:
    """`{"code", "th", "en", "page"}`; an error that nobody foresaw is named by its class.

    >>> error_json(ValueError("x"))["en"]
    'something went wrong: ValueError: x'
    """
    known = error if isinstance(error, ItaDocsError) else ItaDocsError(f"{type(error).__name__}: {error}")
    sentences = {"code": known.code, "th": known.message("th"), "en": known.message("en"), "page": known.page}
    return storable(sentences)
