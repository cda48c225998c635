"""The journal: what happened at this terminal, append-only, hash-chained, on disk before a screen says so.

Invariants:
    - within an incarnation sequence numbers are gapless, and each fact's hash is SHA-256(hash before it ‖ raw bytes);
    - a fact and what it spends (a seat right) are committed together;
    - `have`, `durable` and the epoch are what the hub last told; `have` may go down, and is believed;
    - a fact is deleted only when seq ≤ durable and it is old enough (`sync.terminal.retention`), or when the same bytes
      were journaled again under a new incarnation; SQLite's triggers refuse anything else.

The seat counters, the PIN failures and what leaves the journal are modules of their own; a `Journal` is all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import sqlalchemy as sa

from sync.chain import genesis
from sync.errors import Erased
from sync.terminal.appending import FACT_COLUMNS, Appending, Journaled, base_of, journal_again, tail_of, walk
from sync.terminal.attempts import PinAttempts, carry_over
from sync.terminal.counters import SeatCounters
from sync.terminal.journal_file import all_state, current, set_state
from sync.terminal.journal_schema import (
    base_table,
    counter_table,
    fact_table,
    mark_table,
    settled_table,
)
from sync.terminal.retention import Retention, bound_outcomes

CLOSED = "closed"
"""The state of a journal that takes nothing more."""
_AFTER = """SELECT seq, id, kind, raw, hash, salt, personal FROM fact WHERE incarnation = ? AND seq > ?
    ORDER BY seq LIMIT ?"""


class SecondCopy(Protocol):
    """What a journal needs of its mirror (`sync.terminal.mirror`)."""

    def copy(self) -> None:
        """Has what was just committed copied; returns within a bounded time, whatever becomes of it."""

    def close(self) -> None:
        """Closes it."""

    def health(self, journal: Journal) -> dict[str, Any]:
        """How it stands."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who this terminal is, as the hub told when it was enrolled."""

    terminal: str
    space: str
    hub: str
    hub_key: str


@dataclass(frozen=True, slots=True)
class Position:
    """Where the journal and the hub stand, of the current incarnation.

    Attributes:
        floor, last: first and last sequence number held; floor is last + 1 when nothing is held.
        have, durable, epoch: as the hub told last.
        last_sent: instant of the last acknowledgement, or None.
        base_hash: hash of the fact before floor, hexadecimal; "" where floor is the first one that there ever was.
        salvaged: the journal was made of what could be read of a damaged one, and waits for a new incarnation.
    """

    incarnation: int
    floor: int
    last: int
    have: int
    durable: int
    epoch: str | None
    last_sent: str | None
    base_hash: str = ""
    salvaged: bool = False

    @property
    def pending(self) -> int:
        """Facts that the hub has not acknowledged."""
        return max(0, self.last - self.have)


class Journal(SeatCounters, PinAttempts, Retention):
    """An open journal. Raises `sync.errors.StoreError` and its kin from every method that writes.

    Args:
        path, key, create: see `sync.terminal.store.open_database`.
        mirror: a second copy of each fact on another medium, where there is one.
    """

    def __init__(self, path: Path, key: bytes, *, create: bool = False, mirror: SecondCopy | None = None) -> None:
        super().__init__(path, key, create=create)
        self.mirror = mirror

    def close(self) -> None:
        """Closes the file, and the mirror's."""
        if self.mirror is not None:
            self.mirror.close()
        super().close()

    # who we are

    def identify(self, identity: Identity, incarnation: int, have: int, epoch: str | None) -> None:
        """Stores what enrolment told. What a journal holds that had another name, of a hub that is gone, is journaled
        again under the new one: nobody else has it.
        """
        with self._writing() as connection:
            known = all_state(connection)
            renamed = known.get("terminal", identity.terminal) != identity.terminal
            values = {
                "terminal": identity.terminal, "space": identity.space, "hub": identity.hub,
                "hub_key": identity.hub_key,
                "incarnation": str(incarnation), "have": str(have), "durable": "0", "epoch": epoch or "",
            }  # fmt: skip
            for key, value in values.items():
                set_state(connection, key, value)
            if renamed:
                # Nothing is durable at a hub that has never heard of it; its proofs are worth nothing at another one.
                connection.execute(sa.text("DELETE FROM state WHERE key IN ('seen', 'salvaged', 'have_hash')"))
                journal_again(connection, sa.true(), identity.terminal, incarnation)
                for table in (counter_table, base_table, settled_table, mark_table):
                    connection.execute(table.delete())

    def begin_salvaged(
        self, identity: Identity, incarnation: int, epoch: str, *, before: bytes,
        pins: Mapping[str, tuple[int, int]] | None, assumed: int, note: str,
    ) -> None:  # fmt: skip
        """Begins a new file with what is known of a journal that was lost (`sync.terminal.salvage`).

        Args:
            identity: as it was.
            incarnation: as it was.
            epoch: as it was.
            before: the hash before the first fact; one that no hub knows.
            pins: wrong PINs by person, (epoch, failures); None where nobody knows: `assumed` are, of everybody.
            assumed: see `pins`.
            note: what became of the journal, for reports.
        """
        with self._writing() as connection:
            values = {
                "terminal": identity.terminal, "space": identity.space, "hub": identity.hub,
                "hub_key": identity.hub_key, "incarnation": str(incarnation), "have": "0", "durable": "0",
                "epoch": epoch, "salvaged": "1", "note.salvage": note,
            }  # fmt: skip
            for key, value in values.items():
                set_state(connection, key, value)
            connection.execute(base_table.insert(), {"incarnation": incarnation, "seq": 0, "hash": before})
            carry_over(connection, pins, assumed)

    def relocate(self, identity: Identity) -> None:
        """Stores another space or hub address for the same terminal; facts, counters and what the hub told stay."""
        with self._writing() as connection:
            for key, value in (("space", identity.space), ("hub", identity.hub), ("hub_key", identity.hub_key)):
                set_state(connection, key, value)

    def identity(self) -> Identity | None:
        """Who this terminal is; None before it is enrolled."""
        known = self.glance().state
        if "terminal" not in known:
            return None
        return Identity(known["terminal"], known["space"], known["hub"], known["hub_key"])

    # facts

    @contextmanager
    def append(self) -> Iterator[Appending]:
        """A transaction that appends facts; durable when the block is left, and in the mirror where there is one.

        Raises:
            Erased: the journal was closed for good.
            DiskFull, StoreError: nothing was stored.
        """
        stored: list[str] = []
        with self._writing(stored) as connection:
            known = all_state(connection)
            if CLOSED in known:
                raise Erased("The hub had this terminal erase what it holds: nothing more is recorded here.")
            incarnation = int(known["incarnation"])
            last, hash_ = tail_of(connection, known["terminal"], incarnation)
            appending = Appending(connection, incarnation, last, hash_)
            appending.ids = stored
            yield appending
        if self.mirror is not None:
            self.mirror.copy()

    def close_for_good(self) -> None:
        """From here on nothing is appended: what it holds now is all that there will be."""
        with self._writing() as connection:
            set_state(connection, CLOSED, "1")

    def after(self, seq: int, *, facts: int, size: int) -> list[Journaled]:
        """Facts of the current incarnation above `seq`, in order, at most so many and so many bytes (at least one)."""
        found: list[Journaled] = []
        total = 0
        with self._reading() as connection:
            for row in connection.exec_driver_sql(_AFTER, (current(connection), seq, facts)):
                fact = Journaled(*row)
                total += len(fact.raw) + len(fact.personal or b"")
                if found and total > size:
                    break
                found.append(fact)
        return found

    def by_ids(self, ids: Sequence[str]) -> list[Journaled]:
        """Facts by id, of whatever incarnation, in order."""
        if not ids:
            return []
        with self._reading() as connection:
            query = sa.select(*FACT_COLUMNS).where(fact_table.c.id.in_(ids))
            order = query.order_by(fact_table.c.incarnation, fact_table.c.seq)
            return [Journaled(*row) for row in connection.execute(order)]

    def hash_at(self, seq: int) -> bytes | None:
        """The chain's hash at a place of the current incarnation; None where the fact is no longer held.

        It is known for every fact held, for the one before the first of them, and for place 0.
        """
        with self._reading() as connection:
            known = all_state(connection)
            incarnation = int(known["incarnation"])
            base = base_of(connection, known["terminal"], incarnation)
            if seq == base[0]:
                return base[1]
            if seq == 0:
                return genesis(known["terminal"], incarnation)
            where = (fact_table.c.incarnation == incarnation, fact_table.c.seq == seq)
            found: bytes | None = connection.scalar(sa.select(fact_table.c.hash).where(*where))
            return found

    def position(self) -> Position:
        """Where the journal and the hub stand."""
        seen = self.glance()
        known, last = seen.state, seen.last if seen.last is not None else seen.base
        return Position(
            int(known["incarnation"]), seen.floor if seen.floor is not None else last + 1, last, int(known["have"]),
            int(known["durable"]), known["epoch"] or None, known.get("last_sent"), seen.base_hash,
            bool(known.get("salvaged")),
        )  # fmt: skip

    def verify(self) -> Iterator[str]:
        """Walks every chain that the journal holds, and says what is wrong with it; nothing where it is whole."""
        with self._reading() as connection:
            yield from walk(connection)

    # what the hub told

    def acknowledge(self, have: int, durable: int, at: str | None = None) -> None:
        """Believes the hub's `have`, even when it went down."""
        with self._writing() as connection:
            known = all_state(connection)
            if (int(known["have"]), int(known["durable"])) == (have, durable):
                return
            grew = have > int(known["have"])
            set_state(connection, "have", str(have))
            set_state(connection, "durable", str(durable))
            if grew and at:
                set_state(connection, "last_sent", at)

    def secure(self, incarnation: int, durable: int) -> None:
        """Believes the hub's `durable` of an incarnation, if it is still this journal's. `have` stays: another thread
        may have moved it meanwhile; `durable` is never beyond it.
        """
        with self._writing() as connection:
            known = all_state(connection)
            if int(known["incarnation"]) == incarnation:
                set_state(connection, "durable", str(max(0, min(durable, int(known["have"])))))

    def note_epoch(self, epoch: str) -> None:
        """Remembers the hub's epoch."""
        with self._writing() as connection:
            set_state(connection, "epoch", epoch)

    def note(self, key: str, value: str) -> None:
        """Remembers something small of the engine's: clock offset, last contact."""
        self.note_all({key: value})

    def note_all(self, values: Mapping[str, str]) -> None:
        """Remembers several such things together."""
        with self._writing() as connection:
            for key, value in values.items():
                set_state(connection, f"note.{key}", value)

    def notes(self) -> dict[str, str]:
        """What was noted."""
        known = self.glance().state
        return {key.removeprefix("note."): value for key, value in known.items() if key.startswith("note.")}

    def store_outcomes(self, outcomes: Sequence[tuple[int, str, str | None, str]]) -> None:
        """Keeps what the hub answered of facts: (seq, state, outcome's state, why); the newest only."""
        if not outcomes:
            return
        with self._writing() as connection:
            for seq, state, outcome, why in outcomes:
                connection.execute(
                    sa.text("INSERT OR REPLACE INTO outcome (seq, state, outcome, why) VALUES (:s, :t, :o, :w)"),
                    {"s": seq, "t": state, "o": outcome, "w": why},
                )
            bound_outcomes(connection)

    def forget_personal(self, ids: Sequence[str]) -> int:
        """Erases personal parts here and in the mirror; see `Retention.forget_personal`."""
        forgotten = super().forget_personal(ids)
        if forgotten and self.mirror is not None:
            self.mirror.copy()
        return forgotten

    def begin_incarnation(self, incarnation: int) -> int:
        """Journals again, under a new incarnation and with the same bytes, all that is held above `durable`.

        Returns how many facts. Seat counters start at nothing: what the old incarnation held stays out.
        """
        with self._writing() as connection:
            known = all_state(connection)
            old, durable = int(known["incarnation"]), int(known["durable"])
            if incarnation <= old:
                return 0
            for key, value in (("incarnation", str(incarnation)), ("have", "0"), ("durable", "0")):
                set_state(connection, key, value)
            connection.execute(settled_table.insert(), {"incarnation": old, "durable": durable})
            mine = sa.and_(fact_table.c.incarnation == old, fact_table.c.seq > durable)
            again = journal_again(connection, mine, known["terminal"], incarnation)
            connection.execute(sa.text("DELETE FROM state WHERE key = 'salvaged'"))
        if self.mirror is not None:
            self.mirror.copy()
        return again
