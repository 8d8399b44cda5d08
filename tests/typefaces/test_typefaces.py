"""Typefaces by name, and the list of those held out of training."""

from __future__ import annotations

import pytest

from ita_docs import typefaces
from ita_docs.typefaces.table import entries


def test_held_out_names_are_in_the_table() -> None:
    assert typefaces.held_out() <= set(typefaces.known_names())
    assert len(typefaces.held_out()) >= 4


def test_held_out_faces_have_no_share() -> None:
    assert {entry.name for entry in entries() if entry.share == 0} == typefaces.held_out()


def test_no_file_serves_two_names() -> None:
    files = [entry.regular for entry in entries()]
    assert len(files) == len(set(files))


def test_size_factors_are_plausible() -> None:
    assert all(0.4 < entry.size_factor < 1.1 for entry in (*entries(), *entries("latin.csv")))


@pytest.mark.parametrize("name", ["Laksaman", "laksaman", "tlwg typist", "TlwgTypist"])
def test_find_ignores_case_and_spaces(name: str) -> None:
    if not typefaces.installed():
        pytest.skip("no Thai typefaces on this machine")
    face = typefaces.find(name)
    assert face.regular.is_file()
    assert face.bold is not None
    assert face.bold.is_file()


def test_unknown_typeface_says_what_is_known() -> None:
    with pytest.raises(typefaces.TypefaceMissing, match="Laksaman"):
        typefaces.find("Comic Sans")
