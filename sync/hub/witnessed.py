"""What a commit changes of the things that only the hub knows, gathered from the session's flushes: whoever changes
them need not think of the witness. It is written down after the commit and before the caller goes on.
"""

from __future__ import annotations

from typing import TypeAlias
from weakref import WeakKeyDictionary

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import Session

from sync.hub.remembered import (
    ATTESTED,
    BACK,
    CAPACITY,
    EPOCH,
    ERASED,
    FORGOTTEN,
    GONE,
    GRANT,
    LIST,
    REVOKED,
    Enrolled,
    Record,
    Remembered,
    Sale,
    sale_record,
    terminal_record,
)
from sync.hub.seating import TAKEN
from sync.hub.store.database import Database
from sync.hub.store.feed import HubSession, Stamp
from sync.hub.store.models import (
    Base,
    Booking,
    Erased,
    FeedHead,
    Occurrence,
    RevocationList,
    Revoked,
    SeatAccount,
    Terminal,
)
from sync.hub.witness import Place, Witness

Noticed: TypeAlias = dict[int, tuple[Base, bool]]
"""By identity: an object to speak of at the commit, and whether it was new."""

_WATCHED: dict[type[Base], tuple[str, ...]] = {
    SeatAccount: ("granted",),
    Booking: ("state", "people", "paid_by"),
    Occurrence: ("capacity",),
    Terminal: ("space_id", "public", "incarnation", "state", "attested"),
    Revoked: (),
    RevocationList: ("number",),
    Erased: (),
    FeedHead: ("epoch",),
}
"""Which changes of which rows are noticed; a new row always is."""
_witnesses: WeakKeyDictionary[sa.Engine, Witness] = WeakKeyDictionary()


def attach(database: Database, witness: Witness) -> None:
    """From here on every commit is witnessed."""
    detach(database)
    _witnesses[database.engine] = witness
    database.committed = lambda session: _write_down(session, witness)
    database.promising = witness.settle
    database.listeners.append(_Places(witness))


def detach(database: Database) -> None:
    """From here on none is."""
    _witnesses.pop(database.engine, None)
    database.committed, database.promising = None, lambda: None
    database.listeners[:] = [one for one in database.listeners if not isinstance(one, _Places)]


class _Places:
    """Writes down how far commits without a session bring the feed; they change nothing that only the hub knows."""

    def __init__(self, witness: Witness) -> None:
        self._witness = witness

    def __call__(self, at: Stamp) -> None:
        self._witness.append(Place(*at), [])
        self._witness.settle()


def forgotten(session: Session, number: str) -> None:
    """Notes that a person was erased, who is known by this number: no row says so."""
    session.info.setdefault("forgotten", set()).add(number)


def _write_down(session: HubSession, witness: Witness) -> None:
    records: list[Record] = session.info.pop("records", [])
    place = Place(*session.stamp) if session.stamp else None
    if records or place:
        witness.append(place, records)
    for occurrence in session.info.pop("returned", ()):
        session.info["returning"].pop(occurrence, None)
    witness.settle()


@event.listens_for(HubSession, "after_flush")
def _notice(session: HubSession, _context: object) -> None:
    if session.get_bind().engine not in _witnesses:
        return
    noticed: Noticed = session.info.setdefault("noticed", {})
    for one in session.new:
        if type(one) in _WATCHED:
            noticed[id(one)] = (one, True)
    for one in session.dirty:
        names = _WATCHED.get(type(one))
        if names and id(one) not in noticed and _changed(one, names):
            noticed[id(one)] = (one, False)


def _changed(one: Base, names: tuple[str, ...]) -> bool:
    attributes = sa.inspect(one).attrs
    return any(attributes[name].history.has_changes() for name in names)


@event.listens_for(HubSession, "before_commit")
def _speak(session: HubSession) -> None:
    if session.in_nested_transaction():
        return
    witness = _witnesses.get(session.get_bind().engine)
    if witness is None:
        return
    witness.settle()  # while something is owed, nothing more is promised
    session.flush()
    noticed: Noticed = session.info.pop("noticed", {})
    records = [
        record for one, new in noticed.values() if sa.inspect(one).persistent and (record := _record(one, new=new))
    ]
    if any(isinstance(one, (Terminal, FeedHead)) for one, _ in noticed.values()):
        records.append([ATTESTED, _all_attested(session)])
    records += [[FORGOTTEN, number] for number in sorted(session.info.pop("forgotten", set()))]
    records += [[BACK, occurrence] for occurrence in session.info.get("returned", ())]
    session.info["records"] = records


@event.listens_for(HubSession, "after_soft_rollback")
def _forget(session: HubSession, _previous: object) -> None:
    # What a savepoint takes back is looked at as it is by the time of the commit.
    if not session.in_transaction():
        for name in ("noticed", "forgotten", "records", "returned"):
            session.info.pop(name, None)


def _record(one: Base, *, new: bool) -> Record | None:  # noqa: PLR0911 - one case each
    match one:
        case SeatAccount() if one.granted:
            return [GRANT, one.occurrence_id, one.terminal, one.incarnation, one.granted]
        case Booking() if one.state in TAKEN:
            return sale_record(one.id, sale(one)) if _of_hub(one) else None
        case Booking() if not new and one.state != "waiting":
            return [GONE, one.id, one.occurrence_id, one.people]
        case Occurrence() if not new:
            return [CAPACITY, one.id, one.capacity]
        case Terminal():
            return terminal_record(one.id, enrolled(one))
        case Revoked():
            return [REVOKED, one.id, one.what]
        case RevocationList():
            return [LIST, one.number]
        case Erased():
            return [ERASED, one.id, one.terminal]
        case FeedHead():
            return [EPOCH, one.epoch]
    return None


def _of_hub(booking: Booking) -> bool:
    return booking.paid_by == "hub" or booking.nonce is not None


def sale(booking: Booking) -> Sale:
    """A booking as it is remembered."""
    return Sale(
        booking.occurrence_id, booking.people, booking.paid_by or "", booking.terminal, booking.incarnation,
        booking.nonce, booking.link,
    )  # fmt: skip


def enrolled(terminal: Terminal) -> Enrolled:
    """A terminal as it is remembered."""
    return Enrolled(terminal.space_id, terminal.public, terminal.incarnation, terminal.state)


def present(session: Session) -> Remembered:
    """What the database itself says of all that a witness remembers, but for changed capacities."""
    head = session.get_one(FeedHead, 1)
    found = Remembered(head.epoch, head.pos, head.tag)
    for account in session.scalars(sa.select(SeatAccount).where(SeatAccount.granted > 0)):
        found.grants[account.occurrence_id, account.terminal, account.incarnation] = account.granted
    by_hub = sa.or_(Booking.paid_by == "hub", Booking.nonce.is_not(None))
    for booking in session.scalars(sa.select(Booking).where(Booking.state.in_(TAKEN), by_hub)):
        found.sales[booking.id] = sale(booking)
    for terminal in session.scalars(sa.select(Terminal)):
        found.terminals[terminal.id] = enrolled(terminal)
    found.revoked = {one.id: one.what for one in session.scalars(sa.select(Revoked))}
    found.list_number = session.scalar(sa.select(sa.func.max(RevocationList.number))) or 0
    found.erased = {one.id: one.terminal for one in session.scalars(sa.select(Erased))}
    found.attested = _all_attested(session)
    return found


def everything(session: Session, since: str) -> Remembered:
    """What a witness that begins anew must know, so that an older copy of the database is brought up to this one.

    Args:
        session: of a transaction that reads.
        since: an instant; occurrences that ended before it matter no more.
    """
    found = present(session)
    ended = sa.func.coalesce(Occurrence.end, Occurrence.start)
    bounded = sa.or_(Occurrence.capacity.is_not(None), Occurrence.pinned)
    capacities = sa.select(Occurrence.id, Occurrence.capacity).where(ended >= since, bounded)
    found.capacities = {row.id: row.capacity for row in session.execute(capacities)}
    cancelled = sa.select(Booking.id, Booking.occurrence_id, Booking.people).join(
        Occurrence, Occurrence.id == Booking.occurrence_id
    )
    for booking, occurrence, people in session.execute(cancelled.where(Booking.state == "cancelled", ended >= since)):
        found.gone[booking] = (occurrence, people)
    found.forgotten = {fact for fact, terminal in found.erased.items() if not terminal}
    return found


def _all_attested(session: Session) -> bool:
    return session.scalar(sa.select(Terminal.id).where(Terminal.attested.is_(False)).limit(1)) is None
