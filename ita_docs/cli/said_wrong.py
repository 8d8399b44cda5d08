"""Errors in the words of a command, and errors that came from below, said in Thai and in English."""

from __future__ import annotations

from typing import Any

import typer

__all__ = ["known_error", "usage_lines"]

_THAI = {
    "MissingParameter": "ยังไม่ได้ระบุ {name}",
    "NoSuchOption": "ไม่มีตัวเลือก {name}",
    "BadParameter": "ค่าของ {name} ใช้ไม่ได้",
    "BadOptionUsage": "ใช้ตัวเลือก {name} ไม่ถูกต้อง",
    "FileError": "เปิดไฟล์ {name} ไม่ได้",
}
_NO_COMMAND = "No such command "
_EXTRA = "Got unexpected extra argument"


def usage_lines(error: typer.TyperException) -> tuple[str, str, str]:
    """What is wrong with the words of a command in Thai, in English, and where to look.

    Typer says it in English only and gives no other way to tell one kind from the other than its class.
    """
    context: Any = getattr(error, "ctx", None)
    path = context.command_path if context else "ita-docs"
    english = error.format_message()
    return _thai(error, english), english, f"{path} --help"


def _thai(error: typer.TyperException, english: str) -> str:
    if english.startswith(_NO_COMMAND):
        return f"ไม่มีคำสั่ง {english.removeprefix(_NO_COMMAND).split('.')[0]}"
    if english.startswith(_EXTRA):
        return "มีคำเกินมา: " + english.partition("(s) ")[2].strip("()")
    template = _THAI.get(type(error).__name__, "คำสั่งไม่ถูกต้อง")
    return template.format(name=_name(error)).strip()


def _name(error: Any) -> str:
    """The option or argument that the error is about."""
    param = getattr(error, "param", None)
    if param is not None:
        return str(param.get_error_hint()).strip("'")
    return str(
        getattr(error, "param_hint", None)
        or getattr(error, "option_name", None)
        or getattr(error, "filename", "")
    )


def known_error(error: Exception) -> Any:
    """An error from below as one of ours: wrong settings, no database, a folder that cannot be written.

    None for anything unforeseen, whose trace should be seen.
    """
    from ita_docs.errors import ItaDocsError, StoreProblem, WrongUse

    if isinstance(error, ItaDocsError):
        return error
    kind = f"{type(error).__module__}.{type(error).__name__}"
    if kind.startswith("pydantic") and getattr(error, "title", "") == "Settings":
        return WrongUse(_settings(error))
    if kind.startswith("sqlalchemy."):
        return StoreProblem(str(error).splitlines()[0])
    if isinstance(error, OSError):
        return StoreProblem(f"{error.strerror or error}: {error.filename}" if error.filename else str(error))
    return None


def _settings(error: Any) -> str:
    """Each wrong setting by its name in the environment.

    The values are left out: the address of a database holds a password.
    """
    return "; ".join(
        f"ITA_DOCS_{'_'.join(map(str, wrong['loc'])).upper()}: {wrong['msg']}" for wrong in error.errors()
    )
