"""Files that cannot be read: each is refused with its own error, and with a sentence that says what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from ita_docs import errors
from ita_docs.reading import read_file
from ita_docs.settings import Settings


def a4(pages: int = 1, size: tuple[float, float] = (595, 842)) -> pikepdf.Pdf:
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page(page_size=size)
    return pdf


def empty(path: Path) -> None:
    path.write_bytes(b"")


def cut_off(path: Path) -> None:
    a4(3).save(path)
    path.write_bytes(path.read_bytes()[:-200])


def only_the_head(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<")


def garbage_inside(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"\n%%EOF\n")


def locked(path: Path) -> None:
    a4().save(path, encryption=pikepdf.Encryption(owner="o", user="u"))


def no_pages(path: Path) -> None:
    pikepdf.new().save(path)


def ten_thousand_pages(path: Path) -> None:
    a4(10_000).save(path)


def sixty_thousand_pixels(path: Path) -> None:
    a4(size=(14_400, 14_400)).save(path)


def text_called_pdf(path: Path) -> None:
    path.write_text("ที่ มท ๐๘๙๑.๔/ว ๖๗๘๙\nเรื่อง ทดสอบ\n", encoding="utf-8")


def zip_called_pdf(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04" + bytes(100))


PDFS: list[tuple[Callable[[Path], None], type[errors.UnreadableFile], str]] = [
    (empty, errors.EmptyFile, "empty"),
    (cut_off, errors.TruncatedFile, "cut off"),
    (only_the_head, errors.TruncatedFile, "cut off"),
    (garbage_inside, errors.TruncatedFile, "damaged"),
    (locked, errors.EncryptedFile, "password"),
    (no_pages, errors.NoPages, "no pages"),
    (ten_thousand_pages, errors.TooManyPages, "10000 pages"),
    (sixty_thousand_pixels, errors.PageTooLarge, "60000 x 60000"),
    (text_called_pdf, errors.NotWhatItSays, "the content is text"),
    (zip_called_pdf, errors.NotWhatItSays, "ZIP"),
]


@pytest.mark.parametrize(("make", "error", "says"), PDFS, ids=[make.__name__ for make, _, _ in PDFS])
def test_a_bad_pdf_is_refused_clearly(
    tmp_path: Path, make: Callable[[Path], None], error: type[errors.UnreadableFile], says: str
) -> None:
    path = tmp_path / "หนังสือ.pdf"
    make(path)
    with pytest.raises(error) as caught:
        read_file(path, settings=Settings(home=tmp_path))
    assert str(caught.value).startswith("หนังสือ.pdf")
    assert says in str(caught.value)
    assert caught.value.exit_code == 3


def test_a_giant_picture_on_a_small_page_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "giant.pdf"
    pdf = a4()
    picture = pdf.make_stream(
        b"\x00" * 10,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=60_000,
        Height=60_000,
        ColorSpace=pikepdf.Name.DeviceGray,
        BitsPerComponent=8,
    )
    pdf.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=picture))
    pdf.pages[0].Contents = pdf.make_stream(b"q 595 0 0 842 0 0 cm /P Do Q")
    pdf.save(path)
    with pytest.raises(errors.PageTooLarge, match="60000 x 60000"):
        read_file(path, engine="ita_docs.reading.fake:sample", settings=Settings(home=tmp_path, workers=1))


def test_a_wide_picture_file_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    path = tmp_path / "wide.png"
    Image.new("1", (60_000, 40)).save(path)
    with pytest.raises(errors.PageTooLarge, match="60000 x 40"):
        read_file(path, settings=Settings(home=tmp_path))


def test_a_cut_off_jpeg_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cut.jpg"
    Image.effect_noise((900, 900), 90).convert("L").save(path)
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(errors.TruncatedFile, match="page 1"):
        read_file(path, engine="ita_docs.reading.fake:sample", settings=Settings(home=tmp_path, workers=1))


def test_an_office_file_is_not_supported(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(b"PK\x03\x04" + bytes(100))
    with pytest.raises(errors.UnsupportedFile, match="ZIP or Office"):
        read_file(path, settings=Settings(home=tmp_path))


def test_a_file_over_the_size_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_text("ก" * 2000, encoding="utf-8")
    with pytest.raises(errors.FileTooLarge, match=r"6,000 bytes, more than the limit of 1,000"):
        read_file(path, settings=Settings(home=tmp_path, max_bytes=1000))


def test_a_missing_file_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(errors.NotFound):
        read_file(tmp_path / "none.pdf", settings=Settings(home=tmp_path))
