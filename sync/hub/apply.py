"""What each kind of fact does to the hub's tables.

A handler gets a fact that is already stored. It runs in a savepoint: whatever it raises puts the fact into
quarantine, where the office can look at it and replay it, and the stream goes on.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from sync.clock import instant, stamp
from sync.envelope import Fact
from sync.errors import FactError, SyncError
from sync.facts import KINDS, parse
from sync.hub import clashes, holds, seating
from sync.hub.hub import Hub
from sync.hub.members import card_now
from sync.hub.store.models import Booking, CheckIn, DropIn, Occurrence, Terminal
from sync.hub.telling import outbox

MAX_OFFSET_MS = 10 * 366 * 86_400_000
"""A measured clock offset beyond this is nonsense and is not used."""


class NotApplicable(SyncError):
    """The fact contradicts what the hub knows; its text is what the office reads."""


@dataclass(frozen=True, slots=True)
class Received:
    """A stored fact on its way to its handler."""

    fact: Fact
    terminal: Terminal
    incarnation: int
    personal: Mapping[str, Any]

    @property
    def space(self) -> str:
        """Where it happened."""
        return space_of(self.fact, self.terminal)

    @property
    def at(self) -> str:
        """When it happened."""
        return time_of(self.fact)

    def card(self, session: Session) -> str | None:
        """Whose it is: by the card that this person has now, though another terminal read the one before."""
        return card_now(session, self.fact.body.get("card"))


def time_of(fact: Fact) -> str:
    """When it happened: the terminal's wall clock, corrected by the offset to the hub that it had measured."""
    moment = fact.moment
    if moment.offset is None or abs(moment.offset) > MAX_OFFSET_MS:
        return moment.at
    return stamp(instant(moment.at) + timedelta(milliseconds=moment.offset))


def space_of(fact: Fact, terminal: Terminal) -> str:
    """The space where a fact counts: the one that its envelope names if the terminal stood there, else where it stands
    now. A terminal cannot speak for a space where it never was.
    """
    stated = fact.space
    return stated if stated is not None and stated in terminal.stood else terminal.space_id


Outcome = dict[str, str]
Handler = Callable[[Session, Hub, Received], "Outcome | None"]
HANDLERS: dict[str, Handler] = {}


def handles(kind: str) -> Callable[[Handler], Handler]:
    """Registers the handler of a kind."""

    def register(handler: Handler) -> Handler:
        HANDLERS[kind] = handler
        return handler

    return register


def no_dropin(dropin: str, *, exists: bool = False) -> NotApplicable:
    """Why a fact about a drop-in cannot be applied."""
    return NotApplicable(f"drop-in {dropin} exists" if exists else f"no drop-in {dropin} in this space")


@handles("dropin")
def _dropin(session: Session, _hub: Hub, got: Received) -> None:
    at = got.at  # before anything that depends on the database, as in bulk
    if session.get(DropIn, got.fact.id) is not None:
        raise no_dropin(got.fact.id, exists=True)
    session.add(
        DropIn(
            id=got.fact.id,
            space_id=got.space,
            terminal=got.terminal.id,
            at=at,
            data=dict(got.fact.body),
            void=False,
        )
    )


def _own_dropin(session: Session, got: Received) -> DropIn:
    found = session.get(DropIn, got.fact.body["dropin"], with_for_update=True, populate_existing=True)
    if found is None or found.space_id != got.space:
        raise no_dropin(got.fact.body["dropin"])
    return found


@handles("dropin_amend")
def _dropin_amend(session: Session, _hub: Hub, got: Received) -> None:
    found = _own_dropin(session, got)
    found.data = parse("dropin", {**found.data, **got.fact.body["changes"]}).model_dump(mode="json")


@handles("dropin_void")
def _dropin_void(session: Session, _hub: Hub, got: Received) -> None:
    _own_dropin(session, got).void = True


@handles("booking")
def _booking(session: Session, _hub: Hub, got: Received) -> Outcome:
    body = got.fact.body
    occurrence = seating.lock(session, body["occurrence"])
    remembered = session.get(Booking, got.fact.id)
    if remembered is not None:
        return _remembered(session, got, remembered, occurrence)
    booking = Booking(
        id=got.fact.id, occurrence_id=occurrence.id, space_id=occurrence.space_id, people=body["people"],
        terminal=got.terminal.id, incarnation=got.incarnation, card=got.card(session), name=got.personal.get("name"),
        contact=got.personal.get("contact"), language=body.get("language") or "it", at=got.at, why="", told=False,
        state="new",
    )  # fmt: skip
    session.add(booking)
    session.flush()
    seating.decide(session, booking, occurrence, paid=body["paid"])
    booking.clash = clashes.unheard(session, booking, occurrence, got.space)
    return {"state": booking.state, "why": booking.why}


def _remembered(session: Session, got: Received, booking: Booking, occurrence: Occurrence) -> Outcome:
    """The fact of a booking that the witness brought back after a restore, without a name: it stays what it became."""
    if booking.card or booking.name or booking.terminal not in (None, got.terminal.id):
        raise NotApplicable(f"a booking {booking.id} of another terminal exists")
    booking.terminal, booking.incarnation = got.terminal.id, got.incarnation
    booking.card, booking.name = got.card(session), got.personal.get("name")
    booking.contact, booking.at = got.personal.get("contact"), got.at
    booking.language = got.fact.body.get("language") or "it"
    if booking.state == "cancelled" and got.fact.body["paid"]:  # its right came back with the cancellation: once
        seating.settle(session, booking, occurrence, paid=True)
        seating.release(session, booking, occurrence, "cancelled")
    return {"state": booking.state, "why": booking.why}


@handles("hold")
def _hold(session: Session, _hub: Hub, got: Received) -> None:
    body = got.fact.body
    occurrence = seating.lock(session, body["occurrence"])
    expires = body.get("expires") or stamp(instant(got.at) + timedelta(minutes=15))
    holds.take_in(session, got.terminal, got.incarnation, occurrence.id, body["nonce"], expires)


def _find_booking(session: Session, booking_id: str) -> Booking:
    found = session.get(Booking, booking_id)
    if found is None:
        raise NotApplicable(f"no booking {booking_id}")
    return found


@handles("booking_cancel")
def _booking_cancel(session: Session, _hub: Hub, got: Received) -> Outcome:
    booking = _find_booking(session, got.fact.body["booking"])
    seating.cancel(session, booking)
    return {"state": booking.state, "why": booking.why}


@handles("checkin")
def _checkin(session: Session, _hub: Hub, got: Received) -> None:
    body, card = got.fact.body, got.card(session)
    booking = session.get(Booking, body["booking"]) if body.get("booking") else None
    if booking is None and card and body.get("occurrence"):
        booking = seating.active(session, body["occurrence"], card)
    if booking is not None and booking.state == "final":
        booking.state = "checked_in"
    session.add(
        CheckIn(
            id=got.fact.id,
            space_id=got.space,
            at=got.at,
            card=card,
            void=False,
            booking_id=booking.id if booking else body.get("booking"),
            occurrence_id=booking.occurrence_id if booking else body.get("occurrence"),
        )
    )


@handles("checkin_undo")
def _checkin_undo(session: Session, _hub: Hub, got: Received) -> None:
    found = session.get(CheckIn, got.fact.body["checkin"])
    if found is None:
        raise NotApplicable(f"no check-in {got.fact.body['checkin']}")
    found.void = True
    booking = session.get(Booking, found.booking_id) if found.booking_id else None
    others = sa.select(CheckIn.id).where(
        CheckIn.booking_id == found.booking_id, CheckIn.void.is_(False), CheckIn.id != found.id
    )
    if booking is not None and booking.state == "checked_in" and session.scalar(others.limit(1)) is None:
        booking.state = "final"


@handles("told")
def _told(session: Session, _hub: Hub, got: Received) -> None:
    booking = _find_booking(session, got.fact.body["booking"])
    booking.told, booking.clash = True, None


@handles("told_undo")
def _told_undo(session: Session, _hub: Hub, got: Received) -> None:
    booking = _find_booking(session, got.fact.body["booking"])
    booking.told = outbox.heard(session, booking)
    occurrence = session.get_one(Occurrence, booking.occurrence_id)
    booking.clash = clashes.unheard(session, booking, occurrence, got.space)


def personal_part(fact: Fact, raw: bytes | None) -> dict[str, Any]:
    """The personal part as values that the fact's kind allows; empty where there is none or it was erased.

    Raises:
        FactError: it holds something else.
    """
    if raw is None:
        return {}
    try:
        values = json.loads(raw)
    except (ValueError, RecursionError):
        values = None
    names = {KINDS[fact.kind].model_fields[name].alias or name for name in KINDS[fact.kind].personal_fields()}
    if not isinstance(values, dict) or not set(values) <= names:
        raise FactError(f"{fact.kind}: the personal part is none")
    checked = parse(fact.kind, {**fact.body, **values}).model_dump(mode="json", by_alias=True)
    return {name: checked[name] for name in values}
