"""The journal's tables, what SQLite itself enforces of "append-only", and how an earlier version's file is brought on.

A fact's place, bytes and hash can never be changed, not even by a mistake of ours: triggers refuse it. A fact can be
deleted only where it was journaled again elsewhere, or where its incarnation's base was moved above it; and the base
of the current incarnation moves only up to what is durable at the hub. A personal part can be erased, never rewritten.
"""

from __future__ import annotations

import sqlalchemy as sa

from sync.errors import StoreError

SCHEMA = 2
"""``PRAGMA user_version`` of a journal's file; 0.1.0 left it at 0."""

metadata = sa.MetaData()
state_table = sa.Table(
    "state",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)
fact_table = sa.Table(
    "fact",
    metadata,
    sa.Column("incarnation", sa.Integer, primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("id", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("raw", sa.LargeBinary, nullable=False),
    sa.Column("hash", sa.LargeBinary, nullable=False),
    sa.Column("salt", sa.LargeBinary),
    sa.Column("personal", sa.LargeBinary),
    sa.Index("fact_id", "id"),
)
outcome_table = sa.Table(
    "outcome",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("outcome", sa.Text),
    sa.Column("why", sa.Text),
)
counter_table = sa.Table(
    "counter",
    metadata,
    sa.Column("incarnation", sa.Integer, primary_key=True),
    sa.Column("occurrence", sa.Text, primary_key=True),
    sa.Column("granted", sa.Integer, nullable=False),
    sa.Column("returned", sa.Integer, nullable=False),
    sa.Column("spent", sa.Integer, nullable=False),
    # What the hub was last told and asked, so that nothing is asked again that has not changed.
    sa.Column("told", sa.Integer, nullable=False, server_default="-1"),
    sa.Column("asked", sa.Integer, nullable=False, server_default="-1"),
    sa.Column("told_returned", sa.Integer, nullable=False, server_default="0"),
)
pin_table = sa.Table(
    "pin_failure",
    metadata,
    sa.Column("staff", sa.Text, primary_key=True),
    sa.Column("epoch", sa.Integer, nullable=False),
    sa.Column("failures", sa.Integer, nullable=False),
)
base_table = sa.Table(
    # Where what is held of an incarnation begins: the last fact that was deleted, and its hash.
    "base",
    metadata,
    sa.Column("incarnation", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("seq", sa.Integer, nullable=False),
    sa.Column("hash", sa.LargeBinary, nullable=False),
)
mark_table = sa.Table(
    # Up to where facts were there on a day that the hub named: what retention goes by.
    "mark",
    metadata,
    sa.Column("incarnation", sa.Integer, primary_key=True),
    sa.Column("day", sa.Text, primary_key=True),
    sa.Column("last", sa.Integer, nullable=False),
)
settled_table = sa.Table(
    # What was durable of incarnations that are over.
    "settled",
    metadata,
    sa.Column("incarnation", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("durable", sa.Integer, nullable=False),
)
erased_table = sa.Table(
    # Facts whose personal part was erased, in order, so that the mirror erases them too when it is back.
    "erased",
    metadata,
    sa.Column("n", sa.Integer, primary_key=True),
    sa.Column("id", sa.Text, nullable=False, unique=True),
)

_ONLY_DURABLE = """
    WHEN NEW.seq > coalesce(
        (SELECT durable FROM settled WHERE incarnation = NEW.incarnation),
        (SELECT CAST(value AS INTEGER) FROM state WHERE key = 'durable'
         AND NEW.incarnation = (SELECT CAST(value AS INTEGER) FROM state WHERE key = 'incarnation')), 0)
    BEGIN SELECT RAISE(ABORT, 'only what is durable is let go'); END"""
_BASE_CHANGES = (("made", "INSERT"), ("moved", "UPDATE"))
_TRIGGERS = (
    """CREATE TRIGGER fact_stays BEFORE UPDATE OF incarnation, seq, id, kind, raw, hash ON fact
        BEGIN SELECT RAISE(ABORT, 'a fact is never changed'); END""",
    """CREATE TRIGGER fact_personal_erased BEFORE UPDATE OF salt, personal ON fact
        WHEN NEW.salt IS NOT NULL OR NEW.personal IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'a personal part is erased or stays'); END""",
    """CREATE TRIGGER fact_kept BEFORE DELETE ON fact
        WHEN OLD.seq > coalesce((SELECT seq FROM base WHERE incarnation = OLD.incarnation), 0)
        AND NOT EXISTS (SELECT 1 FROM fact WHERE id = OLD.id
                        AND (incarnation <> OLD.incarnation OR seq <> OLD.seq) AND raw = OLD.raw)
        BEGIN SELECT RAISE(ABORT, 'a fact that is not durable is never deleted'); END""",
    *(f"CREATE TRIGGER base_{name} BEFORE {what} ON base {_ONLY_DURABLE}" for name, what in _BASE_CHANGES),
)
_FROM_1 = (
    "ALTER TABLE counter ADD COLUMN told_returned INTEGER NOT NULL DEFAULT 0",
    # 0.1.0 ended an incarnation by moving what was not durable: what it left behind is durable.
    """INSERT INTO settled (incarnation, durable)
        SELECT incarnation, max(seq) FROM fact
        WHERE incarnation < (SELECT CAST(value AS INTEGER) FROM state WHERE key = 'incarnation')
        GROUP BY incarnation""",
)


def bring_up(connection: sa.Connection) -> None:
    """Makes the tables of a new file, or brings those of an earlier version to this one, within a transaction.

    Raises:
        StoreError: the file was written by a newer program.
    """
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if version == SCHEMA:
        return
    if version > SCHEMA:
        raise StoreError("The journal was written by a newer program. Update this one; the journal is left as it is.")
    older = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'fact'").first() is not None
    metadata.create_all(connection)
    for statement in (*(_FROM_1 if older else ()), *_TRIGGERS):
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
