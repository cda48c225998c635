"""Who has to be told something: noticed in the flush that changes it, so that whoever changes a booking or an
occurrence need not think of it, and noted in the same transaction, so that no outcome is without its letter.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import History

from sync.hub.store.feed import HubSession
from sync.hub.store.models import Booking, Letter, Member, Occurrence
from sync.hub.telling.standing import standing
from sync.membership import is_address

NOW = ""
"""When a new letter is due: before any instant."""


@event.listens_for(HubSession, "before_flush")
def _notice(session: HubSession, _context: object, _instances: object) -> None:
    with session.no_autoflush:
        fresh, changed = list(session.new), list(session.dirty)  # each asking makes the set anew
        for one in [*fresh, *changed]:
            if isinstance(one, Booking) and one.state != "new" and _history(one, "state").has_changes():
                _look(session, one, session.get(Occurrence, one.occurrence_id), decided=_is_decided(one))
                if one.state == "cancelled":
                    _settle(session, one)
        for one in changed:
            if isinstance(one, Occurrence) and _is_changed(one):
                for booking in _held(session, one):
                    _look(session, booking, one, decided=False)


def _history(one: object, name: str) -> History:
    state: Any = sa.inspect(one)
    found: History = state.attrs[name].history
    return found


def _is_changed(occurrence: Occurrence) -> bool:
    return any(_history(occurrence, name).has_changes() for name in ("status", "start"))


def _is_decided(booking: Booking) -> bool:
    """Whether this is the first outcome, and not a later change of it."""
    before = _history(booking, "state").deleted
    return not before or before[0] in ("new", None)


def _held(session: Session, occurrence: Occurrence) -> Iterator[Booking]:
    query = sa.select(Booking).where(
        Booking.occurrence_id == occurrence.id, Booking.state.in_(("final", "waiting", "refused"))
    )
    yield from session.scalars(query)


def _settle(session: Session, gone: Booking) -> None:
    """A place was given up: nobody needs to hear any more that it was at the same hour as another."""
    if gone.card is not None:
        met = sa.select(Booking).where(Booking.card == gone.card, Booking.clash == gone.occurrence_id)
        for other in session.scalars(met):
            other.clash = None


def _look(session: Session, booking: Booking, occurrence: Occurrence | None, *, decided: bool) -> None:
    """Notes what is to be told of a booking, as it stands in this flush."""
    if occurrence is None:
        return
    now = standing(booking.state, booking.why, occurrence.status, occurrence.start)
    if decided:  # a right that paid for it let the screen say "Iscritto"; a page told by itself
        booking.told = booking.told or booking.paid_by == "terminal" or not now
    else:
        booking.told = not now
    if is_address(address_of(session, booking)):
        letter = session.get(Letter, booking.id)
        if letter is None and now:
            session.add(Letter(booking_id=booking.id, said="", due=NOW, attempts=0, since="", why=""))
        elif letter is not None:
            letter.due = NOW if now and now != letter.said else None
            letter.attempts, letter.since, letter.why = 0, "", ""


def heard(session: Session, booking: Booking) -> bool:
    """Whether nobody at a desk has to tell the person: a letter said how it stands, or there is nothing to tell."""
    occurrence = session.get(Occurrence, booking.occurrence_id)
    now = occurrence and standing(booking.state, booking.why, occurrence.status, occurrence.start)
    letter = session.get(Letter, booking.id)
    return not now or (letter is not None and letter.said == now)


def address_of(session: Session, booking: Booking) -> str | None:
    """What the person left to be reached by, with the booking or as a member."""
    if booking.contact or not booking.card:
        return booking.contact
    member = session.get(Member, booking.card)
    return member.contact if member is not None and member.active else None
