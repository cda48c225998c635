"""Opening the desk: a person's PIN, checked without a network, and never more than five tries."""

from __future__ import annotations

from sync.errors import SyncError
from sync.terminal.folder import Folder
from sync.terminal.journal import Journal
from sync.terminal.projection import Projection
from sync.terminal.views import StaffView

MAX_PIN_FAILURES = 5
"""Then the person is locked until the office unlocks them (their epoch grows), or a colleague here does."""


class PinError(SyncError):
    """The desk stays closed. `reason`: wrong, locked or unknown; `left`: tries that are left."""

    def __init__(self, reason: str, left: int = 0) -> None:
        sentences = {
            "wrong": f"The PIN is wrong. {left} tries left.",
            "locked": "Too many wrong PINs. Ask a colleague who opened the desk, or the office, to unlock you.",
            "unknown": "This person may not open the desk here. Ask the office.",
        }
        super().__init__(sentences[reason])
        self.reason, self.left = reason, left


def verify_pin(folder: Folder, journal: Journal, projection: Projection, staff: str, pin: str) -> StaffView:
    """Who it is, if the PIN is right. Takes 250 to 500 ms: never on the screen's thread.

    The attempt is committed as failed before it is checked, so that pulling the plug resets nothing.

    Raises:
        PinError: see there.
    """
    from sync.pin import matches

    row = next((one for one in projection.staff_rows() if one.id == staff), None)
    if row is None:
        raise PinError("unknown")
    if journal.pin_failures(staff, row.epoch) >= MAX_PIN_FAILURES:
        raise PinError("locked")
    failures = journal.count_pin_attempt(staff, row.epoch)
    if failures > MAX_PIN_FAILURES:  # another check was counted in between
        raise PinError("locked")
    if not matches(row.verifier, folder.pepper(), pin):
        left = MAX_PIN_FAILURES - failures
        raise PinError("wrong" if left > 0 else "locked", max(left, 0))
    journal.clear_pin_failures(staff, row.epoch)
    return StaffView(row.id, row.name, row.role)


def locked(journal: Journal, projection: Projection) -> tuple[StaffView, ...]:
    """Who has no tries left at this terminal."""
    return tuple(
        StaffView(row.id, row.name, row.role)
        for row in projection.staff_rows()
        if journal.pin_failures(row.id, row.epoch) >= MAX_PIN_FAILURES
    )


def unlock(journal: Journal, projection: Projection, staff: str, *, by: str) -> None:
    """Gives a colleague all tries back. The caller knows that `by` opened the desk with their own PIN.

    Raises:
        PinError: nobody unlocks themselves (locked), and only who may open the desk here (unknown).
        DiskFull, StoreError: it was not stored.
    """
    if staff == by:
        raise PinError("locked")
    known = {row.id: row.epoch for row in projection.staff_rows()}
    if not {staff, by} <= known.keys():
        raise PinError("unknown")
    journal.clear_pin_failures(staff, known[staff])
