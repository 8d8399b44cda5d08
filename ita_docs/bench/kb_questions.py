"""Questions over an invented world: exact answer sets, and citations that hold the words."""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ita_docs.bench.kb_question_check import Cited, row_key
from ita_docs.bench.kb_question_draw import Drawn, draw, patterns
from ita_docs.bench.kb_question_truth import Facts

if TYPE_CHECKING:
    from sqlmodel import Session

    from ita_docs.knowledge.search.index import SearchIndex

__all__ = ["QuestionScore", "measure_questions"]

JSON = dict[str, Any]


@dataclass(slots=True)
class QuestionScore:
    """Counts of one run; `wrong` tells each question that was not answered exactly, and how it failed."""

    letters: int = 0
    asked: int = 0
    exact: int = 0
    rows: int = 0
    rows_without_words: int = 0
    by_source: Counter[str] = field(default_factory=Counter)
    exact_by_source: Counter[str] = field(default_factory=Counter)
    by_kind: Counter[str] = field(default_factory=Counter)
    exact_by_kind: Counter[str] = field(default_factory=Counter)
    wrong: list[JSON] = field(default_factory=list)

    def to_json(self) -> JSON:
        """The figures."""
        return {
            "letters": self.letters,
            "asked": self.asked,
            "exact": self.exact,
            "share": round(self.exact / max(1, self.asked), 4),
            "rows": self.rows,
            "rows whose citation lacks the words": self.rows_without_words,
            "by source": {name: f"{self.exact_by_source[name]}/{n}" for name, n in self.by_source.items()},
            "by kind": {name: f"{self.exact_by_kind[name]}/{n}" for name, n in self.by_kind.items()},
            "wrong": self.wrong,
        }


SETS = (
    "questions.toml",
    "questions_unseen.toml",
    "questions_second.toml",
    "questions_third.toml",
    "questions_fourth.toml",
    "questions_fifth.toml",
    "questions_sixth.toml",
    "questions_seventh.toml",
    "questions_eighth.toml",
    "questions_ninth.toml",
    "questions_tenth.toml",
    "questions_eleventh.toml",
    "questions_twelfth.toml",
    "questions_thirteenth.toml",
    "questions_kept_apart.toml",
)
"""The 120 questions, and sets by hand, asked before they were mended on (the thirteenth never was)."""


def measure_questions(seed: int, *, letters: int, names: Sequence[str] = SETS) -> QuestionScore:
    """Ask each pattern of the files once over a world of so many letters."""
    from ita_docs.bench.kb_filing import file_world
    from ita_docs.bench.kb_links import temporary_store
    from ita_docs.bench.kb_world import make_world
    from ita_docs.knowledge.search.index import SearchIndex
    from models.session import reading

    files = make_world(seed, letters=letters)
    with temporary_store() as engine, tempfile.TemporaryDirectory(prefix="ita-docs-bench-") as folder:
        file_world(engine, files)
        index = SearchIndex(Path(folder))
        index.catch_up(engine)
        facts, cited = Facts(files), Cited(files)
        score = QuestionScore(letters=len(files))
        with reading(engine) as session:
            for question in (drawn for name in names for drawn in _draw_all(facts, seed, name)):
                _ask(session, index, question, cited, score)
    return score


def _draw_all(facts: Facts, seed: int, name: str) -> Iterable[Drawn]:
    for place, pattern in enumerate(patterns(name)):
        drawn = draw(facts, pattern, random.Random(f"question {seed} {place}"))
        if drawn is not None:
            yield drawn


def _ask(session: Session, index: SearchIndex, question: Drawn, cited: Cited, score: QuestionScore) -> None:
    from ita_docs.knowledge.ask.answer import ask

    want, source = question.pattern.want, question.pattern.source
    found = ask(session, index, question.text, today=question.today).to_json()
    score.asked += 1
    score.by_source[source] += 1
    score.by_kind[want] += 1
    rows = found["answers"] if found["fallback"] is None and _right_kind(found, want) else []
    keys = {row_key(want, row) for row in rows}
    required, allowed = _shown(want, question.required), _shown(want, question.allowed)
    unsaid = [row for row in rows if not cited.holds(want, row)]
    score.rows += len(rows)
    score.rows_without_words += len(unsaid)
    if required <= keys <= allowed and not unsaid:
        score.exact += 1
        score.exact_by_source[source] += 1
        score.exact_by_kind[want] += 1
    else:
        score.wrong.append(_failure(question, found, required - keys, keys - allowed, unsaid))


def _right_kind(found: JSON, want: str) -> bool:
    got = found["understood"]["kind"]
    return bool(got == want or {got, want} <= {"letters", "subject"})


def _shown(want: str, keys: set[tuple[Any, ...]]) -> set[tuple[Any, ...]]:
    """Truth's keys as rows show them: who cites is told by the citing letter."""
    return {(key[0], key[3]) for key in keys} if want == "cited_by" else {key[:3] for key in keys}


def _failure(
    question: Drawn,
    found: JSON,
    missing: set[tuple[Any, ...]],
    extra: set[tuple[Any, ...]],
    unsaid: list[JSON],
) -> JSON:
    return {
        "question": question.text,
        "today": question.today.isoformat(),
        "want": question.pattern.want,
        "by": list(question.pattern.by),
        "understood": {name: value for name, value in found["understood"].items() if value},
        "fallback": found["fallback"],
        "missing": sorted(map(str, missing))[:4],
        "missing in all": len(missing),
        "extra": sorted(map(str, extra))[:4],
        "extra in all": len(extra),
        "without words": [str(row.get("citations"))[:300] for row in unsaid[:2]],
    }
