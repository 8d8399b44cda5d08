"""The graph of an invented world as its generator knows it, and walks over it by plain search."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any, Literal, TypeAlias

from ita_docs.bench.kb_world import WorldFile

__all__ = ["Direction", "Node", "TrueGraph", "Words", "words_of"]

Direction = Literal["ancestors", "descendants", "family"]
Words: TypeAlias = tuple[Any, ...]
"""What a citation says of its letter: number or subject, and day."""

Node: TypeAlias = str | Words
"""A held letter by the generator's id, or one that is not held by the words that name it."""

Ways: TypeAlias = dict[Node, set[Node]]

JSON = dict[str, Any]


def words_of(number: str | None, subject: str | None, day: str | None) -> Words:
    """A letter's name in citations."""
    return (number or subject, day)


class TrueGraph:
    """Who cites whom. `unclear` are letters that a citation names in words that fit two letters.

    A letter that is held only behind another in one file counts as held; whom it cites is told by the words
    of its citations, which are printed without damage there.
    """

    def __init__(self, files: Sequence[WorldFile]) -> None:
        self.documents: dict[str, JSON] = {}
        for file in files:
            for document in file.documents:
                if document.get("id"):
                    self.documents.setdefault(document["id"], document)
        named = {name: _own_words(document) for name, document in self.documents.items()}
        self._known = {words: name for name, words in named.items()}
        self._many = {words for words, count in Counter(named.values()).items() if count > 1}
        self.above: Ways = defaultdict(set)
        self.below: Ways = defaultdict(set)
        self.unclear: set[Node] = set()
        own = {file.letter for file in files}
        for file in files:
            self._add_file(file)
            for document in file.documents[1:]:
                if document.get("id") and document["id"] not in own:
                    self._add_enclosed(document)

    def _add_file(self, file: WorldFile) -> None:
        for link in file.links:
            if link["state"] == "self":
                continue
            number, day, _, subject = file.cited_before_damage[link["reference"]]
            words = words_of(number, subject, day)
            held = link["to"] is not None and link["to"] in self.documents
            target: Node = link["to"] if held else words
            if words in self._many or (not held and link["to"] and words in self._known):
                self.unclear |= {file.letter, target, self._known[words]}
            self._add(file.letter, target)

    def _add_enclosed(self, document: JSON) -> None:
        for reference in document["references"]:
            number = (reference.get("number") or {}).get("canonical")
            words = words_of(number, None if number else reference["subject"], reference["date"])
            if words in self._many:
                self.unclear.add(document["id"])
            else:
                self._add(document["id"], self._known.get(words, words))

    def _add(self, letter: Node, target: Node) -> None:
        self.above[letter].add(target)
        self.below[target].add(letter)

    def walk(self, start: str, direction: Direction, most: int) -> dict[Node, int]:
        """Steps to each letter within reach, the start among them: below nought to what it hangs on."""
        above, below = {direction} & {"ancestors", "family"}, {direction} & {"descendants", "family"}
        steps: dict[Node, int] = {start: 0}
        if direction == "family":
            steps |= self._steps(start, (self.above, self.below), most)
        if below:
            steps |= self._steps(start, (self.below,), most)
        if above:
            steps |= {node: -depth for node, depth in self._steps(start, (self.above,), most).items()}
        return steps

    def _steps(self, start: str, ways: Sequence[Ways], most: int) -> dict[Node, int]:
        steps: dict[Node, int] = {start: 0}
        row: list[Node] = [start]
        for depth in range(1, most + 1):
            row = [other for node in row for way in ways for other in way.get(node, ()) if other not in steps]
            steps |= dict.fromkeys(row, depth)
        return steps

    def day_of(self, node: Node) -> str | None:
        """The day of a letter, held or not."""
        day: str | None = self.documents[node]["date"] if isinstance(node, str) else node[1]
        return day


def _own_words(document: JSON) -> Words:
    number = (document.get("number") or {}).get("canonical")
    return words_of(number, document["subject"], document["date"])
