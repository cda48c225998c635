"""Seats at the hub: grants to terminals, the hub's own sales, and what comes back (`sync.seats` has the arithmetic).

Every function locks the occurrence's row first; locks are taken in the order terminal, occurrences by id, head.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync import seats
from sync.card import Ticket
from sync.clock import stamp
from sync.errors import SyncError, UsageError
from sync.hub.hub import Hub
from sync.hub.store.models import Booking, Occurrence, SeatAccount, Terminal, TicketHold
from sync.ids import uuid7
from sync.wire import Grant, SeatLine

TAKEN = ("final", "checked_in")
"""States of a booking that holds seats."""
GRANT_AHEAD = timedelta(days=30)
"""Seats are handed to terminals for occurrences that start within this time."""


class SeatingError(SyncError):
    """A booking that cannot be. `reason`: used, over, cancelled, no_signup, unknown_occurrence or already."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class SeatState:
    """Seats of an occurrence. `granted`: outstanding at terminals, sold there or not."""

    occurrence: str
    capacity: int | None
    sold: int
    granted: int
    waiting: int
    free: int | None


def lock(session: Session, occurrence_id: str) -> Occurrence:
    """The occurrence, locked until the end of the transaction.

    Raises:
        SeatingError: there is none (reason unknown_occurrence).
    """
    query = sa.select(Occurrence).where(Occurrence.id == occurrence_id).with_for_update()
    found = session.scalar(query.execution_options(populate_existing=True))
    if found is None:
        raise SeatingError("unknown_occurrence", f"There is no occurrence {occurrence_id!r}.")
    return found


def state(session: Session, occurrence: Occurrence) -> SeatState:
    """Capacity, sold, granted, waiting."""
    waiting = session.scalar(
        sa.select(sa.func.coalesce(sa.func.sum(Booking.people), 0)).where(
            Booking.occurrence_id == occurrence.id, Booking.state == "waiting"
        )
    )
    outstanding = _outstanding(session, occurrence.id)
    left = None
    if occurrence.capacity is not None:
        left = seats.free(occurrence.capacity, occurrence.sold_by_hub, outstanding)
    return SeatState(occurrence.id, occurrence.capacity, occurrence.sold, outstanding, int(waiting or 0), left)


def _outstanding(session: Session, occurrence_id: str) -> int:
    total = sa.func.sum(SeatAccount.granted - SeatAccount.returned - SeatAccount.credited)
    return int(session.scalar(sa.select(total).where(SeatAccount.occurrence_id == occurrence_id)) or 0)


def free(session: Session, occurrence: Occurrence) -> int:
    """Seats that the hub may still sell or grant of an occurrence whose row is locked; plenty where seats are not
    counted.
    """
    if occurrence.capacity is None:
        return 10**6
    return seats.free(occurrence.capacity, occurrence.sold_by_hub, _outstanding(session, occurrence.id))


def account(session: Session, occurrence_id: str, terminal: str, incarnation: int) -> SeatAccount:
    """The account, made where there is none."""
    found = session.get(SeatAccount, (occurrence_id, terminal, incarnation))
    if found is None:
        found = SeatAccount(
            occurrence_id=occurrence_id,
            terminal=terminal,
            incarnation=incarnation,
            granted=0,
            returned=0,
            spent=0,
            credited=0,
        )
        session.add(found)
        session.flush()
    return found


def exchange(session: Session, hub: Hub, terminal: Terminal, lines: Sequence[SeatLine]) -> list[Grant]:
    """Takes in a terminal's counters and answers with cumulative grants, in the order of occurrence ids."""
    grants = []
    horizon = hub.clock.now() + GRANT_AHEAD
    for line in sorted(lines, key=lambda one: one.occurrence):
        try:
            occurrence = lock(session, line.occurrence)
        except SeatingError:
            continue
        mine = account(session, occurrence.id, terminal.id, terminal.incarnation)
        told = seats.Counters(mine.granted, mine.returned, mine.spent).merge(
            seats.Counters(0, min(line.returned, mine.granted - line.spent), min(line.spent, mine.granted))
        )
        mine.returned, mine.spent = told.returned, told.spent
        if line.want and _grantable(occurrence, hub.clock.now(), horizon):
            limit = seats.cap(occurrence.capacity or 0, hosts=terminal.space_id == occurrence.space_id)
            held = seats.Account(told, mine.credited)
            mine.granted += seats.grant(line.want, limit, held, free(session, occurrence))
        session.flush()
        grants.append(Grant(occurrence=occurrence.id, granted=mine.granted))
    return grants


def _grantable(occurrence: Occurrence, now: datetime, horizon: datetime) -> bool:
    if occurrence.capacity is None or occurrence.status != "scheduled":
        return False
    return stamp(now) < (occurrence.end or occurrence.start) and occurrence.start < stamp(horizon)


def settle(session: Session, booking: Booking, occurrence: Occurrence, *, paid: bool) -> None:
    """Decides a new booking: final by the terminal's right, final by the hub's own sale, or waiting."""
    if paid:
        booking.state, booking.paid_by = "final", "terminal"
        occurrence.sold += booking.people
    elif free(session, occurrence) >= booking.people:
        booking.state, booking.paid_by = "final", "hub"
        occurrence.sold += booking.people
        occurrence.sold_by_hub += booking.people
    else:
        booking.state, booking.paid_by, booking.why = "waiting", None, "no_seats"
    occurrence.pinned = True


def release(session: Session, booking: Booking, occurrence: Occurrence, new_state: str, why: str = "") -> None:
    """Ends a booking and credits, once, what paid for it; then the waiting list moves up."""
    if booking.state in TAKEN:
        occurrence.sold -= booking.people
        if booking.paid_by == "hub":
            occurrence.sold_by_hub -= booking.people
        elif booking.paid_by == "terminal" and booking.terminal and booking.incarnation is not None:
            account(session, occurrence.id, booking.terminal, booking.incarnation).credited += booking.people
    booking.state, booking.why, booking.paid_by = new_state, why, None
    session.flush()
    move_up(session, occurrence)


def move_up(session: Session, occurrence: Occurrence) -> None:
    """Gives free seats to those who wait, in the order in which they came."""
    if occurrence.status != "scheduled":
        return
    query = sa.select(Booking).where(Booking.occurrence_id == occurrence.id, Booking.state == "waiting")
    for booking in session.scalars(query.order_by(Booking.at, Booking.id)):
        if free(session, occurrence) < booking.people:
            return
        booking.why = ""
        settle(session, booking, occurrence, paid=False)
        session.flush()


def book(  # noqa: PLR0913 - what a form holds
    session: Session, hub: Hub, *, occurrence_id: str, people: int, card: str | None, name: str | None,
    contact: str | None, language: str, ticket: Ticket | None,
) -> tuple[Booking, str]:  # fmt: skip
    """A sign-up made on the hub's own page; returns the booking and the secret of its page on the phone.

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
        paid = _use_ticket(session, ticket, occurrence, people)
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


def active(session: Session, occurrence_id: str, card: str) -> Booking | None:
    """The booking that a card holds or waits with for an occurrence."""
    query = sa.select(Booking).where(
        Booking.occurrence_id == occurrence_id, Booking.card == card, Booking.state.in_((*TAKEN, "waiting"))
    )
    return session.scalar(query.limit(1))


def _use_ticket(session: Session, ticket: Ticket, occurrence: Occurrence, people: int) -> bool:
    """Uses a ticket up; returns whether a seat that the terminal set aside pays for the booking."""
    if session.scalar(sa.select(Booking.id).where(Booking.nonce == ticket.nonce)) is not None:
        raise SeatingError("used", "Questo codice è già stato usato. Torna al terminale e inquadra quello nuovo.")
    if not ticket.held:
        return False
    held = session.get(TicketHold, ticket.nonce, with_for_update=True)
    if held is None:  # the phone was faster than the terminal's own line: the ticket's signature vouches for the hold
        held = TicketHold(
            nonce=ticket.nonce,
            terminal=ticket.terminal,
            incarnation=ticket.incarnation,
            occurrence_id=occurrence.id,
            expires=stamp(datetime.fromtimestamp(ticket.expires, UTC)),
            known=False,
            state="open",
        )
        session.add(held)
    if held.state != "open":
        return False
    held.state = "used"
    if people > 1:  # the hold is one seat: a larger party competes for free seats, and the held one is credited
        if held.known:
            account(session, occurrence.id, held.terminal, held.incarnation).credited += 1
        held.state = "credited" if held.known else "unused"
        session.flush()
        return False
    return True


def hold(session: Session, terminal: Terminal, incarnation: int, occurrence_id: str, nonce: str, expires: str) -> None:
    """Takes in a terminal's hold. One that was found unnecessary before it was known is credited now."""
    held = session.get(TicketHold, nonce, with_for_update=True)
    if held is None:
        session.add(
            TicketHold(
                nonce=nonce,
                terminal=terminal.id,
                incarnation=incarnation,
                occurrence_id=occurrence_id,
                expires=expires,
                known=True,
                state="open",
            )
        )
        return
    held.known = True
    if held.state == "unused":
        account(session, occurrence_id, terminal.id, incarnation).credited += 1
        held.state = "credited"


def expire_holds(session: Session, hub: Hub) -> int:
    """Credits holds that nobody used in time, once their fact was received; returns how many."""
    now = stamp(hub.clock.now() - timedelta(minutes=1))
    query = sa.select(TicketHold).where(
        TicketHold.state == "open", TicketHold.known.is_(True), TicketHold.expires < now
    )
    count = 0
    for found in session.scalars(query.order_by(TicketHold.occurrence_id).limit(500)).all():
        occurrence = lock(session, found.occurrence_id)
        held = session.get_one(TicketHold, found.nonce, with_for_update=True, populate_existing=True)
        if held.state != "open":
            continue
        held.state = "credited"
        account(session, occurrence.id, held.terminal, held.incarnation).credited += 1
        session.flush()
        move_up(session, occurrence)
        count += 1
    return count


def cancel(session: Session, booking: Booking) -> None:
    """The person does not come."""
    occurrence = lock(session, booking.occurrence_id)
    session.refresh(booking)
    if booking.state in (*TAKEN, "waiting"):
        release(session, booking, occurrence, "cancelled")


def write_off(session: Session, occurrence_id: str, terminal_id: str) -> int:
    """Takes back the seats that a lost terminal holds and has not sold, as far as is known; returns how many.

    What the terminal sold since it was last heard of may then be sold twice: only a person may decide this.

    Raises:
        UsageError: it holds none.
    """
    occurrence = lock(session, occurrence_id)
    query = sa.select(SeatAccount).where(
        SeatAccount.occurrence_id == occurrence_id, SeatAccount.terminal == terminal_id
    )
    taken = 0
    for mine in session.scalars(query):
        sold = _sold_by(session, occurrence_id, terminal_id, mine.incarnation)
        unsold = max(0, mine.granted - mine.returned - mine.credited - sold)
        mine.credited += unsold
        taken += unsold
    if not taken:
        raise UsageError(f"{terminal_id} holds no unsold seats of {occurrence_id}.")
    session.flush()
    move_up(session, occurrence)
    return taken


def _sold_by(session: Session, occurrence_id: str, terminal_id: str, incarnation: int) -> int:
    query = sa.select(sa.func.sum(Booking.people)).where(
        Booking.occurrence_id == occurrence_id, Booking.terminal == terminal_id, Booking.incarnation == incarnation,
        Booking.state.in_(TAKEN), Booking.paid_by == "terminal",
    )  # fmt: skip
    return int(session.scalar(query) or 0)


def digest(secret: str) -> str:
    """What the database keeps of a secret in a link."""
    return hashlib.sha256(secret.encode()).hexdigest()
