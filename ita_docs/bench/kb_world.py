"""An invented world of letters: fields as the generator knows them, citations damaged at will."""

from __future__ import annotations

import copy
import hashlib
import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ita_docs.bench.kb_places import give_places
from ita_docs.corpus.world import World

if TYPE_CHECKING:
    from ita_docs.corpus.letter import Letter
    from ita_docs.corpus.sample import Sample

__all__ = ["WorldFile", "make_world"]

JSON = dict[str, Any]


@dataclass(slots=True)
class WorldFile:
    """One file: documents in the published shape, the pages' lines, and the gold of its links.

    `source` is the letter as the generator wrote it, with the keys of its duties. `scanned` files were read
    by a scanner, others are typed text.
    """

    name: str
    letter: str
    documents: list[JSON]
    pages: list[list[str]]
    links: list[JSON]
    damaged: set[int] = field(default_factory=set)
    cited_before_damage: dict[int, tuple[Any, ...]] = field(default_factory=dict)
    source: Letter | None = None
    scanned: bool = False

    @property
    def sha256(self) -> str:
        """A hash of its own."""
        return hashlib.sha256(self.name.encode()).hexdigest()


def make_world(
    seed: int,
    *,
    letters: int,
    citations: int = 0,
    damage: float = 0.0,
    twins: float = 0.03,
    missing: float = 0.1,
) -> list[WorldFile]:
    """Files until there are so many letters and citations; `damage` of the citations are misread."""
    world = World(seed, topics="mixed", missing=missing, twins=twins, flaws=0.0)
    dice = random.Random(f"damage {seed}")
    files: list[WorldFile] = []
    cited = 0
    for sample in world.samples():
        file = _world_file(sample)
        _damage(file, damage, dice)
        files.append(file)
        cited += len(file.links)
        if len(files) >= letters and cited >= citations:
            return files
    return files


def _world_file(sample: Sample) -> WorldFile:
    gold = sample.gold()
    texts = sample.text().split("\f")
    pages = [text.split("\n") for text in texts]
    documents = [copy.deepcopy(document) for document in gold["documents"]]
    for place, document in enumerate(documents):
        document["pages"] = [min(place + 1, len(pages))] * 2
        give_places(document, pages[min(place, len(pages) - 1)], min(place + 1, len(pages)))
    return WorldFile(sample.name, gold["letter"], documents, pages, gold["links"], source=sample.letter)


def _damage(file: WorldFile, rate: float, dice: random.Random) -> None:
    """Misread some citations, and understand them as they then read."""
    from ita_docs.bench.kb_damage import misread

    file.scanned = rate > 0
    for place, reference in enumerate(file.documents[0]["references"]):
        file.cited_before_damage[place] = _words_of(reference)
        if dice.random() < rate and misread(reference, dice):
            file.damaged.add(place)


def _words_of(reference: JSON) -> tuple[Any, ...]:
    """What a citation says of its letter: number, day, issuer, and without a number the subject."""
    number = (reference.get("number") or {}).get("canonical")
    return (number, reference["date"], reference["issuer"], None if number else reference["subject"])
