"""CSRF tokens: every form that changes something carries one, bound to the reader's cookie.

The cookie holds a random value; the form its HMAC under a secret of this installation. A page from elsewhere
can neither read the cookie nor make the token.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import secrets
from pathlib import Path

from fastapi import Request

from api.problems import ProblemError

__all__ = ["COOKIE", "FIELD", "HEADER", "check_token", "load_secret", "new_cookie", "token_for"]

COOKIE = "desk"
FIELD = "csrf"
HEADER = "x-csrf-token"


def load_secret(home: Path) -> bytes:
    """This installation's secret, made on first use and readable by its owner only."""
    path = home / "secret"
    if not path.exists():
        fresh = home / f".secret-{secrets.token_hex(4)}"
        with os.fdopen(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(secrets.token_bytes(32))
        with contextlib.suppress(FileExistsError):
            os.link(fresh, path)  # whole or not at all, and only the first of two servers wins
        fresh.unlink()
    return path.read_bytes()


def new_cookie() -> str:
    """A fresh random value for a reader without one."""
    return secrets.token_urlsafe(24)


def token_for(secret: bytes, cookie: str) -> str:
    """The token that belongs to a reader's cookie."""
    return hmac.new(secret, cookie.encode(), hashlib.sha256).hexdigest()


def check_token(request: Request, given: str | None) -> None:
    """Let a change through only with the token of the reader's own page.

    Raises:
        ProblemError: 403, no token or not the reader's.
    """
    cookie = request.cookies.get(COOKIE, "")
    expected = token_for(request.app.state.secret, cookie)
    token = given or request.headers.get(HEADER, "")
    if not cookie or not hmac.compare_digest(expected, token):
        raise ProblemError(403, "stale-page", "หน้านี้หมดอายุ โปรดเปิดหน้าใหม่แล้วลองอีกครั้ง")
