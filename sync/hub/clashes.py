"""Whether a card holds a place elsewhere at the same time, in whatever space.

A page asks before it signs somebody up. A terminal asks itself, as far as it knows: the sign-ups of its own space and
its own. What it could not know the hub finds when it hears of a sign-up, and the desk tells the person.
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.clock import instant, stamp
from sync.hub.seating import TAKEN
from sync.hub.store.models import Booking, Occurrence
from sync.overlap import LONG, Span, meet


def clash(session: Session, occurrence: Occurrence, card: str, *of: sa.ColumnElement[bool]) -> Occurrence | None:
    """The first occurrence that the card is signed up for and that takes place at the same time; None for none.

    Args:
        session: to read in.
        occurrence: what the person wants to go to.
        card: whose.
        of: what else holds for the sign-ups that count.
    """
    start, end = _span(occurrence)
    if occurrence.all_day:
        return None
    near = (Occurrence.start > stamp(start - LONG), Occurrence.start < stamp(start + LONG))
    query = (
        sa.select(Occurrence)
        .join(Booking, Booking.occurrence_id == Occurrence.id)
        .where(Booking.card == card, Booking.state.in_(TAKEN), Occurrence.id != occurrence.id, *of)
        .where(Occurrence.status == "scheduled", Occurrence.all_day.is_(False), *near)
        .order_by(Occurrence.start, Occurrence.id)
    )
    return next((one for one in session.scalars(query) if meet(_span(one), (start, end))), None)


def unheard(session: Session, booking: Booking, occurrence: Occurrence, space: str) -> str | None:
    """What the card of a sign-up holds at the same time and its terminal could not know of; None for nothing.

    Args:
        session: to read in.
        booking: the sign-up that a terminal stated.
        occurrence: what it is for.
        space: where the terminal stands.
    """
    if booking.card is None or booking.state not in TAKEN:
        return None
    others = sa.or_(Booking.terminal.is_(None), Booking.terminal != booking.terminal)
    found = clash(session, occurrence, booking.card, Booking.space_id != space, others)
    return found.id if found is not None else None


def _span(one: Occurrence) -> Span:
    return instant(one.start), instant(one.end) if one.end else None
