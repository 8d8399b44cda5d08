"""A letter of an office with a body, an addressee and a foot of the test's own."""

from __future__ import annotations

from collections.abc import Callable

from parsers import Document

Letter = Callable[[str], Document]

HEAD = """
    ที่ ทส ๐๒๐๔.๓/๑๒๐
    {office}
    ถนนพระรามที่ ๖ กทม. ๑๐๔๐๐
    ๓ มีนาคม ๒๕๖๘
    เรื่อง การสำรวจข้อมูลอาคารของทางราชการ
    เรียน {to}
"""


def letter(body: str, office: str = "กรมทรัพยากรน้ำ", to: str = "อธิบดีกรมที่ดิน", foot: str = "") -> str:
    below = foot or "    (นายเชิดชัย แซ่ตั้ง)\n    อธิบดีกรมทรัพยากรน้ำ\n"
    return HEAD.format(office=office, to=to) + f"    {body}\n    ขอแสดงความนับถือ\n{below}"
