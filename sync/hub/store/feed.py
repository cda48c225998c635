"""The feed: in which order what the terminals need has changed.

    feed(entity, id, scope → pos, body)   the latest position of each row in each scope; gone rows stay as tombstones
    feed_commit(pos, tag)                 the last position of each commit, and a random tag that names this history
    feed_digest(scope → value)            what all present rows of a scope add up to (`sync.digest`)
    feed_head(epoch, pos, tag, floor)     one row: where the feed ends, and from where on it can be continued

As the last step of each transaction that changed replicated rows the head is locked, its position advanced by the
number of changed rows, and the rows are stamped. The lock is held until the commit, so the order of positions is the
order in which commits become visible, without gaps, on PostgreSQL and on SQLite alike; and what a change is compared
with cannot change meanwhile. Locks are taken in the order terminal, occurrences by id, head.

The body of a row is written into the feed when it is stamped, in the same transaction. So reading the feed needs no
other table, and what a terminal receives is by construction a committed state.

Which rows changed is learnt from the session's flushes. Who writes replicated tables without objects, for speed, says
so (`changed`); bulk DML that nobody would hear of is refused.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar, NamedTuple
from weakref import WeakKeyDictionary

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import DeclarativeBase, Mapped, ORMExecuteState, Session, SessionTransaction, mapped_column

from sync import digest, rows
from sync.hub.store.rapid import each, matching

ID = sa.String(120)
INSTANT = sa.String(32)
"""As `sync.clock.stamp` writes it."""


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
        floor: what is known of the feed up to here is its present rows: older tags and tombstones are forgotten
            (`sync.hub.store.retention`).
    """

    __tablename__ = "feed_head"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    epoch: Mapped[str] = mapped_column(sa.String(32))
    pos: Mapped[int] = mapped_column(sa.BigInteger)
    tag: Mapped[str] = mapped_column(sa.String(16), default="", server_default="")
    floor: Mapped[int] = mapped_column(sa.BigInteger, default=0, server_default="0")


class FeedMark(Base):
    """Where the feed stood at some time, so that what is old can be told by its position."""

    __tablename__ = "feed_mark"
    at: Mapped[str] = mapped_column(sa.String(32), primary_key=True)
    pos: Mapped[int] = mapped_column(sa.BigInteger)


class FeedDigest(Base):
    """What all present rows of a scope add up to (`sync.digest`), as a signed 64-bit integer."""

    __tablename__ = "feed_digest"
    scope: Mapped[str] = mapped_column(sa.String(120), primary_key=True)
    value: Mapped[int] = mapped_column(sa.BigInteger)


class Stamp(NamedTuple):
    """The head of the feed as a commit left it."""

    epoch: str
    pos: int
    tag: str


class Head(NamedTuple):
    """The head of the feed as a transaction sees it: the members of `FeedHead`."""

    epoch: str
    pos: int
    tag: str
    floor: int

    @property
    def stamp(self) -> Stamp:
        """Without the floor."""
        return Stamp(self.epoch, self.pos, self.tag)


_HEAD = sa.text("SELECT epoch, pos, tag, floor FROM feed_head WHERE id = 1")


def head_of(session: Session) -> Head:
    """The head of the feed as this transaction sees it now; without an object, because every request asks for it."""
    return Head(*session.connection().execute(_HEAD).one())


class HubSession(Session):
    """A session that stamps the feed as the last step of its outermost commit.

    Attributes:
        stamped: position of the head after the last commit that changed replicated rows; None before one.
        stamp: the whole head after it.
    """

    stamped: int | None = None
    stamp: Stamp | None = None


class Change(NamedTuple):
    """What a scope holds of a row from now on; no body: the row has left the scope."""

    entity: str
    id: str
    scope: str
    body: str | None


def changed(session: Session, changes: Iterable[Change]) -> None:
    """Names rows that this transaction writes without objects, and what the scopes hold of them then.

    To be called after the rows were written, in the same savepoint: what a savepoint takes back is not stamped. Where
    the session holds objects of the same rows, they must be expired.
    """
    session.info.setdefault("named", []).extend(changes)


Touched = dict[tuple[str, str], Replicated]
"""(entity, id) → the object that was flushed; what it holds by the time of the commit is looked up then
(`_current`).
"""


@event.listens_for(HubSession, "after_flush")
def _collect(session: HubSession, _context: object) -> None:
    touched: Touched = session.info.setdefault("touched", {})
    for one in (*session.new, *session.dirty, *session.deleted):
        if isinstance(one, Replicated):
            touched[one.entity, one.replica_id()] = one


@event.listens_for(HubSession, "after_transaction_create")
def _savepoint(session: HubSession, transaction: SessionTransaction) -> None:
    if transaction.nested:
        savepoints = session.info.setdefault("savepoints", WeakKeyDictionary())
        savepoints[transaction] = len(session.info.setdefault("named", []))


@event.listens_for(HubSession, "after_soft_rollback")
def _forget(session: HubSession, previous: SessionTransaction) -> None:
    # Touched rows are compared with the feed at the commit: naming too many is harmless. Named ones are not compared.
    start = session.info.get("savepoints", {}).get(previous)
    if start is not None:
        del session.info["named"][start:]
    if not session.in_transaction():
        for name in ("touched", "named", "savepoints"):
            session.info.pop(name, None)


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
    named: list[Change] = session.info.pop("named", [])
    if touched or named:
        lock(session)
        changes = _of_objects(session, touched) + _of_names(session, touched, named)
        if changes:
            session.stamp = _write(session, changes)
            session.stamped = session.stamp.pos


@event.listens_for(HubSession, "do_orm_execute")
def _no_bulk(state: ORMExecuteState) -> None:
    mapper = state.bind_mapper
    if (
        mapper is not None
        and issubclass(mapper.class_, Replicated)
        and (state.is_update or state.is_delete or state.is_insert)
    ):
        raise TypeError(f"bulk DML on {mapper.class_.__name__} would bypass the feed: change the objects instead")


Body = str | None
Present = dict[tuple[str, str], dict[str, Body]]
"""(entity, id) → what the feed holds of the row by scope; None where it has left it."""


class _Step(NamedTuple):
    """A change, and the body before it."""

    change: Change
    before: Body


def _of_objects(session: Session, touched: Touched) -> list[_Step]:
    steps: list[_Step] = []
    present = _present(session, touched)
    for key, flushed in touched.items():
        steps += _difference(key, _current(session, flushed), present.get(key, {}))
    return steps


def _of_names(session: Session, touched: Touched, named: Sequence[Change]) -> list[_Step]:
    last = {change[:3]: change for change in named if change[:2] not in touched}  # an object is asked for itself
    present = _present(session, {(entity, row_id) for entity, row_id, _ in last})
    steps = []
    for change in last.values():
        before = present.get(change[:2], {}).get(change.scope)
        if change.body != before:
            steps.append(_Step(change, before))
    return steps


def _present(session: Session, keys: Iterable[tuple[str, str]]) -> Present:
    by_entity: dict[str, list[str]] = {}
    for entity, row_id in keys:
        by_entity.setdefault(entity, []).append(row_id)
    found: Present = {}
    for entity, ids in by_entity.items():
        for row_id, scope, body in matching(
            session, "SELECT id, scope, body FROM feed WHERE entity = ? AND id", ids, entity
        ):
            found.setdefault((entity, row_id), {})[scope] = body
    return found


def _difference(key: tuple[str, str], row: Replicated | None, present: Mapping[str, Body]) -> Iterable[_Step]:
    wanted = {} if row is None else {scope: encode(rows.dump(value)) for scope, value in row.replicas().items()}
    for scope, body in wanted.items():
        before = present.get(scope)
        if before != body:
            yield _Step(Change(*key, scope, body), before)
    for scope, before in present.items():
        if scope not in wanted and before is not None:
            yield _Step(Change(*key, scope, None), before)


_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode


def encode(values: Mapping[str, Any]) -> str:
    """A body as compact JSON, always the same text for the same values."""
    return _ENCODE(values)


def lock(session: Session) -> None:
    """Locks the head until the end of the transaction: nobody else can change the feed meanwhile."""
    session.connection().execute(sa.text("UPDATE feed_head SET pos = pos WHERE id = 1"))


_ADVANCE = sa.text("UPDATE feed_head SET pos = pos + :n, tag = :tag WHERE id = 1 RETURNING epoch, pos")
_COMMIT = sa.text("INSERT INTO feed_commit (pos, tag) VALUES (:pos, :tag)")
_ADVANCE_AND_TELL = sa.text(
    "WITH head AS (UPDATE feed_head SET pos = pos + :n, tag = :tag WHERE id = 1 RETURNING epoch, pos), "
    "noted AS (INSERT INTO feed_commit (pos, tag) SELECT pos, :tag FROM head) "
    "SELECT epoch, pos, pg_notify('qc_feed', '') FROM head"
)
"""The same on PostgreSQL in one statement, which also wakes those who listen once the transaction has committed."""
_UPSERT = (
    "INSERT INTO feed (entity, id, scope, body, pos) VALUES (?, ?, ?, ?, ?) "
    "ON CONFLICT (entity, id, scope) DO UPDATE SET pos = excluded.pos, body = excluded.body"
)
_ADD_UP = sa.text(
    "INSERT INTO feed_digest (scope, value) VALUES (:scope, :value) "
    "ON CONFLICT (scope) DO UPDATE SET value = excluded.value"
)


def stamp(session: Session, changes: Iterable[tuple[str, str, str, Body]]) -> int:
    """Stamps these changes now; returns the new head. For a session that does not do it itself.

    To be called as the last step of a transaction: from here on it holds the head's lock.
    """
    lock(session)
    steps = _of_names(session, {}, [Change(*change) for change in changes])
    return _write(session, steps).pos if steps else 0


def _write(session: Session, steps: Sequence[_Step]) -> Stamp:
    """Advances the head, which is locked, and writes the changes at their positions."""
    connection = session.connection()
    tag = secrets.token_hex(8)
    if connection.dialect.name == "postgresql":
        epoch, head, _ = connection.execute(_ADVANCE_AND_TELL, {"n": len(steps), "tag": tag}).one()
    else:
        epoch, head = connection.execute(_ADVANCE, {"n": len(steps), "tag": tag}).one()
        connection.execute(_COMMIT, {"pos": head, "tag": tag})
    first = head - len(steps) + 1
    each(connection, _UPSERT, [(*step.change, first + index) for index, step in enumerate(steps)])
    _add_up(connection, steps)
    return Stamp(epoch, head, tag)


def _add_up(connection: sa.Connection, steps: Sequence[_Step]) -> None:
    """Brings the digests of the scopes along: by what came, less what was there."""
    sums: dict[str, int] = {}
    for (entity, row_id, scope, body), before in steps:
        step = digest.of_row(entity, row_id, scope, body) if body is not None else 0
        if before is not None:
            step -= digest.of_row(entity, row_id, scope, before)
        sums[scope] = sums.get(scope, 0) + step
    query = sa.select(FeedDigest.scope, FeedDigest.value).where(FeedDigest.scope.in_(sums))
    for scope, value in connection.execute(query):
        sums[scope] += value
    values = [{"scope": scope, "value": digest.signed(value)} for scope, value in sums.items()]
    connection.execute(_ADD_UP, values)
