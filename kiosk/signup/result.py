"""How a sign-up came out. A request that the hub confirms while one looks becomes final on screen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.controls import bidi
from kiosk.controls.context import Context
from kiosk.controls.counts import counted
from kiosk.controls.slips import Slips
from kiosk.signup.outcome import Outcome, outcome
from kiosk.signup.summary import Summary, summary
from sync.terminal.views import BookingView, SignUp

if TYPE_CHECKING:
    from kiosk.devices.slip import Slip

QML_IMPORT_NAME = "kiosk.signup"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

ALREADY, WAITS = "=", "~"
"""Before a booking's id: the sign-up was there before; the person asked for the waiting list."""


def result_key(done: SignUp) -> str:
    """What the result's screen is about: a booking, and what only the one who made it knows."""
    mark = ALREADY if done.already else WAITS if done.state == "waiting" else ""
    return mark + done.booking


@QmlElement
class ResultModel(QObject):
    """One booking, by its id."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.slips = Slips(context, self)
        self.slips.changed.connect(self.changed)
        self._forget()

    def _forget(self) -> None:
        self.slips.forget()
        self._key = ""
        self._already = self._waits = False
        self._booking: BookingView | None = None
        self._words = Summary()
        self._outcome = Outcome("off", "", "", can_undo=False)

    def enter(self, key: str) -> None:
        """Shows a booking."""
        self._forget()
        self._already, self._waits = key.startswith(ALREADY), key.startswith(WAITS)
        self._key = key.lstrip(ALREADY + WAITS)
        self.refresh()

    def wipe(self) -> None:
        """Forgets whose sign-up it was."""
        self._forget()
        self.changed.emit()

    def refresh(self) -> None:
        """Looks at the booking again."""
        if not self._key:
            return
        context = self._context
        projection = context.terminal.projection
        self._booking = projection.booking(self._key)
        if self._booking is None:
            title = translate("Result", "Questa iscrizione non è qui.")
            text = translate("Result", "Il terminale non la conosce ancora. Chiedi al portiere.")
            self._outcome = Outcome("off", title, text, can_undo=False)
        else:
            self._words = summary(context, projection.occurrence(self._booking.occurrence))
            online = context.connection().online
            # Until the hub answers, a request that goes to the waiting list looks like any other request.
            state = "waiting" if self._waits and self._booking.state == "provisional" else self._booking.state
            self._outcome = outcome(state, online=online, already=self._already)
        self.changed.emit()

    @Slot()
    def undo(self) -> None:
        """The person does not come after all."""
        if self._booking is not None and self._outcome.can_undo:
            self._already = False
            self._context.record(partial(self._context.terminal.cancel_booking, self._booking.id))
            self.refresh()

    @Slot()
    def printSlip(self) -> None:
        """Has the sign-up printed, with its code for the door."""
        if self.canPrint:
            self.slips.print(self._slip())

    def _slip(self) -> Slip:
        """What it is, when and where, and the code; nobody's name."""
        from kiosk.controls.qr import matrix
        from kiosk.devices.slip import Paragraph, Slip
        from sync.terminal.booked import booking_code

        context, booking = self._context, self._booking
        occurrence = context.terminal.projection.occurrence(booking.occurrence) if booking else None
        if booking is None or occurrence is None:
            return Slip(())
        mirrored = bidi.mirrored()
        lines = (self._words.when, self._words.where, counted.people(booking.people))
        above = (
            Paragraph(context.space().name), Paragraph(self._words.title, "strong", mirrored),
            *(Paragraph(line, right_to_left=mirrored) for line in lines if line),
        )  # fmt: skip
        shown = Paragraph(translate("Result", "Mostra questo codice all'ingresso."), "small", mirrored)
        code = matrix(booking_code(context.terminal, booking, occurrence))
        return Slip(above, tuple(tuple(row) for row in code), (shown,))

    @Property(bool, notify=changed)
    def canPrint(self) -> bool:
        """Whether there is a printer, and a place that is sure: a slip looks final."""
        return self.slips.there and self._booking is not None and self._booking.state == "final"

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether the slip is on its way out."""
        return self.slips.busy

    @Property(str, notify=changed)
    def told(self) -> str:
        """How the slip came out, as a sentence."""
        done = translate("Result", "Fatto: prendi il foglietto.")
        return self.slips.told(done, translate("Result", "La tua iscrizione è salva."))

    @Property(str, notify=changed)
    def tone(self) -> str:
        """good, open or off."""
        return self._outcome.tone

    @Property(str, notify=changed)
    def headline(self) -> str:
        """What happened."""
        return self._outcome.title

    @Property(str, notify=changed)
    def meaning(self) -> str:
        """What it means, and what to do."""
        return self._outcome.text

    @Property(bool, notify=changed)
    def canUndo(self) -> bool:
        """Whether one can still withdraw."""
        return self._outcome.can_undo

    @Property(str, notify=changed)
    def title(self) -> str:
        """The activity."""
        return self._words.title

    @Property(str, notify=changed)
    def when(self) -> str:
        """When it is."""
        return self._words.when

    @Property(str, notify=changed)
    def where(self) -> str:
        """Where it is."""
        return self._words.where

    @Property(str, notify=changed)
    def people(self) -> str:
        """For how many."""
        return counted.people(self._booking.people) if self._booking else ""
