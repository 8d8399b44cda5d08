"""What a question may name of a fact, days aside: True if it is so, None if it may be told, or False."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from ita_docs.bench.kb_question_days import DAYS, Test, budget_year, day_asked, quarter_of
from ita_docs.bench.kb_question_truth import Fact, bound_kind, plain_words

__all__ = ["HAS", "TESTS", "always", "number_of", "year_asked"]


def number_of(fact: Fact) -> str:
    return str((fact.letter.get("number") or {}).get("canonical") or "")


def _topic(fact: Fact, target: Fact, value: str, today: dt.date) -> bool | None:
    if value in fact.letter["topics"]:
        return True
    return None if "ITA" in (fact.letter["subject"] or "") or fact.family == target.family else False


def _fy(fact: Fact, target: Fact, value: str, today: dt.date) -> bool | None:
    wanted = year_asked(target)
    years, day = fact.letter["fiscal_years"], day_asked(fact)
    own = wanted == max(years) if years else day is not None and budget_year(day) == wanted
    if fact.kind == "letter":
        return wanted in years
    if own and (not years or day is None or budget_year(day) not in years or budget_year(day) == wanted):
        return True
    near = wanted in years or (day is not None and budget_year(day) == wanted) or not years
    return None if near else False


def year_asked(fact: Fact) -> int:
    years = fact.letter["fiscal_years"]
    return int(max(years)) if years else budget_year(day_asked(fact) or dt.date.max)


def _party(fact: Fact, target: Fact, value: str, today: dt.date) -> bool | None:
    kind = bound_kind(fact.values.get("responsible"))
    if kind == value:
        return True
    return None if kind is None else False


def _named(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    return plain_words(target.values["responsible"]) in plain_words(fact.values["responsible"])


def _province(fact: Fact, target: Fact, value: str, today: dt.date) -> bool | None:
    own = fact.letter["issuer"].get("province") == target.letter["issuer"].get("province")
    if own:
        return True
    name = str(target.letter["issuer"].get("province"))
    return None if name in str(fact.values.get("responsible")) else False


def _issuer(fact: Fact, target: Fact, value: str, today: dt.date) -> bool | None:
    one, other = fact.letter["issuer"]["name"], target.letter["issuer"]["name"]
    return True if one == other else (None if other in one else False)


def _words(fact: Fact, target: Fact, value: str, today: dt.date) -> bool | None:
    return plain_words(target.values["action"]) in plain_words(fact.values["action"]) or False


def _title(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    return plain_words(fact.values["title"]) == plain_words(target.values["title"])


def _about(fact: Fact, target: Fact, value: str, today: dt.date) -> bool | None:
    wanted = plain_words(target.letter["subject"])
    own = plain_words(fact.letter["subject"])
    return True if own == wanted else (None if wanted in own else False)


def _of_number(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    return bool(number_of(target)) and plain_words(number_of(fact)) == plain_words(number_of(target))


def _circular(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    one, other = fact.letter["number"] or {}, target.letter["number"] or {}
    return bool(one.get("circular")) and one.get("serial") == other.get("serial")


def _cited_number(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    return bool(target.values["to_number"]) and fact.values["to_number"] == target.values["to_number"]


_REPORTS = ("รายงานผล", "ส่งรายงานผล", "ขอส่งข้อมูล")
"""Subjects by which a reply can be told from a letter that merely cites."""


def _link(fact: Fact, target: Fact, value: str, today: dt.date) -> bool | None:
    if fact.values["link"] != value:
        return False
    return True if value != "replies" or str(fact.letter["subject"]).startswith(_REPORTS) else None


def _signer(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    one, other = fact.letter["signatory"] or {}, target.letter["signatory"] or {}
    return bool(one.get("name")) and one.get("name") == other.get("name")


def _kind(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    return bool(fact.letter["kind"] == value)


def _urgent(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    return bool(fact.letter["urgency"] == value)


def _addressee(fact: Fact, target: Fact, value: str, today: dt.date) -> bool | None:
    names = [r["name"] for r in fact.letter["recipients"]]
    return True if value in names else (None if any(value in name for name in names) else False)


def _online(fact: Fact, target: Fact, value: str, today: dt.date) -> bool:
    return bool(fact.values["online"])


TESTS: dict[str, Test] = DAYS | {
    "topic": _topic, "fy": _fy, "party": _party, "bound": _named, "province": _province, "issuer": _issuer,
    "words": _words, "title": _title, "about": _about, "number": _of_number, "circular": _circular,
    "cited": _cited_number, "link": _link, "signer": _signer, "kind": _kind, "urgent": _urgent,
    "to": _addressee, "online": _online,
}  # fmt: skip


def _dated(fact: Fact, value: str) -> bool:
    return day_asked(fact) is not None


def always(fact: Fact, value: str) -> bool:
    """Any fact will do."""
    return True


HAS: dict[str, Callable[[Fact, str], bool]] = {
    "topic": lambda fact, value: value in fact.letter["topics"],
    "fy": lambda fact, value: bool(fact.letter["fiscal_years"]),
    "party": lambda fact, value: bound_kind(fact.values["responsible"]) == value,
    "bound": lambda fact, value: str(fact.values["responsible"]).startswith(("กรม", "สำนักงาน")),
    "province": lambda fact, value: bool(fact.letter["issuer"].get("province")),
    "number": lambda fact, value: bool((fact.letter["number"] or {}).get("agency")),
    "circular": lambda fact, value: bool((fact.letter["number"] or {}).get("circular")),
    "cited": lambda fact, value: "/ว" in fact.values["to_number"] or "." in fact.values["to_number"],
    "link": lambda fact, value: _link(fact, fact, value, dt.date.min) is True,
    "signer": lambda fact, value: bool(fact.letter["signatory"]),
    "kind": lambda fact, value: fact.letter["kind"] == value,
    "urgent": lambda fact, value: fact.letter["urgency"] == value,
    "to": lambda fact, value: value in [r["name"] for r in fact.letter["recipients"]],
    "online": lambda fact, value: bool(fact.values["online"]),
    "quarter": lambda fact, value: _dated(fact, value) and (not value or quarter_of(fact) == int(value)),
    "title": lambda fact, value: len(fact.values["title"]) > 12,
    "about": lambda fact, value: bool(fact.letter["subject"]),
    "issuer": lambda fact, value: fact.letter["issuer"]["name"].startswith(("กรม", "สำนักงาน", "จังหวัด")),
} | {name: _dated for name in DAYS if name not in ("quarter", "latest", "first")}  # fmt: skip
