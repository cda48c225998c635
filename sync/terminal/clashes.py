"""Whether somebody who signs up has a place elsewhere at the same time, as far as this terminal knows.

It knows the sign-ups of its own space and those that were made here; the hub's page knows all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sync.overlap import meet
from sync.terminal.views import BookingView, OccurrenceView

if TYPE_CHECKING:
    from sync.terminal.projection import Projection

HELD = ("final", "provisional", "checked_in")


def clash(
    projection: Projection, occurrence: str, *, card: str | None = None, name: str | None = None
) -> OccurrenceView | None:
    """What the person is signed up for at the same time, the first of it; None for nothing.

    Args:
        projection: what is known.
        occurrence: what the person wants to sign up for.
        card: member's number.
        name: of a person without a card, compared as the desk writes it.
    """
    wanted = projection.occurrence(occurrence)
    if wanted is None or wanted.all_day:
        return None
    mine = [one for one in projection.bookings() if one.state in HELD and _is(one, card, name)]
    found = projection.occurrences(sorted({one.occurrence for one in mine} - {occurrence})).values()
    same = [
        one
        for one in found
        if not (one.cancelled or one.all_day) and meet((one.start, one.end), (wanted.start, wanted.end))
    ]
    return min(same, key=lambda one: (one.start, one.id), default=None)


def _is(booking: BookingView, card: str | None, name: str | None) -> bool:
    if card is not None:
        return booking.card == card
    return bool(name) and _plain(booking.name or "") == _plain(name or "")


def _plain(name: str) -> str:
    return " ".join(name.replace(".", " ").casefold().split())
