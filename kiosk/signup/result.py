"""How a sign-up came out. A request that the hub confirms while one looks becomes final on screen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.controls.context import Context
from kiosk.controls.counts import counted
from kiosk.signup.outcome import Outcome, outcome
from kiosk.signup.summary import Summary, summary
from sync.terminal.views import BookingView, SignUp

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
        self._forget()

    def _forget(self) -> None:
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
