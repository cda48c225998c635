"""Who does not know yet how a sign-up stands: what the desk lists under *Da avvisare* until somebody ticks it off."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from sync.terminal.views import BookingView, OccurrenceView, ToTell


class Known(Protocol):
    """What is asked of the projection."""

    def bookings(self, occurrence: str | None = None) -> tuple[BookingView, ...]:
        """The sign-ups that this terminal knows."""

    def occurrences(self, ids: list[str]) -> Mapping[str, OccurrenceView]:
        """Occurrences by their ids."""


def to_tell(known: Known, space: str, now: datetime) -> tuple[ToTell, ...]:
    """Those who are to be told, the soonest first. What is over is no news any more, and what the hub has not decided
    is none yet.

    Args:
        known: the projection.
        space: whose desk it is.
        now: aware.
    """
    open_ = [one for one in known.bookings() if not one.told]
    planned = known.occurrences(sorted({one.occurrence for one in open_}))
    found = [
        ToTell(one, occurrence, what)
        for one in open_
        if (occurrence := planned.get(one.occurrence)) is not None
        and occurrence.space == space
        and occurrence.ends() > now
        and (what := _what(one, occurrence)) is not None
    ]
    return tuple(sorted(found, key=lambda one: (one.occurrence.start, one.booking.id)))


def _what(booking: BookingView, occurrence: OccurrenceView) -> str | None:
    if booking.state not in ("final", "waiting", "refused", "provisional") or booking.why == "already":
        return None
    if occurrence.cancelled:
        return None if booking.state == "refused" else "cancelled"
    if booking.pending or booking.state == "provisional":
        return None
    if occurrence.moved_from is not None and booking.state == "final":
        return "moved"
    return booking.state
