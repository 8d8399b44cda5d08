"""The table of flags and the page that shows it say the same; every code raised in the code is in it."""

from __future__ import annotations

import re
from pathlib import Path

from parsers.flags import flag, flag_texts

ROOT = Path(__file__).resolve().parents[2]


def test_docs_show_every_flag() -> None:
    page = (ROOT / "docs" / "flags.md").read_text("utf-8")
    shown = {
        tuple(cell.strip() for cell in row.strip("|").split("|"))
        for row in page.splitlines()
        if row.startswith("| L")
    }
    assert shown == {(text.code, text.field, text.text_th, text.text_en) for text in flag_texts().values()}


def test_every_code_in_the_parsers_is_in_the_table() -> None:
    sources = (path.read_text("utf-8") for path in (ROOT / "parsers").rglob("*.py"))
    used = {code for source in sources for code in re.findall(r'"(L0\d\d)"', source)}
    assert used <= set(flag_texts())


def test_a_flag_names_field_code_and_reason() -> None:
    found = flag("L005", "2025-01-15", detail="2025-01-15 < 2025-01-17", evidence=["/date"], at="/0")
    assert (found.field, found.code, found.evidence) == ("receipts/0", "L005", ["/date"])
    assert found.why.endswith("2025-01-15 < 2025-01-17")
