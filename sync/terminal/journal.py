"""The journal: what happened at this terminal, append-only, hash-chained, on disk before a screen says so.

Invariants:
    - within an incarnation sequence numbers are gapless, and each fact's hash is SHA-256(hash before it ‖ raw bytes);
    - a fact and what it spends (a seat right) are committed together;
    - `have`, `durable` and the epoch are what the hub last told; `have` may go down, and is believed;
    - a fact is deleted only when seq ≤ durable and it is old enough (`RETENTION_DAYS`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from sync.chain import Encoded, chain, genesis
from sync.seats import Counters
from sync.terminal.store import open_database, reading, transaction

RETENTION_DAYS = 90

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
)
pin_table = sa.Table(
    "pin_failure",
    metadata,
    sa.Column("staff", sa.Text, primary_key=True),
    sa.Column("epoch", sa.Integer, nullable=False),
    sa.Column("failures", sa.Integer, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Identity:
    """Who this terminal is, as the hub told when it was enrolled."""

    terminal: str
    space: str
    hub: str
    hub_key: str


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


@dataclass(frozen=True, slots=True)
class Position:
    """Where the journal and the hub stand, of the current incarnation.

    Attributes:
        floor, last: first and last sequence number held; floor is last + 1 when nothing is held.
        have, durable, epoch: as the hub told last.
        last_sent: instant of the last acknowledgement, or None.
    """

    incarnation: int
    floor: int
    last: int
    have: int
    durable: int
    epoch: str | None
    last_sent: str | None

    @property
    def pending(self) -> int:
        """Facts that the hub has not acknowledged."""
        return max(0, self.last - self.have)


class Appending:
    """A transaction that appends; see `Journal.append`."""

    def __init__(self, connection: sa.Connection, incarnation: int, last: int, hash_: bytes) -> None:
        self._connection = connection
        self._incarnation, self._last, self._hash = incarnation, last, hash_

    def add(self, fact: Encoded) -> int:
        """Appends a fact; returns its sequence number."""
        self._last += 1
        self._hash = chain(self._hash, fact.raw)
        row = {
            "incarnation": self._incarnation, "seq": self._last, "id": fact.id, "kind": fact.kind, "raw": fact.raw,
            "hash": self._hash, "salt": fact.salt, "personal": fact.personal,
        }  # fmt: skip
        self._connection.execute(fact_table.insert(), row)
        return self._last

    def counters(self, occurrence: str) -> Counters:
        """The seats of an occurrence, as of this transaction."""
        return _counters(self._connection, self._incarnation, occurrence)

    def spend(self, occurrence: str, seats: int) -> bool:
        """Pays with the terminal's right; returns whether it was large enough."""
        held = self.counters(occurrence)
        if held.right < seats:
            return False
        _store_counters(self._connection, self._incarnation, occurrence, held.spend(seats))
        return True


class Journal:
    """An open journal. Raises `sync.errors.StoreError` and its kin from every method that writes."""

    def __init__(self, path: Path, key: bytes, *, create: bool = False) -> None:
        self.path = path
        self._engine = open_database(path, key, create=create)
        if create:
            with transaction(self._engine, path) as connection:
                metadata.create_all(connection)

    def close(self) -> None:
        """Closes the file."""
        self._engine.dispose()

    # who we are

    def identify(self, identity: Identity, incarnation: int, have: int, epoch: str | None) -> None:
        """Stores what enrolment told. What a journal holds that had another name, of a hub that is gone, is journaled
        again under the new one: nobody else has it.
        """
        with transaction(self._engine, self.path) as connection:
            known = _all_state(connection)
            values = {
                "terminal": identity.terminal, "space": identity.space, "hub": identity.hub,
                "hub_key": identity.hub_key,
                "incarnation": str(incarnation), "have": str(have), "durable": "0", "epoch": epoch or "",
            }  # fmt: skip
            for key, value in values.items():
                _set(connection, key, value)
            if known.get("terminal", identity.terminal) != identity.terminal:
                _journal_again(connection, sa.true(), identity.terminal, incarnation)
                connection.execute(counter_table.delete())

    def relocate(self, identity: Identity) -> None:
        """Stores another space or hub address for the same terminal; facts, counters and what the hub told stay."""
        with transaction(self._engine, self.path) as connection:
            for key, value in (("space", identity.space), ("hub", identity.hub), ("hub_key", identity.hub_key)):
                _set(connection, key, value)

    def identity(self) -> Identity | None:
        """Who this terminal is; None before it is enrolled."""
        with reading(self._engine) as connection:
            known = _all_state(connection)
        if "terminal" not in known:
            return None
        return Identity(known["terminal"], known["space"], known["hub"], known["hub_key"])

    # facts

    @contextmanager
    def append(self) -> Iterator[Appending]:
        """A transaction that appends facts; durable when the block is left.

        Raises:
            DiskFull, StoreError: nothing was stored.
        """
        with transaction(self._engine, self.path) as connection:
            known = _all_state(connection)
            incarnation = int(known["incarnation"])
            last, hash_ = _tail(connection, known["terminal"], incarnation, int(known["have"]), known.get("have_hash"))
            yield Appending(connection, incarnation, last, hash_)

    def after(self, seq: int, *, facts: int, size: int) -> list[Journaled]:
        """Facts of the current incarnation above `seq`, in order, at most so many and so many bytes (at least one)."""
        found: list[Journaled] = []
        total = 0
        with reading(self._engine) as connection:
            incarnation = int(_all_state(connection)["incarnation"])
            query = (
                sa.select(*_FACT_COLUMNS)
                .where(fact_table.c.incarnation == incarnation, fact_table.c.seq > seq)
                .order_by(fact_table.c.seq)
                .limit(facts)
            )
            for row in connection.execute(query):
                total += len(row.raw) + len(row.personal or b"")
                if found and total > size:
                    break
                found.append(Journaled(*row))
        return found

    def by_ids(self, ids: Sequence[str]) -> list[Journaled]:
        """Facts by id, of whatever incarnation, in order."""
        if not ids:
            return []
        with reading(self._engine) as connection:
            query = sa.select(*_FACT_COLUMNS).where(fact_table.c.id.in_(ids))
            order = query.order_by(fact_table.c.incarnation, fact_table.c.seq)
            return [Journaled(*row) for row in connection.execute(order)]

    def hash_at(self, seq: int) -> bytes | None:
        """The chain's hash at a place of the current incarnation; None where the fact is no longer held."""
        with reading(self._engine) as connection:
            known = _all_state(connection)
            incarnation = int(known["incarnation"])
            if seq == 0:
                return genesis(known["terminal"], incarnation)
            where = (fact_table.c.incarnation == incarnation, fact_table.c.seq == seq)
            found: bytes | None = connection.scalar(sa.select(fact_table.c.hash).where(*where))
            return found

    def position(self) -> Position:
        """Where the journal and the hub stand."""
        with reading(self._engine) as connection:
            known = _all_state(connection)
            incarnation, have = int(known["incarnation"]), int(known["have"])
            # Two questions: asked together, SQLite would look at every fact.
            where = fact_table.c.incarnation == incarnation
            floor = connection.scalar(sa.select(sa.func.min(fact_table.c.seq)).where(where))
            last = connection.scalar(sa.select(sa.func.max(fact_table.c.seq)).where(where))
        last = last if last is not None else have
        return Position(
            incarnation, floor if floor is not None else last + 1, last, have, int(known["durable"]),
            known["epoch"] or None, known.get("last_sent"),
        )  # fmt: skip

    # what the hub told

    def acknowledge(self, have: int, durable: int, at: str | None = None) -> None:
        """Believes the hub's `have`, even when it went down."""
        with transaction(self._engine, self.path) as connection:
            known = _all_state(connection)
            if (int(known["have"]), int(known["durable"])) == (have, durable):
                return
            grew = have > int(known["have"])
            _set(connection, "have", str(have))
            _set(connection, "durable", str(durable))
            if grew and at:
                _set(connection, "last_sent", at)

    def note_epoch(self, epoch: str) -> None:
        """Remembers the hub's epoch."""
        with transaction(self._engine, self.path) as connection:
            _set(connection, "epoch", epoch)

    def note(self, key: str, value: str) -> None:
        """Remembers something small of the engine's: clock offset, last contact."""
        self.note_all({key: value})

    def note_all(self, values: Mapping[str, str]) -> None:
        """Remembers several such things together."""
        with transaction(self._engine, self.path) as connection:
            for key, value in values.items():
                _set(connection, f"note.{key}", value)

    def notes(self) -> dict[str, str]:
        """What was noted."""
        with reading(self._engine) as connection:
            known = _all_state(connection)
        return {key.removeprefix("note."): value for key, value in known.items() if key.startswith("note.")}

    def store_outcomes(self, outcomes: Sequence[tuple[int, str, str | None, str]]) -> None:
        """Keeps what the hub answered of facts: (seq, state, outcome's state, why)."""
        if not outcomes:
            return
        with transaction(self._engine, self.path) as connection:
            for seq, state, outcome, why in outcomes:
                connection.execute(
                    sa.text("INSERT OR REPLACE INTO outcome (seq, state, outcome, why) VALUES (:s, :t, :o, :w)"),
                    {"s": seq, "t": state, "o": outcome, "w": why},
                )

    def begin_incarnation(self, incarnation: int) -> int:
        """Journals again, under a new incarnation and with the same bytes, all that is held above `durable`.

        Returns how many facts. Seat counters start at nothing: what the old incarnation held stays out.
        """
        with transaction(self._engine, self.path) as connection:
            known = _all_state(connection)
            old, durable = int(known["incarnation"]), int(known["durable"])
            if incarnation <= old:
                return 0
            mine = sa.and_(fact_table.c.incarnation == old, fact_table.c.seq > durable)
            again = _journal_again(connection, mine, known["terminal"], incarnation)
            _set(connection, "incarnation", str(incarnation))
            _set(connection, "have", "0")
            _set(connection, "durable", "0")
            return again

    # seats and PINs

    def counters(self) -> dict[str, Counters]:
        """All seat counters of the current incarnation, by occurrence."""
        with reading(self._engine) as connection:
            incarnation = int(_all_state(connection)["incarnation"])
            rows = connection.execute(sa.select(counter_table).where(counter_table.c.incarnation == incarnation))
            return {row.occurrence: Counters(row.granted, row.returned, row.spent) for row in rows}

    def take_grants(self, grants: Sequence[tuple[str, int]], seen: str = "") -> bool:
        """Merges cumulative grants; returns whether anything grew.

        Args:
            grants: by occurrence.
            seen: the hub's proof of where it stood when it granted them (`sync.wire.SeatsReply`), on disk no later than
                they are.
        """
        if not grants and not seen:
            return False
        grew = False
        with transaction(self._engine, self.path) as connection:
            incarnation = int(_all_state(connection)["incarnation"])
            if seen:
                _set(connection, "seen", seen)
            for occurrence, granted in grants:
                held = _counters(connection, incarnation, occurrence)
                if granted > held.granted:
                    merged = held.merge(Counters(granted=granted))
                    _store_counters(connection, incarnation, occurrence, merged)
                    grew = True
        return grew

    def seen(self) -> str | None:
        """The proof that came with the newest grants; None once a pull has gone beyond it."""
        with reading(self._engine) as connection:
            return _all_state(connection).get("seen")

    def outgrow(self, seen: str) -> None:
        """Forgets a proof that a pull has gone beyond, if it is still the newest."""
        with transaction(self._engine, self.path) as connection:
            connection.execute(state_table.delete().where(state_table.c.key == "seen", state_table.c.value == seen))

    def give_back(self, returns: Sequence[tuple[str, int | None]]) -> int:
        """Gives seat rights back, as far as they are not promised; returns how many seats.

        On disk when this returns, so that nothing is told that a power cut could take back.

        Args:
            returns: by occurrence, what `returned` shall come to; None: all that is left.
        """
        given = 0
        with transaction(self._engine, self.path) as connection:
            incarnation = int(_all_state(connection)["incarnation"])
            for occurrence, wanted in returns:
                held = _counters(connection, incarnation, occurrence)
                seats = held.right if wanted is None else min(held.right, wanted - held.returned)
                if seats > 0:
                    _store_counters(connection, incarnation, occurrence, held.give_back(seats))
                    given += seats
        return given

    def note_asked(self, asked: Sequence[tuple[str, int, int]]) -> None:
        """Remembers what the hub was told and asked: (occurrence, spent, capacity)."""
        with transaction(self._engine, self.path) as connection:
            incarnation = int(_all_state(connection)["incarnation"])
            for occurrence, spent, capacity in asked:
                held = _counters(connection, incarnation, occurrence)
                _store_counters(connection, incarnation, occurrence, held)
                where = (counter_table.c.incarnation == incarnation, counter_table.c.occurrence == occurrence)
                connection.execute(counter_table.update().where(*where).values(told=spent, asked=capacity))

    def asked(self) -> dict[str, tuple[int, int]]:
        """What the hub was last told and asked, by occurrence: (spent, capacity)."""
        with reading(self._engine) as connection:
            incarnation = int(_all_state(connection)["incarnation"])
            rows = connection.execute(sa.select(counter_table).where(counter_table.c.incarnation == incarnation))
            return {row.occurrence: (row.told, row.asked) for row in rows}

    def pin_failures(self, staff: str, epoch: int) -> int:
        """Failures of a person since the office last unlocked them."""
        with reading(self._engine) as connection:
            return _pin_failures(connection, staff, epoch)

    def count_pin_attempt(self, staff: str, epoch: int) -> int:
        """Counts an attempt as failed, before it is checked, so that pulling the plug resets nothing."""
        with transaction(self._engine, self.path) as connection:
            failures = _pin_failures(connection, staff, epoch) + 1
            row = {"s": staff, "e": epoch, "f": failures}
            connection.execute(
                sa.text("INSERT OR REPLACE INTO pin_failure (staff, epoch, failures) VALUES (:s, :e, :f)"), row
            )
            return failures

    def clear_pin_failures(self, staff: str) -> None:
        """The PIN was right."""
        with transaction(self._engine, self.path) as connection:
            connection.execute(pin_table.delete().where(pin_table.c.staff == staff))

    def data_version(self) -> int:
        """A number that changes when another connection committed."""
        with self._engine.connect() as connection:
            version = connection.exec_driver_sql("PRAGMA data_version").scalar_one()
            connection.rollback()
            return int(version)


_FACT_COLUMNS = (
    fact_table.c.seq, fact_table.c.id, fact_table.c.kind, fact_table.c.raw, fact_table.c.hash, fact_table.c.salt,
    fact_table.c.personal,
)  # fmt: skip


def _all_state(connection: sa.Connection) -> dict[str, str]:
    return {row.key: row.value for row in connection.execute(sa.select(state_table))}


def _set(connection: sa.Connection, key: str, value: str) -> None:
    connection.execute(sa.text("INSERT OR REPLACE INTO state (key, value) VALUES (:k, :v)"), {"k": key, "v": value})


def _journal_again(connection: sa.Connection, which: sa.ColumnElement[bool], terminal: str, incarnation: int) -> int:
    """Moves facts, in order and with the same bytes, to the beginning of an incarnation; returns how many."""
    query = sa.select(*_FACT_COLUMNS).where(which).order_by(fact_table.c.incarnation, fact_table.c.seq)
    again = [Journaled(*row) for row in connection.execute(query)]
    connection.execute(fact_table.delete().where(which))
    connection.execute(outcome_table.delete())
    appending = Appending(connection, incarnation, 0, genesis(terminal, incarnation))
    for fact in again:
        appending.add(Encoded(fact.id, fact.kind, fact.raw, fact.salt, fact.personal))
    return len(again)


def _tail(
    connection: sa.Connection, terminal: str, incarnation: int, have: int, have_hash: str | None
) -> tuple[int, bytes]:
    query = sa.select(fact_table.c.seq, fact_table.c.hash).where(fact_table.c.incarnation == incarnation)
    row = connection.execute(query.order_by(fact_table.c.seq.desc()).limit(1)).first()
    if row is not None:
        return int(row.seq), bytes(row.hash)
    if have and have_hash:  # everything was durable and old, and is gone from here
        return have, bytes.fromhex(have_hash)
    return 0, genesis(terminal, incarnation)


def _counters(connection: sa.Connection, incarnation: int, occurrence: str) -> Counters:
    where = (counter_table.c.incarnation == incarnation, counter_table.c.occurrence == occurrence)
    row = connection.execute(sa.select(counter_table).where(*where)).first()
    return Counters(row.granted, row.returned, row.spent) if row else Counters()


def _store_counters(connection: sa.Connection, incarnation: int, occurrence: str, held: Counters) -> None:
    connection.execute(
        sa.text(
            "INSERT INTO counter (incarnation, occurrence, granted, returned, spent) VALUES (:i, :o, :g, :r, :s) "
            "ON CONFLICT DO UPDATE SET granted = excluded.granted, returned = excluded.returned, spent = excluded.spent"
        ),
        {"i": incarnation, "o": occurrence, "g": held.granted, "r": held.returned, "s": held.spent},
    )


def _pin_failures(connection: sa.Connection, staff: str, epoch: int) -> int:
    row = connection.execute(sa.select(pin_table).where(pin_table.c.staff == staff)).first()
    return int(row.failures) if row is not None and row.epoch == epoch else 0
