"""Today at this space: what is planned, and how many people are expected."""

from __future__ import annotations

from kiosk.controls.context import Context
from sync.terminal.views import OccurrenceView

SHOWN = ("final", "provisional", "checked_in")
"""States of a sign-up that is expected at the door."""
SIGNED_UP = (*SHOWN, "waiting")
"""States of one whom a change of plan concerns."""


def planned(context: Context) -> list[OccurrenceView]:
    """Today's occurrences here that are not over, also called off ones, by start; what lasts for days is left out."""
    today, now = context.today(), context.now()
    found = context.terminal.projection.agenda(today, today)
    return [one for one in found if one.start.date() == today and one.ends() > now]


def everything(context: Context) -> list[OccurrenceView]:
    """All that takes place here today, what is over and what lasts for days included, by start."""
    today = context.today()
    return [one for one in context.terminal.projection.agenda(today, today) if not one.cancelled]


def people(context: Context, one: OccurrenceView, states: tuple[str, ...] = SHOWN) -> int:
    """How many people have a sign-up in one of these states."""
    bookings = context.terminal.projection.bookings(one.id)
    return sum(booking.people for booking in bookings if booking.state in states)
