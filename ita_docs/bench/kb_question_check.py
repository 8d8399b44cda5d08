"""Whether an answer is right: its rows as keys, and whether the cited lines hold what they say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ita_docs.bench.kb_question_truth import bare_action, plain_words
from ita_docs.bench.kb_world import WorldFile

__all__ = ["Cited", "row_key"]

JSON = dict[str, Any]


def row_key(want: str, row: JSON) -> tuple[Any, ...]:
    """What a row of an answer says, in the shape of the truth's keys."""
    number = plain_words(row.get("number"))
    if want == "duties":
        return (row["due"], bare_action(row["action"]))
    if want == "meetings":
        place = row["venue"] or (row["online"] or {}).get("platform")
        return (row["date"], row["start"], plain_words(place))
    if want == "cites":
        return (plain_words(row["from_number"]), number, row["date"])
    if want == "cited_by":
        return (number, row["date"])
    said = row[_SAYS[want]]
    return (number, said if want in ("dates", "contacts") else plain_words(said))


_SAYS = {
    "signatory": "name", "senders": "sender", "dates": "date", "subject": "subject", "letters": "subject",
    "recipients": "recipient", "contacts": "value", "attachments": "title",
}  # fmt: skip


class Cited:
    """The lines of a world's files, to look citations up in."""

    def __init__(self, files: Sequence[WorldFile]) -> None:
        self._pages: Mapping[str, list[list[str]]] = {f"{file.name}.txt": file.pages for file in files}

    def holds(self, want: str, row: JSON) -> bool:
        """Whether the row cites lines, all of them as written, and one of them says what the row says."""
        cited = row.get("citations") or []
        return bool(cited) and all(map(self._written, cited)) and any(_says(want, row, one) for one in cited)

    def _written(self, cited: JSON) -> bool:
        pages = self._pages.get(cited["file"])
        if pages is None or not cited["line"] or not cited["text"]:
            return False
        lines = pages[cited["page"] - 1][cited["line"] - 1 :]
        return (
            plain_words(cited["text"])[:60]
            in plain_words("".join(lines))[: len(plain_words(cited["text"])) + 400]
        )


def _says(want: str, row: JSON, cited: JSON) -> bool:
    text = _bare(cited["text"])
    return any(word and (_bare(word) in text or text in _bare(word)) for word in _words(want, row))


def _bare(text: str) -> str:
    return "".join(char for char in plain_words(text) if char.isalnum() or "ะ" <= char <= "๎")


def _words(want: str, row: JSON) -> list[str]:
    from ita_docs.knowledge.thai_days import thai_day

    if want == "duties":
        return [row["action"]]
    if want == "meetings":
        return [row["title"] or "", row["venue"] or "", thai_day(row["date"])]
    if want == "cites":
        return [row["number"] or row["subject"] or "", thai_day(row["date"])]
    if want == "cited_by":
        return [row["cited_number"] or "", row["cited_subject"] or ""] if "cited_number" in row else [""]
    if want == "senders":
        return [row["sender"], row["office"] or ""]
    if want == "dates":
        day, month, year = thai_day(row["date"]).split()
        return [
            thai_day(row["date"]),
            f"{day} {month} พ.ศ. {year}",
            thai_day(row["date"], short=True),
            row["date"],
        ]
    return [str(row[_SAYS[want]] or row["number"] or thai_day(row["date"]))]
