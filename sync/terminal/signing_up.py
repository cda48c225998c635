"""Signing up at a terminal: final where its right pays for it, otherwise a request that the hub answers."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

from sync.clock import local, stamp
from sync.errors import SyncError
from sync.terminal.appending import Appending
from sync.terminal.stating import Stating
from sync.terminal.views import OccurrenceView, SignUp, TicketOffer

if TYPE_CHECKING:
    from sync.body import Body
    from sync.terminal.stating import New

TICKET_LIFE = timedelta(minutes=15)


class SignUpError(SyncError):
    """No sign-up. `reason`: unknown_occurrence, over, cancelled, no_signup or no_seats."""

    def __init__(self, reason: str) -> None:
        sentences = {
            "unknown_occurrence": "There is no such occurrence. `kiosk agenda --day all --space all` lists them.",
            "over": "It is over.",
            "cancelled": "It is cancelled.",
            "no_signup": "One does not sign up for it: just come.",
            "no_seats": "There are no seats left. Ask for the waiting list.",
        }
        super().__init__(sentences[reason])
        self.reason = reason


class SigningUp(Stating):
    """A terminal that signs people up, and checks in those who come."""

    def sign_up(
        self, occurrence: str, *, card: str | None = None, name: str | None = None, contact: str | None = None,
        people: int = 1, by: str | None = None, waiting: bool = False,
    ) -> SignUp:  # fmt: skip
        """Signs somebody up: final where this terminal's right pays for it, otherwise a request that the hub answers.

        Args:
            occurrence: which one.
            card: member's number, or `name` for a person without a card.
            name: first name and surname.
            contact: e-mail address or telephone number, if the person leaves one.
            people: how many come.
            by: staff id, at the desk.
            waiting: the person was told that no seats are known to be left and wants to wait.

        Raises:
            SignUpError: see there.
            FactError: a field is out of its bounds.
        """
        from sync.facts import parse

        view = self._open_for_signup(occurrence)
        if card is not None:
            known = self.projection.booking_of_card(occurrence, card)
            if known is not None:
                return SignUp(known.id, known.state, already=True)
        seats = view.seats
        if seats is not None and seats.left < people and not waiting:
            raise SignUpError("no_seats")
        values = {"occurrence": occurrence, "card": card, "name": name, "contact": contact, "people": people}
        values["waiting"] = waiting or None
        given = {key: value for key, value in values.items() if value is not None}
        fact_id, paid = self._book(parse("booking", given), by)[::2]
        state = "final" if paid else "waiting" if waiting else "provisional"
        return SignUp(fact_id, state)  # type: ignore[arg-type]

    def book(self, booking: Body, *, by: str | None = None) -> tuple[str, int]:
        """States a booking whether seats are known to be left or not; returns its fact's id and sequence number.

        Raises:
            SignUpError: see there.
        """
        self._open_for_signup(booking.occurrence)  # type: ignore[attr-defined]
        return self._book(booking, by)[:2]

    def _book(self, booking: Body, by: str | None) -> tuple[str, int, bool]:
        """Pays with the right where it is large enough, and appends, in one transaction."""

        def work(journal: Appending, new: New) -> tuple[str, int, bool]:
            paid = journal.spend(booking.occurrence, booking.people)  # type: ignore[attr-defined]
            return *new(journal, booking.model_copy(update={"paid": paid}), by), paid

        return self._state(work)

    def hold(self, hold: Body) -> tuple[str, int]:
        """Sets a seat right aside for a phone ticket.

        Raises:
            SignUpError: there is no right left (reason no_seats), or no such occurrence.
        """
        self._open_for_signup(hold.occurrence)  # type: ignore[attr-defined]

        def work(journal: Appending, new: New) -> tuple[str, int]:
            if not journal.spend(hold.occurrence, 1):  # type: ignore[attr-defined]
                raise SignUpError("no_seats")
            return new(journal, hold, None)

        return self._state(work)

    def cancel_booking(self, booking: str, *, by: str | None = None) -> None:
        """The person does not come. The seat comes back through the hub alone."""
        from sync.facts import parse

        self.record(parse("booking_cancel", {"booking": booking}), by=by)

    def offer_ticket(self, occurrence: str, *, people: int = 1) -> TicketOffer:
        """What the sign-up QR shows: the hub's page with a ticket that this terminal signed; a seat is kept where it
        can.

        Raises:
            SignUpError: see there.
        """
        from sync import card
        from sync.facts import parse

        self._open_for_signup(occurrence)
        nonce = secrets.token_hex(8)
        now = self.clock.now() + timedelta(milliseconds=self.offset_ms)
        expires = now + TICKET_LIFE
        hold = parse("hold", {"occurrence": occurrence, "nonce": nonce, "expires": stamp(expires)})

        def work(journal: Appending, new: New) -> bool:
            held = journal.spend(occurrence, 1)
            if held:
                new(journal, hold, None)
            return held

        held = self._state(work)
        ticket = card.Ticket(
            terminal=self.id, incarnation=self._journal.position().incarnation, occurrence=occurrence, nonce=nonce,
            people=people, issued=int(now.timestamp()), expires=int(expires.timestamp()), held=held,
        )  # fmt: skip
        text = self.sign(ticket)
        web = self.projection.space().web or self.identity.hub
        return TicketOffer(f"{web.rstrip('/')}/i/{card.to_url(text)}", nonce, local(expires), held)

    def _open_for_signup(self, occurrence: str) -> OccurrenceView:
        view = self.projection.occurrence(occurrence)
        if view is None:
            raise SignUpError("unknown_occurrence")
        if view.cancelled:
            raise SignUpError("cancelled")
        if not view.signup:
            raise SignUpError("no_signup")
        if self._clock_trusted() and view.ends() <= self.clock.now():
            raise SignUpError("over")
        return view

    def check_in(
        self,
        *,
        booking: str | None = None,
        card: str | None = None,
        occurrence: str | None = None,
        by: str | None = None,
    ) -> str:
        """Somebody is here; returns the fact's id."""
        from sync.facts import parse

        values = {"booking": booking, "card": card, "occurrence": occurrence}
        return self.record(parse("checkin", {k: v for k, v in values.items() if v is not None}), by=by)[0]
