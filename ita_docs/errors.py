"""Every error a person can meet, what to do about it, and the exit code it ends the command with.

    ItaDocsError                    1
    ├── WrongUse                    2   the command was asked for something it does not know
    ├── UnreadableFile              3   this file cannot be read; others go on
    │   ├── EmptyFile
    │   ├── TruncatedFile
    │   ├── EncryptedFile
    │   ├── NoPages
    │   ├── TooManyPages
    │   ├── PageTooLarge
    │   ├── FileTooLarge
    │   ├── UnsupportedFile
    │   ├── NotWhatItSays
    │   └── UnsafeName
    ├── MissingTool                 4   a program, language or font is not installed
    ├── EngineFailed                5   a reading engine broke, hung or answered nonsense
    ├── StoreProblem                6   the database or the archive cannot be used
    ├── NotFound                    7   no such letter, page or file
    └── SomeFilesFailed             8   the rest was done; the named files were not

Each class has one Thai and one English sentence with the same blanks, so that messages never drift apart;
what a library said of a damaged file, or of an engine, stands in the English one only.
"""

from __future__ import annotations

from typing import ClassVar

__all__ = [
    "EmptyFile",
    "EncryptedFile",
    "EngineFailed",
    "FileTooLarge",
    "ItaDocsError",
    "MissingTool",
    "NoPages",
    "NotFound",
    "NotWhatItSays",
    "PageTooLarge",
    "SomeFilesFailed",
    "StoreProblem",
    "TooManyPages",
    "TruncatedFile",
    "UnreadableFile",
    "UnsafeName",
    "UnsupportedFile",
    "WrongUse",
]


class ItaDocsError(Exception):
    """Base of all errors of ITA Docs.

    `file` and `page` (from 1) say where; further keywords fill the blanks of the sentences.

    >>> str(EmptyFile(file="a.pdf"))
    'a.pdf: the file is empty (0 bytes). Scan or copy it again.'
    """

    exit_code: ClassVar[int] = 1
    code: ClassVar[str] = "error"
    thai: ClassVar[str] = "เกิดข้อผิดพลาด: {detail}"
    english: ClassVar[str] = "something went wrong: {detail}"

    def __init__(
        self, detail: str = "", *, file: str | None = None, page: int | None = None, **blanks: object
    ):
        self.file = file
        self.page = page
        self.blanks = {"detail": detail, **blanks}
        super().__init__(self.message("en"))

    def message(self, language: str = "th") -> str:
        """The sentence in Thai (`th`) or English (`en`), with file and page in front."""
        template = self.thai if language == "th" else self.english
        blanks = (
            self.blanks if language != "th" else {key: _thai(value) for key, value in self.blanks.items()}
        )
        return self._place(language) + template.format_map(_Blanks(blanks))

    def _place(self, language: str) -> str:
        page = (
            "" if self.page is None else (f" หน้า {self.page}" if language == "th" else f" page {self.page}")
        )
        return f"{self.file}{page}: " if self.file else ""

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.file, self.page, self.blanks)


_THAI_WORDS = {"text": "ข้อความ", "unknown data": "ข้อมูลที่ไม่รู้จัก", "no ending": "ไม่มีนามสกุลไฟล์"}


def _thai(value: object) -> object:
    return _THAI_WORDS.get(value, value) if isinstance(value, str) else value


class _Unknown:
    """Stands for a value that was not given, whatever its format."""

    def __format__(self, spec: str) -> str:
        return "?"


class _Blanks(dict[str, object]):
    def __missing__(self, key: str) -> object:
        return _Unknown()


def _rebuild(
    kind: type[ItaDocsError], file: str | None, page: int | None, blanks: dict[str, object]
) -> ItaDocsError:
    rest = {key: value for key, value in blanks.items() if key != "detail"}
    return kind(str(blanks["detail"]), file=file, page=page, **rest)


class WrongUse(ItaDocsError):
    """The command line or a request asks for something that makes no sense."""

    exit_code, code = 2, "wrong-use"
    thai = "คำสั่งไม่ถูกต้อง: {detail}"
    english = "this request cannot be understood: {detail}"


class UnreadableFile(ItaDocsError):
    """A file that cannot be read. It is set aside; the others go on."""

    exit_code, code = 3, "unreadable"
    thai = "อ่านไฟล์ไม่ได้: {detail}"
    english = "the file cannot be read: {detail}"


class EmptyFile(UnreadableFile):
    """0 bytes."""

    code = "empty"
    thai = "ไฟล์ว่างเปล่า (0 ไบต์) โปรดสแกนหรือคัดลอกใหม่"
    english = "the file is empty (0 bytes). Scan or copy it again."


class TruncatedFile(UnreadableFile):
    """The end is missing or the inside is broken."""

    code = "truncated"
    thai = "ไฟล์ไม่ครบหรือเสียหาย โปรดคัดลอกใหม่จากต้นฉบับ"
    english = "the file is cut off or damaged ({detail}). Copy it again from the original."


class EncryptedFile(UnreadableFile):
    """Opens with a password only."""

    code = "encrypted"
    thai = "ไฟล์มีรหัสผ่าน โปรดบันทึกใหม่โดยไม่ใส่รหัสผ่าน"
    english = "the file is protected by a password. Save it again without one."


class NoPages(UnreadableFile):
    """A document without a page."""

    code = "no-pages"
    thai = "ไฟล์ไม่มีหน้าเอกสาร"
    english = "the file has no pages."


class TooManyPages(UnreadableFile):
    """More pages than `ITA_DOCS_MAX_PAGES`."""

    code = "too-many-pages"
    thai = "ไฟล์มี {pages} หน้า เกินที่ตั้งไว้ {limit} หน้า โปรดแยกไฟล์ หรือเพิ่มค่า ITA_DOCS_MAX_PAGES"
    english = (
        "the file has {pages} pages, more than the limit of {limit}. Split it or raise ITA_DOCS_MAX_PAGES."
    )


class PageTooLarge(UnreadableFile):
    """A page or picture with more pixels than `ITA_DOCS_MAX_PIXELS`."""

    code = "page-too-large"
    thai = "หน้ามีขนาด {width} x {height} จุด ใหญ่เกินที่ตั้งไว้ โปรดสแกนใหม่ที่ 300 dpi"
    english = "the page measures {width} x {height} pixels, more than the limit. Scan it again at 300 dpi."


class FileTooLarge(UnreadableFile):
    """A file of more bytes than `ITA_DOCS_MAX_BYTES`."""

    code = "file-too-large"
    thai = "ไฟล์มีขนาด {size:,} ไบต์ เกินที่ตั้งไว้ {limit:,} ไบต์ โปรดแยกไฟล์ หรือเพิ่มค่า ITA_DOCS_MAX_BYTES"
    english = (
        "the file has {size:,} bytes, more than the limit of {limit:,}. Split it or raise ITA_DOCS_MAX_BYTES."
    )


class UnsupportedFile(UnreadableFile):
    """A kind of file that is not read."""

    code = "unsupported"
    thai = "ไม่รองรับไฟล์ชนิดนี้ ({detail}) รองรับ PDF PNG JPEG TIFF TXT และ MD"
    english = "this kind of file is not read ({detail}). PDF, PNG, JPEG, TIFF, TXT and MD are."


class NotWhatItSays(UnreadableFile):
    """The name says one kind, the content is another."""

    code = "not-what-it-says"
    thai = "ชื่อไฟล์บอกว่าเป็น {claimed} แต่เนื้อหาเป็น {found} โปรดตรวจไฟล์ต้นฉบับ"
    english = "the name says {claimed}, but the content is {found}. Check the original file."


class UnsafeName(UnreadableFile):
    """A name with path parts or control characters."""

    code = "unsafe-name"
    thai = "ชื่อไฟล์มีอักขระที่ไม่ปลอดภัย โปรดเปลี่ยนชื่อไฟล์"
    english = "the file name holds unsafe characters. Rename the file."


class MissingTool(ItaDocsError):
    """A program, language pack or font that must be installed."""

    exit_code, code = 4, "missing-tool"
    thai = "ไม่พบ {tool} โปรดติดตั้งด้วยคำสั่ง: {install}"
    english = "{tool} is missing. Install it with: {install}"


class EngineFailed(ItaDocsError):
    """A reading engine crashed, hung, or gave something that is not text."""

    exit_code, code = 5, "engine-failed"
    thai = "โปรแกรมอ่าน ({engine}) ขัดข้อง โปรดลองอ่านใหม่ หากยังขัดข้องให้ตรวจด้วยคำสั่ง ita-docs doctor"
    english = "the reading engine {engine} failed: {detail}"


class StoreProblem(ItaDocsError):
    """The database or the archive of originals cannot be used."""

    exit_code, code = 6, "store"
    thai = "ใช้ฐานข้อมูลหรือคลังไฟล์ไม่ได้: {detail}"
    english = "the database or the archive cannot be used: {detail}"


class NotFound(ItaDocsError):
    """No such letter, page or file."""

    exit_code, code = 7, "not-found"
    thai = "ไม่พบ {detail}"
    english = "not found: {detail}"


class SomeFilesFailed(ItaDocsError):
    """Some of many files could not be done; the rest were."""

    exit_code, code = 8, "some-failed"
    thai = "ทำไม่สำเร็จ {failed} จาก {total} ไฟล์ (ไฟล์อื่นเรียบร้อยแล้ว)"
    english = "{failed} of {total} files failed (the others are done)"
