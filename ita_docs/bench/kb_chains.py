"""How well chains hold: ancestors, descendants and families of drawn letters against the generator's own."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, get_args

from ita_docs.bench.kb_chain_truth import Direction, Node, TrueGraph, words_of
from ita_docs.bench.kb_filing import Filed
from ita_docs.bench.kb_world import WorldFile

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlmodel import Session

__all__ = ["ChainScore", "score_chains"]

DRAWN = 300
"""Letters whose chains are compared."""

JSON = dict[str, Any]


@dataclass(slots=True)
class ChainScore:
    """Counts over chains of one direction; `unclear` are left out: two letters fit a citation's words."""

    chains: int = 0
    unclear: int = 0
    same: int = 0
    depths: int = 0
    earliest: int = 0
    latest: int = 0
    broken: int = 0
    found: int = 0
    wrong: int = 0
    missed: int = 0
    examples: list[str] = field(default_factory=list)

    def to_json(self) -> JSON:
        """The figures: how many chains agree in each respect, and precision and recall of their letters."""
        plain = {name: getattr(self, name) for name in self.__slots__ if name != "examples"}
        return {
            **plain,
            "precision": round(self.found / max(1, self.found + self.wrong), 5),
            "recall": round(self.found / max(1, self.found + self.missed), 5),
        }


def score_chains(
    engine: Engine, files: Sequence[WorldFile], filed: Filed, seed: int, drawn: int = DRAWN
) -> dict[str, ChainScore]:
    """Compare the chains of letters drawn at random with walks over the generator's graph."""
    from sqlalchemy import select

    from ita_docs.knowledge.tables import documents
    from models.session import reading

    truth = TrueGraph(files)
    dice = random.Random(f"chains {seed}")
    letters = dice.sample([file.letter for file in files], min(drawn, len(files)))
    scores = {direction: ChainScore() for direction in get_args(Direction)}
    with reading(engine) as session:
        public = dict(session.execute(select(documents.c.id, documents.c.public_id)).tuples().all())
        gold = {public[key]: name for key, name in filed.gold_of.items()}
        for letter in letters:
            for direction, score in scores.items():
                _compare(session, score, truth, public[filed.first_of[letter]], gold, letter, direction)
    return scores


def _compare(
    session: Session, score: ChainScore, truth: TrueGraph, public: str, gold: dict[str, str], letter: str,
    direction: Direction,
) -> None:  # fmt: skip
    from ita_docs.knowledge.chains import DEPTH, chain_of

    meant = truth.walk(letter, direction, DEPTH)
    if not truth.unclear.isdisjoint(meant):
        score.unclear += 1
        return
    chain = chain_of(session, public, direction).to_json()
    names = {item["id"]: _name(item, gold) for item in chain["letters"]}
    shown = {names[item["id"]]: item["depth"] for item in chain["letters"]}
    score.chains += 1
    score.same += shown.keys() == meant.keys()
    score.depths += shown == meant
    score.broken += {names[one] for one in chain["broken"]} == {one for one in meant if _unheld(one)}
    days = sorted(day for node in meant if (day := truth.day_of(node)))
    score.earliest += bool(days) and _true_day(truth, names, chain["earliest"]) == days[0]
    score.latest += bool(days) and _true_day(truth, names, chain["latest"]) == days[-1]
    _count_letters(
        score, {one for one in shown if not _unheld(one)}, {one for one in meant if not _unheld(one)}
    )
    if shown != meant:
        score.examples.append(
            f"{direction} of {letter}: {_listed(shown.items() - meant.items())} instead of"
            f" {_listed(meant.items() - shown.items())}"
        )


def _true_day(truth: TrueGraph, names: dict[str, Node], shown: str | None) -> str | None:
    """The day, as the generator knows it, of the letter that a chain shows."""
    node = names.get(shown or "")
    known = node is not None and (_unheld(node) or node in truth.documents)
    return truth.day_of(node) if node is not None and known else None


def _name(item: JSON, gold: dict[str, str]) -> Node:
    """What the generator calls a letter that a chain shows."""
    if item["state"] != "held":
        return words_of(item["number"], item["subject"], item["date"])
    return next((gold[one] for one in (item["id"], *item["copies"]) if one in gold), item["id"])


def _unheld(node: Node) -> bool:
    return not isinstance(node, str)


def _count_letters(score: ChainScore, shown: set[Node], meant: set[Node]) -> None:
    score.found += len(shown & meant)
    score.wrong += len(shown - meant)
    score.missed += len(meant - shown)


def _listed(nodes: set[tuple[Node, int]]) -> str:
    return ", ".join(sorted(str(node) for node in nodes)[:5]) or "nothing"
