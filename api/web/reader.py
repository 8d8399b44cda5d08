"""Who sits at the desk: a name given once, kept in the browser, written beside corrections."""

from __future__ import annotations

from urllib.parse import quote, unquote

from fastapi import Request

__all__ = ["NAME_COOKIE", "given_name", "name_to_cookie", "reader_name"]

NAME_COOKIE = "reader"
UNNAMED = "ไม่ระบุชื่อ"
LONGEST = 80


def reader_name(request: Request) -> str:
    """The reader's name, or `ไม่ระบุชื่อ`."""
    return given_name(request) or UNNAMED


def given_name(request: Request) -> str:
    """The name that the reader has given; empty if none."""
    return unquote(request.cookies.get(NAME_COOKIE, ""))[:LONGEST].strip()


def name_to_cookie(name: str) -> str:
    """A name as a cookie can hold it."""
    return quote(" ".join(name.split())[:LONGEST])
