"""The feed: in which order what the terminals need has changed.

    feed(entity, id, scope → pos, op, body)   the latest position of each row in each scope; gone rows stay as
    tombstones feed_commit(pos, tag)                     the last position of each commit, and a random tag that names
    this history feed_head(epoch, pos)                     one row: where the feed ends

As the last step of each transaction that changed replicated rows the head is advanced by the number of changed rows,
and the rows are stamped. The head's row lock is held until the commit, so the order of positions is the order in
which commits become visible, without gaps, on PostgreSQL and on SQLite alike. Locks are taken in the order terminal,
occurrences by id, head.

The body of a row is written into the feed when it is stamped, in the same transaction. So reading the feed needs no
other table, and what a terminal receives is by construction a committed state.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import DeclarativeBase, Mapped, ORMExecuteState, Session, mapped_column

from sync import rows

CHUNK = 400
"""Rows whose present feed entries are read at a time."""


class Base(DeclarativeBase):
    """Base of all tables of the hub."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {dict[str, Any]: sa.JSON, list[Any]: sa.JSON, bytes: sa.LargeBinary}


class Replicated:
    """A mapped class whose rows terminals hold."""

    entity: ClassVar[str]

    def replica_id(self) -> str:
        """The id of the row on the wire."""
        return str(self.id)  # type: ignore[attr-defined]

    def replicas(self) -> Mapping[str, Any]:
        """What each scope receives of this row: {scope: a dataclass of `sync.rows`}; a scope left out does not have
        it.
        """
        raise NotImplementedError


class Feed(Base):
    """One row in one scope, at its latest position."""

    __tablename__ = "feed"
    entity: Mapped[str] = mapped_column(sa.String(32), primary_key=True)
    id: Mapped[str] = mapped_column(sa.String(160), primary_key=True)
    scope: Mapped[str] = mapped_column(sa.String(120), primary_key=True)
    pos: Mapped[int] = mapped_column(sa.BigInteger, unique=True)
    body: Mapped[str | None] = mapped_column(sa.Text)
    """JSON; None where the row has left the scope."""

    __table_args__ = (sa.Index("feed_scope_pos", "scope", "pos"),)


class FeedCommit(Base):
    """The last position of a commit, and the tag of the history that it belongs to."""

    __tablename__ = "feed_commit"
    pos: Mapped[int] = mapped_column(sa.BigInteger, primary_key=True, autoincrement=False)
    tag: Mapped[str] = mapped_column(sa.String(16))


class FeedHead(Base):
    """Where the feed ends. One row, id 1.

    Attributes:
        epoch: names the history (`sync.hub.epochs`).
        tag: of the last commit.
    """

    __tablename__ = "feed_head"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    epoch: Mapped[str] = mapped_column(sa.String(32))
    pos: Mapped[int] = mapped_column(sa.BigInteger)
    tag: Mapped[str] = mapped_column(sa.String(16), default="", server_default="")


class FeedDigest(Base):
    """What all present rows of a scope add up to (`sync.digest`), as a signed 64-bit integer."""

    __tablename__ = "feed_digest"
    scope: Mapped[str] = mapped_column(sa.String(120), primary_key=True)
    value: Mapped[int] = mapped_column(sa.BigInteger)


class HubSession(Session):
    """A session that stamps the feed as the last step of its outermost commit.

    Attributes:
        stamped: position of the head after the last commit that changed replicated rows; None before one.
    """

    stamped: int | None = None


Touched = dict[tuple[str, str], Replicated]
"""(entity, id) → the object that was flushed; what it holds by the time of the commit is looked up then
(`_current`).
"""


@event.listens_for(HubSession, "after_flush")
def _collect(session: HubSession, _context: object) -> None:
    touched: Touched = session.info.setdefault("touched", {})
    for changed in (*session.new, *session.dirty, *session.deleted):
        if isinstance(changed, Replicated):
            touched[changed.entity, changed.replica_id()] = changed


def _current(session: Session, flushed: Replicated) -> Replicated | None:
    """The row as this transaction leaves it: a savepoint may have been rolled back since the object was flushed."""
    state = sa.inspect(flushed)
    if state.persistent:
        return flushed
    identity = state.mapper.primary_key_from_instance(flushed)
    found: Replicated | None = session.get(type(flushed), tuple(identity))
    return found


@event.listens_for(HubSession, "before_commit")
def _stamp_before_commit(session: HubSession) -> None:
    if session.in_nested_transaction():  # a savepoint: only the outermost commit is seen by others
        return
    session.flush()
    touched: Touched = session.info.pop("touched", {})
    if touched:
        changes = _changes(session, touched)
        if changes:
            session.stamped = stamp(session, changes)


@event.listens_for(HubSession, "after_soft_rollback")
def _forget(session: HubSession, _previous: object) -> None:
    # After a savepoint's rollback the rows named here are compared with the feed anyway: naming too many is harmless.
    if not session.in_transaction():
        session.info.pop("touched", None)


@event.listens_for(HubSession, "do_orm_execute")
def _no_bulk(state: ORMExecuteState) -> None:
    mapper = state.bind_mapper
    if (
        mapper is not None
        and issubclass(mapper.class_, Replicated)
        and (state.is_update or state.is_delete or state.is_insert)
    ):
        raise TypeError(f"bulk DML on {mapper.class_.__name__} would bypass the feed: change the objects instead")


Change = tuple[str, str, str, str | None]
"""(entity, id, scope, body or None where it is gone)."""


def _changes(session: Session, touched: Touched) -> list[Change]:
    changes: list[Change] = []
    keys = list(touched)
    for start in range(0, len(keys), CHUNK):
        chunk = keys[start : start + CHUNK]
        present = _present(session, chunk)
        for key in chunk:
            changes += _difference(key, _current(session, touched[key]), present.get(key, {}))
    return changes


def _present(session: Session, keys: Sequence[tuple[str, str]]) -> dict[tuple[str, str], dict[str, str | None]]:
    by_entity: dict[str, list[str]] = {}
    for entity, row_id in keys:
        by_entity.setdefault(entity, []).append(row_id)
    found: dict[tuple[str, str], dict[str, str | None]] = {}
    for entity, ids in by_entity.items():
        query = sa.select(Feed.id, Feed.scope, Feed.body).where(Feed.entity == entity, Feed.id.in_(ids))
        for row_id, scope, body in session.execute(query):
            found.setdefault((entity, row_id), {})[scope] = body
    return found


def _difference(key: tuple[str, str], row: Replicated | None, present: Mapping[str, str | None]) -> Iterable[Change]:
    wanted = {} if row is None else {scope: encode(rows.dump(value)) for scope, value in row.replicas().items()}
    for scope, body in wanted.items():
        if present.get(scope) != body:
            yield (*key, scope, body)
    for scope, before in present.items():
        if scope not in wanted and before is not None:
            yield (*key, scope, None)


def encode(values: Mapping[str, Any]) -> str:
    """A body as compact JSON, always the same text for the same values."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


_UPSERT = sa.text(
    "INSERT INTO feed (entity, id, scope, pos, body) VALUES (:entity, :id, :scope, :pos, :body) "
    "ON CONFLICT (entity, id, scope) DO UPDATE SET pos = excluded.pos, body = excluded.body"
)


def stamp(session: Session, changes: Sequence[Change]) -> int:
    """Advances the head and writes the changes at their positions; returns the new head.

    To be called as the last step of a transaction: from here on it holds the head's lock.
    """
    session.info.setdefault("notify", True)
    connection = session.connection()
    head = connection.execute(
        sa.text("UPDATE feed_head SET pos = pos + :n WHERE id = 1 RETURNING pos"), {"n": len(changes)}
    ).scalar_one()
    first = head - len(changes) + 1
    connection.execute(
        _UPSERT,
        [
            {"entity": entity, "id": row_id, "scope": scope, "pos": first + index, "body": body}
            for index, (entity, row_id, scope, body) in enumerate(changes)
        ],
    )
    connection.execute(
        sa.text("INSERT INTO feed_commit (pos, tag) VALUES (:pos, :tag)"), {"pos": head, "tag": secrets.token_hex(8)}
    )
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("NOTIFY qc_feed"))
    return int(head)
