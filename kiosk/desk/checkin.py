"""Checking in: a booking's code, or a card, shown at the desk. A name is shown only where a PIN opened the desk."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.controls import codes, dates
from kiosk.controls.counts import counted
from kiosk.controls.context import Context
from kiosk.controls.rows import RowsModel
from sync.terminal.views import BookingView

QML_IMPORT_NAME = "kiosk.desk"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

EXPECTED = ("final", "provisional", "waiting")
DIGITS = 12


@dataclass(frozen=True, slots=True)
class TodayRow:
    """An activity of today, for somebody who comes without a sign-up."""

    key: str
    title: str
    when: str


@QmlElement
class CheckInModel(QObject):
    """What was shown last, and what it meant. The key is ``booking:ID`` or ``card:NUMBER``."""

    changed = Signal()

    def __init__(self, context: Context | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        if context is None:
            raise TypeError("CheckInModel needs a context")
        self._context = context
        self._today: RowsModel[TodayRow] = RowsModel(TodayRow, self)
        self._forget()

    def _forget(self) -> None:
        self._digits = ""
        self._card = ""
        self._tone = ""
        self._headline = ""
        self._detail = ""

    def enter(self, key: str) -> None:
        """A code was shown, or shall be."""
        self._forget()
        kind, _, value = key.partition(":")
        if kind == "booking":
            booking = self._context.terminal.projection.booking(value)
            self._arrive(booking) if booking else self._tell(
                "off", translate("CheckIn", "Questa iscrizione non è qui."), translate("CheckIn", "Cercala in ufficio, o iscrivi la persona.")
            )
        elif kind == "card":
            self._find(value)
        self.refresh()

    def wipe(self) -> None:
        """Forgets who was checked in."""
        self._forget()
        self._today.replace([])
        self.changed.emit()

    def refresh(self) -> None:
        """Reads today's activities again."""
        context = self._context
        today = context.today()
        shown = context.terminal.projection.agenda(today, today) if self._card else ()
        self._today.replace(
            [
                TodayRow(one.id, context.text(one.title), dates.clock(one.start))
                for one in shown
                if not one.cancelled and one.start.date() == today
            ]
        )
        self.changed.emit()

    def _tell(self, tone: str, headline: str, detail: str = "") -> None:
        self._tone, self._headline, self._detail = tone, headline, detail

    def _find(self, number: str) -> None:
        """A card: the sign-up that it has for today, or else the choice of an activity."""
        projection = self._context.terminal.projection
        today = self._context.today()
        mine = [one for one in projection.bookings() if one.card == number]
        here = {one.id: one for one in projection.agenda(today, today)}
        expected = [one for one in mine if one.occurrence in here and one.state in EXPECTED]
        if len(expected) == 1:
            self._arrive(expected[0])
            return
        if not expected and any(one.occurrence in here and one.state == "checked_in" for one in mine):
            self._tell("good", translate("CheckIn", "Presenza già segnata."))
            return
        self._card = number
        self._tell("open", translate("CheckIn", "Tessera letta. Per quale attività di oggi?"))

    def _arrive(self, booking: BookingView) -> None:
        one = self._context.terminal.projection.occurrence(booking.occurrence)
        parts = [self._context.text(one.title) if one else "", counted.people(booking.people)]
        if booking.name and self._context.session.named:
            parts.insert(0, booking.name)
        detail = " · ".join(part for part in parts if part)
        if booking.state == "checked_in":
            self._tell("good", translate("CheckIn", "Presenza già segnata."), detail)
        elif booking.state in ("cancelled", "refused"):
            self._tell("off", translate("CheckIn", "Iscrizione annullata."), detail)
        elif self._context.record(partial(self._context.terminal.check_in, booking=booking.id, by=self._by)):
            self._tell("good", translate("CheckIn", "Presenza segnata."), detail)

    @property
    def _by(self) -> str | None:
        staff = self._context.session.staff
        return staff.id if staff else None

    @Slot(str)
    def choose(self, occurrence: str) -> None:
        """Somebody with a card came without a sign-up."""
        terminal = self._context.terminal
        one = terminal.projection.occurrence(occurrence)
        if self._card and one and self._context.record(
            partial(terminal.check_in, card=self._card, occurrence=occurrence, by=self._by)
        ):
            self._card = ""
            self._tell("good", translate("CheckIn", "Presenza segnata."), self._context.text(one.title))
        self.refresh()

    @Slot(str)
    def add(self, digit: str) -> None:
        """A digit of a card's number."""
        if len(self._digits) < DIGITS:
            self._digits += digit
        self.changed.emit()

    @Slot()
    def erase(self) -> None:
        """Takes the last digit back."""
        self._digits = self._digits[:-1]
        self.changed.emit()

    @Slot()
    def clear(self) -> None:
        """Starts again."""
        self._digits = ""
        self.changed.emit()

    @Slot()
    def confirm(self) -> None:
        """The number is complete."""
        from sync.card import CodeError
        from sync.number import NumberError

        try:
            found = self._context.terminal.read_code(self._digits)
        except (CodeError, NumberError) as error:
            self._tell("off", codes.sentence(str(error.reason)))
        else:
            self._digits = ""
            if found.card is not None:
                self._find(found.card.number)
        self.refresh()

    # -- what QML sees --------------------------------------------------------------------------------------------------

    @Property(str, notify=changed)
    def shown(self) -> str:
        """The digits as they are printed on a card."""
        return " ".join(self._digits[i : i + 4] for i in range(0, len(self._digits), 4))

    @Property(bool, notify=changed)
    def complete(self) -> bool:
        """Whether there are enough digits."""
        return len(self._digits) == DIGITS

    @Property(bool, notify=changed)
    def choosing(self) -> bool:
        """Whether an activity has to be chosen."""
        return bool(self._card)

    @Property(QObject, notify=changed)
    def today(self) -> QObject:
        """Today's activities here."""
        return self._today

    @Property(str, notify=changed)
    def tone(self) -> str:
        """good, open or off; empty before anything was shown."""
        return self._tone

    @Property(str, notify=changed)
    def headline(self) -> str:
        """What happened."""
        return self._headline

    @Property(str, notify=changed)
    def detail(self) -> str:
        """To which activity, for how many."""
        return self._detail
