"""Who may be at a hub's database: any number of hubs that serve, or one restore alone."""

from __future__ import annotations

import fcntl
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import make_url

from sync.errors import FolderInUse
from sync.hub.hub import Hub

_KEY = int.from_bytes(hashlib.sha256(b"quartieri-connessi serving").digest()[:7], "big")
"""Of the PostgreSQL advisory lock."""


@contextmanager
def serving(hub: Hub) -> Iterator[None]:
    """While a hub serves: others may serve too, nobody restores.

    Raises:
        FolderInUse: a restore is under way.
    """
    with _held(hub, shared=True):
        yield


@contextmanager
def restoring(hub: Hub) -> Iterator[None]:
    """While a backup is put back: nobody serves.

    Raises:
        FolderInUse: a hub serves.
    """
    with _held(hub, shared=False):
        yield


@contextmanager
def _held(hub: Hub, *, shared: bool) -> Iterator[None]:
    text = (
        "A backup is being restored into this database. Start the hub when that is done."
        if shared
        else "A hub serves from this database. Stop it first, then restore."
    )
    if hub.database.postgresql:
        function = "pg_try_advisory_lock_shared" if shared else "pg_try_advisory_lock"
        with hub.database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            if not connection.scalar(sa.text(f"SELECT {function}({_KEY})")):
                raise FolderInUse(text)
            try:
                yield
            finally:
                connection.scalar(sa.text(f"SELECT pg_advisory_unlock{'_shared' if shared else ''}({_KEY})"))
        return
    path = _beside(hub)
    with path.open("ab") as file:
        try:
            fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            raise FolderInUse(text) from None
        yield


def _beside(hub: Hub) -> Path:
    database = make_url(hub.database.url).database
    path = Path(database) if database and database != ":memory:" else hub.folder / "hub.db"
    return path.with_name(f"{path.name}.serving")
