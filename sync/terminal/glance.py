"""What was read of a database file, kept for as long as nobody commits to it.

An idle turn asks the same few small things of both files again and again. SQLite counts the commits of others
(``PRAGMA data_version``) and can be asked for their number at the hundredth part of a read's cost; our own are told
by whoever makes them.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Generic, TypeVar

import sqlalchemy as sa

from sync.terminal.store import reading

T = TypeVar("T")

Version = tuple[Any, int, int]
"""Of a file as one thread sees it: its connection, the commits of others, and those of its own. Equal ones name one
committed state; that is all that there is to know of them.
"""
_ASK = "PRAGMA data_version"


class Glance(Generic[T]):
    """Small things of one file, read together. Safe for several threads, each of which has a connection of its own.

    Args:
        read: reads them, within a read transaction.
    """

    def __init__(self, read: Callable[[sa.Connection], T]) -> None:
        self._read = read
        self._of = threading.local()

    def forget(self) -> None:
        """This thread's connection wrote, or tried to."""
        self._of.writes = self._writes + 1
        self._of.kept = None

    def version(self, engine: sa.Engine) -> Version:
        """Which state of the file this thread would read now.

        Raises:
            Damaged, StoreError: it cannot be read.
        """
        return self._at_once(engine) or self._carefully(engine)

    def look(self, engine: sa.Engine) -> T:
        """What `read` finds, or found when the file was what it is.

        Raises:
            Damaged, StoreError: it cannot be read.
        """
        kept: tuple[Version, T] | None = getattr(self._of, "kept", None)
        if kept is None or kept[0] != self._at_once(engine):
            with reading(engine) as connection:
                kept = (self._named(connection), self._read(connection))
            self._of.kept = kept
        return kept[1]

    @property
    def _writes(self) -> int:
        return getattr(self._of, "writes", 0)

    def _carefully(self, engine: sa.Engine) -> Version:
        with reading(engine) as connection:
            return self._named(connection)

    def _named(self, connection: sa.Connection) -> Version:
        number = int(connection.exec_driver_sql(_ASK).scalar_one())
        return connection.connection.dbapi_connection, number, self._writes

    def _at_once(self, engine: sa.Engine) -> Version | None:
        """The version, asked of the driver alone; None where that fails: who reads properly hears why."""
        from sqlcipher3 import dbapi2

        try:
            raw = engine.raw_connection()
            try:
                number = int(raw.cursor().execute(_ASK).fetchone()[0])
                return raw.dbapi_connection, number, self._writes
            finally:
                raw.close()
        except (dbapi2.Error, sa.exc.SQLAlchemyError):
            return None
