"""The journal's file: opened by as many as want to, set aside by one alone; and what becomes of a write that failed.

After an error at commit the handle is never used again. The file is opened anew, and whether the facts are there, on
disk, is what is answered: nothing that was not stored is called stored.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from sync.errors import Damaged, DiskFull, StoreError
from sync.terminal.glance import Glance, Version
from sync.terminal.journal_schema import SCHEMA, bring_up, fact_table
from sync.terminal.store import (
    SharedLock,
    is_suspected,
    open_database,
    reading,
    release_ballast,
    suspect,
    transaction,
)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Glanced:
    """What is asked of a journal again and again.

    Attributes:
        state: its small values.
        floor, last: first and last place held of the current incarnation; None where nothing is.
        base, base_hash: the place before the first that is held, and the hash there; 0 and "" where none was let go.
    """

    state: Mapping[str, str]
    floor: int | None
    last: int | None
    base: int
    base_hash: str


class JournalFile:
    """An open journal's file. Raises `sync.errors.StoreError` and its kin from every method that writes."""

    def __init__(self, path: Path, key: bytes, *, create: bool = False) -> None:
        """Opens it, and brings it to this program's schema.

        Raises:
            Damaged: it does not open with the key; the next start salvages it (`sync.terminal.opening`).
            StoreError: it is missing, or is being repaired by another process.
        """
        self.path = path
        self._glance = Glance(_glanced)
        self._lock = SharedLock(path.with_suffix(".lock"))
        self._lock.acquire()
        try:
            self._engine = open_database(path, key, create=create, secure_delete=True)
            self._bring_up(create)
        except Damaged:
            suspect(path)
            self._lock.release()
            raise
        except BaseException:
            self._lock.release()
            raise

    def _bring_up(self, create: bool) -> None:
        with self._engine.connect() as connection:
            version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
            connection.rollback()
        try:
            if version != SCHEMA or create:
                with transaction(self._engine, self.path) as connection:
                    bring_up(connection)
        except BaseException:
            self._engine.dispose()
            raise

    def close(self) -> None:
        """Closes the file."""
        self._engine.dispose()
        self._lock.release()

    def alone(self) -> bool:
        """Has this journal for this handle alone from now on, if nobody else has it open; returns whether it is so."""
        return self._lock.alone()

    def data_version(self) -> int:
        """A number that changes when another connection committed."""
        return self.version()[1]

    def version(self) -> Version:
        """What changes with each commit, whoever made it."""
        with self._suspecting():
            return self._glance.version(self._engine)

    def glance(self) -> Glanced:
        """What is asked again and again, read anew only where somebody committed."""
        with self._suspecting():
            return self._glance.look(self._engine)

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        """One committed state."""
        with self._suspecting(), reading(self._engine) as connection:
            yield connection

    @contextmanager
    def _suspecting(self) -> Iterator[None]:
        """A file that turns out damaged is looked at as a whole at the next start."""
        try:
            yield
        except Damaged:
            suspect(self.path)
            raise

    @contextmanager
    def _writing(self, facts: Sequence[str] = ()) -> Iterator[sa.Connection]:
        """A transaction that is on disk when this returns.

        Args:
            facts: ids of the facts that it stores; read when it ends.

        Raises:
            DiskFull, Damaged, StoreError: nothing was stored.
        """
        try:
            with transaction(self._engine, self.path, settled=lambda: self._stored(facts)) as connection:
                yield connection
        except DiskFull:
            self._make_room()
            raise
        except Damaged:
            suspect(self.path)
            raise
        finally:
            self._glance.forget()

    def _stored(self, facts: Sequence[str]) -> bool:
        """Whether facts are on disk after all, seen through a new handle after an error at commit."""
        if not facts:
            return False
        try:
            with reading(self._engine) as connection:
                query = sa.select(sa.func.count()).where(fact_table.c.id.in_(facts))
                if connection.scalar(query) != len(facts):
                    return False
            # Read from the system's cache, perhaps: only what a checkpoint carried into the file is on disk.
            return self._carry("FULL")
        except (StoreError, sa.exc.DatabaseError):
            return False

    def _carry(self, how: str) -> bool:
        """Carries the write-ahead log into the file, as far as others let us; returns whether all of it was."""
        with self._engine.connect() as connection:
            busy, written, carried = connection.exec_driver_sql(f"PRAGMA wal_checkpoint({how})").one()
            connection.rollback()
            return not busy and written == carried

    def _make_room(self) -> None:
        """Gives the ballast free and empties the write-ahead log: a full disk blocks even that."""
        release_ballast(self.path.parent)
        try:
            self._carry("TRUNCATE")
        except sa.exc.DatabaseError as error:
            log.warning("the journal's log cannot be carried over on a full disk: %s", error.orig)

    def suspected(self) -> bool:
        """Whether somebody met damage in this file that nobody has looked into yet."""
        return is_suspected(self.path)

    @contextmanager
    def snapshot(self) -> Iterator[sa.Connection]:
        """One committed state, for who copies or walks the journal."""
        with self._reading() as connection:
            yield connection


def all_state(connection: sa.Connection) -> dict[str, str]:
    """The journal's small values."""
    return {row.key: row.value for row in connection.exec_driver_sql("SELECT key, value FROM state")}


def set_state(connection: sa.Connection, key: str, value: str) -> None:
    """Stores a small value."""
    connection.execute(sa.text("INSERT OR REPLACE INTO state (key, value) VALUES (:k, :v)"), {"k": key, "v": value})


def current(connection: sa.Connection) -> int:
    """The incarnation that is live."""
    return int(all_state(connection)["incarnation"])


_ENDS = """SELECT
    (SELECT min(seq) FROM fact WHERE incarnation = :i), (SELECT max(seq) FROM fact WHERE incarnation = :i),
    (SELECT seq FROM base WHERE incarnation = :i), (SELECT hash FROM base WHERE incarnation = :i)"""
"""First and last place held of an incarnation, and its base. With both ends asked as one, SQLite would look at every
fact.
"""


def _glanced(connection: sa.Connection) -> Glanced:
    state = all_state(connection)
    if "incarnation" not in state:  # before it is enrolled
        return Glanced(state, None, None, 0, "")
    floor, last, base, hash_ = connection.exec_driver_sql(_ENDS, {"i": int(state["incarnation"])}).one()
    return Glanced(state, floor, last, base or 0, hash_.hex() if base else "")
