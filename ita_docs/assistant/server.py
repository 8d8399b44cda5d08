"""The server of the Model Context Protocol: five tools that look and never write."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Literal, ParamSpec

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations

from ita_docs.assistant.desk import Desk
from ita_docs.errors import ItaDocsError
from ita_docs.settings import Settings

__all__ = ["build_server"]

JSON = dict[str, Any]
P = ParamSpec("P")

INSTRUCTIONS = """Letters of a Thai government office: what they require by when, which follows which.
Every answer has citations (letter, number, file, page, line, words): quote them, and state nothing that no
citation holds. Days are ISO dates of the common era; Thai letters write the Buddhist year (2567 is 2024).
A fiscal year (ปีงบประมาณ) 2568 runs from 2024-10-01 to 2025-09-30. Letters are named by id or by number in
any spelling."""

_LOOKS = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


def build_server(settings: Settings) -> MCPServer[Any]:
    """The server over the store of these settings. The store is opened when the first tool is called."""
    from importlib.metadata import version

    server: MCPServer[Any] = MCPServer(
        "ita-docs",
        title="ITA Docs",
        instructions=INSTRUCTIONS,
        version=version("ita-docs"),
        log_level="WARNING",
    )
    desk = _Opened(settings)
    for tool in (_ask(desk), _search(desk), _letter(desk), _chain(desk), _duties(desk)):
        server.tool(annotations=_LOOKS)(_told(tool))
    return server


class _Opened:
    """The desk, opened at the first question."""

    def __init__(self, settings: Settings):
        self._settings = settings
        self._desk: Desk | None = None

    def __call__(self) -> Desk:
        if self._desk is None:
            self._desk = Desk(self._settings)
        return self._desk


def _told(function: Callable[P, JSON]) -> Callable[P, JSON]:
    """Errors that a person can act on reach the assistant in both languages."""

    @wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> JSON:
        try:
            return function(*args, **kwargs)
        except ItaDocsError as error:
            raise ToolError(f"{error.message('en')} · {error.message('th')}") from error

    return call


def _ask(desk: _Opened) -> Callable[..., JSON]:
    def ask(question: str, limit: int = 10) -> JSON:
        """Answer a question in Thai or English about duties, dates, meetings, senders or chains of letters.

        Also which cited letters are not held. Gives the structured query that was understood, and rows
        with citations. `fallback` "search" says that the question was not understood and letters were
        searched instead; `unused` are words of the question that nothing shown holds: say so.
        """
        return desk().ask(question, limit)

    return ask


def _search(desk: _Opened) -> Callable[..., JSON]:
    def search(
        query: str, limit: int = 10, fiscal_year: int | None = None, province: str | None = None
    ) -> JSON:
        """Find letters by words, phrases in quotes, or numbers in any spelling.

        Each result has the passages (page, line, words) that hold them. `fiscal_year` is a Buddhist-era
        budget year such as 2568, `province` a name such as น่าน.
        """
        return desk().search(query, limit, fiscal_year, province)

    return search


def _letter(desk: _Opened) -> Callable[..., JSON]:
    def letter(letter: str) -> JSON:
        """Everything read from one letter, named by its id or number (`มท 0018.1/ว 5565`).

        `citations` maps each field's pointer, such as `/deadlines/0`, to its page, line and words.
        """
        return desk().letter(letter)

    return letter


def _chain(desk: _Opened) -> Callable[..., JSON]:
    def chain(
        letter: str, direction: Literal["ancestors", "descendants", "family"] = "family", depth: int = 10
    ) -> JSON:
        """The letters that a letter hangs on (ancestors), that hang on it (descendants), or both (family).

        Each link has its kind and the line that cites. Letters known from citations only are `missing`.
        """
        return desk().chain(letter, direction, depth)

    return chain


def _duties(desk: _Opened) -> Callable[..., JSON]:
    def duties(
        programme: str | None = None, fiscal_year: int | None = None, party: str | None = None,
        province: str | None = None, since: str | None = None, until: str | None = None,
        states: list[Literal["open", "done", "moved", "cancelled", "not_applicable", "all"]] | None = None,
        limit: int = 50,
    ) -> JSON:  # fmt: skip
        """Who must do what by when, earliest first, each with every letter that says so.

        `programme` such as ITA; `party` who is bound, such as อำเภอ or district; days are ISO dates.
        """
        wanted = [str(state) for state in states] if states else None
        return desk().duties(programme, fiscal_year, party, province, since, until, wanted, limit)

    return duties
