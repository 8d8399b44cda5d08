"""How much speaks for a held letter being the one that a citation means.

Each sign (number, day, issuer, subject, same file, order in time) is weighed on its own and gives points with
a reason. A number that differs by more than likely misreadings rules a letter out.
"""

from __future__ import annotations

import datetime as dt
import re

from ita_docs.knowledge.linking.names import likeness, name_likeness
from ita_docs.knowledge.linking.sides import Cited, Held
from ita_docs.knowledge.linking.weigh_day import weigh_day
from ita_docs.knowledge.linking.weigh_number import weigh_number
from ita_docs.knowledge.linking.weighing import Weighing
from ita_docs.knowledge.search.fold import fold

__all__ = ["weigh"]

SAME_MATTER = 0.5
"""From this likeness on two subjects speak of the same matter."""

WHOLE_SUBJECT = 0.9
"""From this likeness on a subject is the same, light damage aside."""

OTHER_MATTER = 0.1
"""Below this likeness two subjects have nothing in common."""


def weigh(cited: Cited, held: Held) -> Weighing | None:
    """Weigh one candidate; None where it cannot be the letter meant."""
    if held.id == cited.document_id:
        return None
    weighing = Weighing(held)
    if not weigh_number(weighing, cited, held):
        return None
    _weigh_subject(weighing, cited, held)
    weigh_day(weighing, cited)
    _weigh_issuer(weighing, cited, held)
    if cited.citing_file == held.source_file_id:
        weighing.add(2, "in the same file")
        weighing.supported = weighing.same_file = True
    _weigh_time(weighing, cited.citing_date, held.date)
    return weighing


def _weigh_issuer(weighing: Weighing, cited: Cited, held: Held) -> None:
    if not cited.issuer or not held.issuer:
        return
    alike = name_likeness(cited.issuer, held.issuer)
    if alike == 1.0:
        weighing.add(2, "issuer")
    elif alike >= 0.6:
        weighing.add(1, "issuer alike")
    elif cited.agency is not None and cited.agency == held.agency and cited.unit == held.unit:
        weighing.add(-0.5, "issuer named otherwise")
    else:
        weighing.add(-3, "another issuer")


def _weigh_subject(weighing: Weighing, cited: Cited, held: Held) -> None:
    own = cited.subject
    text = own or cited.citing_subject
    if not text or not held.subject:
        return
    alike = likeness(text, held.subject)
    whole = bool(own) and alike >= WHOLE_SUBJECT and _figures(text) == _figures(held.subject)
    if whole and cited.serial is None and held.serial is None:
        weighing.add(4, "the whole subject")
        weighing.whole_subject = True
    elif alike >= 0.8:
        weighing.add(2 if own else 1, "subject")
    elif alike >= SAME_MATTER:
        weighing.add(1 if own else 0.5, "subject alike")
    elif own and alike < 0.2:
        weighing.add(-1.5, "another subject")
    weighing.own_subject = whole
    weighing.supported |= alike >= SAME_MATTER
    weighing.other_matter = alike < OTHER_MATTER


def _figures(text: str) -> list[str]:
    """The numbers in a subject: those of two years differ in nothing else."""
    return re.findall(r"\d+", fold(text))


def _weigh_time(weighing: Weighing, citing: dt.date | None, held: dt.date | None) -> None:
    if citing is None or held is None:
        return
    if (held - citing).days > 3:
        weighing.add(-4, "later than the letter that cites it")
    elif (citing - held).days <= 400:
        weighing.add(1, "within the year before")
