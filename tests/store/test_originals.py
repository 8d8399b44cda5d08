"""The doctor compares archive and tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_docs.archive import Archive
from ita_docs.doctor.originals import check_originals
from ita_docs.settings import Settings
from models import SourceFile
from models.keys import file_id
from models.migrate import open_database
from models.session import writing


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.delenv("ITA_DOCS_DATABASE_URL", raising=False)
    settings = Settings(home=tmp_path)
    settings.make_folders()
    source = tmp_path / "ก.txt"
    source.write_text("หนังสือ", encoding="utf-8")
    kept = Archive(settings.archive).keep(source)
    engine = open_database(settings.url)
    with writing(engine) as session:
        file = SourceFile(public_id=file_id(kept.sha256), sha256=kept.sha256, name="ก.txt", size=kept.size)
        session.add(file)
    engine.dispose()
    return settings


def _original(settings: Settings) -> Path:
    return next(settings.archive.glob("??/*"))


def test_all_is_well(settings: Settings) -> None:
    assert check_originals(settings).state == "ok"


def test_a_lost_original_is_found(settings: Settings) -> None:
    _original(settings).unlink()
    finding = check_originals(settings)
    assert finding.state == "fail"
    assert finding.remedy_th


def test_a_cut_original_is_found(settings: Settings) -> None:
    original = _original(settings)
    original.chmod(0o644)
    original.write_bytes(b"1")
    assert check_originals(settings).state == "fail"


def test_an_original_that_nobody_knows_is_told(settings: Settings) -> None:
    original = _original(settings)
    original.rename(original.with_name("0" * 62))
    open_database(settings.url).dispose()
    assert check_originals(settings).state == "fail"
    (settings.archive / "ff").mkdir()
    original.with_name("0" * 62).rename(original)
    (settings.archive / "ff" / ("f" * 62)).write_bytes(b"1")
    assert check_originals(settings).state == "warn"
