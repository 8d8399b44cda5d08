"""Invented Thai official letters in true chains, with gold by construction.

Offices, codes, postcodes and rules are real; people, numbers and telephones are made up. The same letter
can be written as text (`ita_docs.corpus.text`), set on A4 pages with known lines (`ita_docs.corpus.page`),
and damaged as a scanner or a reader damages it. Everything follows from a seed.

>>> from ita_docs.corpus.world import World
>>> sample = next(iter(World(seed=7).samples()))
>>> sample.gold()["documents"][0]["kind"] in {"announcement", "external_letter", "order"}
True
"""
