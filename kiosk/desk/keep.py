"""Keeping a parcel: for whom, by a name or a card; the code that the terminal proposes; the slip for the parcel.

A name is a name: this part of the desk needs the PIN, and forgets what was typed as soon as it is recorded.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.controls import bidi, dates
from kiosk.controls.context import Context
from kiosk.controls.entry import TextEntry
from kiosk.controls.qr import matrix
from kiosk.controls.slips import Slips
from kiosk.desk.names import member
from sync.parcels import slip_text
from sync.terminal import registers
from sync.terminal.views import CardView

if TYPE_CHECKING:
    from kiosk.devices.slip import Slip

QML_IMPORT_NAME = "kiosk.desk"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

MAX_NAME = 40
"""Characters: what stands on a label, as far as it is needed to find whose it is."""


@QmlElement
class KeepModel(QObject):
    """A parcel that came; then that it is kept, under which code."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.slips = Slips(context, self)
        self.slips.changed.connect(self.changed)
        self._card = self._code = self._made = ""
        self._name = TextEntry.of_name(MAX_NAME, self)
        self._name.changed.connect(self._typed)

    def _typed(self) -> None:
        """A key was touched: it is for a name, not for the card that was read."""
        self._card = ""
        self.changed.emit()

    def _begin(self) -> None:
        self._made = ""
        self._name.clear()
        self._code = registers.propose_code(self._context.terminal.projection)
        self.slips.forget()
        self.changed.emit()

    def enter(self, _key: str) -> None:
        """Asks for whom it is. Whoever has but a badge is asked for the PIN first."""
        self._begin()
        session = self._context.session
        if session.staff is not None and not session.named:
            self._context.navigate.emit("pin", session.staff.id)

    def wipe(self) -> None:
        """The desk is locked: nobody's name stays."""
        self._code = self._made = ""
        self._name.clear()
        self.slips.forget()
        self.changed.emit()

    def refresh(self) -> None:
        """Another terminal may have given the code out meanwhile."""
        projection = self._context.terminal.projection
        if not self._made and self._code in {one.code for one in registers.parcels(projection) if one.kept}:
            self._code = registers.propose_code(projection)
        self.changed.emit()

    def card_read(self, card: CardView) -> None:
        """It is for the holder of a card."""
        if self._made:
            self._begin()
        self._name.clear()
        self._card = card.number
        self.changed.emit()

    @Slot()
    def confirm(self) -> None:
        """The parcel is kept."""
        session = self._context.session
        if session.staff is None or not session.named or not self.ready:
            return
        self.refresh()
        who = {"card": self._card} if self._card else {"name": self._name.whole}
        keep = partial(registers.keep_parcel, self._context.terminal, self._code, **who, by=session.staff.id)
        self._context.record(partial(self._remember, keep))
        self.changed.emit()

    def _remember(self, keep: Callable[[], str]) -> str:
        # Before the projection says that something changed: from now on the code is this parcel's.
        self._made = keep()
        self._name.clear()
        return self._made

    @Slot()
    def again(self) -> None:
        """The next parcel."""
        self._begin()

    @Slot()
    def printSlip(self) -> None:
        """Has the parcel's slip printed."""
        if self._made:
            self.slips.print(self._slip())

    def _slip(self) -> Slip:
        """Code and day, and what a reader shows at the desk; nobody's name."""
        from kiosk.devices.slip import Paragraph, Slip

        context = self._context
        day = Paragraph(dates.long_day(context.today(), context.language), "body", bidi.mirrored())
        above = (Paragraph(context.space().name), Paragraph(self._code, "title"), day)
        return Slip(above, tuple(tuple(row) for row in matrix(slip_text(self._made))))

    # -- what QML sees -----------------------------------------------------------------------------

    @Property(str, notify=changed)
    def code(self) -> str:
        """The code that the parcel gets, or got."""
        return self._code

    @Property(bool, notify=changed)
    def kept(self) -> bool:
        """Whether it is recorded."""
        return bool(self._made)

    @Property(QObject, notify=changed)
    def name(self) -> QObject:
        """For whom, as far as it is written."""
        return self._name

    @Property(str, notify=changed)
    def holder(self) -> str:
        """For whom, where a card was read."""
        return member(self._card, self._context.terminal.projection) if self._card else ""

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether somebody is named."""
        return bool(self._card or self._name.whole)

    @Property(bool, notify=changed)
    def canPrint(self) -> bool:
        """Whether there is a printer."""
        return self.slips.there

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether the slip is on its way out."""
        return self.slips.busy

    @Property(str, notify=changed)
    def told(self) -> str:
        """How the slip came out, as a sentence."""
        done = translate("Keep", "Attacca il foglietto al pacco.")
        return self.slips.told(done, translate("Keep", "Scrivi il codice sul pacco a mano."))
