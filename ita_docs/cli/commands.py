"""The list of commands: name, where its function lives, and one line of help in Thai and English.

Listing them here as text keeps `ita-docs --help` quick: a command's module is imported when it is called.
"""

from __future__ import annotations

from ita_docs.cli.lazy import Command

__all__ = ["COMMANDS"]

COMMANDS = (
    Command(
        "parse",
        "ita_docs.cli.parse",
        "parse",
        "อ่านไฟล์เป็น JSON ไม่ใช้ฐานข้อมูล · Read files into JSON, no database",
    ),
    Command("ingest", "ita_docs.cli.ingest", "ingest", "รับไฟล์เข้าคลัง · Read, file and link files"),
    Command("watch", "ita_docs.cli.watch", "watch", "เฝ้ากล่องรับ · Watch the inbox folder"),
    Command("serve", "ita_docs.cli.serve", "serve", "เปิดหน้าเว็บและ API · Serve the desk and the API"),
    Command("search", "ita_docs.cli.search", "search", "ค้นหาหนังสือ · Search letters"),
    Command("ask", "ita_docs.cli.ask", "ask", "ถามเป็นภาษาไทยหรืออังกฤษ · Ask in Thai or English"),
    Command("due", "ita_docs.cli.due", "due", "สิ่งที่ต้องทำและวันครบกำหนด · Duties and their days"),
    Command("chain", "ita_docs.cli.chain", "chain", "สายหนังสือที่อ้างถึงกัน · Which letter follows which"),
    Command("when", "ita_docs.cli.when", "when", "อ่านวันที่และเวลาในข้อความ · Read dates and times in a text"),
    Command("mcp", "ita_docs.cli.mcp", "mcp", "ให้ผู้ช่วย AI ถามหนังสือ · Let an assistant ask, with citations"),
    Command("export", "ita_docs.cli.export", "export", "ส่งออกข้อมูล · Export letters, duties, chains"),
    Command("corpus", "ita_docs.cli.corpus", "app", "สร้างหนังสือตัวอย่าง · Build invented letters", group=True),
    Command("bench", "ita_docs.cli.bench", "app", "วัดผล · Measure", group=True),
    Command("doctor", "ita_docs.cli.doctor", "doctor", "ตรวจเครื่องและบอกวิธีแก้ · Check this machine"),
)
