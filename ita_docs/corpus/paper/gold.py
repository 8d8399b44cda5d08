"""Gold in the contract's shape, filled from what the letter says."""

from __future__ import annotations

import re
from typing import Any

from ita_docs.corpus.citing import URGENCY_CODES
from ita_docs.corpus.letter import Letter
from ita_docs.corpus.numerals import arabic

__all__ = ["attachment_gold", "letter_gold"]

JSON = dict[str, Any]

_SECRECY = {"ลับ": "confidential", "ลับมาก": "secret", "ลับที่สุด": "top_secret"}
_FISCAL = re.compile(r"ปีงบประมาณ (?:พ\.ศ\. ?)?(25\d\d)")


def _empty(kind: str) -> JSON:
    return {
        "kind": kind, "attachment_kind": None, "title": None, "pages": [1, 1], "urgency": None,
        "secrecy": None, "number": None, "date": None,
        "issuer": {"name": None, "office": None, "address": None, "province": None}, "subject": None,
        "recipients": [], "references": [], "attachments": [], "meetings": [], "deadlines": [],
        "signatory": None, "owner": [], "contacts": [], "copies_to": [], "fiscal_years": [], "topics": [],
        "receipts": [], "body": "", "flags": [], "provenance": {},
    }  # fmt: skip


def letter_gold(letter: Letter, text: str) -> JSON:
    """The gold of a letter; `text` is all that its paper says, digits Arabic (for the fiscal years named)."""
    gold = _empty(letter.kind)
    several = len(letter.enclosures) > 1
    gold |= {
        "urgency": URGENCY_CODES.get(letter.urgency or ""),
        "secrecy": _SECRECY.get(letter.secrecy or ""),
        "number": letter.number.gold() if letter.number else None,
        "date": letter.day.isoformat(),
        "issuer": _issuer(letter),
        "subject": arabic(letter.subject),
        "recipients": [to.gold() for to in letter.recipients],
        "references": [citation.gold() for citation in letter.citations],
        "attachments": [e.gold(no if several else None) for no, e in enumerate(letter.enclosures, 1)],
        "meetings": [event.gold() for event in letter.events],
        "deadlines": [duty.gold() for duty in letter.duties],
        "signatory": letter.signer.gold() if letter.signer else None,
        "owner": list(letter.sender.owner),
        "contacts": letter.contacts.gold,
        "copies_to": [to.gold() for to in letter.copies],
        "fiscal_years": sorted({int(year) for year in _FISCAL.findall(text)}),
        "topics": letter.topics,
        "receipts": [stamp.gold() for stamp in letter.stamps],
        "body": "\n".join(arabic(paragraph.text) for paragraph in letter.body),
        "flags": letter.flags,
    }
    return _by_kind(letter, gold) | letter.extra


def _issuer(letter: Letter) -> JSON:
    office = letter.sender
    issuer: JSON = {
        "name": office.name,
        "office": office.letterhead,
        "address": " ".join(office.address),
        "province": office.province.name if office.province else None,
    }
    if office.also_named:
        issuer["accept_name"] = sorted(office.also_named)
    if office.also_in:
        issuer["accept_province"] = list(office.also_in)
    return issuer


def _by_kind(letter: Letter, gold: JSON) -> JSON:
    """What a kind of document does not print is not asked for."""
    if letter.kind == "stamped_letter":
        gold["issuer"] |= {"office": None, "address": None}
        gold |= {"subject": None, "signatory": None}
    if letter.kind in ("order", "announcement", "regulation", "news", "minutes"):
        gold["issuer"] |= {"office": None, "address": None}
        gold |= {"owner": [], "contacts": []}
        province = gold["issuer"]["province"]
        if province and province not in gold["issuer"]["name"]:
            # A local ordinance need not print it, or speaks of it without saying that it lies there.
            gold["issuer"] |= {"province": None, "accept_province": [province]}
    if letter.kind == "memo":
        own = [letter.sender.owner[0] + (letter.sender.province.name if letter.sender.province else "")]
        own += [letter.sender.owner[0], *letter.sender.owner[1:]]
        gold["issuer"]["accept_name"] = sorted({*gold["issuer"].get("accept_name", []), *own})
        gold["unread"] = ["owner"]
        gold["contacts"] = _on_first_line(letter)
    return gold


def _on_first_line(letter: Letter) -> list[JSON]:
    """A memo prints one line of its contacts, behind its office."""
    digits = re.sub(r"\D", "", arabic("".join(letter.contacts.lines[:1])))
    return [contact for contact in letter.contacts.gold if contact["value"] in digits]


def attachment_gold(kind: str, title: str, meetings: list[JSON]) -> JSON:
    """The gold of an enclosure's paper: its kind, its title, the meetings it tells of."""
    return _empty("attachment") | {"attachment_kind": kind, "title": arabic(title), "meetings": meetings}
