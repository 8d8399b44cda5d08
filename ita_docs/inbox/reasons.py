"""The reason file beside a file in `failed/`: what was wrong and what to do, in Thai and English."""

from __future__ import annotations

from pathlib import Path

from ita_docs.inbox.names import shown_name
from models import Arrival
from models.columns import BANGKOK, Json

__all__ = ["drop_reason", "reason_path", "write_reason"]

_TEXT = """\
ไฟล์ {name} ยังไม่ได้รับเข้าคลัง
สาเหตุ: {th}
เลขรับ {number}/{year} วันที่ {day} เวลา {time} น.
เมื่อแก้ไขแล้ว ให้วางไฟล์ลงในโฟลเดอร์ inbox อีกครั้ง

The file {name} was not filed.
Reason: {en}
Received as no. {number}/{year} on {iso} at {time}.
Once mended, drop it into the inbox folder again.

[{code}]
"""


def reason_path(path: Path) -> Path:
    """Where the reason for a file in `failed/` stands: its name and `.reason.txt`."""
    return path.with_name(f"{path.name}.reason.txt")


def write_reason(path: Path, arrival: Arrival, error: Json) -> None:
    """Write the reason for `path`, whole or not at all."""
    at = arrival.arrived_at.astimezone(BANGKOK)
    text = _TEXT.format(
        name=shown_name(path.name),
        th=error["th"],
        en=error["en"],
        code=error["code"],
        number=arrival.receiving_number,
        year=arrival.year,
        day=f"{at.day}/{at.month}/{at.year + 543}",
        iso=at.date().isoformat(),
        time=f"{at:%H:%M}",
    )
    partial = path.with_name(f".{path.name[:60]}.reason.partial")
    partial.write_text(text, encoding="utf-8")
    partial.replace(reason_path(path))


def drop_reason(path: Path) -> None:
    """Take the reason away: the file has been filed after all."""
    reason_path(path).unlink(missing_ok=True)
