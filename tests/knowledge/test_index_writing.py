"""Turns at writing the index: a writer stays a moment, and others are let in."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ita_docs.knowledge.search.writing import FEW, LINGER, Turns

if TYPE_CHECKING:
    import tantivy

OTHER = """
import sys
from pathlib import Path
from ita_docs.knowledge.search.writing import Turns
turns = Turns(Path(sys.argv[1]), lambda: None)
print("asks", flush=True)
with turns.alone():
    print("alone", flush=True)
"""


def _index(folder: Path) -> tantivy.Index:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("word", stored=True, tokenizer_name="raw")
    home = folder / "tantivy"
    home.mkdir(parents=True, exist_ok=True)
    return tantivy.Index(builder.build(), path=str(home))


@pytest.fixture
def index(tmp_path: Path) -> tantivy.Index:
    return _index(tmp_path)


@pytest.fixture
def turns(tmp_path: Path, index: tantivy.Index) -> Iterator[Turns]:
    turns = Turns(tmp_path, lambda: index)
    yield turns
    turns.end()


def _write(turns: Turns, word: str) -> Any:
    import tantivy

    with turns.alone(), turns.writer(FEW, lasting=True) as writer:
        writer.add_document(tantivy.Document(word=word))
    return writer


def _fail(turns: Turns) -> None:
    import tantivy

    with turns.alone(), turns.writer(FEW, lasting=True) as writer:
        writer.add_document(tantivy.Document(word="ก"))
        raise LookupError("ก")


def _held(index: tantivy.Index) -> int:
    index.reload()
    return index.searcher().num_docs


def test_letters_one_upon_another_share_a_writer(turns: Turns, index: tantivy.Index) -> None:
    first = _write(turns, "ก")
    assert _held(index) == 1
    assert _write(turns, "ข") is first
    assert _held(index) == 2


def test_an_idle_writer_ends_and_the_next_is_new(turns: Turns, index: tantivy.Index) -> None:
    first = _write(turns, "ก")
    time.sleep(LINGER * 3)
    assert _write(turns, "ข") is not first
    assert _held(index) == 2


def test_what_fails_is_taken_back_and_does_not_block(turns: Turns, index: tantivy.Index) -> None:
    with pytest.raises(LookupError, match="ก"):
        _fail(turns)
    _write(turns, "ข")
    assert _held(index) == 1


def test_another_process_gets_its_turn_while_letters_keep_coming(turns: Turns, tmp_path: Path) -> None:
    _write(turns, "ก")
    command = [sys.executable, "-c", OTHER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "asks\n"
        until = time.monotonic() + 30
        while other.poll() is None and time.monotonic() < until:
            _write(turns, "ข")
        assert other.poll() == 0, "ยังรออยู่"
        assert other.stdout.readline() == "alone\n"


def test_a_process_that_ends_leaves_no_lock(tmp_path: Path, turns: Turns) -> None:
    script = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
import test_index_writing as ours
folder = Path(sys.argv[1])
index = ours._index(folder)
ours._write(ours.Turns(folder, lambda: index), "ก")
"""
    command = [sys.executable, "-c", script, str(tmp_path), str(Path(__file__).parent)]
    subprocess.run(command, check=True, timeout=60)
    _write(turns, "ข")
    assert _held(_index(tmp_path)) == 2
