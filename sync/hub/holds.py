"""Phone tickets: a seat that a terminal set aside, booked on the hub's own page, used once, or credited."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.card import Ticket
from sync.clock import stamp
from sync.hub.hub import Hub
from sync.hub.seating import SeatingError, account, lock, move_up
from sync.hub.store.models import Booking, Occurrence, Terminal, TicketHold

GRACE = timedelta(minutes=1)
"""A hold is credited this long after its end, so that nobody loses it who pressed the button in time."""
EXPIRE_AT_A_TIME = 500


def use(session: Session, ticket: Ticket, occurrence: Occurrence, people: int) -> bool:
    """Uses a ticket up; returns whether a seat that the terminal set aside pays for the booking.

    Raises:
        SeatingError: it was used before.
    """
    if session.scalar(sa.select(Booking.id).where(Booking.nonce == ticket.nonce)) is not None:
        raise SeatingError("used", "Questo codice è già stato usato. Torna al terminale e inquadra quello nuovo.")
    if not ticket.held:
        return False
    held = session.get(TicketHold, ticket.nonce, with_for_update=True)
    if held is None:  # the phone was faster than the terminal's own line: the ticket's signature vouches for the hold
        held = TicketHold(
            nonce=ticket.nonce, terminal=ticket.terminal, incarnation=ticket.incarnation, occurrence_id=occurrence.id,
            expires=stamp(datetime.fromtimestamp(ticket.expires, UTC)), known=False, state="open",
        )  # fmt: skip
        session.add(held)
    if held.state != "open":
        return False
    held.state = "used"
    if people > 1:  # the hold is one seat: a larger party competes for free seats, and the held one is credited
        held.state = "unused"
        _credit(session, held)
        return False
    return True


def take_in(
    session: Session, terminal: Terminal, incarnation: int, occurrence_id: str, nonce: str, expires: str
) -> None:
    """Takes in a terminal's hold. One that was found unnecessary before it was known is credited now."""
    held = session.get(TicketHold, nonce, with_for_update=True)
    if held is None:
        held = TicketHold(
            nonce=nonce, terminal=terminal.id, incarnation=incarnation, occurrence_id=occurrence_id, expires=expires,
            known=False, state="open",
        )  # fmt: skip
        session.add(held)
    held.known = True
    if held.state == "unused":
        _credit(session, held)


def _credit(session: Session, held: TicketHold) -> None:
    """Gives an unused hold back, once, and only after its fact said that the terminal had paid for it."""
    session.flush()
    if held.known:
        held.state = "credited"
        account(session, held.occurrence_id, held.terminal, held.incarnation).credited += 1
        session.flush()


def expire(session: Session, hub: Hub) -> int:
    """Credits holds that nobody used in time, once their fact was received; returns how many."""
    now = stamp(hub.clock.now() - GRACE)
    query = sa.select(TicketHold).where(
        TicketHold.state == "open", TicketHold.known.is_(True), TicketHold.expires < now
    )
    count = 0
    for found in session.scalars(query.order_by(TicketHold.occurrence_id).limit(EXPIRE_AT_A_TIME)).all():
        occurrence = lock(session, found.occurrence_id)
        held = session.get_one(TicketHold, found.nonce, with_for_update=True, populate_existing=True)
        if held.state != "open":
            continue
        held.state = "unused"
        _credit(session, held)
        move_up(session, occurrence)
        count += 1
    return count
