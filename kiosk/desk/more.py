"""What else the desk does, each with how much of it waits."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.controls import dates
from kiosk.controls.context import Context
from kiosk.controls.counts import counted
from kiosk.controls.rows import RowsModel
from kiosk.desk import day
from sync.terminal import closing, registers
from sync.terminal.members import members
from sync.terminal.views import StaffView

QML_IMPORT_NAME = "kiosk.desk"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class JobRow:
    """A job. `key`: the screen that does it."""

    key: str
    name: str
    amount: str


@dataclass(frozen=True, slots=True)
class LockedRow:
    """A colleague who has no tries left."""

    key: str
    name: str


@QmlElement
class MoreModel(QObject):
    """The jobs, and what is still to be sent."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: RowsModel[JobRow] = RowsModel(JobRow, self)
        self._locked: RowsModel[LockedRow] = RowsModel(LockedRow, self)
        self._waits = ""

    def enter(self, _key: str) -> None:
        """Shows the jobs."""
        self.refresh()

    def wipe(self) -> None:
        """The desk is locked."""
        self._waits = ""
        self._rows.replace([])
        self._locked.replace([])
        self.changed.emit()

    def refresh(self) -> None:
        """Counts again."""
        told = len(self._context.terminal.to_tell())
        planned = [one for one in day.planned(self._context) if not one.cancelled]
        expected = sum(day.people(self._context, one) for one in day.everything(self._context))
        nobody, nobody_asks = translate("More", "nessuno"), translate("More", "nessuna aperta")
        self._rows.replace(
            [
                JobRow("today", translate("More", "Programma di oggi"), self._activities(len(planned))),
                JobRow("notice", translate("More", "Avvisi"), self._notices()),
                JobRow("expected", translate("More", "Attesi oggi"), counted.people(expected) if expected else nobody),
                JobRow("requests", translate("More", "Richieste"), self._open_requests() or nobody_asks),
                JobRow("parcels", translate("More", "Pacchi"), self._parcels() or nobody),
                JobRow("handover", translate("More", "Consegne"), self._notes()),
                JobRow("cards", translate("More", "Tessere"), self._cards()),
                JobRow("totell", translate("More", "Da avvisare"), counted.people(told) if told else nobody),
                JobRow("closing", translate("More", "Chiusura"), self._closed()),
                JobRow("access", translate("More", "Schermo"), translate("More", "testo grande, contrasto")),
            ]
        )
        pending = self._context.connection().pending
        self._waits = counted.to_send(pending) if pending else translate("More", "Tutto inviato.")
        self._locked.replace([LockedRow(one.id, one.name) for one in self._colleagues()])
        self.changed.emit()

    def _cards(self) -> str:
        count = len(members(self._context.terminal.projection))
        return counted.cards(count) if count else translate("More", "nessuna")

    def _activities(self, count: int) -> str:
        return counted.activities(count) if count else translate("More", "niente in programma")

    def _notices(self) -> str:
        own = sum(one.own for one in self._context.terminal.projection.notices())
        return counted.notices(own) if own else translate("More", "nessuno in bacheca")

    def _colleagues(self) -> list[StaffView]:
        """Who may be unlocked: by somebody whose own PIN opened the desk, and not themselves."""
        session = self._context.session
        if session.staff is None or not session.named:
            return []
        return [one for one in self._context.terminal.locked_out() if one.id != session.staff.id]

    @Slot(str)
    def unlock(self, staff: str) -> None:
        """Gives a colleague all tries back."""
        me = self._context.session.staff
        if me is not None and staff in {one.id for one in self._colleagues()}:
            self._context.record(partial(self._context.terminal.unlock_pin, staff, by=me.id))
        self.refresh()

    def _parcels(self) -> str:
        count = sum(one.kept for one in registers.parcels(self._context.terminal.projection))
        return counted.parcels(count) if count else ""

    def _notes(self) -> str:
        count = registers.unread(self._context.terminal.projection)
        return counted.unread(count) if count else translate("More", "niente da leggere")

    def _closed(self) -> str:
        one = closing.closed(self._context.terminal.projection, self._context.today())
        if one is None:
            return translate("More", "giornata aperta")
        return translate("More", "chiusa alle %1").replace("%1", dates.clock(one.at))

    def _open_requests(self) -> str:
        count = sum(one.open for one in self._context.terminal.projection.requests())
        return counted.requests(count) if count else ""

    @Property(QObject, notify=changed)
    def rows(self) -> QObject:
        """The jobs."""
        return self._rows

    @Property(QObject, notify=changed)
    def locked(self) -> QObject:
        """Colleagues whose PIN is locked here."""
        return self._locked

    @Property(str, notify=changed)
    def waits(self) -> str:
        """What is still to be sent."""
        return self._waits
