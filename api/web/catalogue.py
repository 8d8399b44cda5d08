"""The words of the pages in either language. Thai stands in the templates, English in a gettext catalogue.

The catalogue is compiled in memory when the server starts, so that a clean clone needs no further step.
"""

from __future__ import annotations

import gettext
import io
from functools import cache
from pathlib import Path

from api.language import Language

__all__ = ["CATALOGUE", "counted", "translations"]

CATALOGUE = Path(__file__).parent / "locale" / "en" / "LC_MESSAGES" / "desk.po"


@cache
def translations(language: Language) -> gettext.NullTranslations:
    """Thai as it stands; English from the catalogue."""
    if language == "th":
        return gettext.NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with CATALOGUE.open("rb") as source:
        catalogue = read_po(source, locale="en")
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def counted(words: str, number: int, language: Language = "th") -> str:
    """Words with a number in them; Thai has one form, English two.

    >>> counted("%(n)s ฉบับ", 1200), counted("%(n)s ฉบับ", 1, "en")
    ('1,200 ฉบับ', '1 letter')
    """
    return translations(language).ngettext(words, words, number) % {"n": f"{number:,}"}
