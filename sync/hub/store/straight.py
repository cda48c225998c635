"""Connections that are used without SQLAlchemy: for the few statements that every request needs. A statement through
its Core costs a tenth of a millisecond of a processor, and a checkout from its pool three; straight to the driver it
is a fifth of the one and nothing of the other.

The connections are made by an engine, so that they are set up as any other, and kept here.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import PoolProxiedConnection

from sync.errors import StoreError

Values = Mapping[str, Any]
_NAMED = re.compile(r"(?<!:):([a-z]+)")


def unstored(error: object) -> StoreError:
    """The sentence for a database that refuses to store."""
    return StoreError(f"The hub's database did not store it: {error}. Nothing was changed; try again.")


class Line:
    """One connection, used by one thread at a time. Each statement is a transaction of its own, unless `begin` was
    called; `commit` ends that.
    """

    def __init__(self, engine: sa.Engine) -> None:
        self.postgresql = engine.dialect.name == "postgresql"
        self._engine = engine
        self._held: PoolProxiedConnection = engine.raw_connection()
        if self.postgresql:
            _prepare(self._held.driver_connection)
        self._cursor: Any = self._held.cursor()
        self._texts: dict[str, str] = {}

    @property
    def raw(self) -> Any:
        """The driver's connection."""
        return self._held.driver_connection

    def begin(self, *, writes: bool = True) -> None:
        """Begins a transaction; on SQLite one that `writes` is alone from here on."""
        self._cursor.execute("BEGIN" if self.postgresql or not writes else "BEGIN IMMEDIATE")

    def commit(self) -> None:
        """Ends the transaction. What it changed is as durable as the engine's connections make it."""
        if self.postgresql:
            self._cursor.execute("COMMIT")
        else:
            self._engine.dialect.do_commit(self._held)

    def ask(self, statement: str, values: Values) -> Sequence[Any]:
        """The rows of a statement; its placeholders are written as ``:name``."""
        self._cursor.execute(self._text(statement), values)
        return self._cursor.fetchall()  # type: ignore[no-any-return]

    def do(self, statement: str, values: Values) -> int:
        """Executes a statement that returns no rows; how many it changed."""
        self._cursor.execute(self._text(statement), values)
        return self._cursor.rowcount  # type: ignore[no-any-return]

    def each(self, statement: str, values: Sequence[Values]) -> None:
        """Executes a statement with each of these values."""
        if values:
            self._cursor.executemany(self._text(statement), values)

    def give_up(self) -> None:
        """Takes back what is not committed.

        Raises:
            Exception: the connection is of no use any more.
        """
        self._held.rollback()

    def close(self) -> None:
        """Closes the connection."""
        self._held.invalidate()

    def _text(self, statement: str) -> str:
        if not self.postgresql:
            return statement
        found = self._texts.get(statement)
        if found is None:
            found = self._texts[statement] = _NAMED.sub(r"%(\1)s", statement)
        return found


def _prepare(raw: Any) -> None:
    from psycopg.types.numeric import Int8Dumper

    raw.autocommit = True
    # Planning such a statement costs more than executing it; and it is the same plan whatever its values are.
    raw.execute("SET plan_cache_mode = force_generic_plan")
    # A statement is prepared for the types of its values: with the size of each number it would be prepared anew.
    raw.adapters.register_dumper(int, Int8Dumper)


class Straight:
    """The connections.

    Args:
        engine: makes them.
        at_most: how many there are; who comes when all are in use waits.
    """

    def __init__(self, engine: sa.Engine, at_most: int) -> None:
        self._engine = engine
        self._failure: type[Exception] = engine.dialect.loaded_dbapi.OperationalError
        self._room = threading.Semaphore(at_most)
        self._free: list[Line] = []

    @contextmanager
    def line(self) -> Iterator[Line]:
        """A connection, until the block is left; what the block has not committed is taken back.

        Raises:
            StoreError: the database does not answer, or could not store.
        """
        with self._room:
            line = None
            try:
                line = self._one()
                yield line
            except BaseException as error:
                if line is not None:
                    self._after(error, line)
                if isinstance(error, (self._failure, sa.exc.OperationalError)):
                    raise unstored(error) from error
                raise
            self._free.append(line)

    def _one(self) -> Line:
        with suppress(IndexError):
            return self._free.pop()
        return Line(self._engine)

    def _after(self, error: BaseException, line: Line) -> None:
        """Keeps a connection that still works."""
        try:
            if not isinstance(error, Exception):
                raise error
            line.give_up()
        except BaseException:
            line.close()
            self.dispose()  # what ended this one has likely ended those that nobody uses
        else:
            self._free.append(line)

    def dispose(self) -> None:
        """Closes the connections that nobody uses."""
        while self._free:
            self._free.pop().close()
