"""Facts at their place in the journal's chain: appended, walked, journaled again under another number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Any

import sqlalchemy as sa

from sync.chain import Encoded, chain, genesis
from sync.seats import Counters
from sync.terminal.counters import read_counters, store_counters
from sync.terminal.journal_file import all_state
from sync.terminal.journal_schema import (
    base_table,
    fact_table,
    outcome_table,
)

FACT_COLUMNS: tuple[sa.Column[Any], ...] = (
    fact_table.c.seq, fact_table.c.id, fact_table.c.kind, fact_table.c.raw, fact_table.c.hash, fact_table.c.salt,
    fact_table.c.personal,
)  # fmt: skip
_INSERT = "INSERT INTO fact (incarnation, seq, id, kind, raw, hash, salt, personal) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_WALK = 500
"""Facts that are read at a time when all are walked."""
_ASIDE = -1
"""The incarnation under which facts lie for a moment when they are numbered anew where they are."""


@dataclass(frozen=True, slots=True)
class Journaled:
    """A fact at its place."""

    seq: int
    id: str
    kind: str
    raw: bytes
    hash: bytes
    salt: bytes | None
    personal: bytes | None


class Appending:
    """A transaction that appends; see `Journal.append`. `ids`: of the facts that it added."""

    def __init__(self, connection: sa.Connection, incarnation: int, last: int, hash_: bytes) -> None:
        self._connection = connection
        self._incarnation, self._last, self._hash = incarnation, last, hash_
        self.ids: list[str] = []

    def add(self, fact: Encoded) -> int:
        """Appends a fact; returns its sequence number."""
        return self.add_all([fact])

    def add_all(self, facts: Iterable[Encoded]) -> int:
        """Appends facts in order; returns the last one's sequence number."""
        rows = []
        for fact in facts:
            self._last += 1
            self._hash = chain(self._hash, fact.raw)
            place = (self._incarnation, self._last, fact.id, fact.kind)
            rows.append((*place, fact.raw, self._hash, fact.salt, fact.personal))
            self.ids.append(fact.id)
        if rows:
            self._connection.exec_driver_sql(_INSERT, rows)
        return self._last

    def counters(self, occurrence: str) -> Counters:
        """The seats of an occurrence, as of this transaction."""
        return read_counters(self._connection, self._incarnation, occurrence)

    def spend(self, occurrence: str, seats: int) -> bool:
        """Pays with the terminal's right; returns whether it was large enough."""
        held = self.counters(occurrence)
        if held.right < seats:
            return False
        store_counters(self._connection, self._incarnation, occurrence, held.spend(seats))
        return True


def walk(connection: sa.Connection) -> Iterator[str]:
    """Walks the chains of a journal that somebody reads, a fact at a time, and says what is wrong with them."""
    known = all_state(connection)
    query = sa.select(fact_table.c.incarnation, fact_table.c.seq, fact_table.c.raw, fact_table.c.hash)
    walked = connection.execute(query.order_by(fact_table.c.incarnation, fact_table.c.seq))
    walking: int | None = None
    at, running = 0, b""
    for row in walked.yield_per(_WALK):
        incarnation, seq = int(row.incarnation), int(row.seq)
        if incarnation != walking:
            walking = incarnation
            at, running = base_of(connection, known["terminal"], incarnation)
        if seq != at + 1:
            yield f"incarnation {incarnation}: facts {at + 1} to {seq - 1} are missing"
        elif chain(running, row.raw) != row.hash:
            yield f"incarnation {incarnation}: fact {seq} does not continue the chain"
        at, running = seq, bytes(row.hash)


def journal_again(connection: sa.Connection, which: sa.ColumnElement[bool], terminal: str, incarnation: int) -> int:
    """Moves facts, in order and with the same bytes, to the beginning of an incarnation; returns how many.

    Each is journaled at its new place before it is deleted at the old one: SQLite would refuse the other order.
    """
    places = sa.select(fact_table.c.incarnation, fact_table.c.seq).where(which)
    old = [tuple(place) for place in connection.execute(places.order_by(fact_table.c.incarnation, fact_table.c.seq))]
    if any(place[0] == incarnation for place in old):
        _move(connection, old, _ASIDE, genesis(terminal, _ASIDE))
        old = [(_ASIDE, seq) for seq in range(1, len(old) + 1)]
    _move(connection, old, incarnation, genesis(terminal, incarnation))
    connection.execute(outcome_table.delete())
    return len(old)


def _move(connection: sa.Connection, old: Sequence[Any], incarnation: int, before: bytes) -> None:
    appending = Appending(connection, incarnation, 0, before)
    for each, places in groupby(old, key=lambda place: place[0]):
        while part := [place[1] for place in islice(places, _WALK)]:
            where = (fact_table.c.incarnation == each, fact_table.c.seq.between(part[0], part[-1]))
            found = connection.execute(sa.select(*FACT_COLUMNS).where(*where).order_by(fact_table.c.seq)).all()
            appending.add_all(Encoded(row.id, row.kind, row.raw, row.salt, row.personal) for row in found)
            connection.execute(fact_table.delete().where(*where))


def base_of(connection: sa.Connection, terminal: str, incarnation: int) -> tuple[int, bytes]:
    """Where what is held of an incarnation begins: the place before its first fact, and the hash there."""
    row = connection.execute(sa.select(base_table).where(base_table.c.incarnation == incarnation)).first()
    return (row.seq, bytes(row.hash)) if row is not None else (0, genesis(terminal, incarnation))


def tail_of(connection: sa.Connection, terminal: str, incarnation: int) -> tuple[int, bytes]:
    """The last fact's place and hash; where what was held ended when nothing is."""
    query = sa.select(fact_table.c.seq, fact_table.c.hash).where(fact_table.c.incarnation == incarnation)
    row = connection.execute(query.order_by(fact_table.c.seq.desc()).limit(1)).first()
    return (int(row.seq), bytes(row.hash)) if row is not None else base_of(connection, terminal, incarnation)
