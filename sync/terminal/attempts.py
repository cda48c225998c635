"""Wrong PINs, counted in the journal before each check, so that pulling the plug resets nothing."""

from __future__ import annotations

from collections.abc import Mapping

import sqlalchemy as sa

from sync.terminal.journal_file import JournalFile, all_state, set_state
from sync.terminal.journal_schema import pin_table

_STORE = sa.text("INSERT OR REPLACE INTO pin_failure (staff, epoch, failures) VALUES (:s, :e, :f)")
PIN_START = "pin_start"
"""The state under which a salvaged journal keeps how many failures it assumes of a person whose count was lost."""


class PinAttempts(JournalFile):
    """Failures by person, since the office last unlocked them."""

    def pin_failures(self, staff: str, epoch: int) -> int:
        """Failures of a person.

        Args:
            staff: who.
            epoch: grows when the office unlocks the person: what was counted under another one no longer counts.
        """
        with self._reading() as connection:
            return _failures(connection, staff, epoch)

    def count_pin_attempt(self, staff: str, epoch: int) -> int:
        """Counts an attempt as failed, before it is checked."""
        with self._writing() as connection:
            failures = _failures(connection, staff, epoch) + 1
            connection.execute(_STORE, {"s": staff, "e": epoch, "f": failures})
            return failures

    def clear_pin_failures(self, staff: str, epoch: int) -> None:
        """The PIN was right, or a colleague unlocked the person."""
        with self._writing() as connection:
            # Kept at nothing, not deleted: a person who is not known at all may have had failures that were lost.
            connection.execute(_STORE, {"s": staff, "e": epoch, "f": 0})


def carry_over(connection: sa.Connection, pins: Mapping[str, tuple[int, int]] | None, assumed: int) -> None:
    """Takes over what was counted in a journal that was lost; None: nobody knows, and `assumed` are of everybody."""
    for staff, (epoch, failures) in (pins or {}).items():
        connection.execute(_STORE, {"s": staff, "e": epoch, "f": failures})
    if pins is None:
        set_state(connection, PIN_START, str(assumed))


def _failures(connection: sa.Connection, staff: str, epoch: int) -> int:
    row = connection.execute(sa.select(pin_table).where(pin_table.c.staff == staff)).first()
    if row is None:
        return int(all_state(connection).get(PIN_START, "0"))
    return int(row.failures) if row.epoch == epoch else 0
