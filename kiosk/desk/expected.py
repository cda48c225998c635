"""Who is expected today: sign-ups by activity, and a tap when somebody is here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.controls import bidi, dates
from kiosk.controls.context import Context
from kiosk.controls.counts import counted
from kiosk.desk.day import SHOWN, everything
from kiosk.desk.listing import Listing
from kiosk.desk.names import who
from sync.terminal.views import BookingView, OccurrenceView

QML_IMPORT_NAME = "kiosk.desk"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ExpectedRow:
    """Somebody who signed up for today. `here`: has come."""

    key: str
    section: str
    who: str
    detail: str
    here: bool


@QmlElement
class ExpectedModel(QObject):
    """Today's sign-ups at this space, by activity."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._listing = Listing(context, ExpectedRow, self)
        self._total = ""

    def enter(self, _key: str) -> None:
        """Shows today."""
        self.refresh()

    def wipe(self) -> None:
        """The desk is locked: nobody's name stays."""
        self._total = ""
        self._listing.wipe()
        self.changed.emit()

    def refresh(self) -> None:
        """Reads today's sign-ups again."""
        projection = self._context.terminal.projection
        rows: list[ExpectedRow] = []
        people = here = 0
        for one in everything(self._context):
            for booking in projection.bookings(one.id):
                if booking.state in SHOWN:
                    rows.append(self._row(one, booking))
                    people += booking.people
                    here += booking.people if booking.state == "checked_in" else 0
        self._total = translate("Expected", "Attese %1, arrivate %2").replace("%1", counted.people(people))
        self._total = self._total.replace("%2", str(here)) if rows else ""
        self._listing.show(rows)
        self.changed.emit()

    def _row(self, one: OccurrenceView, booking: BookingView) -> ExpectedRow:
        section = bidi.joined((dates.clock(one.start), self._context.text(one.title)))
        parts = [counted.people(booking.people)]
        if booking.state == "provisional":
            parts.append(translate("Expected", "posto da confermare"))
        arrived = booking.state == "checked_in"
        return ExpectedRow(booking.id, section, who(booking, named=self._listing.named), bidi.joined(parts), arrived)

    @Slot(str)
    def arrived(self, booking: str) -> None:
        """Somebody is here."""
        self._context.record(partial(self._context.terminal.check_in, booking=booking, by=self._listing.by))
        self.refresh()

    @Property(QObject, notify=changed)
    def listing(self) -> QObject:
        """Who signed up for today, by activity."""
        return self._listing

    @Property(str, notify=changed)
    def total(self) -> str:
        """Today in figures; "" where nobody signed up."""
        return self._total
