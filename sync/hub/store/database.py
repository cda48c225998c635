"""The hub's database: PostgreSQL by psycopg, or SQLite.

SQLite comes from `sqlcipher3` without a key (then it is plain SQLite): the library's own version is newer than the
system's, whose versions 3.7.0 to 3.51.2 carry the WAL-reset bug. Write transactions on SQLite begin IMMEDIATE, so
that a writer never fails halfway on another writer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session, sessionmaker

from sync.errors import StoreError, UsageError
from sync.hub.store.feed import HubSession, Stamp
from sync.hub.store.straight import Line, Straight, unstored

MIN_SQLITE = (3, 51, 3)
BUSY_SECONDS = 30.0
STRAIGHT_LINES = 8
"""Connections of each kind that are used without SQLAlchemy."""


class Database:
    """An engine, and the two kinds of transactions that the hub runs on it.

    Args:
        url: SQLAlchemy URL, ``sqlite:///path`` or ``postgresql://...``.

    Attributes:
        info: what every session of `write` finds in its own `info`.
        committed: called after each commit of `write`, before its caller goes on and answers anybody; what it raises,
            the caller gets.
        promising: called before a commit without a session (`firm`); what it raises, the caller gets.
        listeners: called after such a commit, with where it left the feed.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.info: dict[Any, Any] = {}
        self.committed: Callable[[HubSession], None] | None = None
        self.promising: Callable[[], None] = _nothing
        self.listeners: list[Callable[[Stamp], None]] = []
        self.engine = _engine(url)
        self.dialect = self.engine.dialect.name
        self._writers = sessionmaker(self.engine, class_=HubSession, expire_on_commit=False, info=self.info)
        readers = self.engine.execution_options(isolation_level="REPEATABLE READ") if self.postgresql else self.engine
        self._readers = sessionmaker(readers, expire_on_commit=False)
        self._singles = _engine(url, durable=False)
        self._lax = Straight(self._singles, STRAIGHT_LINES)
        self._firm = Straight(self.engine, STRAIGHT_LINES)

    @property
    def postgresql(self) -> bool:
        """Whether this is PostgreSQL."""
        return self.dialect == "postgresql"

    @contextmanager
    def write(self) -> Iterator[HubSession]:
        """A transaction that changes something; commits at the end, stamps the feed as its last step."""
        with self._writers() as session, translated():
            if not self.postgresql:
                session.execute(sa.text("BEGIN IMMEDIATE"))
            yield session
            session.commit()
        if self.committed is not None:
            self.committed(session)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A transaction that sees one committed state of the database throughout (REPEATABLE READ)."""
        with self._readers() as session:
            if not self.postgresql:
                session.execute(sa.text("BEGIN"))
            yield session

    def lax(self) -> AbstractContextManager[Line]:
        """A connection without SQLAlchemy whose statements each stand alone, committed when they return but not on disk
        yet: the last ones may be lost with the machine, never with the process. For what nobody is promised, such as
        used nonces: a request that comes again after a power cut changes nothing that it has not changed.
        """
        return self._lax.line()

    def firm(self) -> AbstractContextManager[Line]:
        """The same, where what is committed is on disk. Who changes the feed with it calls `promising` before and
        `moved` after.
        """
        return self._firm.line()

    @property
    def refusals(self) -> tuple[type[Exception], ...]:
        """What the driver raises where the database works but does not take a row: its key is there already."""
        driver: Any = self.engine.dialect.loaded_dbapi
        return driver.IntegrityError, driver.DataError

    def moved(self, at: Stamp) -> None:
        """Tells that the feed has grown, by a commit without a session."""
        for listener in list(self.listeners):
            listener(at)

    def dispose(self) -> None:
        """Closes all connections."""
        self._lax.dispose()
        self._firm.dispose()
        self.engine.dispose()
        self._singles.dispose()


def _nothing() -> None:
    """What is promised to nobody."""


@contextmanager
def translated() -> Iterator[None]:
    """Turns a database's refusal to store into a sentence."""
    try:
        yield
    except sa.exc.OperationalError as error:
        raise unstored(error.orig) from error


def _engine(url: str, *, durable: bool = True) -> sa.Engine:
    try:
        parsed = make_url(url)
    except sa.exc.ArgumentError:
        raise UsageError(
            f"{url!r} is no database address. Write sqlite:////folder/hub.db or postgresql://user@host/name."
        ) from None
    backend = parsed.get_backend_name()
    if backend == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
        if durable:
            return sa.create_engine(parsed, pool_size=16, max_overflow=16)
        lax = {"options": "-c synchronous_commit=off"}
        return sa.create_engine(parsed, pool_size=8, max_overflow=8, connect_args=lax)
    if backend == "sqlite":
        return _sqlite(parsed, "FULL" if durable else "NORMAL")
    raise UsageError(f"The hub runs on SQLite or PostgreSQL, not on {backend}.")


def _make_private(path: Path) -> None:
    """Sees to it that only the hub's own account reads what people left with it; SQLite gives its log the same mode."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        path.touch(mode=0o600)
    except OSError as error:
        raise StoreError(f"The database {path} cannot be made: {error.strerror}. Choose another place.") from None


def _sqlite(parsed: sa.URL, synchronous: str) -> sa.Engine:
    from sqlcipher3 import dbapi2

    if dbapi2.sqlite_version_info < MIN_SQLITE:
        raise StoreError(f"SQLite {dbapi2.sqlite_version} has a bug that loses data. Install sqlcipher3 ≥ 0.6.4.")
    if parsed.database:
        _make_private(Path(parsed.database))
    engine = sa.create_engine(
        parsed.set(drivername="sqlite"),
        module=dbapi2,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False, "isolation_level": None},
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        for pragma in ("journal_mode=WAL", f"synchronous={synchronous}", "foreign_keys=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    return engine
