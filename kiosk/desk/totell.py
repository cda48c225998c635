"""*Da avvisare*: who does not know yet how a sign-up stands. Names and numbers only where a PIN opened the desk."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.controls import bidi, dates
from kiosk.controls.context import Context
from kiosk.desk.listing import Listing
from kiosk.desk.names import who
from sync.terminal.views import OccurrenceView, ToTell

QML_IMPORT_NAME = "kiosk.desk"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ToTellRow:
    """Somebody to be told."""

    key: str
    who: str
    news: str
    about: str


def news(what: str) -> str:
    """What the person is to hear."""
    return {
        "final": translate("ToTell", "Il posto c'è: iscrizione confermata"),
        "waiting": translate("ToTell", "Posti finiti: è in lista d'attesa"),
        "refused": translate("ToTell", "Il posto non c'è"),
        "cancelled": translate("ToTell", "Incontro annullato"),
        "moved": translate("ToTell", "Incontro spostato"),
    }.get(what, what)


@QmlElement
class ToTellModel(QObject):
    """The list, ticking somebody off, and taking that back."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._listing = Listing(context, ToTellRow, self)
        self._last = ""

    def enter(self, _key: str) -> None:
        """Shows the list."""
        self._last = ""
        self._listing.say("")
        self.refresh()

    def wipe(self) -> None:
        """The desk is locked: nobody's name stays."""
        self._last = ""
        self._listing.wipe()

    def refresh(self) -> None:
        """Reads again who is to be told."""
        self._listing.show([self._row(one) for one in self._context.terminal.to_tell()])

    def _row(self, one: ToTell) -> ToTellRow:
        context, start = self._context, one.occurrence.start
        day = dates.near_day(start.date(), context.today(), context.language)
        about = bidi.joined((context.text(one.occurrence.title), f"{day}{bidi.comma()}{dates.clock(start)}"))
        named = self._listing.named
        reached = one.booking.contact if named else ""
        parts = [who(one.booking, named=named), reached]
        words = [news(one.what) if one.what else "", self._clash(one.clash) if one.clash else ""]
        said = ". ".join(part for part in words if part)
        return ToTellRow(one.booking.id, bidi.joined(parts), said, about)

    def _clash(self, other: OccurrenceView) -> str:
        words = translate("ToTell", "Ha un posto anche alle %1: %2, %3").replace("%1", dates.clock(other.start))
        return words.replace("%2", self._context.text(other.title)).replace("%3", other.space_name)

    @Slot(str)
    def tick(self, booking: str) -> None:
        """The person has been told."""
        row = next((one for one in self._context.terminal.to_tell() if one.booking.id == booking), None)
        if row is None:
            return
        if self._context.record(partial(self._context.terminal.tell, booking, by=self._listing.by)) is not None:
            self._last = booking
            self._listing.say(who(row.booking, named=self._listing.named))
        self.refresh()

    @Slot()
    def undo(self) -> None:
        """Whoever was ticked off last has not been told after all."""
        if not self._last:
            return
        untell = partial(self._context.terminal.untell, self._last, by=self._listing.by)
        if self._context.record(untell) is not None:
            self._last = ""
            self._listing.say("")
        self.refresh()

    @Property(QObject, notify=changed)
    def listing(self) -> QObject:
        """Who is to be told, the soonest first."""
        return self._listing
