"""The code of a sign-up, signed by this terminal: read at the door of any terminal, also of one without a network."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sync import card

if TYPE_CHECKING:
    from sync.terminal.terminal import Terminal
    from sync.terminal.views import BookingView, OccurrenceView

CODE_LIFE = timedelta(days=1)
"""How long after the end a sign-up's code is still read; as on the hub's page."""


def booking_code(terminal: Terminal, booking: BookingView, occurrence: OccurrenceView) -> str:
    """The text of a sign-up's QR code.

    Args:
        terminal: that signs.
        booking: a final one: whoever has a code has a place.
        occurrence: what it is for.
    """
    now = terminal.clock.now() + timedelta(milliseconds=terminal.offset_ms)
    expires = max(occurrence.ends(), now) + CODE_LIFE
    return terminal.sign(
        card.Booking(
            booking=booking.id, occurrence=booking.occurrence, people=booking.people, terminal=terminal.id,
            issued=int(now.timestamp()), expires=int(expires.timestamp()),
        )
    )  # fmt: skip
