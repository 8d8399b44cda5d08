"""What letters of large archives are made of: topics, provinces, offices and running words."""

from __future__ import annotations

import random
from functools import cached_property
from itertools import accumulate
from typing import Any

from ita_docs.bench.kb_scale_parse import JSON

__all__ = ["ScaleStock"]


class ScaleStock:
    """The tables that letters draw from; the words in an order of the seed."""

    def __init__(self, seed: int):
        self._seed = seed

    @cached_property
    def topics(self) -> list[Any]:
        """What letters are about."""
        from ita_docs.corpus.data_files import topics

        return list(topics().values())

    @cached_property
    def provinces(self) -> list[Any]:
        """The provinces."""
        from ita_docs.corpus.data_files import provinces

        return list(provinces())

    @cached_property
    def offices(self) -> list[JSON]:
        """Central offices: agency letters of the codes' table with several units each."""
        from ita_docs.corpus.data_files import bodies

        found = []
        for body in bodies().values():
            for unit, *_ in body["units"]:
                for desk in range(1, 6):
                    office = {"name": body["name"], "agency": body["agency"], "unit": f"{unit}.{desk}"}
                    found.append({**office, "province": None})
        return found

    @cached_property
    def words(self) -> list[str]:
        """Running words, the commonest first."""
        from ita_docs.knowledge.search.lexicon import lexicon

        words = [word for word in lexicon().words if 2 <= len(word) <= 14]
        random.Random(self._seed).shuffle(words)
        return words[:20_000]

    @cached_property
    def weights(self) -> list[float]:
        """Word number n occurs about 1/n as often as the first (Zipf's law)."""
        return list(accumulate(1 / (rank + 3) for rank in range(len(self.words))))
