"""The tables: the same on both databases, made by the migrations, with the guarantees that others rely on."""

from __future__ import annotations

import datetime as dt
import threading
import time
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, func, text
from sqlalchemy.exc import IntegrityError, StatementError
from sqlmodel import select

from models import Arrival, Document, DocumentContent, Row, SourceFile
from models.columns import BANGKOK, utc_now
from models.keys import document_id, file_id, number_key
from models.migrate import open_database, revision_of, upgrade
from models.session import open_engine, reading, writing


def _file(mark: str = "a") -> SourceFile:
    sha256 = (mark * 64)[:64]
    return SourceFile(public_id=file_id(sha256), sha256=sha256, name="หนังสือ.pdf", size=3_000_000_000)


def test_migrations_make_what_the_models_say(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, Row.metadata)
    assert differences == []


def test_migrations_go_down_and_up_again(engine: Engine) -> None:
    from alembic import command

    from models.migrate import _config

    with writing(engine) as session:
        command.downgrade(_config(session.connection()), "base")
    assert revision_of(engine) is None
    upgrade(engine)
    assert revision_of(engine) is not None


def test_two_starts_at_once_make_the_tables_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new' / 'ita.sqlite3'}"
    errors: list[BaseException] = []

    def start() -> None:
        try:
            open_database(url).dispose()
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=start) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []


def test_moments_are_aware_and_json_keeps_thai(engine: Engine) -> None:
    at = dt.datetime(2026, 1, 1, 6, 30, tzinfo=BANGKOK)
    with writing(engine) as session:
        file = _file()
        file.stored_at = at
        session.add(file)
        session.flush()
        document = Document(public_id="x-1", source_file_id=file.id or 0, position=1, kind="memo")
        session.add(document)
        session.flush()
        content = DocumentContent(document_id=document.id or 0, contract={"เรื่อง": [1, None, 0.5]})
        session.add(content)
    with reading(engine) as session:
        stored = session.exec(select(SourceFile)).one()
        assert stored.stored_at == at
        assert stored.stored_at.tzinfo is not None
        assert stored.size == 3_000_000_000
        assert session.exec(select(DocumentContent)).one().contract == {"เรื่อง": [1, None, 0.5]}


def test_a_moment_without_a_zone_is_refused(engine: Engine) -> None:
    file = _file()
    file.stored_at = dt.datetime(2026, 1, 1)
    with pytest.raises(StatementError), writing(engine) as session:
        session.add(file)


def test_the_same_bytes_cannot_be_two_files(engine: Engine) -> None:
    with writing(engine) as session:
        session.add(_file())
    with pytest.raises(IntegrityError), writing(engine) as session:
        session.add(_file())


def test_foreign_keys_are_checked(engine: Engine) -> None:
    with pytest.raises(IntegrityError), writing(engine) as session:
        session.add(Document(public_id="x-1", source_file_id=99, position=1, kind="memo"))


def test_removing_a_file_removes_what_was_read_from_it(engine: Engine) -> None:
    with writing(engine) as session:
        file = _file()
        session.add(file)
        session.flush()
        session.add(Document(public_id="x-1", source_file_id=file.id or 0, position=1, kind="memo"))
    with writing(engine) as session:
        session.delete(session.exec(select(SourceFile)).one())
    with reading(engine) as session:
        assert session.exec(select(func.count()).select_from(Document)).one() == 0


def test_a_failed_transaction_leaves_nothing(engine: Engine) -> None:
    def fail() -> None:
        with writing(engine) as session:
            session.add(_file())
            session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with reading(engine) as session:
        assert session.exec(select(SourceFile)).all() == []


def test_writers_take_turns(engine: Engine) -> None:
    """Read, wait, write in eight threads: with a writer lock no receiving number is given twice."""

    def arrive(mark: str) -> None:
        with writing(engine) as session:
            last = session.exec(select(func.max(Arrival.receiving_number))).one() or 0
            time.sleep(0.01)
            file = _file(mark)
            session.add(file)
            session.flush()
            arrival = Arrival(source_file_id=file.id or 0, year=2569, receiving_number=last + 1, name="a")
            session.add(arrival)

    threads = [threading.Thread(target=arrive, args=(mark,)) for mark in "abcdef01"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with reading(engine) as session:
        numbers = sorted(session.exec(select(Arrival.receiving_number)).all())
    assert numbers == list(range(1, 9))


def test_sqlite_is_safe_against_a_power_cut(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'a.sqlite3'}")
    with engine.connect() as connection:
        pragmas = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    engine.dispose()
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 30_000}


def test_now_is_aware() -> None:
    assert utc_now().utcoffset() == dt.timedelta(0)


@pytest.mark.parametrize(
    "written",
    ["มท 0018.1/ว 5565", "มท๐๐๑๘.๑/ว๕๕๖๕", " มท  ๐๐๑๘.๑ / ว ๕๕๖๕ ", "มท 0018.1/\u200bว\u00a05565"],
    ids=["contract", "เลขไทย", "เว้นวรรค", "zero width"],
)
def test_spellings_of_a_number_share_a_key(written: str) -> None:
    assert number_key(written) == "มท0018.1/ว5565"


def test_no_number_no_key() -> None:
    assert number_key(None) is None
    assert number_key("  ") is None


def test_public_ids_come_from_the_bytes() -> None:
    assert document_id("ab" * 32, 3) == f"{file_id('ab' * 32)}-3"
    assert len({file_id(f"{n:064x}") for n in range(0, 2**250, 2**240)}) == 1024
