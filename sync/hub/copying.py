"""A whole database as one SQLite file, portable between SQLite and PostgreSQL: written, verified, read back.

The file is a hub's database like any other, of the schema revision that its ``alembic_version`` names, with one more
table, ``manifest``: how many rows each table has, and what they add up to. Sums do not depend on the order of the
rows, which databases sort differently.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.errors import Damaged, StoreError
from sync.hub.store.feed import Base
from sync.hub.store.models import Picture

CHUNK, PICTURES = 1_000, 50
"""Rows in memory at a time; of those that hold a picture each."""
FORMAT = 1
_MODULUS = 1 << 256
_MANIFEST = sa.Table("manifest", sa.MetaData(), sa.Column("value", sa.Text, nullable=False))
_VERSION = sa.Table("alembic_version", sa.MetaData(), sa.Column("version_num", sa.String(32), primary_key=True))

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a file holds.

    Attributes:
        at: when it was begun, by the hub's clock.
        epoch, pos, tag: where the feed stood.
        revision: of the schema.
        facts: how many facts it holds.
        haves: by terminal, [incarnation, highest gapless sequence number].
        tables: by table, its rows, their sum, and the kinds of its columns.
    """

    at: str
    epoch: str
    pos: int
    tag: str
    revision: str
    facts: int
    haves: dict[str, list[int]]
    tables: dict[str, tuple[int, str, dict[str, str]]]
    format: int = FORMAT


def tables() -> Sequence[sa.Table]:
    """All tables, those first that others refer to."""
    return Base.metadata.sorted_tables


def write(session: Session, path: Path, manifest: Manifest, progress: Progress) -> Manifest:
    """Copies all tables into a new file and returns the completed manifest. The file is on disk then.

    Args:
        session: of a transaction that sees one committed state throughout.
        path: of the file, which is not there yet.
        manifest: without the tables.
        progress: called with (rows done, rows in all).

    Raises:
        StoreError: the file cannot be written.
    """
    total = sum(session.scalar(sa.select(sa.func.count()).select_from(table)) or 0 for table in tables())
    done, sums = 0, {}
    try:
        with _opened(path, create=True) as target:
            Base.metadata.create_all(target)
            _VERSION.create(target)
            _MANIFEST.create(target)
            for table in tables():
                count, value = 0, 0
                for rows in _chunks(session.connection(), table):
                    target.execute(sa.insert(table), rows)
                    count, value = count + len(rows), (value + _sum(rows)) % _MODULUS
                    done += len(rows)
                    progress(done, total)
                sums[table.name] = (count, f"{value:064x}", _kinds(table))
            complete = Manifest(**{**asdict(manifest), "tables": sums})
            target.execute(sa.insert(_VERSION), {"version_num": manifest.revision})
            target.execute(sa.insert(_MANIFEST), {"value": json.dumps(asdict(complete))})
            target.commit()
    except sa.exc.DBAPIError as error:
        raise StoreError(f"The backup {path} was not written: {error.orig}. Choose a place with room.") from None
    sync(path)
    return complete


def read_manifest(path: Path) -> Manifest | None:
    """What a file says of itself; None where it is no backup or not there."""
    if not path.is_file():
        return None
    try:
        with _opened(path) as source:
            values = json.loads(source.execute(sa.select(_MANIFEST.c.value)).scalar_one())
        return Manifest(**{**values, "tables": {name: tuple(pair) for name, pair in values["tables"].items()}})
    except (sa.exc.SQLAlchemyError, ValueError, TypeError, KeyError):
        return None


def verify(path: Path, progress: Progress) -> Manifest:
    """Reads a file wholly and compares it with what it says of itself.

    Raises:
        Damaged: it is no backup, or is not what it was.
    """
    manifest = read_manifest(path)
    if manifest is None or manifest.format != FORMAT:
        raise Damaged(f"{path} is no backup of a hub, or is damaged. Nothing was changed; use another one.")
    total, done = sum(count for count, *_ in manifest.tables.values()), 0
    try:
        with _opened(path) as source:
            wrong = source.execute(sa.text("PRAGMA integrity_check")).scalar() != "ok"
            for name, (count, value, kinds) in manifest.tables.items():
                found = sums = 0
                for rows in _chunks(source, _as_stored(source, name, kinds)):
                    found, sums = found + len(rows), (sums + _sum(rows)) % _MODULUS
                    done += len(rows)
                    progress(done, total)
                wrong = wrong or (found, f"{sums:064x}") != (count, value)
    except (sa.exc.SQLAlchemyError, ValueError):
        wrong = True
    if wrong:
        raise Damaged(f"The backup {path} is damaged. Nothing was changed; use another one.")
    return manifest


def _kinds(table: sa.Table) -> dict[str, str]:
    """The columns whose values SQLite stores as something else."""
    return {
        column.name: "json" if isinstance(column.type, sa.JSON) else "boolean"
        for column in table.c
        if isinstance(column.type, sa.JSON | sa.Boolean)
    }


def _as_stored(source: sa.Connection, name: str, kinds: Mapping[str, str]) -> sa.Table:
    """A table as the file has it: of an older revision it need not be today's."""
    types: dict[str, sa.types.TypeEngine[Any]] = {"json": sa.JSON(), "boolean": sa.Boolean()}
    columns = [
        sa.Column(column["name"], types.get(kinds.get(column["name"], ""), sa.types.NullType()))
        for column in sa.inspect(source).get_columns(name)
    ]
    return sa.Table(name, sa.MetaData(), *columns)


def load(path: Path, target: sa.Connection, progress: Progress) -> None:
    """Replaces all rows of a database of the present schema by those of a file of the same, in the caller's
    transaction.
    """
    for table in reversed(tables()):
        target.execute(sa.delete(table))
    with _opened(path) as source:
        total = sum(source.scalar(sa.select(sa.func.count()).select_from(table)) or 0 for table in tables())
        done = 0
        for table in tables():
            for rows in _chunks(source, table):
                target.execute(sa.insert(table), rows)
                done += len(rows)
                progress(done, total)
    if target.dialect.name == "postgresql":
        _restart_sequences(target)


def _restart_sequences(target: sa.Connection) -> None:
    """Serial columns go on above the rows that came with their numbers."""
    for table in tables():
        column = table.autoincrement_column
        if column is None or column.autoincrement is False:
            continue
        name = target.scalar(sa.select(sa.func.pg_get_serial_sequence(f'"{table.name}"', column.name)))
        if name is not None:
            highest = sa.select(sa.func.coalesce(sa.func.max(column), 0) + 1).scalar_subquery()
            target.execute(sa.select(sa.func.setval(name, highest, False)))


def _chunks(connection: sa.Connection, table: sa.Table) -> Iterator[list[dict[str, Any]]]:
    size = PICTURES if table.name == Picture.__tablename__ else CHUNK
    streamed = connection.execution_options(yield_per=size).execute(sa.select(table))
    with streamed as found:
        for rows in found.mappings().partitions(size):
            yield [dict(row) for row in rows]


def _sum(rows: Sequence[Mapping[str, Any]]) -> int:
    return sum(int.from_bytes(hashlib.sha256(_text(row)).digest(), "big") for row in rows)


def _text(row: Mapping[str, Any]) -> bytes:
    return json.dumps(row, sort_keys=True, separators=(",", ":"), default=lambda value: bytes(value).hex()).encode()


@contextmanager
def _opened(path: Path, *, create: bool = False) -> Iterator[sa.Connection]:
    from sqlcipher3 import dbapi2

    if create:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    engine = sa.create_engine(f"sqlite:///{path}", module=dbapi2)
    try:
        with engine.connect() as connection:
            if create:  # until it is complete and synced it does not count anyway
                connection.exec_driver_sql("PRAGMA journal_mode=OFF")
                connection.exec_driver_sql("PRAGMA synchronous=OFF")
            yield connection
    finally:
        engine.dispose()


def sync(path: Path) -> None:
    """Brings a file, and its name, to disk."""
    for name, flags in ((path, os.O_RDONLY), (path.parent, os.O_RDONLY | os.O_DIRECTORY)):
        opened = os.open(name, flags | os.O_CLOEXEC)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
