"""Sign-ups that are made on the hub's own pages."""

from __future__ import annotations

import hashlib
import secrets

from sqlalchemy.orm import Session

from sync.card import Ticket
from sync.clock import stamp
from sync.hub import holds
from sync.hub.hub import Hub
from sync.hub.seating import SeatingError, active, lock, settle
from sync.hub.store.models import Booking, Occurrence
from sync.ids import uuid7


def book(  # noqa: PLR0913 - what a form holds
    session: Session, hub: Hub, *, occurrence_id: str, people: int, card: str | None, name: str | None,
    contact: str | None, language: str, ticket: Ticket | None,
) -> tuple[Booking, str]:  # fmt: skip
    """Signs somebody up; returns the booking and the secret of its page on the phone.

    Raises:
        SeatingError: the ticket was used, the occurrence is over or cancelled, or the person is signed up already.
    """
    occurrence = lock(session, occurrence_id)
    _refuse_late(occurrence, hub)
    if card and active(session, occurrence_id, card):
        raise SeatingError("already", "Sei già iscritto.")
    secret = secrets.token_urlsafe(18)
    booking = Booking(
        id=uuid7(hub.clock.now()), occurrence_id=occurrence.id, space_id=occurrence.space_id, people=people, card=card,
        name=name, contact=contact, language=language, at=stamp(hub.clock.now()), link=digest(secret), told=True,
        why="", state="new",
    )  # fmt: skip
    paid = False
    if ticket is not None:
        booking.terminal, booking.incarnation, booking.nonce = ticket.terminal, ticket.incarnation, ticket.nonce
        paid = holds.use(session, ticket, occurrence, people)
    session.add(booking)
    settle(session, booking, occurrence, paid=paid)
    return booking, secret


def _refuse_late(occurrence: Occurrence, hub: Hub) -> None:
    if occurrence.status != "scheduled":
        raise SeatingError("cancelled", "Questo incontro è annullato.")
    if occurrence.capacity is None:
        raise SeatingError("no_signup", "Per questa attività non serve iscriversi: basta venire.")
    if (occurrence.end or occurrence.start) < stamp(hub.clock.now()):
        raise SeatingError("over", "Questo incontro è già passato.")


def digest(secret: str) -> str:
    """What the database keeps of a secret in a link."""
    return hashlib.sha256(secret.encode()).hexdigest()
