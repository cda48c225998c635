"""The terminal's data folder and how its two SQLCipher files are opened.

journal.db   facts, counters, PIN failures: what must never be lost; synchronous=FULL
replica.db   what the hub told: disposable
search.db    the index of search over it: disposable
run.lock, engine.lock, sync.lock, search.lock   who is at work here; the kernel lets go of them when a process dies
journal.lock      held by whoever has the journal open: nobody repairs it under their hands
mend.lock         held by whoever looks at a damaged journal
journal.suspect   somebody met damage in the journal: the next start looks at the whole file
erase.order       the hub's order to erase this terminal, until it is obeyed (`sync.terminal.erasing`)
erased.json       what became of a terminal that was erased
pictures/    of activities, to be had again; the first to go when the disk is full
ballast      room that is given free when the disk is full
"""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event

from sync.errors import Damaged, DiskFull, FolderInUse, StoreError

SALVAGED = "salvaged.db"
"""A journal that was repaired and not yet put in its place (`sync.terminal.salvage`)."""
SALT_BYTES = 16
"""A SQLCipher file begins with its salt."""
JOURNAL, REPLICA, SEARCH, BALLAST = "journal.db", "replica.db", "search.db", "ballast"
ORDER, ERASED = "erase.order", "erased.json"
PICTURES, PICTURE_SUFFIX = "pictures", ".jpg"
BALLAST_BYTES = 4 * 1024 * 1024
MIN_SQLITE = (3, 51, 3)
KEY_BYTES = 32
BUSY_SECONDS = 10.0
REPLICA_CACHE_KIB = 16 * 1024


def open_database(
    path: Path, key: bytes, *, create: bool = True, synchronous: str = "FULL", secure_delete: bool = False,
    pragmas: Sequence[str] = (),
) -> sa.Engine:  # fmt: skip
    """An engine on a SQLCipher file with a raw 256-bit key.

    Args:
        path: the file.
        key: 32 bytes, used as they are (no derivation: that would cost 88 ms a connection).
        create: whether a missing file is made.
        synchronous: FULL for what must survive a power cut, NORMAL for what can be fetched again.
        secure_delete: overwrite what is deleted, where it may be a person's name.
        pragmas: more settings of each connection, as ``name = value``.

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
        connection.execute("PRAGMA cipher_log_level = NONE")  # what it would say, the error says
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
            f"secure_delete = {'ON' if secure_delete else 'OFF'}",
            *pragmas,
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
    if "not a database" in text or "image is malformed" in text or "encrypted" in text or "hmac" in text.lower():
        return Damaged(f"{path.name} is damaged or belongs to another key: {text}.")
    return StoreError(f"{path.name} cannot be used: {text}.")


@contextmanager
def transaction(
    engine: sa.Engine, path: Path, settled: Callable[[], bool] = lambda: False
) -> Iterator[sa.Connection]:  # fmt: skip
    """A write transaction that is on disk when this returns.

    After an error at commit, or of the disk before it, the connection is closed for good and the next one is new: what
    a handle says after a failed flush is worth nothing.

    Args:
        engine: of the file.
        path: the file, for the sentence.
        settled: asked after an error at commit, when the handle is gone: whether all was stored nevertheless.

    Raises:
        DiskFull, Damaged, StoreError: nothing was stored.
    """
    failed: sa.exc.DatabaseError | None = None
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException as error:
                _give_up(connection, error)
                raise
            try:
                connection.commit()
            except sa.exc.DatabaseError as error:
                failed = error
                connection.invalidate(error)
    except sa.exc.DatabaseError as error:
        raise translate(error, path) from error
    if failed is not None and not settled():
        raise translate(failed, path) from failed


def _give_up(connection: sa.Connection, error: BaseException) -> None:
    try:
        connection.rollback()
    except sa.exc.DatabaseError as again:
        connection.invalidate(again)
    else:
        if isinstance(error, sa.exc.OperationalError):
            connection.invalidate(error)


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


class SharedLock(Lock):
    """A lock that many hold together, and one alone only when nobody else does."""

    def acquire(self, *, wait: bool = False) -> None:
        """Takes it together with others; waits for who has it alone, which is never for long.

        Raises:
            StoreError: the lock's file cannot be made.
        """
        self._take(fcntl.LOCK_SH)

    def acquire_alone(self) -> bool:
        """Takes it alone, now or not at all; returns whether nobody else has it."""
        try:
            self._take(fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def alone(self) -> bool:
        """Makes a lock that is held together one that is held alone, if nobody else holds it; else it stays as it was.

        Returns whether it is held alone now. For a moment it may be held by nobody.
        """
        if self._file is None:
            return False
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:  # the kernel has let go of it on the way
            fcntl.flock(self._file, fcntl.LOCK_SH)
            return False
        return True

    def _take(self, how: int) -> None:
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise translate(error, self._path) from error
        try:
            fcntl.flock(handle, how)
        except BaseException:
            os.close(handle)
            raise
        self._file = handle


def suspect(path: Path) -> None:
    """Writes down that damage was met in a file: whoever opens it next looks at all of it first."""
    try:
        path.with_suffix(".suspect").touch()
    except OSError:  # on a disk that takes nothing, the damage will be met again
        return


def is_suspected(path: Path) -> bool:
    """Whether damage was met in a file and nobody has looked at all of it since."""
    return path.with_suffix(".suspect").exists()


def clear_suspicion(path: Path) -> None:
    """The file was looked at as a whole, or set aside."""
    path.with_suffix(".suspect").unlink(missing_ok=True)


def check_pages(path: Path, key: bytes) -> list[str]:
    """Authenticates every page of a file, and says which do not; none where the file is whole.

    Reads all of the file: for a process without a screen, soon after its start.

    Raises:
        Damaged: the file does not even open.
        StoreError: it is missing or cannot be read.
    """
    engine = open_database(path, key, create=False)
    try:
        return faults(engine)
    finally:
        engine.dispose()


def faults(engine: sa.Engine) -> list[str]:
    """What is wrong with the pages and the structure of an open file; nothing where it is whole.

    A page whose newest form is in the write-ahead log may lie torn in the file: a power cut in the middle of a
    checkpoint leaves it so, and nobody reads it there. So the log is carried over first; where somebody who reads keeps
    that from being finished, only what is read through the log is judged. Twice, since another process may be carrying
    over.
    """
    found = _faults(engine)
    return _faults(engine) if found else found


def _faults(engine: sa.Engine) -> list[str]:
    try:
        with engine.connect() as connection:
            _, frames, carried = connection.exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)").one()
            connection.rollback()
    except sa.exc.DatabaseError as error:
        raise translate(error, Path(engine.url.database or "")) from error
    if frames == carried:
        with reading(engine) as connection:
            found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA cipher_integrity_check")]
        if found:
            return found
    try:
        with reading(engine) as connection:
            return [str(row[0]) for row in connection.exec_driver_sql("PRAGMA quick_check(20)") if row[0] != "ok"]
    except Damaged as damage:
        return [str(damage)]


def keep_ballast(folder: Path) -> None:
    """Reserves some disk, to be released when there is none left: a full disk blocks even deleting in WAL mode.

    Nothing is reserved where as much again would not stay free: the last room is for facts.
    """
    path = folder / BALLAST
    if path.exists() and path.stat().st_size >= BALLAST_BYTES:
        return
    try:
        room = os.statvfs(folder)
        if room.f_bavail * room.f_frsize < 2 * BALLAST_BYTES:
            return
        with path.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, BALLAST_BYTES)
    except OSError:
        path.unlink(missing_ok=True)


def release_ballast(folder: Path) -> bool:
    """Gives the reserved room free, and that of pictures; returns whether room was reserved."""
    for picture in (folder / PICTURES).glob(f"*{PICTURE_SUFFIX}"):
        picture.unlink(missing_ok=True)
    path = folder / BALLAST
    try:
        path.unlink()
    except OSError:  # there is none, or another process was faster
        return False
    return True
