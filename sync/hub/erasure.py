"""What is held of a person, and forgetting it: here, at the terminals, and again after a restore.

A person is known by the number of the card. What is forgotten are the personal parts of the facts that name it, the
name and contact of the member and of its bookings; the facts themselves, their chain and the counts stay whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Any, Protocol, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.clock import stamp
from sync.errors import UsageError
from sync.hub import audit, members, registers, requests, sightings, witnessed
from sync.hub.hub import Hub
from sync.hub.keeping import PERSONAL, kept_for
from sync.hub.store.models import Booking, CheckIn, Erased, Member, Offer, Parcel, ServiceRequest, StoredFact
from sync.number import NumberError, check

CHUNK = 500


def export(hub: Hub, number: str) -> dict[str, Any]:
    """All that is held of a person.

    Raises:
        UsageError: there is no such member.
    """
    number = _checked(number)
    with hub.database.read() as session:
        member = members.holder(session, _member(session, number))
        number = member.number
        return {
            "member": _values(member, "link"),
            "bookings": [_values(one, "link") for one in _held(session, Booking, number)],
            "requests": [_values(one) for one in _held(session, ServiceRequest, number)],
            "offers": [_values(one) for one in _held(session, Offer, number)],
            "parcels": [_values(one) for one in _held(session, Parcel, number)],
            "checkins": [
                _values(one)
                for one in session.scalars(sa.select(CheckIn).where(CheckIn.card == number).order_by(CheckIn.at))
            ],
            "sightings": [_values(one) for one in sightings.of(session, (number, *members.earlier(session, number)))],
            "facts": [
                {
                    "terminal": one.terminal, "incarnation": one.incarnation, "seq": one.seq, "id": one.id,
                    "kind": one.kind, "received": one.received, "fact": _json(one.raw), "personal": _json(one.personal),
                }
                for one in _facts(session, number, personal=False)
            ],
        }  # fmt: skip


def erase(hub: Hub, number: str, *, by: str = audit.COMMAND_LINE) -> dict[str, Any]:
    """Forgets a person: the card goes out of use, and every terminal is told to forget too. Doing so again changes
    nothing.

    Raises:
        UsageError: there is no such member.
    """
    number = _checked(number)
    with hub.database.read() as session:
        number = members.holder(session, _member(session, number)).number
    with hub.database.write() as session:
        done = forget(session, hub, number)
        audit.record(session, hub, by, "member.erase", number)
    return done


def forget(session: Session, hub: Hub, number: str) -> dict[str, Any]:
    """Forgets a person in the caller's transaction; says how many facts and bookings lost what was personal."""
    member = session.get(Member, number, with_for_update=True)
    if member is not None:
        member.name, member.contact, member.link, member.access = "", None, None, []
        members.take_out(session, hub, member, "erased")
    bookings = [one for one in _held(session, Booking, number) if one.name or one.contact or one.link]
    for booking in bookings:
        booking.name, booking.contact, booking.link = None, None, None
    facts = forget_facts(session, hub, [(one.id, one.terminal) for one in _facts(session, number, personal=True)])
    requests.forget(session, number)
    registers.forget(session, number)
    numbers = (number, *members.earlier(session, number))
    # For no terminal: it makes kept snapshots go, and tells a witness that begins anew who was forgotten.
    forget_facts(session, hub, [(one, "") for one in numbers])
    sightings.forget(session, numbers)
    for one in numbers:
        witnessed.forgotten(session, one)
    session.flush()
    return {"number": number, "facts": facts, "bookings": len(bookings)}


def forget_facts(session: Session, hub: Hub, facts: Sequence[tuple[str, str]]) -> int:
    """Forgets the personal parts of facts, here and at the terminals that stated them; returns how many are new.

    Args:
        session: of a write transaction.
        hub: for the time.
        facts: ids and terminals.
    """
    at, new = stamp(hub.clock.now()), 0
    for start in range(0, len(facts), CHUNK):
        chunk = dict(facts[start : start + CHUNK])
        known = set(session.scalars(sa.select(Erased.id).where(Erased.id.in_(chunk))))
        session.add_all(Erased(id=one, terminal=chunk[one], at=at) for one in chunk if one not in known)
        new += len(chunk.keys() - known)
        wipe = sa.update(StoredFact).where(StoredFact.id.in_(chunk)).values(salt=None, personal=None)
        session.execute(wipe.execution_options(synchronize_session=False))
        session.flush()
    return new


class HasPersonal(Protocol):
    """A fact that may have a personal part beside it."""

    id: str
    salt: bytes | None
    personal: bytes | None


def without_erased(session: Session, rows: Sequence[HasPersonal]) -> None:
    """Drops the personal parts of facts that arrive (again) after they were erased; to be called before they are
    applied.
    """
    found = {row.id: row for row in rows if row.personal is not None}
    if found:
        for one in session.scalars(sa.select(Erased.id).where(Erased.id.in_(found))):
            found[one].salt = found[one].personal = None


def expire(hub: Hub) -> int:
    """The chore: forgets the personal parts of facts that were received long ago and applied, who was behind requests
    and offers that ended long ago, and the desk's registers where their time is over; returns how many.

    Only the hub's copy goes, but for the registers: a terminal has its own time for it. What a member's row or a
    booking needs of them was taken over when they were applied; what waits to be applied keeps its part.
    """
    before = stamp(hub.clock.now() - kept_for(PERSONAL))
    with hub.database.write() as session:
        old = sa.select(StoredFact.terminal, StoredFact.incarnation, StoredFact.seq).where(
            StoredFact.personal.is_not(None), StoredFact.received < before, StoredFact.state == "accepted"
        )
        keys = [tuple(row) for row in session.execute(old.limit(CHUNK))]
        for terminal, incarnation, seq in keys:
            row = session.get_one(StoredFact, (terminal, incarnation, seq))
            row.salt = row.personal = None
        ended = requests.expire(session, hub.clock.now(), kept_for(PERSONAL))
        ended += forget_facts(session, hub, registers.expire(session, hub.clock.now()))
    return len(keys) + ended


def _checked(number: str) -> str:
    try:
        return check(number)
    except NumberError as error:
        raise UsageError(str(error)) from None


def _member(session: Session, number: str) -> Member:
    found = session.get(Member, number)
    if found is None:
        raise UsageError(f"There is no card with the number {number}. Compare it with the card.")
    return found


Held = TypeVar("Held", Booking, ServiceRequest, Offer, Parcel)


def _held(session: Session, kind: type[Held], number: str) -> Sequence[Held]:
    """What a card made, by time."""
    return session.scalars(sa.select(kind).where(kind.card == number).order_by(kind.at, kind.id)).all()


def _facts(session: Session, number: str, *, personal: bool) -> Iterator[StoredFact]:
    """The facts that name the number, and those that speak of its bookings, requests, offers and parcels."""
    made: list[Booking | ServiceRequest | Offer | Parcel] = [*_held(session, Booking, number)]
    made += [*_held(session, ServiceRequest, number), *_held(session, Offer, number), *_held(session, Parcel, number)]
    names = {number, *members.earlier(session, number), *(one.id for one in made)}
    query = sa.select(StoredFact).where(StoredFact.raw.is_not(None)).execution_options(yield_per=CHUNK)
    if personal:
        query = query.where(StoredFact.personal.is_not(None))
    with closing(session.scalars(query.order_by(StoredFact.terminal, StoredFact.incarnation, StoredFact.seq))) as rows:
        for row in rows:
            fact = _json(row.raw)
            body = fact.get("body") if isinstance(fact, dict) else None
            values = body.values() if isinstance(body, dict) else ()
            if row.id in names or any(isinstance(value, str) and value in names for value in values):
                yield row


def _json(raw: bytes | None) -> Any:
    try:
        return json.loads(raw) if raw is not None else None
    except (ValueError, RecursionError):
        return None


def _values(row: Any, *besides: str) -> dict[str, Any]:
    names = [column.key for column in sa.inspect(type(row)).columns if column.key not in besides]
    return {name: getattr(row, name) for name in names}
