"""What a witness remembers, brought into a database that lacks it: by id, so that doing it again changes nothing."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.chain import genesis
from sync.clock import stamp
from sync.hub import catalogue, erasure, granting, members, seating, terminals
from sync.hub.hub import Hub
from sync.hub.remembered import Enrolled, Remembered, Sale
from sync.hub.seating import TAKEN
from sync.hub.store.models import (
    SHUT_OUT,
    Booking,
    Member,
    Occurrence,
    RevocationList,
    Revoked,
    Space,
    Terminal,
    TicketHold,
)


def apply(session: Session, hub: Hub, known: Remembered) -> dict[str, int]:
    """Brings what is remembered into the database, by id, where it is not there yet; says how much of what."""
    counts = {"terminals": 0, "grants": 0, "bookings": 0, "cancellations": 0, "capacities": 0, "revocations": 0}
    for name, one in sorted(known.terminals.items()):
        counts["terminals"] += _terminal(session, name, one)
    session.flush()
    for occurrence_id in sorted(known.occurrences()):
        try:
            occurrence = seating.lock(session, occurrence_id)
        except seating.SeatingError:
            continue
        for what, number in apply_to(session, hub, occurrence, known).items():
            counts[what] += number
    counts["revocations"] = _revocations(session, hub, known)
    counts["erasures"] = erasure.forget_facts(session, hub, sorted(known.erased.items()))
    for person in sorted(known.forgotten):
        erasure.forget(session, hub, person)
    session.flush()
    return counts


def apply_to(session: Session, hub: Hub, occurrence: Occurrence, known: Remembered) -> dict[str, int]:
    """What is remembered of one occurrence, which is locked."""
    grants = bookings = cancellations = 0
    for (_, terminal, incarnation), granted in _of(known.grants, occurrence.id):
        account = seating.account(session, occurrence.id, terminal, incarnation)
        grants += account.granted < granted
        account.granted = max(account.granted, granted)
    for booking_id, sale in sorted(known.sales.items()):
        if sale.occurrence == occurrence.id:
            bookings += _sold(session, hub, occurrence, booking_id, sale)
    for booking_id, (where, people) in sorted(known.gone.items()):
        if where == occurrence.id:
            cancellations += _cancelled(session, hub, occurrence, booking_id, people)
    changed = occurrence.id in known.capacities and occurrence.capacity != known.capacities[occurrence.id]
    session.flush()
    if changed:
        catalogue.change_occurrence(session, occurrence, hub.clock.now(), capacity=known.capacities[occurrence.id])
        granting.adjust(session, hub, occurrence)
    return {"grants": grants, "bookings": bookings, "cancellations": cancellations, "capacities": int(changed)}


def _of(grants: dict[tuple[str, str, int], int], occurrence: str) -> list[tuple[tuple[str, str, int], int]]:
    return sorted(item for item in grants.items() if item[0][0] == occurrence)


def _sold(session: Session, hub: Hub, occurrence: Occurrence, booking_id: str, sale: Sale) -> bool:
    """A booking that the database lost, or knew before it was final. Its name is not known any more."""
    booking = session.get(Booking, booking_id)
    if booking is not None and booking.state in TAKEN:
        return False
    if booking is None:
        booking = Booking(
            id=booking_id, occurrence_id=occurrence.id, space_id=occurrence.space_id, people=sale.people,
            terminal=sale.terminal, incarnation=sale.incarnation, nonce=sale.nonce, link=sale.link, language="it",
            at=stamp(hub.clock.now()), why="", told=True, state="new",
        )  # fmt: skip
        session.add(booking)
    booking.people, booking.state, booking.why, booking.paid_by = sale.people, "final", "", sale.paid_by
    occurrence.sold += sale.people
    occurrence.sold_by_hub += sale.people if sale.paid_by == "hub" else 0
    occurrence.pinned = True
    if sale.nonce is not None and sale.paid_by == "terminal":
        _hold_used(session, hub, occurrence.id, sale)
    session.flush()
    return True


def _hold_used(session: Session, hub: Hub, occurrence: str, sale: Sale) -> None:
    held = session.get(TicketHold, sale.nonce)
    if held is None:
        held = TicketHold(
            nonce=sale.nonce, terminal=sale.terminal, incarnation=sale.incarnation, occurrence_id=occurrence,
            expires=stamp(hub.clock.now()), known=False,
        )  # fmt: skip
        session.add(held)
    held.state = "used"


def _cancelled(session: Session, hub: Hub, occurrence: Occurrence, booking_id: str, people: int) -> bool:
    """A cancellation that the database lost. Of a booking that it lost too, the fact that makes it may come again: a
    row keeps it from being booked anew.
    """
    booking = session.get(Booking, booking_id)
    if booking is None:
        session.add(
            Booking(
                id=booking_id, occurrence_id=occurrence.id, space_id=occurrence.space_id, people=people, language="it",
                at=stamp(hub.clock.now()), why="", told=True, state="cancelled",
            )
        )  # fmt: skip
        session.flush()
        return True
    if booking.state not in (*TAKEN, "waiting"):
        return False
    seating.release(session, booking, occurrence, "cancelled")
    return True


def _terminal(session: Session, name: str, one: Enrolled) -> bool:
    found = session.get(Terminal, name, with_for_update=True)
    if found is None:
        if session.get(Space, one.space) is None:
            return False
        found = Terminal(
            id=name, space_id=one.space, public=one.public, incarnation=one.incarnation, have=0, state=one.state,
            have_hash=genesis(name, one.incarnation).hex(), approved_at="", approved_by="witness", attested=True,
        )  # fmt: skip
        session.add(found)
    elif (found.space_id, found.public, found.incarnation, found.state) == (
        one.space, one.public, one.incarnation, one.state,
    ):  # fmt: skip
        return False
    if one.incarnation > found.incarnation:
        found.incarnation, found.have = one.incarnation, 0
        found.have_hash = genesis(name, one.incarnation).hex()
    found.space_id, found.public, found.state = one.space, one.public, one.state
    session.flush()
    if one.state in SHUT_OUT:
        terminals.revoke(session, name, erase=one.state == "erasing")
    else:
        terminals.publish_key(session, found)
    return True


def _revocations(session: Session, hub: Hub, known: Remembered) -> int:
    """What was taken out of use stays so; the list's number goes on above the one that terminals may hold."""
    row = session.get(RevocationList, members.LIST_ID)
    if row is not None:
        row.number = max(row.number, known.list_number)
        session.flush()
    missing = known.revoked.keys() - set(session.scalars(sa.select(Revoked.id).where(Revoked.id.in_(known.revoked))))
    for identity in sorted(missing):
        members.revoke(session, hub, identity, known.revoked[identity], "restored")
        member = session.get(Member, identity)
        if member is not None:
            member.active = False
    return len(missing)
