"""Snapshots: all that one terminal may see, at one position of the feed (`sync.lines`).

What all terminals, or all of a space, get is kept compressed as it was at some position: a *base*. A snapshot is the
base of what is public, the base of the space, what changed in both since, and the terminal's own rows: read in one
REPEATABLE READ transaction, so that the whole is a committed state of the hub. A base is made anew when so much has
changed that sending the changes costs more; an erasure discards all of them.

A snapshot that was sent is kept for some minutes, so that a terminal whose line broke can have the rest of it.
"""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.clock import stamp
from sync.hub import backups, pull, travel
from sync.hub.frames import OFTEN, ONCE, Encoding, compress, of_rows
from sync.hub.hub import Hub
from sync.hub.store.feed import Head, Stamp
from sync.hub.store.models import Feed, Terminal
from sync.lines import Row
from sync.rows import PUBLIC

KEPT_MS = 10 * 60_000
"""For how long the rest of a snapshot can be had."""
MAX_KEPT_BYTES = 96 * 1024 * 1024
"""Of all bases and kept snapshots, compressed; the oldest go first."""
MAX_DELTA_SHARE = 0.1
MIN_DELTA_ROWS = 200
"""A base is made anew when more rows than this, and than that share of its own, have changed since."""
ERASURE = "erasure"


@dataclass(frozen=True, slots=True, eq=False)
class Base:
    """All rows of a scope at a position, as frames."""

    scope: str
    at: Stamp
    frames: Sequence[bytes]
    rows: int

    @property
    def size(self) -> int:
        """Bytes."""
        return sum(map(len, self.frames))


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """A snapshot ready to be sent. `own`: what of it no other terminal's snapshot holds."""

    etag: str
    terminal: str
    encoding: Encoding
    made_ms: int
    pos: int
    head: bytes
    bases: Sequence[Base]
    own: Sequence[bytes]

    @property
    def content(self) -> bytes:
        """The whole body."""
        return b"".join([self.head, *(frame for base in self.bases for frame in base.frames), *self.own])


class _Again(Exception):
    """Somebody else made a base that is newer than this transaction's view: look with a new one."""


class Snapshots:
    """What is kept of snapshots in this process. Every method may be called from any thread."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._lock = threading.Lock()
        self._making = threading.Lock()
        self._bases: dict[tuple[str, Encoding], Base] = {}
        self._kept: dict[tuple[str, str], Snapshot] = {}

    def discard(self) -> None:
        """Forgets everything that is kept: something in it must no longer be sent."""
        with self._lock:
            self._bases.clear()
            self._kept.clear()

    def kept(self, terminal_id: str, etag: str) -> Snapshot | None:
        """The snapshot of this name that was made for this terminal, if it may still be continued."""
        with self._lock:
            found = self._kept.get((terminal_id, etag))
        if found is None or self._hub.clock.monotonic_ms() - found.made_ms > KEPT_MS:
            return None
        with self._hub.database.read() as session:
            return found if _erased_at(session) <= found.pos else None

    def make(self, terminal_id: str, ask: pull.Ask, encoding: Encoding) -> Snapshot:
        """A snapshot at the head.

        Raises:
            TimeTravel: what the terminal says proves that this hub went back in time.
        """
        for keep in (True, True, True, False):
            try:
                with self._hub.database.read() as session:
                    made = self._make(session, terminal_id, ask, encoding, keep=keep)
            except _Again:
                continue
            self._keep(made)
            return made
        raise AssertionError("without keeping, no base is too new")

    def warm(self, encoding: Encoding = "zstd") -> None:
        """Sees to it that the public base is there and not too old, so that nobody waits for it."""
        with self._hub.database.read() as session:
            head = travel.head_of(session)
            base = self._base(session, head, PUBLIC, encoding, keep=True)
            self._replaced(session, head, base, _since(session, [base], head), encoding)

    def _make(self, session: Session, terminal_id: str, ask: pull.Ask, encoding: Encoding, *, keep: bool) -> Snapshot:
        terminal = session.get_one(Terminal, terminal_id)
        head = travel.head_of(session)
        travel.judge(travel.tags(session, head), self._hub, terminal, head, ask.says)
        standing = pull.Standing.of(terminal, backups.durable(session, terminal))
        public, space, mine = standing.scopes
        bases = [self._base(session, head, scope, encoding, keep=keep) for scope in (public, space)]
        delta = _since(session, bases, head)
        for index, base in enumerate(bases):
            changed = [row for row in delta if row[2] == base.scope]
            fresh = self._replaced(session, head, base, changed, encoding)
            if fresh is not base:
                bases[index] = fresh
                delta = [row for row in delta if row[2] != base.scope]
        rows = delta + _all(session, [mine], head)
        count = sum(base.rows for base in bases) + len(rows)
        end = json.dumps({"end": count}, separators=(",", ":")).encode() + b"\n"
        return Snapshot(
            etag=secrets.token_urlsafe(12), terminal=terminal_id, encoding=encoding,
            made_ms=self._hub.clock.monotonic_ms(), pos=head.pos,
            head=compress(_head(self._hub, session, standing, head), encoding, ONCE), bases=bases,
            own=[*of_rows(rows, encoding, ONCE), compress(end, encoding, ONCE)],
        )  # fmt: skip

    def _base(self, session: Session, head: Head, scope: str, encoding: Encoding, *, keep: bool) -> Base:
        """The kept base of a scope, or a new one."""
        found = self._usable(session, head, scope, encoding)
        if found is not None:
            return found
        with self._making:
            found = self._usable(session, head, scope, encoding, newer=keep)
            return found or self._made(session, head, scope, encoding, keep=keep)

    def _usable(
        self, session: Session, head: Head, scope: str, encoding: Encoding, *, newer: bool = False
    ) -> Base | None:
        """The kept base, if this transaction's feed continues it.

        Raises:
            _Again: only a newer view would do (`newer`).
        """
        with self._lock:
            found = self._bases.get((scope, encoding))
        if found is None or found.at.epoch != head.epoch or not found.at.pos >= head.floor:
            return None
        if found.at.pos > head.pos:
            if newer:
                raise _Again
            return None
        if found.at.tag != travel.tag_at(session, head, found.at.pos) or _erased_at(session) > found.at.pos:
            return None
        return found

    def _made(self, session: Session, head: Head, scope: str, encoding: Encoding, *, keep: bool) -> Base:
        rows = _all(session, [scope], head)
        base = Base(scope, head.stamp, of_rows(rows, encoding, OFTEN), len(rows))
        if keep:
            with self._lock:
                self._bases[scope, encoding] = base
        return base

    def _replaced(self, session: Session, head: Head, base: Base, changed: Sequence[Row], encoding: Encoding) -> Base:
        """The base, or a new one where too much has changed since."""
        if len(changed) <= max(MIN_DELTA_ROWS, MAX_DELTA_SHARE * base.rows):
            return base
        with self._making:
            return self._made(session, head, base.scope, encoding, keep=True)

    def _keep(self, made: Snapshot) -> None:
        with self._lock:
            self._kept[made.terminal, made.etag] = made
            for key, one in list(self._kept.items()):
                old = made.made_ms - one.made_ms > KEPT_MS
                again = one is not made and one.terminal == made.terminal
                if old or again or self._size() > MAX_KEPT_BYTES:
                    del self._kept[key]
            for scope in list(self._bases):
                if self._size() > MAX_KEPT_BYTES:
                    del self._bases[scope]

    def _size(self) -> int:
        bases = {*self._bases.values(), *(base for one in self._kept.values() for base in one.bases)}
        own = sum(len(frame) for one in self._kept.values() for frame in one.own)
        return own + sum(base.size for base in bases)


def of(hub: Hub) -> Snapshots:
    """The snapshots of an open hub."""
    found: Snapshots = hub.kept.setdefault("snapshots", Snapshots(hub))
    return found


def discard(hub: Hub) -> None:
    """Forgets what is kept of a hub's snapshots in this process; others see an erasure's row in the feed."""
    of(hub).discard()


def _head(hub: Hub, session: Session, standing: pull.Standing, head: Head) -> bytes:
    at = head.stamp
    fields = {
        "cursor": travel.sealed(hub, standing.terminal, standing.space, at), "have": standing.have,
        "durable": standing.durable, "applied": standing.have, "incarnation": standing.incarnation,
        "epoch": head.epoch, "time": stamp(hub.clock.now()), "digest": pull.digest_of(session, standing.scopes),
    }  # fmt: skip
    return json.dumps(fields, separators=(",", ":")).encode() + b"\n"


def _all(session: Session, scopes: Sequence[str], head: Head) -> list[Row]:
    query = sa.select(Feed.entity, Feed.id, Feed.scope, Feed.body).where(
        Feed.scope.in_(scopes), Feed.body.is_not(None), Feed.pos <= head.pos
    )
    return [(entity, row_id, scope, body) for entity, row_id, scope, body in session.execute(query)]


def _since(session: Session, bases: Sequence[Base], head: Head) -> list[Row]:
    """What changed in the bases' scopes after their positions, gone rows included."""
    rows: list[Row] = []
    for base in bases:
        if base.at.pos < head.pos:
            query = sa.select(Feed.entity, Feed.id, Feed.scope, Feed.body).where(
                Feed.scope == base.scope, Feed.pos > base.at.pos, Feed.pos <= head.pos
            )
            rows += [(entity, row_id, scope, body) for entity, row_id, scope, body in session.execute(query)]
    return rows


def _erased_at(session: Session) -> int:
    """Where in the feed the last erasure is; 0 without one."""
    return session.scalar(sa.select(sa.func.max(Feed.pos)).where(Feed.entity == ERASURE)) or 0
