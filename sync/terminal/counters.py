"""The seat counters of a terminal, in its journal: committed before anybody is told, and only ever growing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import sqlalchemy as sa

from sync.seats import Counters
from sync.terminal.journal_file import JournalFile, all_state, current, set_state
from sync.terminal.journal_schema import counter_table, state_table


class Told(NamedTuple):
    """What the hub was last told of an occurrence, and how many seats it was asked for; -1 for never."""

    spent: int
    returned: int
    want: int


class SeatCounters(JournalFile):
    """Seats, of the current incarnation."""

    def counters(self) -> dict[str, Counters]:
        """All seat counters, by occurrence."""
        with self._reading() as connection:
            return {row.occurrence: Counters(row.granted, row.returned, row.spent) for row in _rows(connection)}

    def take_grants(self, grants: Sequence[tuple[str, int]], seen: str = "") -> bool:
        """Merges cumulative grants; returns whether anything grew.

        A journal that was salvaged takes none before it has its new incarnation: what the lost one had spent is not
        known, and stays out.

        Args:
            grants: by occurrence.
            seen: the hub's proof of where it stood when it granted them (`sync.wire.SeatsReply`), on disk no later than
                they are.
        """
        if not grants and not seen:
            return False
        grew = False
        with self._writing() as connection:
            known = all_state(connection)
            if known.get("salvaged"):
                return False
            incarnation = int(known["incarnation"])
            if seen:
                set_state(connection, "seen", seen)
            for occurrence, granted in grants:
                held = read_counters(connection, incarnation, occurrence)
                if granted > held.granted:
                    merged = held.merge(Counters(granted=granted))
                    store_counters(connection, incarnation, occurrence, merged)
                    grew = True
        return grew

    def seen(self) -> str | None:
        """The proof that came with the newest grants; None once a pull has gone beyond it."""
        return self.glance().state.get("seen")

    def outgrow(self, seen: str) -> None:
        """Forgets a proof that a pull has gone beyond, if it is still the newest."""
        with self._writing() as connection:
            connection.execute(state_table.delete().where(state_table.c.key == "seen", state_table.c.value == seen))

    def give_back(self, returns: Sequence[tuple[str, int | None]]) -> int:
        """Gives seat rights back, as far as they are not promised; returns how many seats.

        On disk when this returns, so that nothing is told that a power cut could take back.

        Args:
            returns: by occurrence, what `returned` shall come to; None: all that is left.
        """
        given = 0
        with self._writing() as connection:
            incarnation = current(connection)
            for occurrence, wanted in returns:
                held = read_counters(connection, incarnation, occurrence)
                seats = held.right if wanted is None else min(held.right, wanted - held.returned)
                if seats > 0:
                    store_counters(connection, incarnation, occurrence, held.give_back(seats))
                    given += seats
        return given

    def note_asked(self, asked: Sequence[tuple[str, int, int, int]]) -> None:
        """Remembers what the hub was told and asked: (occurrence, spent, returned, want)."""
        if not asked:
            return
        with self._writing() as connection:
            incarnation = current(connection)
            for occurrence, spent, returned, want in asked:
                held = read_counters(connection, incarnation, occurrence)
                store_counters(connection, incarnation, occurrence, held)
                where = (counter_table.c.incarnation == incarnation, counter_table.c.occurrence == occurrence)
                told = {"told": spent, "told_returned": returned, "asked": want}
                connection.execute(counter_table.update().where(*where).values(told))

    def asked(self) -> dict[str, Told]:
        """What the hub was last told and asked, by occurrence."""
        with self._reading() as connection:
            return {row.occurrence: Told(row.told, row.told_returned, row.asked) for row in _rows(connection)}


def read_counters(connection: sa.Connection, incarnation: int, occurrence: str) -> Counters:
    """The seats of one occurrence."""
    where = (counter_table.c.incarnation == incarnation, counter_table.c.occurrence == occurrence)
    row = connection.execute(sa.select(counter_table).where(*where)).first()
    return Counters(row.granted, row.returned, row.spent) if row else Counters()


def store_counters(connection: sa.Connection, incarnation: int, occurrence: str, held: Counters) -> None:
    """Stores the seats of one occurrence."""
    connection.execute(
        sa.text(
            "INSERT INTO counter (incarnation, occurrence, granted, returned, spent) VALUES (:i, :o, :g, :r, :s) "
            "ON CONFLICT DO UPDATE SET granted = excluded.granted, returned = excluded.returned, spent = excluded.spent"
        ),
        {"i": incarnation, "o": occurrence, "g": held.granted, "r": held.returned, "s": held.spent},
    )


def _rows(connection: sa.Connection) -> Sequence[sa.Row[Any]]:
    query = sa.select(counter_table).where(counter_table.c.incarnation == current(connection))
    return connection.execute(query).all()
