"""A terminal, as the screens and the commands use it: what it knows (`projection`) and what it can state.

Every action is on disk when it returns. Nothing heavy is imported before it is needed: the first frame of the screen
comes first.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sync.clock import Clock, instant, local, stamp
from sync.errors import DiskFull, NotEnrolled, SyncError
from sync.ids import uuid7
from sync.terminal.folder import Folder, open_folder
from sync.terminal.journal import Appending, Identity, Journal
from sync.terminal.opening import open_journal, remember
from sync.terminal.projection import Projection
from sync.terminal.replica import Replica
from sync.terminal.store import keep_ballast
from sync.terminal.views import Connection, OccurrenceView, Scanned, SignUp, StaffView, TicketOffer, ToTell

if TYPE_CHECKING:
    from sync.body import Body
    from sync.payloads import Payload
    from sync.terminal.search import Search

    _New = Callable[[Appending, Body, str | None], tuple[str, int]]
    """Journals a fact in the transaction that is running; returns its id and sequence number."""

Stated = TypeVar("Stated")

TICKET_LIFE = timedelta(minutes=15)
FRESH = timedelta(seconds=90)
"""The line counts as up while the hub answered within this time (the engine's long poll takes 25 s)."""
TRUST_MS = 5 * 60 * 1000


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


class Terminal:
    """An enrolled terminal with its files open.

    Attributes:
        clock: the only clock that anything asks here.
        identity: who it is.
        repaired: what became of a journal that was found damaged, as a sentence; "" where it was whole.
    """

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self.clock: Clock = folder.clock
        self._journal, self.repaired = open_journal(folder)
        identity = self._journal.identity()
        if identity is None:
            self._journal.close()
            raise NotEnrolled
        self.identity: Identity = identity
        self._replica = Replica.opened(folder.replica, folder.database_key())
        self.projection = Projection(self._journal, self._replica, identity.space, folder.clock)
        self._recorded: Callable[[], None] = lambda: None

    @classmethod
    def open(cls, folder: Path, *, vault: str = "auto") -> Terminal:
        """Opens the terminal of a data folder.

        Raises:
            StoreError, VaultError, UsageError: with a sentence.
        """
        return cls(open_folder(folder, vault))

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self._folder.path

    @property
    def pictures(self) -> Path:
        """The folder of the activities' pictures, as far as they are here."""
        return self._folder.pictures

    @property
    def ordered(self) -> bool:
        """Whether the hub orders this terminal to erase what it holds: the next opening obeys, if nobody else has it
        open.
        """
        return self._folder.order.exists()

    @property
    def id(self) -> str:
        """The terminal's id."""
        return self.identity.terminal

    @property
    def space(self) -> str:
        """The id of the space where it stands."""
        return self.identity.space

    @property
    def journal(self) -> Journal:
        """For the commands that report on it."""
        return self._journal

    @property
    def replica(self) -> Replica:
        """For the commands that report on it."""
        return self._replica

    @cached_property
    def search(self) -> Search:
        """Search over the programme; opened when it is first asked for."""
        from sync.terminal.search import Search

        return Search(self._folder, self._replica, self.projection)

    def close(self) -> None:
        """Closes the files."""
        if "search" in vars(self):
            self.search.close()
        self._journal.close()
        self._replica.close()

    def on_recorded(self, call: Callable[[], None]) -> None:
        """Has `call` called after each fact, so that the engine can be told."""
        self._recorded = call

    # stating facts

    def record(self, body: Body, *, by: str | None = None) -> tuple[str, int]:
        """States a fact; returns its id and sequence number.

        Raises:
            FactError: it is too large.
            DiskFull, StoreError: it was not stored.
        """
        return self._state(lambda journal, new: new(journal, body, by))

    def say(self, kind: str, body: Mapping[str, Any], *, by: str | None = None) -> str:
        """States a fact of a kind by its fields (`sync.facts`); returns its id.

        Raises:
            FactError: a field is wrong, or it is too large.
            DiskFull, StoreError: it was not stored.
        """
        from sync.facts import parse

        return self.record(parse(kind, body), by=by)[0]

    def _state(self, work: Callable[[Appending, _New], Stated]) -> Stated:
        """Runs `work` in a transaction of the journal that is on disk when this returns.

        Where the disk is full, the journal makes room out of what is kept for this moment, and `work` runs once more.

        Raises:
            DiskFull, StoreError: nothing of it was stored.
        """
        try:
            found = self._append(work)
        except DiskFull:
            found = self._append(work)
        self.projection.touch()
        self.projection.refresh()
        self._recorded()
        return found

    def _append(self, work: Callable[[Appending, _New], Stated]) -> Stated:
        from sync.envelope import Moment, encode

        offset = self._journal.notes().get("offset")

        def new(journal: Appending, body: Body, by: str | None) -> tuple[str, int]:
            now = self.clock.now()
            moment = Moment(
                stamp(now), self.clock.monotonic_ms(), self.clock.boot_id(), int(offset) if offset else None
            )
            fact_id = uuid7(now)
            return fact_id, journal.add(encode(body, fact_id, moment, by, space=self.space))

        with self._journal.append() as journal:
            return work(journal, new)

    def log_dropin(self, reasons: Sequence[str], *, people: int = 1, by: str | None = None) -> str:
        """Somebody came by; returns the fact's id."""
        return self.say("dropin", {"reasons": list(reasons), "people": people}, by=by)

    def amend_dropin(self, dropin: str, changes: Mapping[str, Any], *, by: str | None = None) -> None:
        """Changes a drop-in; the latest counts."""
        self.say("dropin_amend", {"dropin": dropin, "changes": dict(changes)}, by=by)

    def void_dropin(self, dropin: str, *, by: str | None = None) -> None:
        """Takes a drop-in back."""
        self.say("dropin_void", {"dropin": dropin}, by=by)

    # codes and people

    def read_code(self, text: str) -> Scanned:
        """What a scanned code or a typed number is.

        Raises:
            sync.card.CodeError: it is not accepted; `reason` says why.
        """
        from sync.terminal import codes

        return codes.read(text, self.projection, self.clock, clock_trusted=self._clock_trusted())

    def sign(self, payload: Payload) -> str:
        """The text of a code that this terminal signs.

        Raises:
            sync.card.CodeError: a field is out of its bounds.
        """
        from sync import card

        return card.encode(payload, card.Signer.of(self._folder.private_key()))

    def pepper(self) -> bytes:
        """The pepper of the space; empty before enrolment."""
        return self._folder.pepper()

    def staff(self) -> tuple[StaffView, ...]:
        """Who may open the desk here."""
        return self.projection.staff()

    def verify_pin(self, staff: str, pin: str) -> StaffView:
        """Opens the desk; 250 to 500 ms, off the screen's thread.

        Raises:
            sync.terminal.desk.PinError: see there.
        """
        from sync.terminal.desk import verify_pin

        return verify_pin(self._folder, self._journal, self.projection, staff, pin)

    def locked_out(self) -> tuple[StaffView, ...]:
        """Whose PIN is locked here after too many errors."""
        from sync.terminal.desk import locked

        return locked(self._journal, self.projection)

    def unlock_pin(self, staff: str, *, by: str) -> None:
        """A colleague who opened the desk gives a person all tries back.

        Raises:
            sync.terminal.desk.PinError, DiskFull, StoreError: see there.
        """
        from sync.terminal.desk import unlock

        unlock(self._journal, self.projection, staff, by=by)

    # sign-up

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

        def work(journal: Appending, new: _New) -> tuple[str, int, bool]:
            paid = journal.spend(booking.occurrence, booking.people)  # type: ignore[attr-defined]
            return *new(journal, booking.model_copy(update={"paid": paid}), by), paid

        return self._state(work)

    def hold(self, hold: Body) -> tuple[str, int]:
        """Sets a seat right aside for a phone ticket.

        Raises:
            SignUpError: there is no right left (reason no_seats), or no such occurrence.
        """
        self._open_for_signup(hold.occurrence)  # type: ignore[attr-defined]

        def work(journal: Appending, new: _New) -> tuple[str, int]:
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

        def work(journal: Appending, new: _New) -> bool:
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

    # asking for something

    def ask(self, service: str, *, card: str | None = None, name: str | None = None, by: str | None = None) -> str:
        """Somebody asks for a service, or answers a neighbour's offer; returns the request's id.

        Raises:
            FactError: neither card nor name, or out of its bounds.
        """
        from sync.facts import parse

        return self.record(parse("request", {"service": service, **_who(card, name)}), by=by)[0]

    def close_request(self, request: str, outcome: str, *, by: str | None = None) -> None:
        """A request is settled, or taken back (outcome ``ritirata``)."""
        from sync.facts import parse

        self.record(parse("request_close", {"request": request, "outcome": outcome}), by=by)

    def offer(self, what: str, title: str, *, card: str | None = None, name: str | None = None) -> str:
        """Somebody offers something to the neighbours or looks for something; returns the offer's id.

        Raises:
            FactError: neither card nor name, or out of its bounds.
        """
        from sync.facts import parse

        return self.record(parse("offer", {"what": what, "title": title, **_who(card, name)}))[0]

    def to_tell(self) -> tuple[ToTell, ...]:
        """Who is to be told how a sign-up of this space stands."""
        from sync.terminal.totell import to_tell

        return to_tell(self.projection, self.space, local(self.clock.now()))

    def tell(self, booking: str, *, by: str | None = None) -> str:
        """Somebody told the person; returns the fact's id."""
        from sync.facts import parse

        return self.record(parse("told", {"booking": booking}), by=by)[0]

    def untell(self, booking: str, *, by: str | None = None) -> str:
        """The person was ticked off by mistake, and is to be told still; returns the fact's id."""
        return self.say("told_undo", {"booking": booking}, by=by)

    # the line

    def connection(self) -> Connection:
        """How things stand by what is on disk; the engine's own lines are fresher while it runs."""
        position, stands = self._journal.position(), self._replica.standing()
        updated = _when(stands.updated)
        online = updated is not None and self.clock.now() - updated < FRESH
        return Connection(
            online=online, updated=updated, pending=position.pending, last_sent=_when(position.last_sent),
            clock_trusted=self._clock_trusted(), reason="" if online else "no_network",
        )  # fmt: skip

    @property
    def offset_ms(self) -> int:
        """By how many milliseconds the hub's clock was ahead of this one when it was last measured; 0 before."""
        return int(self._journal.notes().get("offset", "0"))

    def _clock_trusted(self) -> bool:
        return abs(self.offset_ms) <= TRUST_MS

    def prepare(self) -> None:
        """Keeps room for a full disk, and has the vault remember whose journal this is; for the start of a long run,
        after the first frame.
        """
        keep_ballast(self.folder)
        remember(self._folder, self._journal)


def _who(card: str | None, name: str | None) -> dict[str, str]:
    """Who asks, as the facts say it.

    Raises:
        FactError: nobody, or two.
    """
    from sync.errors import FactError

    if (card is None) == (name is None):
        raise FactError("Say who asks: either card or name.")
    return {"card": card} if card is not None else {"name": name or ""}


def _when(text: str | None) -> datetime | None:
    return local(instant(text)) if text else None
