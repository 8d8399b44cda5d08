"""The letters that search is measured on, clean and misread, and which of them hold what."""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ita_docs.bench.kb_world import WorldFile
from ita_docs.knowledge.search.fold import fold

if TYPE_CHECKING:
    from sqlmodel import Session

    from ita_docs.knowledge.search.index import SearchIndex

__all__ = ["Shelf", "class_queries", "filed", "holders"]

LEAST = 24
"""Queries of each class, as far as the world has so many."""

_DOTTED = re.compile(r"(?<![ก-๎.])(?:[ก-ฮ]{1,2}\.){2,}")
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]{2,}(?: [A-Z][A-Za-z0-9]+)*")


@dataclass(slots=True)
class Shelf:
    """A stored world: a session on it, its index, and the id of each file's first letter."""

    session: Session
    index: SearchIndex
    ids: dict[int, str]


class _NoLinks:
    """Search needs no links: the letters are stored without them."""

    def relink(self, session: Any, ids: Any) -> None:
        """Nothing."""


@contextmanager
def filed(files: Sequence[WorldFile], folder: Path) -> Iterator[Shelf]:
    """The files in a store of their own with their index."""
    from sqlalchemy import select

    from ita_docs.bench.kb_filing import file_world
    from ita_docs.bench.kb_links import temporary_store
    from ita_docs.knowledge.search.index import SearchIndex
    from ita_docs.knowledge.tables import documents, source_files
    from models.session import reading

    with temporary_store() as engine:
        file_world(engine, files, knowledge=_NoLinks())
        index = SearchIndex(folder)
        index.catch_up(engine)
        with reading(engine) as session:
            query = select(documents.c.id, source_files.c.name).join(source_files)
            names = {key: name.removesuffix(".txt") for key, name in session.execute(query)}
            yield Shelf(session, index, names)


def _one_space(folded: str) -> str:
    return re.sub(r"\s+", " ", folded)


class Texts:
    """The clean words of each file, to tell which files hold a string."""

    def __init__(self, files: Sequence[WorldFile]) -> None:
        self.raw = {file.name: "\n".join("\n".join(page) for page in file.pages) for file in files}
        self.folded = {name: _one_space(fold(text)) for name, text in self.raw.items()}

    @cached_property
    def words(self) -> Counter[str]:
        """In how many files each dictionary word stands, wherever in the text."""
        from ita_docs.knowledge.search.atoms import atoms_of
        from ita_docs.knowledge.search.lexicon import lexicon

        count: Counter[str] = Counter()
        for text in self.raw.values():
            count.update({found.word for found in lexicon().words_in(atoms_of(fold(text)))})
        return count

    @cached_property
    def cut(self) -> Counter[str]:
        """In how many files each word stands on its own, in the reading with the fewest words."""
        from ita_docs.knowledge.search.tokens import cover

        count: Counter[str] = Counter()
        for text in self.raw.values():
            count.update({piece.text for line in text.split("\n") for piece in cover(line) if piece.known})
        return count


def holders(texts: Texts, query: str) -> set[str]:
    """Files whose clean text holds the query; a Latin word or an abbreviation must stand by itself."""
    if _DOTTED.fullmatch(query):
        printed = re.compile(rf"(?<![ก-๎.]){re.escape(query)}(?![ก-ฮ]{{1,2}}\.)|(?<=[ก-๎]){re.escape(query)}")
        return {name for name, text in texts.raw.items() if printed.search(text)}
    if not query.isascii():
        wanted = _one_space(fold(query))
        return {name for name, text in texts.folded.items() if wanted in text}
    pattern = re.compile(rf"(?<![a-z0-9]){re.escape(fold(query))}(?![a-z0-9])")
    return {name for name, text in texts.raw.items() if pattern.search(fold(text))}


def class_queries(files: Sequence[WorldFile], texts: Texts, seed: int) -> dict[str, list[str]]:
    """Queries of the nine classes, drawn from what the world holds."""
    dice = random.Random(f"classes {seed}")
    letters = [file.documents[0] for file in files]
    inside = [word for word in texts.words if len(word) >= 5 and texts.cut[word] == 0]
    dotted = {match for text in texts.raw.values() for match in _DOTTED.findall(text)}
    found = {
        "A": _official(texts),
        "B": inside,
        "C": dotted - {"พ.ศ.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค."},
        "D": {str(name).split()[-1] for d in letters if (name := (d["signatory"] or {}).get("name"))},
        "E": {d["issuer"]["province"] for d in letters if d["issuer"].get("province")},
        "F": {item["action"] for d in letters for item in d["deadlines"] if item["action"]},
        "G": [word for word, count in texts.cut.items() if count <= 3 and len(word) >= 4 and word > "ก"],
        "H": {match for text in texts.raw.values() for match in _LATIN.findall(text)},
    }
    drawn = {
        name: _some([text for text in sorted(values) if holders(texts, text)], dice)
        for name, values in ((name, _many(values, dice)) for name, values in found.items())
    }
    drawn["C2"] = [text.replace(".", "") for text in drawn["C"]]
    return drawn


def _official(texts: Texts) -> list[str]:
    """Long words that stand on their own in many letters."""
    least = max(3, len(texts.raw) // 50)
    return [word for word, count in texts.cut.items() if count >= least and len(word) >= 8]


def _many(values: Iterable[str], dice: random.Random) -> list[str]:
    """A draw that is large enough that words which only seem to stand somewhere may be left out."""
    stock = sorted(set(values))
    return dice.sample(stock, min(4 * LEAST, len(stock)))


def _some(values: Iterable[str], dice: random.Random) -> list[str]:
    stock = sorted(set(values))
    return dice.sample(stock, min(LEAST, len(stock)))


def misread(files: Sequence[WorldFile], rate: float, seed: int) -> list[WorldFile]:
    """The same files with so many of their characters misread."""
    from dataclasses import replace

    from ita_docs.corpus.damage import damage_text
    from ita_docs.corpus.dice import Dice

    return [
        replace(
            file,
            pages=[
                [damage_text(line, rate, Dice(f"{seed} {file.name} {at} {n}")) for n, line in enumerate(page)]
                for at, page in enumerate(file.pages)
            ],
        )
        for file in files
    ]


def by_value(files: Sequence[WorldFile], value: Any) -> dict[Any, set[str]]:
    """Files by what `value` gives of their first letter."""
    found: dict[Any, set[str]] = defaultdict(set)
    for file in files:
        for key in value(file):
            found[key].add(file.name)
    return found
