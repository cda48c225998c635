"""Seats at the hub: its books, its own sales, and what comes back (`sync.seats` has the arithmetic).

Every function locks the occurrence's row first, or is called with it locked; locks are taken in the order terminal,
occurrences by id, head. Whatever leaves here keeps to: seats at terminals and seats that the hub sold are together no
more than the capacity, unless a person lowered it or wrote seats off; and what somebody was told is theirs stays
theirs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync import seats
from sync.errors import SyncError
from sync.hub.store.models import Booking, Occurrence, SeatAccount, Terminal, TicketHold

TAKEN = ("final", "checked_in")
"""States of a booking that holds seats."""
PLENTY = 10**6
"""What is free where seats are not counted."""


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
    returning: dict[str, Callable[[Session, Occurrence], object]] = session.info.get("returning", {})
    returned: set[str] = session.info.setdefault("returned", set())
    if occurrence_id in returning and occurrence_id not in returned:  # what was known before a restore comes first
        returned.add(occurrence_id)
        returning[occurrence_id](session, found)
    return found


def state(session: Session, occurrence: Occurrence) -> SeatState:
    """Capacity, sold, granted, waiting."""
    waiting = session.scalar(
        sa.select(sa.func.coalesce(sa.func.sum(Booking.people), 0)).where(
            Booking.occurrence_id == occurrence.id, Booking.state == "waiting"
        )
    )
    books = Books.of(session, occurrence)
    left = None if occurrence.capacity is None else books.free()
    granted = sum(books.outstanding.values())
    return SeatState(occurrence.id, occurrence.capacity, occurrence.sold, granted, int(waiting or 0), left)


@dataclass(slots=True)
class Books:
    """What is out of an occurrence's seats, by terminal.

    Attributes:
        outstanding: granted, neither returned nor credited, over all incarnations.
        kept: seats of bookings that a terminal's right paid for, and of open phone tickets: never free, whatever a
            terminal returns after its seats were written off.
        unattested: terminals that have not shown their counters since the hub lost sight of them, with the most that
            each may hold.
    """

    occurrence: Occurrence
    outstanding: dict[str, int] = field(default_factory=dict)
    kept: dict[str, int] = field(default_factory=dict)
    unattested: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, session: Session, occurrence: Occurrence) -> Books:
        """The books of an occurrence, as of this transaction."""
        if occurrence.capacity is None:
            return cls(occurrence, _outstanding(session, occurrence.id))
        most = {
            terminal: seats.cap(occurrence.capacity, hosts=space == occurrence.space_id)
            for terminal, space in unattested(session)
        }
        return cls(occurrence, _outstanding(session, occurrence.id), _kept(session, occurrence.id), most)

    def free(self, *, seen: str | None = None) -> int:
        """Seats that the hub may still sell or grant; plenty where seats are not counted.

        Args:
            seen: a terminal whose counters are at hand: it counts as what it holds.
        """
        if self.occurrence.capacity is None:
            return PLENTY
        total = 0
        for name in self.outstanding.keys() | self.kept.keys() | self.unattested.keys():
            out = max(self.outstanding.get(name, 0), self.kept.get(name, 0))
            most = self.unattested.get(name)
            total += seats.exposed(out, most or 0, attested=most is None or name == seen)
        return seats.free(self.occurrence.capacity, self.occurrence.sold_by_hub, total)


def _outstanding(session: Session, occurrence_id: str) -> dict[str, int]:
    total = sa.func.sum(SeatAccount.granted - SeatAccount.returned - SeatAccount.credited)
    query = sa.select(SeatAccount.terminal, total).where(SeatAccount.occurrence_id == occurrence_id)
    return {name: int(out) for name, out in session.execute(query.group_by(SeatAccount.terminal))}


def _kept(session: Session, occurrence_id: str) -> dict[str, int]:
    sold = sa.select(Booking.terminal, sa.func.sum(Booking.people)).where(
        Booking.occurrence_id == occurrence_id, Booking.state.in_(TAKEN), Booking.paid_by == "terminal"
    )
    held = sa.select(TicketHold.terminal, sa.func.count()).where(
        TicketHold.occurrence_id == occurrence_id, TicketHold.state == "open"
    )
    found: Counter[str] = Counter()
    for name, people in session.execute(sold.group_by(Booking.terminal)):
        found[name or ""] += int(people)
    for name, count in session.execute(held.group_by(TicketHold.terminal)):
        found[name] += int(count)
    return dict(found)


def unattested(session: Session) -> list[tuple[str, str]]:
    """Terminals, with their spaces, of whose seats the hub lost sight; looked up once a transaction."""
    found: list[tuple[str, str]] | None = session.info.get("unattested")
    if found is None:
        query = sa.select(Terminal.id, Terminal.space_id).where(Terminal.attested.is_(False))
        found = session.info["unattested"] = [tuple(row) for row in session.execute(query)]
    return found


def free(session: Session, occurrence: Occurrence) -> int:
    """Seats that the hub may still sell or grant of an occurrence whose row is locked; plenty where seats are not
    counted.
    """
    if occurrence.capacity is None:
        return PLENTY
    session.flush()
    return Books.of(session, occurrence).free()


def account(session: Session, occurrence_id: str, terminal: str, incarnation: int) -> SeatAccount:
    """The account, made where there is none."""
    found = session.get(SeatAccount, (occurrence_id, terminal, incarnation))
    if found is None:
        found = SeatAccount(
            occurrence_id=occurrence_id, terminal=terminal, incarnation=incarnation, granted=0, returned=0, spent=0,
            credited=0, recalled=0,
        )  # fmt: skip
        session.add(found)
        session.flush()
    return found


def settle(session: Session, booking: Booking, occurrence: Occurrence, *, paid: bool) -> None:
    """Decides a new booking: final by the terminal's right, final by the hub's own sale, or waiting. Nobody overtakes
    those who wait: a seat that a larger party could not take yet is kept for the list.
    """
    if paid:
        booking.state, booking.paid_by = "final", "terminal"
        occurrence.sold += booking.people
    elif free(session, occurrence) >= booking.people and not somebody_waits(session, occurrence.id):
        _sell(booking, occurrence)
    else:
        booking.state, booking.paid_by, booking.why = "waiting", None, "no_seats"
    occurrence.pinned = True


def _sell(booking: Booking, occurrence: Occurrence) -> None:
    booking.state, booking.paid_by = "final", "hub"
    occurrence.sold += booking.people
    occurrence.sold_by_hub += booking.people


def somebody_waits(session: Session, occurrence_id: str) -> bool:
    """Whether there is anybody on the waiting list."""
    waiting = sa.select(Booking.id).where(Booking.occurrence_id == occurrence_id, Booking.state == "waiting")
    return session.scalar(waiting.limit(1)) is not None


def decide(session: Session, booking: Booking, occurrence: Occurrence, *, paid: bool) -> None:
    """Decides what a terminal's fact asks for. Where a right paid, the person was told that the seat is theirs: that
    stands, also in an occurrence that was cancelled meanwhile, like all seats of it.

    One card holds one place. Of two final bookings of a card the larger stays, else the earlier; the other is
    ``refused`` because of ``already``: the person's place is the one that stays, and its seats are credited. A place
    on the waiting list ends when the same card holds a seat.
    """
    other = active(session, occurrence.id, booking.card, besides=booking.id) if booking.card else None
    if not paid:
        refusal = _refusal(occurrence, other)
        if refusal:
            booking.state, booking.why, occurrence.pinned = "refused", refusal, True
            return
    settle(session, booking, occurrence, paid=paid)
    session.flush()
    if other is not None and paid:
        keeps_other = other.state in TAKEN and (other.state == "checked_in" or other.people >= booking.people)
        release(session, booking if keeps_other else other, occurrence, "refused", "already")


def _refusal(occurrence: Occurrence, other: Booking | None) -> str:
    if other is not None:
        return "already"
    if occurrence.status != "scheduled":
        return "cancelled"
    return "no_signup" if occurrence.capacity is None else ""


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
    for booking in session.scalars(query.order_by(Booking.at, Booking.id)).all():
        if free(session, occurrence) < booking.people:
            return
        booking.why = ""
        _sell(booking, occurrence)
        session.flush()


def active(session: Session, occurrence_id: str, card: str, besides: str = "") -> Booking | None:
    """The booking that a card holds, or else waits with, for an occurrence."""
    query = sa.select(Booking).where(
        Booking.occurrence_id == occurrence_id, Booking.card == card, Booking.state.in_((*TAKEN, "waiting")),
        Booking.id != besides,
    )  # fmt: skip
    return session.scalar(query.order_by(Booking.state == "waiting", Booking.at, Booking.id).limit(1))


def cancel(session: Session, booking: Booking) -> None:
    """The person does not come."""
    occurrence = lock(session, booking.occurrence_id)
    session.refresh(booking)
    if booking.state in (*TAKEN, "waiting"):
        release(session, booking, occurrence, "cancelled")
