"""The terminal's data folder and how its two SQLCipher files are opened.

journal.db   facts, counters, PIN failures: what must never be lost; synchronous=FULL
replica.db   what the hub told: disposable
run.lock, engine.lock, sync.lock   who is at work here; the kernel lets go of them when a process dies
ballast      room that is given free when the disk is full
"""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event

from sync.errors import Damaged, DiskFull, FolderInUse, StoreError

JOURNAL, REPLICA, BALLAST = "journal.db", "replica.db", "ballast"
BALLAST_BYTES = 4 * 1024 * 1024
MIN_SQLITE = (3, 51, 3)
KEY_BYTES = 32
BUSY_SECONDS = 10.0
REPLICA_CACHE_KIB = 16 * 1024


def open_database(path: Path, key: bytes, *, create: bool = True, synchronous: str = "FULL") -> sa.Engine:
    """An engine on a SQLCipher file with a raw 256-bit key.

    Args:
        path: the file.
        key: 32 bytes, used as they are (no derivation: that would cost 88 ms a connection).
        create: whether a missing file is made.
        synchronous: FULL for what must survive a power cut, NORMAL for what can be fetched again.

    Raises:
        StoreError: SQLite is of a version that loses data, or the file is missing though `create` is false.
        Damaged: the file does not open with the key.
    """
    from sqlcipher3 import dbapi2

    if dbapi2.sqlite_version_info < MIN_SQLITE:
        raise StoreError(f"SQLite {dbapi2.sqlite_version} has a bug that loses data. Install sqlcipher3 ≥ 0.6.4.")
    if not create and not path.exists():
        raise StoreError(f"{path} is missing. Enrol this terminal: kiosk enrol --hub URL --space ID.")

    def connect() -> Any:
        connection = dbapi2.connect(str(path), timeout=BUSY_SECONDS, check_same_thread=False, isolation_level=None)
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        return connection

    # One connection, kept: opening costs more than any of our queries, and every transaction here is short.
    named = sa.URL.create("sqlite", database=str(path))
    engine = sa.create_engine(named, creator=connect, module=dbapi2, poolclass=sa.pool.SingletonThreadPool)

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        for pragma in (
            "journal_mode = WAL",
            f"synchronous = {synchronous}",
            "temp_store = MEMORY",
            "foreign_keys = ON",
        ):
            connection.execute(f"PRAGMA {pragma}")

    try:
        with engine.connect() as connection:
            connection.execute(sa.text("SELECT count(*) FROM sqlite_master"))
            connection.rollback()
    except sa.exc.DatabaseError as error:
        engine.dispose()
        raise translate(error, path) from error
    return engine


def translate(error: BaseException, path: Path) -> StoreError:
    """A database's or the system's error as a sentence."""
    text = str(getattr(error, "orig", None) or error)
    if "full" in text or (isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)):
        return DiskFull(
            f"The disk of this terminal is full: nothing more can be stored in {path.parent}. Free some space; "
            "what was saved before is safe."
        )
    if "not a database" in text or "malformed" in text or "encrypted" in text or "hmac" in text.lower():
        return Damaged(f"{path.name} is damaged or belongs to another key: {text}.")
    return StoreError(f"{path.name} cannot be used: {text}.")


@contextmanager
def transaction(engine: sa.Engine, path: Path) -> Iterator[sa.Connection]:
    """A write transaction that is on disk when this returns.

    Raises:
        DiskFull, Damaged, StoreError: nothing was stored.
    """
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.commit()
            except BaseException:
                connection.rollback()
                raise
    except sa.exc.DatabaseError as error:
        raise translate(error, path) from error


@contextmanager
def reading(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A read transaction on one committed state.

    Raises:
        Damaged, StoreError: it cannot be read.
    """
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            try:
                yield connection
            finally:
                connection.rollback()
    except sa.exc.DatabaseError as error:
        raise translate(error, Path(engine.url.database or "")) from error


class Lock:
    """A lock that a process holds on the data folder; the kernel frees it when the process ends, however it ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None

    def acquire(self, *, wait: bool = False) -> None:
        """Takes the lock.

        Raises:
            FolderInUse: somebody else has it and `wait` is false.
        """
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            os.close(handle)
            raise FolderInUse(
                f"Another terminal already runs on {self._path.parent}. Close it first, or choose another --data."
            ) from None
        self._file = handle

    def release(self) -> None:
        """Lets go."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def __enter__(self) -> Lock:
        self.acquire(wait=True)
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


def keep_ballast(folder: Path) -> None:
    """Reserves some disk, to be released when there is none left: a full disk blocks even deleting in WAL mode."""
    path = folder / BALLAST
    if path.exists() and path.stat().st_size >= BALLAST_BYTES:
        return
    try:
        with path.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, BALLAST_BYTES)
    except OSError:
        path.unlink(missing_ok=True)


def release_ballast(folder: Path) -> bool:
    """Gives the reserved room free; returns whether there was any."""
    path = folder / BALLAST
    if not path.exists():
        return False
    path.unlink()
    return True
