"""Every error has its sentence in both languages, its code in the docs, and survives a process boundary."""

import pickle
import re
from pathlib import Path

import pytest

from ita_docs import errors

DOC = (Path(__file__).parents[2] / "docs" / "errors.md").read_text(encoding="utf-8")
CLASSES = [getattr(errors, name) for name in errors.__all__]
UNREADABLE = [kind for kind in CLASSES if issubclass(kind, errors.UnreadableFile)]


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_sentences_in_both_languages_have_the_same_blanks(kind: type[errors.ItaDocsError]) -> None:
    assert re.search(r"[\u0e00-\u0e7f]", kind.thai)
    assert not re.search(r"[\u0e00-\u0e7f]", kind.english)
    thai, english = (set(re.findall(r"{(\w+)[}:]", said)) for said in (kind.thai, kind.english))
    assert thai <= english
    assert english - thai <= {"detail"}  # what a library said of it, in English


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_exit_code_is_documented(kind: type[errors.ItaDocsError]) -> None:
    assert re.search(rf"^\| {kind.exit_code} \|", DOC, re.M)


@pytest.mark.parametrize("kind", UNREADABLE, ids=lambda kind: kind.code)
def test_code_of_a_refused_file_is_documented(kind: type[errors.UnreadableFile]) -> None:
    assert f"| `{kind.code}` |" in DOC


def test_message_names_file_and_page() -> None:
    error = errors.PageTooLarge(file="สแกน.pdf", page=3, width=60000, height=60000)
    assert error.message("th").startswith("สแกน.pdf หน้า 3: ")
    assert "60000 x 60000" in error.message("en")


def test_a_thai_sentence_holds_no_word_of_a_library() -> None:
    for error in (
        errors.TruncatedFile("page 1: xref not found", file="ก.pdf"),
        errors.EngineFailed("TSV has 3 columns", engine="tesseract"),
        errors.NotWhatItSays(file="ก.txt", claimed="text", found="unknown data"),
        errors.UnsupportedFile("no ending", file="ก"),
    ):
        assert not re.search("xref|columns|text|unknown|ending", error.message("th"))
        assert re.search("xref|columns|text|ending", error.message("en"))


def test_error_survives_a_process_boundary() -> None:
    error = errors.TooManyPages(file="a.pdf", pages=10000, limit=2000)
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is errors.TooManyPages
    assert again.message("th") == error.message("th")
