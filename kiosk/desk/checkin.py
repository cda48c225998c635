"""Checking in: a booking's code, or a card, shown at the desk. A name is shown only where a PIN opened the desk."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.controls import bidi, dates
from kiosk.controls.context import Context
from kiosk.controls.counts import counted
from kiosk.controls.number import NumberEntry
from kiosk.controls.rows import RowsModel
from sync.terminal.views import BookingView

QML_IMPORT_NAME = "kiosk.desk"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

EXPECTED = ("final", "provisional", "waiting")


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

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._entry = NumberEntry(self)
        self._today: RowsModel[TodayRow] = RowsModel(TodayRow, self)
        self._forget()

    def _forget(self) -> None:
        self._entry.clear()
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
                "off",
                translate("CheckIn", "Questa iscrizione non è qui."),
                translate("CheckIn", "Cercala in ufficio, o iscrivi la persona."),
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
        detail = bidi.joined(parts)
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
        if (
            self._card
            and one
            and self._context.record(partial(terminal.check_in, card=self._card, occurrence=occurrence, by=self._by))
        ):
            self._card = ""
            self._tell("good", translate("CheckIn", "Presenza segnata."), self._context.text(one.title))
        self.refresh()

    @Slot()
    def confirm(self) -> None:
        """The number is complete."""
        card = self._entry.read(self._context.terminal)
        if card is not None:
            self._find(card.number)
        self.refresh()

    # -- what QML sees -----------------------------------------------------------------------------

    @Property(QObject, notify=changed)
    def eye(self) -> QObject:
        """The camera."""
        return self._context.eye

    @Property(QObject, notify=changed)
    def entry(self) -> QObject:
        """The number that is being typed."""
        return self._entry

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
