"""Signing up: for how many, and by which of the three ways. The answer is on the result's screen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.controls import bidi, dates
from kiosk.controls.context import Context
from kiosk.controls.counts import counted
from kiosk.controls.number import NumberEntry
from kiosk.signup import outcome
from kiosk.signup.result import result_key
from kiosk.signup.summary import Summary, summary
from sync.terminal.clashes import clash
from sync.terminal.views import CardView, OccurrenceView, TicketOffer

if TYPE_CHECKING:
    from sync.terminal.views import SignUp

QML_IMPORT_NAME = "kiosk.signup"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

MAX_PEOPLE = 10
"""Seats that one sign-up on the screen may take; for a larger group one asks at the desk."""
TICKET_LOOK_MS = 1_000


@QmlElement
class SignUpModel(QObject):
    """A sign-up while it is being made."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._entry = NumberEntry(self)
        self._entry.changed.connect(self.changed)
        self._timer = QTimer(self)
        self._timer.setInterval(TICKET_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._forget()

    def _forget(self) -> None:
        self._key = ""
        self._one: OccurrenceView | None = None
        self._words = Summary()
        self._people = 1
        self._refusal = ""
        self._full_for: str | None = None
        self._clash: tuple[str, OccurrenceView] | None = None
        self._ticket: TicketOffer | None = None
        self._entry.clear()
        self._timer.stop()

    def enter(self, key: str) -> None:
        """A step of the sign-up is shown. The first one names the occurrence; the others go on with it."""
        if key and key != self._key:
            self._forget()
            self._key = key
        self._entry.clear()
        self._full_for = self._clash = None
        self._refusal = ""
        self._timer.stop()
        self.refresh()
        card = self._context.session.card
        if key and card is not None and self._one is not None and self._one.signup:
            # With a card in hand two taps are enough: the activity, and "Iscriviti".
            self._book(card.number)

    def wipe(self) -> None:
        """Forgets the sign-up and the number that was typed."""
        self._forget()
        self.changed.emit()

    def refresh(self) -> None:
        """Looks at the programme again."""
        context = self._context
        self._one = context.terminal.projection.occurrence(self._key) if self._key else None
        self._words = summary(context, self._one)
        self.changed.emit()

    def card_read(self, card: CardView) -> None:
        """The scanner read a card, on any step."""
        self._book(card.number)

    def _book(self, number: str, *, waiting: bool = False, anyway: bool = False) -> None:
        # Imported here: the rules of signing up bring in libraries that the first frame does not wait for.
        from sync.terminal.signing_up import SignUpError

        terminal = self._context.terminal

        def sign_up() -> SignUp:
            return terminal.sign_up(self._key, card=number, people=self._people, waiting=waiting)

        self._refusal, self._full_for, self._clash = "", None, None
        other = None if anyway or waiting else clash(terminal.projection, self._key, card=number)
        if other is not None:  # said, not forbidden
            self._clash = (number, other)
            self.changed.emit()
            return
        try:
            done = self._context.record(sign_up)
        except SignUpError as error:
            if str(error.reason) == "no_seats":
                self._full_for = number
            else:
                self._refusal = outcome.refusal(str(error.reason))
            self.changed.emit()
            return
        if done is not None:
            self._context.navigate.emit("signup.result", result_key(done))

    @Slot()
    def bookAnyway(self) -> None:
        """Two things at the same hour: the person knows, and wants both."""
        if self._clash is not None:
            self._book(self._clash[0], anyway=True)

    # -- for how many ------------------------------------------------------------------------------

    @Slot()
    def more(self) -> None:
        """One person more."""
        self._people = min(MAX_PEOPLE, self._people + 1)
        self.changed.emit()

    @Slot()
    def fewer(self) -> None:
        """One person fewer."""
        self._people = max(1, self._people - 1)
        self.changed.emit()

    # -- the number of a card, typed ---------------------------------------------------------------

    @Slot()
    def confirm(self) -> None:
        """The number is complete."""
        card = self._entry.read(self._context.terminal)
        if card is not None:
            self._context.use_card(card)
            self._book(card.number)

    @Slot()
    def wait(self) -> None:
        """No seat is left: onto the waiting list."""
        if self._full_for is not None:
            self._book(self._full_for, waiting=True)

    # -- the phone --------------------------------------------------------------------------------

    @Slot()
    def offer(self) -> None:
        """Makes a ticket for a phone, and watches for what comes of it."""
        from sync.terminal.signing_up import SignUpError

        terminal = self._context.terminal
        try:
            self._ticket = self._context.record(partial(terminal.offer_ticket, self._key, people=self._people))
        except SignUpError as error:
            self._ticket = None
            full = translate("SignUp", "Posti finiti. Con la tessera puoi metterti in lista d'attesa.")
            self._refusal = full if str(error.reason) == "no_seats" else outcome.refusal(str(error.reason))
        if self._ticket is not None:
            self._timer.start()
        self.changed.emit()

    def _look(self) -> None:
        if self._ticket is None:
            self._timer.stop()
            return
        projection = self._context.terminal.projection
        projection.refresh()
        arrived = projection.ticket_booking(self._ticket.nonce)
        if arrived is not None:
            self._timer.stop()
            self._ticket = None
            self._context.navigate.emit("signup.result", arrived.id)
            return
        self.changed.emit()

    # -- what QML sees -----------------------------------------------------------------------------

    @Property(QObject, notify=changed)
    def eye(self) -> QObject:
        """The camera."""
        return self._context.eye

    @Property(QObject, notify=changed)
    def entry(self) -> QObject:
        """The number that is being typed."""
        return self._entry

    @Property(str, notify=changed)
    def title(self) -> str:
        """What one signs up for."""
        return self._words.title

    @Property(str, notify=changed)
    def when(self) -> str:
        """When it is."""
        return self._words.when

    @Property(str, notify=changed)
    def where(self) -> str:
        """Where it is."""
        return self._words.where

    @Property(int, notify=changed)
    def people(self) -> int:
        """For how many."""
        return self._people

    @Property(int, notify=changed)
    def maxPeople(self) -> int:
        """The most that one may sign up at once."""
        return MAX_PEOPLE

    @Property(str, notify=changed)
    def refusal(self) -> str:
        """Why it is not possible; empty where it is."""
        return self._refusal

    @Property(bool, notify=changed)
    def full(self) -> bool:
        """Whether the person has to say if the waiting list will do."""
        return self._full_for is not None

    @Property(str, notify=changed)
    def clash(self) -> str:
        """What the person is signed up for at the same time; empty for nothing, or once they know."""
        if self._clash is None:
            return ""
        words = translate("SignUp", "Alle %1 sei già iscritto a: %2")
        one = self._clash[1]
        return words.replace("%1", dates.clock(one.start)).replace("%2", self._context.text(one.title))

    @Property(bool, notify=changed)
    def stopped(self) -> bool:
        """Whether the person has to read or decide something first."""
        return self._refusal != "" or self._full_for is not None or self._clash is not None

    @Property(str, notify=changed)
    def ticket(self) -> str:
        """The address that the phone opens; empty while there is none, and when it has run out."""
        return self._ticket.url if self._ticket is not None and self._left_s() > 0 else ""

    @Property(str, notify=changed)
    def ticketTime(self) -> str:
        """How long the ticket is good for."""
        if self._ticket is None:
            return ""
        left = self._left_s()
        if left <= 0:
            return translate("SignUp", "Questo codice è scaduto. Torna indietro e scegli di nuovo il telefono.")
        return counted.ticket_minutes(-(-left // 60))

    @Property(str, notify=changed)
    def ticketPlace(self) -> str:
        """Whether a place is kept while the phone is busy."""
        if self._ticket is None:
            return ""
        if self._ticket.held:
            return translate("SignUp", "Intanto il posto resta tuo.")
        return translate("SignUp", "Il posto è tuo quando il telefono lo conferma.")

    def _left_s(self) -> int:
        if self._ticket is None:
            return 0
        return int((self._ticket.expires - self._context.terminal.clock.now()).total_seconds())

    @Property(str, notify=changed)
    def deskHours(self) -> str:
        """When somebody is at the desk today."""
        context = self._context
        spans = context.space().hours.get(str(context.today().isoweekday()), [])
        if not spans:
            return ""
        listed = bidi.comma().join(bidi.left_to_right(f"{first} – {last}") for first, last in spans)
        return (
            translate("SignUp", "Oggi, %1: %2")
            .replace("%1", dates.long_day(context.today(), context.language))
            .replace("%2", listed)
        )
