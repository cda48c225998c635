"""Whether a card holds a place elsewhere at the same time, in whatever space."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.clock import instant, stamp
from sync.hub.seating import TAKEN
from sync.hub.store.models import Booking, Occurrence
from sync.overlap import LONG, Span, meet


def clash(session: Session, occurrence: Occurrence, card: str) -> Occurrence | None:
    """The first occurrence that the card is signed up for and that takes place at the same time; None for none."""
    start, end = _span(occurrence)
    if occurrence.all_day:
        return None
    near = (Occurrence.start > stamp(start - LONG), Occurrence.start < stamp(start + LONG))
    query = (
        sa.select(Occurrence)
        .join(Booking, Booking.occurrence_id == Occurrence.id)
        .where(Booking.card == card, Booking.state.in_(TAKEN), Occurrence.id != occurrence.id)
        .where(Occurrence.status == "scheduled", Occurrence.all_day.is_(False), *near)
        .order_by(Occurrence.start, Occurrence.id)
    )
    return next((one for one in session.scalars(query) if meet(_span(one), (start, end))), None)


def _span(one: Occurrence) -> Span:
    return instant(one.start), instant(one.end) if one.end else None
