"""What `ingest` and `watch` show: a line or a JSON object a file, progress on standard error."""

from __future__ import annotations

import json
from collections.abc import Iterable
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import typer

from ita_docs.cli.counts import counted

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from ita_docs.errors import ItaDocsError

__all__ = ["IntakeView"]

JSON = dict[str, Any]

_REVIEW = {"th": "ต้องตรวจ", "en": "needs review"}
_SUM = {
    "th": "รวม {} ไฟล์ หนังสือ {} ฉบับ ต้องตรวจ {} ฉบับ",
    "en": "{}, {}, {} to review",
}
_NO_SUBJECT = {"th": "ไม่พบเรื่อง", "en": "no subject found"}


class IntakeView:
    """Shows outcomes in `language`, or as JSON; counts failures for the exit code."""

    def __init__(self, language: str, as_json: bool):
        self.language = language
        self.as_json = as_json
        self.total = 0
        self.failures: list[JSON] = []
        self.absent: list[ItaDocsError] = []
        self.letters = 0
        self.to_review = 0
        self._progress: Any = None
        self._tasks: dict[str, Any] = {}
        self._files: Any = None

    def __enter__(self) -> Self:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        console = Console(stderr=True)
        self._progress = Progress(*columns, console=console, disable=not console.is_terminal, transient=True)
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def expect(self, files: int) -> None:
        """How many files are coming."""
        self._files = self._progress.add_task("ไฟล์ · files", total=files)

    def page(self, name: str, done: int, total: int) -> None:
        """A page of a file has been read."""
        from rich.markup import escape

        if name not in self._tasks:
            self._tasks[name] = self._progress.add_task(escape(name), total=total)
        self._progress.update(self._tasks[name], completed=done, total=total)
        if done == total:
            self._progress.remove_task(self._tasks.pop(name))
            if self._files is not None:
                self._progress.advance(self._files)

    def show(self, engine: Engine, arrivals: Iterable[int | None]) -> None:
        """Print what became of these arrivals."""
        from ita_docs.inbox.outcome import outcomes

        for outcome in outcomes(engine, [number for number in arrivals if number is not None]):
            self.total += 1
            if outcome["error"]:
                self.failures.append(outcome)
            for line in [json.dumps(outcome, ensure_ascii=False)] if self.as_json else self._lines(outcome):
                typer.echo(line)

    def missing(self, errors: Iterable[ItaDocsError]) -> None:
        """Names that there is no file of: told at the end, with the other failures."""
        for error in errors:
            self.total += 1
            self.absent.append(error)

    def end(self) -> None:
        """End with the exit code of what failed."""
        from ita_docs.errors import SomeFilesFailed

        if self.total > len(self.absent) and not self.as_json:
            typer.echo(self._sum())
        for outcome in self.failures if self.as_json else []:
            typer.echo(outcome["error"][self.language], err=True)
        if self.total == 1 and self.absent:
            raise self.absent[0]
        for error in self.absent:
            typer.echo(error.message(self.language), err=True)
        if self.failures and self.total == 1:
            raise typer.Exit(_exit_code(self.failures[0]["error"]["code"]))
        if failed := len(self.failures) + len(self.absent):
            raise SomeFilesFailed(failed=failed, total=self.total)

    def _sum(self) -> str:
        counts = (self.total, self.letters, self.to_review)
        if self.language == "th":
            return _SUM["th"].format(*counts)
        return _SUM["en"].format(counted(self.total, "file"), counted(self.letters, "letter"), self.to_review)

    def _lines(self, outcome: JSON) -> list[str]:
        head = f"{outcome['receiving_number']}/{outcome['year']}  {_plain(outcome['name'])}"
        if outcome["error"]:
            return [f"{head}  ✗ {outcome['error'][self.language]}"]
        letters = [document for document in outcome["documents"] if document["kind"] != "attachment"]
        self.letters += len(letters)
        return [
            f"{head}  {self._held(len(letters), len(outcome['documents']) - len(letters))}",
            *(line for document in letters or outcome["documents"] for line in self._letter(document)),
        ]

    def _held(self, letters: int, attached: int) -> str:
        """What a file holds: the letters are listed below, what hangs on them is counted."""
        if self.language == "th":
            return f"หนังสือ {letters} ฉบับ" + (f" เอกสารแนบ {attached} รายการ" if attached else "")
        return ", ".join(
            [counted(letters, "letter"), *([counted(attached, "attachment")] if attached else [])]
        )

    def _letter(self, letter: JSON) -> list[str]:
        from ita_docs.cli.doubt_view import doubt_words

        day = self._day(letter["date"])
        parts = (
            letter["id"],
            letter["number"] or "-",
            day or "-",
            letter["subject"] or _NO_SUBJECT[self.language],
        )
        doubts = [doubt_words(**doubt, language=self.language) for doubt in letter["doubts"]]
        self.to_review += bool(doubts)
        review = [f"      {_REVIEW[self.language]}: {'; '.join(doubts)}"] if doubts else []
        return [_plain(line) for line in ("    " + "  ".join(parts), *review)]

    def _day(self, written: str | None) -> str | None:
        """A day for people: of the Buddhist era in Thai."""
        from ita_docs.knowledge.thai_days import thai_day

        return thai_day(written, short=True) if self.language == "th" else written


def _plain(text: str) -> str:
    """Text from a letter without characters that a terminal would obey."""
    return "".join(character if character.isprintable() else " " for character in text)


def _exit_code(code: str) -> int:
    from ita_docs.errors import ItaDocsError

    kinds = [ItaDocsError]
    for kind in kinds:
        kinds += kind.__subclasses__()
    return next((kind.exit_code for kind in kinds if kind.code == code), 1)
