"""Originals as they came, pictures of their pages, uploads into the inbox."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.pictures import page_picture
from api.uploads import safe_name
from ita_docs.settings import Settings

INBOX = "/api/v1/inbox"


def test_an_original_is_a_sandboxed_download(client: TestClient, files: dict[str, str]) -> None:
    answer = client.get(f"/api/v1/letters/{files['circular']}/file")
    assert answer.content.startswith(b"%PDF")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''%E0%B8%81")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"].startswith("sandbox")


def test_a_page_is_drawn_once_and_kept(client: TestClient, files: dict[str, str], settings: Settings) -> None:
    from PIL import Image

    address = f"/api/v1/letters/{files['circular']}/pages/1.png"
    first = client.get(address, params={"width": 1000})
    assert first.headers["content-type"] == "image/png"
    assert Image.open(io.BytesIO(first.content)).width == 1000
    kept = list((settings.cache / "pages").rglob("*-1-1000.png"))
    assert len(kept) == 1
    made = kept[0].stat().st_mtime_ns
    assert client.get(address, params={"width": 900}).content == first.content
    assert kept[0].stat().st_mtime_ns == made


@pytest.mark.parametrize(
    ("turned", "corner"), [(0, "top left"), (90, "top right"), (180, "bottom right"), (270, "bottom left")]
)
@pytest.mark.parametrize("kind", ["PDF", "PNG"])
def test_a_page_is_shown_as_its_reader_turned_it(tmp_path: Path, kind: str, turned: int, corner: str) -> None:
    from PIL import Image

    paper = Image.new("L", (600, 900), 255)
    paper.paste(0, (0, 0, 150, 150))
    original = tmp_path / "original"
    paper.save(original, kind)
    media = "application/pdf" if kind == "PDF" else "image/png"
    settings = Settings(home=tmp_path)
    shown = Image.open(page_picture(settings, original, "ab" * 32, media, 1, 320, turned)).convert("L")
    assert shown.width == 320
    assert (shown.height > 320) == (turned in (0, 180))
    right, bottom = shown.width - 20, shown.height - 20
    places = {"top left": (20, 20), "top right": (right, 20)}
    places |= {"bottom left": (20, bottom), "bottom right": (right, bottom)}
    dark = [name for name, place in places.items() if shown.getpixel(place) == 0]
    assert dark == [corner]


def test_a_page_that_is_not_there_is_not_found(client: TestClient, files: dict[str, str]) -> None:
    assert client.get(f"/api/v1/letters/{files['circular']}/pages/99.png").status_code == 404


def test_an_upload_lies_whole_in_the_inbox(client: TestClient, settings: Settings) -> None:
    data = b"%PDF-1.7 invented"
    answer = client.post(INBOX, files=[("files", ("หนังสือ.pdf", data)), ("files", ("หนังสือ.pdf", b"other"))])
    assert answer.status_code == 202
    first, second = answer.json()
    assert (first["name"], first["size"]) == ("หนังสือ.pdf", len(data))
    assert first["sha256"] == hashlib.sha256(data).hexdigest()
    assert second["name"] == "หนังสือ (2).pdf"
    assert (settings.inbox / first["name"]).read_bytes() == data
    assert not [path for path in settings.inbox.iterdir() if path.name.startswith(".")]
    listed = client.get(INBOX).json()["results"]
    assert {item["receiving_number"]: item["via"] for item in listed}[first["receiving_number"]] == "upload"


def test_an_upload_beyond_the_limit_is_stopped(client: TestClient, settings: Settings) -> None:
    before = set(settings.inbox.iterdir())
    answer = client.post(INBOX, files={"files": ("big.pdf", b"x" * 300_000)})
    assert (answer.status_code, answer.json()["type"]) == (413, "/problems#too-large")
    assert set(settings.inbox.iterdir()) == before


def test_a_body_of_unstated_length_is_counted_as_it_streams(client: TestClient) -> None:
    def chunks():  # type: ignore[no-untyped-def]
        yield b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n'
        for _ in range(40):
            yield b"x" * 10_000
        yield b"\r\n--b--\r\n"

    answer = client.post(INBOX, content=chunks(), headers={"Content-Type": "multipart/form-data; boundary=b"})
    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("a\x00b\u202egpj.pdf", "a_b_gpj.pdf"),
        ("con<>:|?*.pdf", "con______.pdf"),
        ("", "file"),
        (None, "file"),
        ("...", "file"),
        ("ก" * 300 + ".pdf", "ก" * 58 + ".pdf"),
    ],
)
def test_a_name_is_made_safe(given: str | None, safe: str) -> None:
    assert safe_name(given) == safe


def test_states_of_arrivals(client: TestClient, files: dict[str, str]) -> None:
    items = {item["name"]: item for item in client.get(INBOX).json()["results"]}
    assert items["กำลังอ่าน.pdf"]["state"] == "reading"
    assert (items["เสีย.pdf"]["state"], items["เสีย.pdf"]["reason"]) == ("failed", "เสีย.pdf: ไฟล์ไม่ครบ")
    assert items["ลำปาง ว118.pdf"]["state"] == "needs_review"
    again = [item for item in client.get(INBOX).json()["results"] if item["name"] == "กรม ว2210.pdf"]
    assert sorted(item["earlier"] for item in again) == [0, 1]
    english = client.get(INBOX, params={"state": "failed"}, headers={"Accept-Language": "en"}).json()
    assert [item["reason"] for item in english["results"]] == ["เสีย.pdf: the file is cut off"]
