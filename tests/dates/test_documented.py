"""Every kind, issue and doubt is told in the docs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from parsers.dates.expression import Kind
from parsers.numbers import NumberKind

ROOT = Path(__file__).parents[2]
DATES = (ROOT / "docs" / "dates.md").read_text(encoding="utf-8")
NUMBERS = (ROOT / "docs" / "numbers.md").read_text(encoding="utf-8")
ISSUE = re.compile(r"Issue\(\s*\"([a-z_]+)\"|\"(needs_[a-z_]+)\"")
DOUBT = re.compile(r"(?:append\(|, \[)\"([a-z]+_[a-z]+)\"|\(\"([a-z]+_[a-z]+)\",\)")


def codes(folder: str, pattern: re.Pattern[str]) -> set[str]:
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "parsers" / folder).glob("*.py"))
    return {one or other for one, other in pattern.findall(source)}


@pytest.mark.parametrize("kind", get_args(Kind))
def test_kind(kind: str) -> None:
    assert f"`{kind}`" in DATES


@pytest.mark.parametrize("code", sorted(codes("dates", ISSUE)))
def test_issue(code: str) -> None:
    assert f"`{code}`" in DATES


@pytest.mark.parametrize("kind", get_args(NumberKind))
def test_kind_of_number(kind: str) -> None:
    assert f"`{kind}`" in NUMBERS


@pytest.mark.parametrize("code", sorted(codes("numbers", DOUBT)))
def test_doubt(code: str) -> None:
    assert f"`{code}`" in NUMBERS
