"""*Pacchi*: what is kept here and since when; handing over by the code that somebody says, by a slip, or from the list.

Whoever opened the desk with but a badge sees codes; whose they are needs the PIN.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.controls import bidi, dates
from kiosk.controls.context import Context
from kiosk.controls.counts import counted
from kiosk.desk.listing import Listing
from kiosk.desk.names import parcel_for
from sync.parcels import UNCOLLECTED
from sync.terminal import registers
from sync.terminal.registers import ParcelView

QML_IMPORT_NAME = "kiosk.desk"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

MAX_CODE = 12


@dataclass(frozen=True, slots=True)
class ParcelRow:
    """A parcel that is kept, or was handed over today. `late`: it has lain for long."""

    key: str
    who: str
    news: str
    action: str
    late: bool


@QmlElement
class ParcelsModel(QObject):
    """The parcels, those alone whose code begins as it is typed. The key is the id of a parcel, from its slip."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._listing = Listing(context, ParcelRow, self)
        self._kept: tuple[ParcelView, ...] = ()
        self._begin("")

    def _begin(self, key: str) -> None:
        self._slip, self._code, self._last = key, "", ""
        self._listing.say("")

    def enter(self, key: str) -> None:
        """Shows what is kept, or the parcel of a slip."""
        self._begin(key)
        self.refresh()

    def wipe(self) -> None:
        """The desk is locked: nobody's name stays."""
        self._begin("")
        self._kept = ()
        self._listing.wipe()
        self.changed.emit()

    def refresh(self) -> None:
        """Reads the register again."""
        known = registers.parcels(self._context.terminal.projection)
        self._kept = tuple(one for one in known if one.kept)
        today = self._context.today()
        gone = [one for one in known if one.out is not None and one.out.date() == today]
        self._listing.show([self._row(one) for one in (*self._kept, *gone) if self._wanted(one)])
        self.changed.emit()

    def _wanted(self, one: ParcelView) -> bool:
        return one.id == self._slip if self._slip else one.code.startswith(self._code)

    def _row(self, one: ParcelView) -> ParcelRow:
        late = one.kept and self._age(one) > UNCOLLECTED
        if not one.kept:
            news = translate("Parcels", "Consegnato %1").replace("%1", self._when(one.out or one.at))
        elif late:
            news = counted.parcel_days(self._age(one).days)
        else:
            news = translate("Parcels", "Arrivato %1").replace("%1", self._when(one.at))
        if one.pending:
            news += " · " + translate("Parcels", "da inviare")
        action = translate("Parcels", "Consegna") if one.kept else translate("Parcels", "Annulla")
        return ParcelRow(one.id, self._who(one), news, action, late)

    def _age(self, one: ParcelView) -> timedelta:
        return self._context.now() - one.at

    def _when(self, at: datetime) -> str:
        day = dates.near_day(at.date(), self._context.today(), self._context.language)
        return f"{day}{bidi.comma()}{dates.clock(at)}"

    def _who(self, one: ParcelView) -> str:
        name = parcel_for(one, self._context.terminal.projection) if self._listing.named else ""
        return bidi.joined((one.code, name))

    # -- what a tap does ---------------------------------------------------------------------------

    @Slot(str)
    def add(self, sign: str) -> None:
        """A key was touched: one more sign of the code."""
        self._slip = ""
        if len(self._code) < MAX_CODE:
            self._code += sign
        self.refresh()

    @Slot()
    def erase(self) -> None:
        """Takes the last sign back; of a slip, all."""
        self._slip, self._code = "", self._code[:-1]
        self.refresh()

    @Slot(str)
    def tap(self, parcel: str) -> None:
        """Hands a parcel over, or takes that back."""
        one = next((one for one in registers.parcels(self._context.terminal.projection) if one.id == parcel), None)
        if one is None:
            return
        terminal, by = self._context.terminal, self._listing.by
        if one.kept:
            done = self._context.record(partial(registers.hand_over, terminal, one.id, by=by)) is not None
            self._last = one.id if done else ""
            self._listing.say(self._who(one) if done else "")
        else:
            self._context.record(partial(registers.take_back, terminal, one, by=by))
            self._last = ""
            self._listing.say("")
        self._slip, self._code = "", ""
        self.refresh()

    @Slot()
    def undo(self) -> None:
        """Takes the last hand-over back."""
        self.tap(self._last)

    # -- what QML sees -----------------------------------------------------------------------------

    @Property(QObject, notify=changed)
    def listing(self) -> QObject:
        """The parcels, those first that have lain for longest."""
        return self._listing

    @Property(str, notify=changed)
    def code(self) -> str:
        """The code as far as it is typed, or the one on the slip that was read."""
        named = next((one.code for one in self._kept if one.id == self._slip), "")
        return named if self._slip else self._code

    @Property(bool, notify=changed)
    def nothing(self) -> bool:
        """Whether nothing is kept here at all."""
        return not self._kept

    @Property(bool, notify=changed)
    def unknown(self) -> bool:
        """Whether a code was given that nothing here has."""
        return bool(self._slip or self._code) and bool(self._listing.empty)

    @Property(str, notify=changed)
    def total(self) -> str:
        """How many there are."""
        return counted.parcels(len(self._kept)) if self._kept else ""
