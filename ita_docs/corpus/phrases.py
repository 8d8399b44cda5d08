"""Sentences that official letters are made of: openings, turns, endings."""

from __future__ import annotations

from ita_docs.corpus.dice import Dice

__all__ = [
    "ENDINGS",
    "MEMO_ENDINGS",
    "SEALED_ENDINGS",
    "ask",
    "do_the_following",
    "subject_of",
    "told_before",
    "turn",
]

ENDINGS = (
    "จึงเรียนมาเพื่อโปรดพิจารณาดำเนินการต่อไป",
    "จึงเรียนมาเพื่อทราบและถือปฏิบัติ",
    "จึงเรียนมาเพื่อทราบและดำเนินการต่อไป",
    "จึงเรียนมาเพื่อพิจารณาดำเนินการ",
    "จึงเรียนมาเพื่อโปรดทราบและพิจารณาดำเนินการในส่วนที่เกี่ยวข้อง",
    "จึงเรียนมาเพื่อโปรดทราบ",
)
SEALED_ENDINGS = (
    "จึงแจ้งมาเพื่อทราบและดำเนินการต่อไป",
    "จึงแจ้งมาเพื่อทราบ",
    "จึงแจ้งมาเพื่อพิจารณาดำเนินการ",
    "จึงเรียนมาเพื่อทราบและดำเนินการในส่วนที่เกี่ยวข้อง",
)
MEMO_ENDINGS = (
    "จึงเรียนมาเพื่อโปรดพิจารณา หากเห็นชอบโปรดลงนามในหนังสือที่แนบมาพร้อมนี้",
    "จึงเรียนมาเพื่อโปรดทราบและพิจารณา",
    "จึงเรียนมาเพื่อโปรดพิจารณาอนุมัติ",
)

_LEADS = {
    "circular": ("", "แนวทาง", "การขับเคลื่อน", "การเตรียมความพร้อมรับ", "ซักซ้อมแนวทางปฏิบัติเกี่ยวกับ"),
    "cover": ("", "การขับเคลื่อน", "แนวทาง", "แจ้งแนวทาง"),
    "reminder": ("เร่งรัด", "ขอให้เร่งรัดดำเนินการเกี่ยวกับ", "ติดตาม", "การเร่งรัดติดตาม"),
    "extension": (
        "ขยายระยะเวลา",
        "การขยายระยะเวลาดำเนินการเกี่ยวกับ",
        "แจ้งขยายกำหนดเวลา",
        "เปลี่ยนแปลงกำหนดเวลาดำเนินการเกี่ยวกับ",
    ),
    "reply": ("รายงานผล", "ส่งรายงานผลการดำเนินการเกี่ยวกับ", "ขอส่งข้อมูลเกี่ยวกับ"),
    "result": ("ผล", "แจ้งผล", "สรุปผล"),
}


def subject_of(role: str, matter: str, dice: Dice) -> str:
    """A subject line: a lead for what the letter does, and the matter."""
    leads = _LEADS.get(role, ("",))
    lead = (
        dice.pick(leads) if matter.startswith("การ") else ("" if role in ("circular", "cover") else leads[1])
    )
    if lead == "แนวทาง" and not matter.startswith("การประเมิน"):
        lead = ""
    return lead + matter


def turn(dice: Dice, issuer: str, purpose: str) -> str:
    """The words from the cause to the request."""
    return dice.pick(
        (
            f"ในการนี้ {purpose} {issuer}จึงขอ",
            f"{purpose} {issuer}จึงขอ",
            f"{issuer}พิจารณาแล้ว {purpose} จึงขอ",
            f"ดังนั้น {purpose} {issuer}จึงขอ",
        )
    )


def ask(dice: Dice) -> str:
    """How a request begins: `ให้`, `ความร่วมมือให้`."""
    return dice.weighted({"ให้": 6, "ความร่วมมือให้": 2})


def do_the_following(dice: Dice) -> str:
    """The words before numbered items."""
    return dice.pick(("ดำเนินการ ดังนี้", "ดำเนินการดังนี้", "ดำเนินการ ดังต่อไปนี้", "พิจารณาดำเนินการ ดังนี้"))


def told_before(dice: Dice, short: str) -> str:
    """What the cited letter said, in general words: `ได้แจ้งแนวทางการประเมิน ITA`."""
    of = short if short.startswith("การ") else f"เกี่ยวกับ{short}"
    return dice.weighted(
        {
            f"ได้แจ้งแนวทาง{of}": 6,
            f"ได้แจ้งแนวทางการดำเนินการเกี่ยวกับ{short}": 2,
            f"ได้ซักซ้อมความเข้าใจเกี่ยวกับ{short}": 2,
            f"ขอความร่วมมือในการดำเนินการเกี่ยวกับ{short}": 2,
            f"ได้แจ้งให้ทราบและถือปฏิบัติเกี่ยวกับ{short}": 1,
            f"แจ้งมาตรการและแนวทาง{of} เพื่อให้หน่วยงานที่เกี่ยวข้องดำเนินการ": 1,
            f"ได้ขอให้เตรียมความพร้อมสำหรับ{short}": 1,
        }
    )
