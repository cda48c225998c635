"""Who does not know yet how a sign-up stands: what the desk lists under *Da avvisare* until somebody ticks it off."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from sync.overlap import meet
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
    open_ = [one for one in known.bookings() if not one.told or one.clash]
    planned = known.occurrences(sorted({id_ for one in open_ for id_ in (one.occurrence, one.clash) if id_}))
    found = [
        ToTell(one, occurrence, _what(one, occurrence) or "", _clash(one, occurrence, planned.get(one.clash)))
        for one in open_
        if (occurrence := planned.get(one.occurrence)) is not None
        and occurrence.space == space
        and occurrence.ends() > now
    ]
    news = [one for one in found if one.what or one.clash is not None]
    return tuple(sorted(news, key=lambda one: (one.occurrence.start, one.booking.id)))


def _clash(booking: BookingView, occurrence: OccurrenceView, other: OccurrenceView | None) -> OccurrenceView | None:
    """What is at the same hour, as the programme is now: either may have moved since."""
    if booking.state != "final" or other is None or other.cancelled or occurrence.cancelled:
        return None
    return other if meet((occurrence.start, occurrence.end), (other.start, other.end)) else None


def _what(booking: BookingView, occurrence: OccurrenceView) -> str | None:
    if booking.told or booking.state not in ("final", "waiting", "refused", "provisional") or booking.why == "already":
        return None
    if occurrence.cancelled:
        return None if booking.state == "refused" else "cancelled"
    if booking.pending or booking.state == "provisional":
        return None
    if occurrence.moved_from is not None and booking.state == "final":
        return "moved"
    return booking.state
