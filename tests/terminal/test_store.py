"""The terminal's files: opened with a key, written whole or not at all, and every trouble of theirs a sentence."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from sync.errors import Damaged, DiskFull, FolderInUse, StoreError
from sync.terminal import store
from sync.terminal.store import (
    BALLAST,
    Lock,
    check_pages,
    keep_ballast,
    open_database,
    reading,
    release_ballast,
    transaction,
    translate,
)

KEY = bytes(range(32))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.db"


@pytest.fixture
def engine(path: Path) -> Iterator[sa.Engine]:
    made = open_database(path, KEY)
    with transaction(made, path) as connection:
        connection.exec_driver_sql("CREATE TABLE t (x INTEGER PRIMARY KEY)")
    yield made
    made.dispose()


def rows(engine: sa.Engine) -> list[int]:
    with reading(engine) as connection:
        return [row[0] for row in connection.exec_driver_sql("SELECT x FROM t ORDER BY x")]


def test_what_is_written_is_there_when_it_is_opened_again(engine: sa.Engine, path: Path) -> None:
    with transaction(engine, path) as connection:
        connection.exec_driver_sql("INSERT INTO t VALUES (1)")
    engine.dispose()
    again = open_database(path, KEY, create=False)
    assert rows(again) == [1]
    again.dispose()


@pytest.mark.parametrize(("synchronous", "level"), [("FULL", 2), ("NORMAL", 1)])
def test_a_file_is_as_safe_as_it_was_asked_to_be(path: Path, synchronous: str, level: int) -> None:
    made = open_database(path, KEY, synchronous=synchronous)
    with made.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == level
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
        assert connection.exec_driver_sql("PRAGMA cipher_version").scalar_one()
    made.dispose()


def test_a_transaction_that_fails_leaves_nothing(engine: sa.Engine, path: Path) -> None:
    def fail() -> None:
        with transaction(engine, path) as connection:
            connection.exec_driver_sql("INSERT INTO t VALUES (1)")
            raise RuntimeError("the plug")

    with pytest.raises(RuntimeError):
        fail()
    assert rows(engine) == []


def test_a_database_that_refuses_is_a_sentence(engine: sa.Engine, path: Path) -> None:
    def write() -> None:
        with transaction(engine, path) as connection:
            connection.exec_driver_sql("INSERT INTO t VALUES (1)")
            connection.exec_driver_sql("INSERT INTO t VALUES (1)")

    def read() -> None:
        with reading(engine) as connection:
            connection.exec_driver_sql("SELECT * FROM nowhere")

    with pytest.raises(StoreError, match=r"a\.db cannot be used: UNIQUE constraint failed"):
        write()
    with pytest.raises(StoreError, match=r"a\.db cannot be used: no such table"):
        read()
    assert rows(engine) == []


def test_a_reader_sees_one_state_while_others_write(engine: sa.Engine, path: Path) -> None:
    other = open_database(path, KEY)
    with reading(engine) as connection:
        before = connection.exec_driver_sql("SELECT count(*) FROM t").scalar_one()
        with transaction(other, path) as writing:
            writing.exec_driver_sql("INSERT INTO t VALUES (1)")
        assert connection.exec_driver_sql("SELECT count(*) FROM t").scalar_one() == before == 0
    assert rows(engine) == [1]
    other.dispose()


def test_a_file_that_somebody_else_holds_for_too_long_is_a_sentence(
    engine: sa.Engine, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "BUSY_SECONDS", 0.01)
    other = open_database(path, KEY)

    def write() -> None:
        with transaction(other, path) as connection:
            connection.exec_driver_sql("INSERT INTO t VALUES (1)")

    with transaction(engine, path), pytest.raises(StoreError, match="locked"):
        write()
    write()
    other.dispose()


def test_a_sqlite_that_loses_data_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "MIN_SQLITE", (99, 0, 0))
    with pytest.raises(StoreError, match="has a bug that loses data"):
        open_database(path, KEY)
    assert not path.exists()


@pytest.mark.parametrize("content", [b"rubbish " * 1000, b"SQLite format 3\x00" + b"\x00" * 4080])
def test_a_file_that_is_none_of_ours_is_damaged(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(Damaged, match=r"a\.db is damaged or belongs to another key"):
        open_database(path, KEY)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), DiskFull),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), DiskFull),
        (OSError(errno.EIO, "Input/output error"), StoreError),
        (RuntimeError("database or disk is full"), DiskFull),
        (RuntimeError("file is not a database"), Damaged),
        (RuntimeError("database disk image is malformed"), Damaged),
        (RuntimeError("database is locked"), StoreError),
    ],
)
def test_every_trouble_has_its_kind_and_names_the_place(
    tmp_path: Path, error: Exception, kind: type[StoreError]
) -> None:
    found = translate(error, tmp_path / "journal.db")
    assert type(found) is kind
    assert "journal.db" in str(found) or str(tmp_path) in str(found)


def test_room_for_a_full_disk_is_kept_once_and_given_free_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "BALLAST_BYTES", 10_000)
    keep_ballast(tmp_path)
    assert (tmp_path / BALLAST).stat().st_size == 10_000
    first = (tmp_path / BALLAST).stat().st_mtime_ns
    keep_ballast(tmp_path)
    assert (tmp_path / BALLAST).stat().st_mtime_ns == first
    assert release_ballast(tmp_path)
    assert not release_ballast(tmp_path)
    assert not (tmp_path / BALLAST).exists()


def test_where_there_is_no_room_none_is_kept(small_disk: Path) -> None:
    keep_ballast(small_disk)
    assert not (small_disk / BALLAST).exists()


def test_a_lock_can_be_taken_again_and_again(tmp_path: Path) -> None:
    lock = Lock(tmp_path / "run.lock")
    for _ in range(3):
        lock.acquire()
        with pytest.raises(FolderInUse, match=f"Another terminal already runs on {tmp_path}"):
            Lock(tmp_path / "run.lock").acquire()
        lock.release()
    lock.release()
    with Lock(tmp_path / "run.lock"):
        pass


def test_a_page_that_a_cut_tore_in_the_middle_of_a_checkpoint_is_no_damage_while_the_log_has_it_whole(
    tmp_path: Path,
) -> None:
    path = tmp_path / "journal.db"
    engine = open_database(path, KEY)
    with transaction(engine, path) as connection:
        connection.exec_driver_sql("CREATE TABLE told (text TEXT)")
        connection.exec_driver_sql("INSERT INTO told VALUES (?)", [("before" * 500,)] * 20)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    with transaction(engine, path) as connection:
        connection.exec_driver_sql("UPDATE told SET text = replace(text, 'before', 'later')")
    for name, with_log in (("torn", True), ("damaged", False)):
        folder = tmp_path / name
        folder.mkdir()
        file = bytearray(path.read_bytes())
        file[4 * 4096 + 100] ^= 1
        (folder / path.name).write_bytes(file)
        if with_log:
            shutil.copyfile(f"{path}-wal", folder / f"{path.name}-wal")
    engine.dispose()
    assert check_pages(tmp_path / "torn" / path.name, KEY) == []
    assert check_pages(tmp_path / "damaged" / path.name, KEY) != []
