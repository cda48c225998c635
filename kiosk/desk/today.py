"""Today's programme at the desk, and calling one of its activities off: why, a question, done; and taking that back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.controls import bidi, dates
from kiosk.controls.context import Context
from kiosk.controls.counts import counted
from kiosk.controls.entry import TextEntry
from kiosk.controls.rows import RowsModel
from kiosk.desk import day
from kiosk.desk.gate import asks_pin
from sync.terminal.views import OccurrenceView

QML_IMPORT_NAME = "kiosk.desk"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

OTHER = "altro"
REASONS = {
    "conduce": "Chi lo conduce oggi non può venire.",
    "sala": "La sala non è disponibile.",
    "tempo": "Per il maltempo.",
}
"""What residents read, in the language of the programme; the desk sees it in its own."""
MAX_REASON = 100


def reason_names() -> dict[str, str]:
    """The reasons as the desk chooses them."""
    return {
        "conduce": translate("Today", "Chi lo conduce oggi non può venire."),
        "sala": translate("Today", "La sala non è disponibile."),
        "tempo": translate("Today", "Per il maltempo."),
        OTHER: translate("Today", "Scrivo io il motivo"),
    }


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """An activity of today."""

    key: str
    time: str
    title: str
    detail: str
    seats: str
    notice: str


@dataclass(frozen=True, slots=True)
class ReasonChoice:
    """Why it does not take place."""

    key: str
    name: str
    selected: bool


@QmlElement
class TodayModel(QObject):
    """Today's activities; with a key, one of them and what can be done about it.

    The steps: list, reason, write (of a reason that is none of the list), confirm, off (it is called off).
    """

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: RowsModel[PlannedRow] = RowsModel(PlannedRow, self)
        self._reasons: RowsModel[ReasonChoice] = RowsModel(ReasonChoice, self)
        self._one: OccurrenceView | None = None
        self._own = TextEntry.of_words(MAX_REASON, self)
        self._own.changed.connect(self.changed)
        self._begin("")

    def _begin(self, key: str) -> None:
        self._key, self._reason, self._said = key, "", ""
        self._asking = self._writing = False
        self._own.clear()

    def enter(self, key: str) -> None:
        """Shows the day, or one activity; to change something the PIN is asked for."""
        self._begin(key)
        self.refresh()
        if key:
            asks_pin(self._context)

    def wipe(self) -> None:
        """The desk is locked."""
        self._begin("")
        self._one = None
        self._rows.replace([])
        self.changed.emit()

    def refresh(self) -> None:
        """Reads the day again."""
        found = day.planned(self._context)
        self._one = next((one for one in found if one.id == self._key), None)
        self._rows.replace([self._row(one) for one in found])
        chosen = self._reason
        self._reasons.replace([ReasonChoice(key, name, key == chosen) for key, name in reason_names().items()])
        self.changed.emit()

    def _row(self, one: OccurrenceView) -> PlannedRow:
        expected = day.people(self._context, one)
        off = translate("Today", "Annullato") if one.cancelled else ""
        words = counted.expected(expected) if expected else ""
        if not expected and one.signup:
            words = translate("Today", "nessuna iscrizione")
        time = translate("Today", "tutto il giorno") if one.all_day else dates.clock(one.start)
        return PlannedRow(one.id, time, self._context.text(one.title), one.reason or one.venue, words, off)

    # -- what a tap does ---------------------------------------------------------------------------

    @Slot(str)
    def choose(self, reason: str) -> None:
        """Why."""
        self._reason = reason
        self._writing = reason == OTHER
        self.refresh()

    @Slot()
    def proceed(self) -> None:
        """The reason is there: asks once more."""
        if self.ready:
            self._writing, self._asking = False, True
            self.changed.emit()

    @Slot()
    def keep(self) -> None:
        """It stays as it is: back to the reasons."""
        self._asking = self._writing = False
        self._reason = ""
        self._own.clear()
        self.refresh()

    @Slot()
    def callOff(self) -> None:
        """It does not take place."""
        if self._one is None or not self._asking or not self._context.session.named:
            return
        body = {"occurrence": self._one.id, "reason": REASONS.get(self._reason) or self._own.whole}
        self._say("occurrence_cancel", body)

    @Slot()
    def restore(self) -> None:
        """It takes place after all."""
        if self._one is not None and self._one.cancelled and self._context.session.named:
            self._say("occurrence_restore", {"occurrence": self._one.id})

    def _say(self, kind: str, body: dict[str, str]) -> None:
        staff = self._context.session.staff
        by = staff.id if staff else None
        if self._context.record(partial(self._context.terminal.say, kind, body, by=by)) is not None:
            self._begin(self._key)
            if kind != "occurrence_cancel":
                self._said = translate("Today", "L'incontro si fa.")
        self.refresh()

    # -- what QML sees -----------------------------------------------------------------------------

    @Property(QObject, notify=changed)
    def rows(self) -> QObject:
        """Today's activities."""
        return self._rows

    @Property(QObject, notify=changed)
    def reasons(self) -> QObject:
        """Why it may not take place."""
        return self._reasons

    @Property(str, notify=changed)
    def step(self) -> str:
        """Where one is."""
        one = self._one
        if one is None:
            return "list"
        if one.cancelled:
            return "off"
        return "confirm" if self._asking else "write" if self._writing else "reason"

    @Property(bool, notify=changed)
    def empty(self) -> bool:
        """Whether nothing is planned today."""
        return self._rows.rowCount() == 0

    @Property(str, notify=changed)
    def title(self) -> str:
        """What it is, and when."""
        one = self._one
        if one is None:
            return ""
        return bidi.joined(("" if one.all_day else dates.clock(one.start), self._context.text(one.title)))

    @Property(QObject, notify=changed)
    def own(self) -> QObject:
        """A reason that is none of the list, as far as it is written."""
        return self._own

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether there is a reason."""
        return bool(self._own.whole) if self._reason == OTHER else bool(self._reason)

    @Property(str, notify=changed)
    def whom(self) -> str:
        """How many are signed up, and how they come to know."""
        count = day.people(self._context, self._one, day.SIGNED_UP) if self._one is not None else 0
        if not count:
            return translate("Today", "Nessuno è iscritto. Chi guarda il programma lo vede subito.")
        told = translate(
            "Today",
            "%1. Chi ha lasciato un'e-mail riceve una lettera quando c'è la rete; gli altri li trovi in "
            "Da avvisare. Se cambia qualcosa, qui puoi dire che si fa lo stesso.",
        )
        return told.replace("%1", counted.signed_up(count))

    @Property(str, notify=changed)
    def reason(self) -> str:
        """Why it does not take place, where that was said."""
        return self._one.reason if self._one is not None else ""

    @Property(str, notify=changed)
    def said(self) -> str:
        """What was taken back last."""
        return self._said
