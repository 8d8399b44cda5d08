"""Every word of the pages has an English one, and the catalogue holds no word that no page uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract
from babel.messages.pofile import read_po
from jinja2.ext import babel_extract

from api.web.catalogue import CATALOGUE, counted, translations

API = Path(__file__).parents[2] / "api"
MARKS = ("_", "gettext", "many")
IN_CODE = {"_": None}
THAI = re.compile("[\u0e01-\u0e5b]")


def words_of_the_pages() -> Iterator[str]:
    for path in sorted(API.rglob("*.html")):
        with path.open("rb") as source:
            for _line, _function, message, _comments in babel_extract(source, MARKS, [], {}):
                yield message if isinstance(message, str) else message[0]
    for path in sorted(API.rglob("*.py")):
        with path.open("rb") as source:
            for _line, message, _comments, _context in extract("python", source, keywords=IN_CODE):
                yield message if isinstance(message, str) else message[0]


def catalogue() -> dict[str, tuple[str, ...]]:
    """The English forms of each word; two where a number stands in it."""
    with CATALOGUE.open("rb") as source:
        return {_forms(entry.id)[0]: _forms(entry.string) for entry in read_po(source) if entry.id}


def _forms(words: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def test_every_word_is_translated() -> None:
    assert sorted(set(words_of_the_pages()) - set(catalogue())) == []


def test_no_translation_is_left_over() -> None:
    assert sorted(set(catalogue()) - set(words_of_the_pages())) == []


def test_translations_keep_the_blanks_and_speak_english() -> None:
    for thai, forms in catalogue().items():
        blanks = set(re.findall(r"%\(\w+\)s", thai))
        for place, english in enumerate(forms):
            assert english.strip(), thai
            left = set(re.findall(r"%\(\w+\)s", english))
            assert left == blanks or (place == 0 and len(forms) == 2 and not left), thai  # "once"
            if not english.startswith("e.g."):
                assert not THAI.search(english), english


def test_one_is_told_apart_from_many() -> None:
    assert [counted("%(n)s ฉบับ", number, "en") for number in (0, 1, 2000)] == [
        "0 letters", "1 letter", "2,000 letters",
    ]  # fmt: skip


def test_the_catalogue_is_compiled_without_a_further_step() -> None:
    assert translations("en").gettext("กล่องรับ") == "Inbox"
    assert translations("th").gettext("กล่องรับ") == "กล่องรับ"


def test_no_word_stands_in_a_template_outside_the_catalogue() -> None:
    """Thai text between tags that is not given to the translator would stay Thai on an English page."""
    for path in sorted(API.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        bare = re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}", "", text, flags=re.DOTALL)
        bare = bare.replace('lang="th">ไทย', "")  # the switch names each language in itself
        assert not THAI.search(bare), path.name
