"""The words that a problem's `type` ends in, with what each means; shown at `/problems`."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["PROBLEMS", "ProblemWord"]


@dataclass(frozen=True, slots=True)
class ProblemWord:
    """One kind of problem."""

    word: str
    status: int
    thai: str
    english: str


PROBLEMS = (
    ProblemWord("not-found", 404, "ไม่มีหนังสือ หน้า ไฟล์ หรือที่อยู่นี้", "No such letter, page, file or address"),
    ProblemWord(
        "method-not-allowed",
        405,
        "ที่อยู่นี้ไม่รับวิธีเรียกนี้ หัวข้อ Allow บอกวิธีที่รับ",
        "The address takes other methods; Allow names them",
    ),
    ProblemWord(
        "invalid-request",
        422,
        "ตัวกรอง ค่า หรือเนื้อหาที่ส่งมาอ่านไม่เข้าใจ",
        "A filter, value or body was not understood",
    ),
    ProblemWord("wrong-use", 400, "คำขอนี้ไม่มีความหมาย", "The request makes no sense"),
    ProblemWord(
        "too-large", 413, "เนื้อหาใหญ่เกินที่ตั้งไว้ (ITA_DOCS_MAX_BYTES)", "The body is beyond ITA_DOCS_MAX_BYTES"
    ),
    ProblemWord("unsupported", 415, "ไม่รองรับไฟล์ชนิดนี้", "This kind of file is not read"),
    ProblemWord("store", 503, "ใช้ฐานข้อมูลหรือคลังไฟล์ไม่ได้", "The database or the archive cannot be used"),
    ProblemWord("missing-tool", 503, "ขาดโปรแกรมที่ต้องติดตั้ง", "Something must be installed"),
    ProblemWord("not-ready", 503, "ระบบยังไม่พร้อม", "The server is not ready"),
    ProblemWord(
        "foreign-origin",
        403,
        "เว็บอื่นสั่งให้เปลี่ยนข้อมูล จึงไม่รับ",
        "Another web site asked for a change; it was refused",
    ),
    ProblemWord("foreign-name", 421, "เรียกเครื่องนี้ด้วยชื่อที่ไม่ใช่ของเครื่อง", "The server does not go by that name"),
    ProblemWord(
        "stale-page",
        403,
        "แบบฟอร์มไม่มีรหัสของหน้า เปิดหน้าใหม่แล้วลองอีกครั้ง",
        "A form without its token: open the page again",
    ),
    ProblemWord(
        "internal-error",
        500,
        "เกิดข้อผิดพลาดที่ไม่คาดคิด ดูในบันทึกตามรหัสอ้างอิง",
        "Unforeseen; the log has it under the reference",
    ),
)
"""Errors of single files have the words of `ita_docs.errors` (`empty`, `truncated`, ...), status 422."""
