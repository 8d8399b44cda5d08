"""How well the register joins what several letters tell of one duty, and follows its moves."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ita_docs.bench.kb_duty_truth import Part, Telling, parts_meant
from ita_docs.bench.kb_filing import Filed, file_world
from ita_docs.bench.kb_links import temporary_store
from ita_docs.bench.kb_world import WorldFile, make_world

if TYPE_CHECKING:
    from sqlalchemy import Engine

__all__ = ["DutyScore", "measure_duties"]


@dataclass(slots=True)
class DutyScore:
    """Counts of one run. A pair is two tellings, of different letters or copies, that are one duty."""

    letters: int = 0
    duties: int = 0
    tellings: int = 0
    pairs_right: int = 0
    pairs_wrong: int = 0
    pairs_missed: int = 0
    whole: int = 0
    moved: int = 0
    moved_right: int = 0
    due_right: int = 0
    examples: list[str] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """The figures: `whole` duties have just the tellings that the world gives them."""
        found = self.pairs_right + self.pairs_wrong
        wanted = self.pairs_right + self.pairs_missed
        return {
            **{name: getattr(self, name) for name in self.__slots__ if name != "examples"},
            "pair precision": round(self.pairs_right / max(1, found), 4),
            "pair recall": round(self.pairs_right / max(1, wanted), 4),
            "whole share": round(self.whole / max(1, self.duties), 4),
            "examples": self.examples[:12],
        }


def measure_duties(seed: int, *, letters: int) -> DutyScore:
    """File a world in random order and compare its register with the generator's."""
    files = make_world(seed, letters=letters)
    random.Random(seed).shuffle(files)
    with temporary_store() as engine:
        return score_duties(engine, files, file_world(engine, files))


def score_duties(engine: Engine, files: Sequence[WorldFile], filed: Filed) -> DutyScore:
    """Compare the tellings of each duty, its last day and its moves."""
    meant = parts_meant(files)
    part_of = {telling: part.name for part in meant for telling in part.tellings}
    found, rows = _registered(engine, filed)
    score = DutyScore(letters=len(files), duties=len(meant), tellings=len(part_of))
    told = {telling: group for telling, group in found.items() if telling in part_of}
    _count_pairs(score, told, part_of)
    _count_whole(score, told, meant, rows)
    return score


def _registered(engine: Engine, filed: Filed) -> tuple[dict[Telling, int], dict[int, list[Any]]]:
    """The duty of each telling, moved ones joined with what they moved to; and the rows of each."""
    from sqlalchemy import select

    from ita_docs.knowledge.tables import deadlines, duties, duty_sources
    from models.session import reading

    with reading(engine) as session:
        rows = {row.id: row for row in session.execute(select(duties))}
        query = select(duty_sources.c.duty_id, deadlines.c.document_id, deadlines.c.position).join(
            deadlines, deadlines.c.id == duty_sources.c.deadline_id
        )
        sources = session.execute(query).all()
    last = {key: _last(key, rows) for key in rows}
    groups: dict[int, list[Any]] = defaultdict(list)
    for key, row in rows.items():
        groups[last[key]].append(row)
    found = {
        (filed.gold_of[row.document_id], row.position): last[row.duty_id]
        for row in sources
        if row.document_id in filed.gold_of
    }
    return found, groups


def _last(key: int, rows: dict[int, Any]) -> int:
    seen = {key}
    while (onto := rows[key].moved_to_id) is not None and onto not in seen:
        seen.add(onto)
        key = onto
    return key


def _pairs(counts: Iterable[int]) -> int:
    return sum(count * (count - 1) // 2 for count in counts)


def _count_pairs(score: DutyScore, told: dict[Telling, int], meant: dict[Telling, str]) -> None:
    both = Counter((group, meant[telling]) for telling, group in told.items())
    score.pairs_right = _pairs(both.values())
    score.pairs_wrong = _pairs(Counter(told.values()).values()) - score.pairs_right
    score.pairs_missed = _pairs(Counter(meant.values()).values()) - score.pairs_right


def _count_whole(
    score: DutyScore, told: dict[Telling, int], meant: Sequence[Part], rows: dict[int, list[Any]]
) -> None:
    grouped: dict[int, set[Telling]] = defaultdict(set)
    for telling, group in told.items():
        grouped[group].add(telling)
    for part in meant:
        groups = {told[telling] for telling in part.tellings if telling in told}
        whole = len(groups) == 1 and grouped[min(groups)] == part.tellings
        score.whole += whole
        if not whole:
            score.examples.append(
                f"{part.name}: {sorted(part.tellings)} told as {[sorted(grouped[one]) for one in groups]}"
            )
        _count_days(score, part, [rows[group] for group in groups])


def _count_days(score: DutyScore, part: Part, groups: list[list[Any]]) -> None:
    """Whether the last day holds, and where it was moved, whether the day before is kept as moved."""
    days = {
        row.due.isoformat() if row.due else None for group in groups for row in group if row.state != "moved"
    }
    score.due_right += days == {part.due}
    score.moved += part.moved
    if part.moved:
        kept = any(row.state == "moved" for group in groups for row in group)
        score.moved_right += kept and days == {part.due}
