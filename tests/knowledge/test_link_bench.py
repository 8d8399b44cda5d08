"""The bench of links on a small world: without damage every link, kind and chain is the generator's own."""

from __future__ import annotations

import pytest

from ita_docs.bench.kb_chain_truth import TrueGraph
from ita_docs.bench.kb_link_order import same_in_any_order
from ita_docs.bench.kb_links import LinkScore, measure_links
from ita_docs.bench.kb_world import WorldFile


@pytest.fixture(scope="module")
def clean() -> LinkScore:
    """A small world, undamaged."""
    return measure_links(20260, letters=150, citations=250, damage=0.0)


def test_every_link_is_right_without_damage(clean: LinkScore) -> None:
    assert clean.right >= 200
    assert (clean.wrong, clean.missed, clean.twins_linked) == (0, 0, 0), clean.examples


def test_every_chain_is_right_without_damage(clean: LinkScore) -> None:
    for direction, score in clean.chains.items():
        assert score.chains >= 100
        agreed = (score.same, score.depths, score.earliest, score.latest, score.broken)
        assert agreed == (score.chains,) * 5, (direction, score.examples)


def test_the_kinds_are_counted_one_by_one(clean: LinkScore) -> None:
    kinds = clean.to_json()["kinds"]
    assert kinds.pop("right") >= 0.99
    assert sum(right for right, _, _ in kinds.values()) == sum(clean.kinds[kind, kind] for kind in kinds)


def test_damage_does_not_depend_on_the_order_of_arrival() -> None:
    assert same_in_any_order(20261, letters=60, orders=2)


def _file(name: str, day: str, *cites: tuple[str | None, str, str]) -> WorldFile:
    """A letter that cites others: whom, their state, their number."""
    document = {"id": name, "number": {"canonical": name}, "subject": None, "date": day, "references": []}
    links = [{"to": to, "state": state, "reference": place} for place, (to, state, _) in enumerate(cites)]
    words = {place: (number, "2024-01-01", None, None) for place, (_, _, number) in enumerate(cites)}
    return WorldFile(name, name, [document], [], links, cited_before_damage=words)


def test_the_true_graph_walks_up_and_down() -> None:
    a = _file("a", "2024-01-01", (None, "missing", "lost"))
    b = _file("b", "2024-01-02", ("a", "held", "a"))
    c = _file("c", "2024-01-03", ("a", "held", "a"), ("c", "self", "c"))
    graph = TrueGraph([a, b, c])
    assert graph.walk("b", "ancestors", 10) == {"b": 0, "a": -1, ("lost", "2024-01-01"): -2}
    assert graph.walk("a", "descendants", 10) == {"a": 0, "b": 1, "c": 1}
    assert graph.walk("b", "family", 10) == {"b": 0, "a": -1, ("lost", "2024-01-01"): -2, "c": 2}
