"""The desk: one tap records that a person came by. All else amends that drop-in or takes it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.controls import bidi, dates
from kiosk.controls.context import Context
from kiosk.controls.counts import counted
from kiosk.controls.rows import RowsModel
from kiosk.desk import labels
from sync.clock import local
from sync.terminal.views import DropInView

QML_IMPORT_NAME = "kiosk.desk"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

MANY = 5
"""The first number of people that has no button of its own: its button counts on."""
MAX_PEOPLE = 99


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """A reason's tile; `selected` where it belongs to the drop-in that was recorded last."""

    key: str
    name: str
    selected: bool


@dataclass(frozen=True, slots=True)
class LogRow:
    """A drop-in of today."""

    key: str
    time: str
    text: str
    sent: str


@QmlElement
class DeskModel(QObject):
    """Today's drop-ins, and the one that was recorded last, which is still in hand."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._reasons: RowsModel[ReasonRow] = RowsModel(ReasonRow, self)
        self._log: RowsModel[LogRow] = RowsModel(LogRow, self)
        self._known: dict[str, str] = {}
        self._last = ""
        self._adding = False
        self._today: tuple[DropInView, ...] = ()

    def enter(self, key: str) -> None:
        """Shows the desk."""
        self.refresh()

    def wipe(self) -> None:
        """The desk is locked: nothing stays in hand."""
        self._last = ""
        self._adding = False
        self._reasons.replace([])
        self._log.replace([])
        self._today = ()
        self._known = {}
        self.changed.emit()

    def refresh(self) -> None:
        """Reads today's log and the space's list of reasons again."""
        context = self._context
        self._known = labels.reasons(context)
        self._today = context.terminal.projection.dropins(context.today())
        in_hand = self._in_hand()
        chosen = in_hand.reasons if in_hand else ()
        self._reasons.replace([ReasonRow(code, name, code in chosen) for code, name in self._known.items()])
        waiting, sent = translate("Desk", "da inviare"), translate("Desk", "inviato")
        self._log.replace(
            [
                LogRow(
                    one.id,
                    dates.clock(local(one.at)),
                    labels.dropin(one, self._known),
                    waiting if one.pending else sent,
                )
                for one in self._today
            ]
        )
        self.changed.emit()

    def _in_hand(self) -> DropInView | None:
        return next((one for one in self._today if one.id == self._last), None)

    @property
    def _by(self) -> str | None:
        staff = self._context.session.staff
        return staff.id if staff else None

    # -- what a tap does ---------------------------------------------------------------------------

    @Slot(str)
    def tap(self, reason: str) -> None:
        """A reason: the next person, now; or one more reason of this visit, after *Aggiungi motivo*."""
        in_hand = self._in_hand()
        if self._adding and in_hand is not None:
            self._adding = False
            if reason in in_hand.reasons:
                self.refresh()
            else:
                self._amend({"reasons": [*in_hand.reasons, reason]})
            return
        self._adding = False
        terminal = self._context.terminal
        before, self._last = self._last, ""
        done = self._context.record(partial(self._remember, partial(terminal.log_dropin, [reason], by=self._by)))
        if done is None:
            self._last = before
            self.refresh()

    def _remember(self, record: partial[str]) -> str:
        # Before the projection says that something changed, so that the new drop-in is in hand at once.
        self._last = record()
        return self._last

    @Slot()
    def addReason(self) -> None:
        """The next reason belongs to this visit."""
        self._adding = self._in_hand() is not None and not self._adding
        self.changed.emit()

    @Slot(int)
    def people(self, number: int) -> None:
        """How many came; the last button counts on."""
        in_hand = self._in_hand()
        if in_hand is not None:
            if number >= MANY and in_hand.people >= MANY:
                number = min(MAX_PEOPLE, in_hand.people + 1)
            if number != in_hand.people:
                self._amend({"people": number})

    @Slot(str)
    def age(self, band: str) -> None:
        """How old they are, where it is known; the same band again takes it back."""
        in_hand = self._in_hand()
        if in_hand is not None:
            self._amend({"age_band": labels.NO_AGE if band == in_hand.age_band else band})

    @Slot(str)
    def undo(self, dropin: str) -> None:
        """Takes a drop-in back; an empty id means the one in hand."""
        key = dropin or self._last
        if key:
            if key == self._last:
                self._last, self._adding = "", False
            self._context.record(partial(self._context.terminal.void_dropin, key, by=self._by))
            self.refresh()

    def _amend(self, changes: Mapping[str, Any]) -> None:
        self._context.record(partial(self._context.terminal.amend_dropin, self._last, changes, by=self._by))
        self.refresh()

    # -- what QML sees -----------------------------------------------------------------------------

    @Property(QObject, notify=changed)
    def reasons(self) -> QObject:
        """The tiles."""
        return self._reasons

    @Property(QObject, notify=changed)
    def log(self) -> QObject:
        """Today's drop-ins, the newest first."""
        return self._log

    @Property(bool, notify=changed)
    def inHand(self) -> bool:
        """Whether there is a drop-in that a tap amends."""
        return self._in_hand() is not None

    @Property(str, notify=changed)
    def last(self) -> str:
        """The drop-in in hand, for its whole record; empty for none."""
        return self._last if self._in_hand() is not None else ""

    @Property(bool, notify=changed)
    def adding(self) -> bool:
        """Whether the next reason belongs to this visit."""
        return self._adding

    @Property(str, notify=changed)
    def recorded(self) -> str:
        """What was recorded last: "Pacchi e posta · 1 persona"."""
        one = self._in_hand()
        if one is None:
            return ""
        return bidi.joined((labels.reason_names(one.reasons, self._known), counted.people(one.people)))

    @Property(int, notify=changed)
    def number(self) -> int:
        """People of the drop-in in hand; 0 for none."""
        one = self._in_hand()
        return one.people if one else 0

    @Property(str, notify=changed)
    def band(self) -> str:
        """Age band of the drop-in in hand."""
        one = self._in_hand()
        return one.age_band if one else ""

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # Qt's type by its name
    def bands(self) -> list[str]:
        """The age bands that can be chosen."""
        return list(labels.AGE_BANDS)

    @Property(str, notify=changed)
    def total(self) -> str:
        """Today in figures."""
        if not self._today:
            return translate("Desk", "Oggi: ancora nessuno")
        people = counted.people(sum(one.people for one in self._today))
        visits = counted.visits(len(self._today))
        return translate("Desk", "Oggi: %1, %2").replace("%1", people).replace("%2", visits)
