"""How well citations find their letters, clean and damaged, and how well chains hold then."""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ita_docs.bench.kb_chains import ChainScore, score_chains
from ita_docs.bench.kb_filing import Filed, file_world
from ita_docs.bench.kb_world import WorldFile, make_world

if TYPE_CHECKING:
    from sqlalchemy import Engine

__all__ = ["LinkScore", "measure_links", "temporary_store"]


@dataclass(slots=True)
class LinkScore:
    """Counts of one run. `undecidable` are citations whose words fit two letters of the world alike.

    `kinds` counts the right links by the kind that the generator meant and the one found.
    """

    letters: int = 0
    citations: int = 0
    damaged: int = 0
    right: int = 0
    wrong: int = 0
    missed: int = 0
    undecidable: int = 0
    twins: int = 0
    twins_linked: int = 0
    kinds: Counter[tuple[str, str]] = field(default_factory=Counter)
    chains: dict[str, ChainScore] = field(default_factory=dict)
    examples: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Right links among all links."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Right links among all that could be found."""
        return self.right / max(1, self.right + self.missed)

    def to_json(self) -> dict[str, Any]:
        """The figures."""
        apart = ("kinds", "chains", "examples")
        plain = {name: getattr(self, name) for name in self.__slots__ if name not in apart}
        return {
            **plain,
            "precision": round(self.precision, 5),
            "recall": round(self.recall, 5),
            "kinds": self._kinds(),
            "chains": {name: score.to_json() for name, score in self.chains.items()},
        }

    def _kinds(self) -> dict[str, Any]:
        """How many right links are of the right kind, all and by kind: right, meant, found."""
        told = {
            kind: self.kinds[kind, kind] for kind in sorted({kind for pair in self.kinds for kind in pair})
        }
        meant, found = Counter[str](), Counter[str]()
        for (one, other), count in self.kinds.items():
            meant[one] += count
            found[other] += count
        return {
            "right": round(sum(told.values()) / max(1, self.right), 4),
            **{kind: [right, meant[kind], found[kind]] for kind, right in told.items()},
        }


@contextmanager
def temporary_store() -> Iterator[Engine]:
    """An empty SQLite store that goes when it is done with."""
    from models.migrate import open_database

    with tempfile.TemporaryDirectory(prefix="ita-docs-bench-") as folder:
        engine = open_database(f"sqlite:///{Path(folder) / 'bench.sqlite3'}")
        yield engine
        engine.dispose()


def measure_links(seed: int, *, letters: int, citations: int, damage: float) -> LinkScore:
    """Build a world, file it in random order, and compare its links with the generator's."""
    files = make_world(seed, letters=letters, citations=citations, damage=damage)
    random.Random(seed).shuffle(files)
    with temporary_store() as engine:
        filed = file_world(engine, files)
        score = score_links(engine, files, filed)
        score.chains = score_chains(engine, files, filed, seed)
        return score


def score_links(engine: Engine, files: Sequence[WorldFile], filed: Filed) -> LinkScore:
    """Compare each citation's target with what the generator meant."""
    from sqlalchemy import select

    from ita_docs.knowledge.tables import references
    from models.session import reading

    score = LinkScore(letters=len(files))
    written = {file.letter: _identity(file.documents[0]) for file in files}
    twin_of = Counter(key for key in written.values())
    with reading(engine) as session:
        rows = {(row.document_id, row.position): row for row in session.execute(select(references))}
    for file in files:
        for link in file.links:
            row = rows.get((filed.first_of[file.letter], link["reference"] + 1))
            if row is None:
                continue
            score.citations += 1
            score.damaged += link["reference"] in file.damaged
            _count(score, file, link, row, filed, written, twin_of)
    return score


def _identity(document: dict[str, Any]) -> tuple[Any, ...]:
    number = (document.get("number") or {}).get("canonical")
    return (number, document["date"], document["issuer"]["name"], None if number else document["subject"])


def _count(
    score: LinkScore,
    file: WorldFile,
    link: dict[str, Any],
    row: Any,
    filed: Filed,
    written: dict[str, tuple[Any, ...]],
    twin_of: Counter[tuple[Any, ...]],
) -> None:
    found = filed.gold_of.get(row.target_id) if row.target_id else None
    if link["state"] == "ambiguous":
        score.twins += 1
        score.twins_linked += found is not None
        if found is not None:
            score.wrong += 1
            score.examples.append(f"twin: {file.letter} {_said(row)} -> {found} of {link}: {row.why}")
        return
    meant = link["to"] if link["state"] != "self" else None
    if found is not None and found == meant:
        score.right += 1
        score.kinds[link["kind"], row.link_kind] += 1
    elif _looks_the_same(file, link, found, meant, written, twin_of):
        score.undecidable += 1
    elif found is not None:
        score.wrong += 1
        score.examples.append(
            f"wrong: {file.letter} {_said(row)} -> {written.get(found)},"
            f" not {written.get(meant or '')}: {row.why}"
        )
    elif link["state"] == "held":
        score.missed += 1
        score.examples.append(
            f"missed: {file.letter} {_said(row)} -> {written.get(meant or '')}: {row.state} {row.why}"
        )


def _said(row: Any) -> str:
    """A citation as it was understood."""
    return " ".join(str(part) for part in (row.number, row.date, row.issuer_name, row.subject) if part)


def _looks_the_same(
    file: WorldFile,
    link: dict[str, Any],
    found: str | None,
    meant: str | None,
    written: dict[str, tuple[Any, ...]],
    twin_of: Counter[tuple[Any, ...]],
) -> bool:
    """Whether two letters of the world agree in all that a citation can say of them."""
    if meant in written and twin_of[written[meant]] > 1:
        return True
    before = file.cited_before_damage.get(link["reference"])
    return found is not None and before is not None and written.get(found) == before
