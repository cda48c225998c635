"""The sign-ups as a terminal sees them: the hub's rows, and what was stated here since."""

from __future__ import annotations

import json
from collections import ChainMap
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from sync import rows
from sync.terminal import announced
from sync.terminal.reading import Reading, one_state
from sync.terminal.views import BookingState, BookingView

ACTIVE = ("final", "provisional", "waiting", "checked_in")
_BOOKING_CHANGES: dict[str, Any] = {"booking_cancel": "cancelled", "checkin": "checked_in"}


class SignUps(Reading):
    """Who signed up."""

    @one_state
    def bookings(self, occurrence: str | None = None) -> tuple[BookingView, ...]:
        """The sign-ups that this terminal knows, of one occurrence or of all, by id (that is by time)."""
        if occurrence is None:
            query, known = "SELECT id, body FROM item WHERE entity = 'booking'", {}
        else:
            query = "SELECT id, body FROM item WHERE entity = 'booking' AND occurrence = :occurrence"
            known = {"occurrence": occurrence}
        found: dict[str, BookingView] = {}
        for booking_id, text in self._read(sa.text(query), known):
            view = _booking(rows.load(rows.Booking, json.loads(text)))
            if booking_id not in found or view.name or view.contact:  # the space's copy has them
                found[booking_id] = view
        for booking_id, pending in self._pending_bookings(found).items():
            if occurrence in (None, pending.occurrence):
                found[booking_id] = pending
        return tuple(found[key] for key in sorted(found))

    @one_state
    def booking(self, booking_id: str) -> BookingView | None:
        """One sign-up; None where this terminal knows none."""
        pending = self._pending_bookings().get(booking_id)
        if pending is not None:
            return pending
        bodies = self._bodies("SELECT body FROM item WHERE entity = 'booking' AND id = :id", id=booking_id)
        if not bodies:
            return None
        copies = [_booking(rows.load(rows.Booking, body)) for body in bodies]
        held = next((copy for copy in copies if copy.name or copy.contact), copies[0])  # the space's copy has them
        return self._pending_bookings({booking_id: held}).get(booking_id) or held

    @one_state
    def booking_of_card(self, occurrence: str, card: str) -> BookingView | None:
        """The sign-up that a card holds or waits with for an occurrence."""
        for booking in self.bookings(occurrence):
            if booking.card == card and booking.state in ACTIVE:
                return booking
        return None

    @one_state
    def ticket_booking(self, nonce: str) -> BookingView | None:
        """The sign-up that came from a phone ticket, once it has arrived here."""
        query = "SELECT body FROM item WHERE entity = 'booking' AND body ->> 'nonce' = :nonce"
        bodies = self._bodies(query, nonce=nonce)
        return _booking(rows.load(rows.Booking, bodies[0])) if bodies else None

    def _pending_bookings(self, known: dict[str, BookingView] | None = None) -> dict[str, BookingView]:
        """The sign-ups of which pending facts say something, as they are after those facts."""
        found: dict[str, BookingView] = {}
        at_hand = ChainMap(found, known or {})
        checked: dict[str, BookingView] = {}  # by check-in: the booking as it was before
        untold: dict[str, BookingView] = {}  # by booking that was ticked off: as it was before
        knew: dict[str, bool] = {}  # by booking that was called off: whether the person knew before
        for fact in self._pending:
            body = fact.body
            if fact.kind == "booking":
                found[fact.id] = BookingView(
                    fact.id, body["occurrence"], body.get("people", 1), _state_of(body),
                    body.get("card"), fact.personal.get("name"), fact.seq > self._have,
                )  # fmt: skip
            elif fact.kind == "checkin_undo":
                undone = checked.get(body["checkin"]) or self._checked_in(body["checkin"], at_hand)
                if undone is not None:
                    found[undone.id] = undone
            elif fact.kind in ("told", "told_undo"):
                if (booking := at_hand.get(body["booking"])) is not None:
                    was = untold.setdefault(booking.id, booking)
                    found[booking.id] = _ticked(booking, was, over=fact.kind == "told")
            elif fact.kind == "card_replace":
                for booking in [one for one in at_hand.values() if one.card == body["card"]]:
                    found[booking.id] = replace(booking, card=body.get("number"))
            elif fact.kind in announced.PLANS:
                for booking in [one for one in at_hand.values() if one.occurrence == body["occurrence"]]:
                    if fact.kind == announced.CALLED_OFF:
                        knew.setdefault(booking.id, booking.told)
                    told = fact.kind != announced.CALLED_OFF and knew.pop(booking.id, booking.told)
                    found[booking.id] = replace(booking, told=told)
            elif fact.kind in _BOOKING_CHANGES and (booking := _meant(body, at_hand)) is not None:
                checked[fact.id] = booking
                found[booking.id] = replace(booking, state=_BOOKING_CHANGES[fact.kind])
        return found

    def _checked_in(self, checkin: str, known: Mapping[str, BookingView]) -> BookingView | None:
        """The booking of a check-in that the hub knows, as it was before."""
        bodies = self._bodies("SELECT body FROM item WHERE entity = 'checkin' AND id = :id", id=checkin)
        booking = known.get(str(bodies[0].get("booking"))) if bodies else None
        return replace(booking, state="final") if booking is not None and booking.state == "checked_in" else None

    def _own_unsent(self) -> dict[str, int]:
        """Seats of this terminal's bookings that the replica's counts do not include, by occurrence."""
        taken: dict[str, int] = {}
        # Facts that were journaled again are pending again, though the replica counts some of them already.
        counted = self._replica.ids("booking") if self._renumbered else frozenset()
        for booking in self._pending_bookings().values():
            if booking.id not in counted and booking.state in ("final", "provisional", "checked_in"):
                taken[booking.occurrence] = taken.get(booking.occurrence, 0) + booking.people
        return taken


def _ticked(booking: BookingView, was: BookingView, *, over: bool) -> BookingView:
    """A booking whose holder was ticked off, or after that was taken back; `was`: before."""
    contact, clash = ("", "") if over else (was.contact, was.clash)
    return replace(booking, told=over, contact=contact, clash=clash)


def _state_of(booking: dict[str, Any]) -> BookingState:
    """How a booking stands that the hub has not answered yet."""
    if booking.get("paid"):
        return "final"
    return "waiting" if booking.get("waiting") else "provisional"


def _meant(body: Mapping[str, Any], known: Mapping[str, BookingView]) -> BookingView | None:
    """The booking that a check-in or a cancellation is about: named, or the one that the card has."""
    if body.get("booking"):
        return known.get(body["booking"])
    mine = [one for one in known.values() if one.card == body.get("card") and one.occurrence == body.get("occurrence")]
    return next((one for one in mine if one.state in ACTIVE), None)


def _booking(row: rows.Booking) -> BookingView:
    return BookingView(
        row.id,
        row.occurrence,
        row.people,
        row.state,  # type: ignore[arg-type]
        row.card,
        row.name,
        pending=False,
        why=row.why,
        told=row.told,
        contact=row.contact or "",
        clash=row.clash,
    )
