"""Who opens the desk: a badge, or a person and six digits.

The check costs a quarter of a second and more, on purpose; it runs beside the screen. The digits are held here alone,
never in a property that a screen or a test could read, and for no longer than the check takes.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.controls import bidi
from kiosk.controls.context import Context
from kiosk.controls.counts import counted
from kiosk.controls.rows import RowsModel
from kiosk.desk import people
from sync.errors import SyncError
from sync.terminal.views import StaffView

QML_IMPORT_NAME = "kiosk.desk"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

PIN_DIGITS = 6


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody who may open the desk, without their name."""

    key: str
    name: str
    role: str


@QmlElement
class PinModel(QObject):
    """The two steps: who, and the digits."""

    changed = Signal()
    _checked = Signal(int, object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._people: RowsModel[PersonRow] = RowsModel(PersonRow, self)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pin")
        self._attempt = 0
        self._staff = ""
        self._digits = ""
        self._busy = False
        self._problem = ""
        self._checked.connect(self._done)

    def enter(self, key: str) -> None:
        """Shows who there is; with a key, asks that person for the digits."""
        self._forget(key)
        self.refresh()

    def wipe(self) -> None:
        """Forgets who was about to open the desk."""
        self._forget("")
        self._people.replace([])
        self.changed.emit()

    def _forget(self, staff: str) -> None:
        self._digits = self._problem = ""
        self._busy = False
        self._attempt += 1
        self._staff = staff

    def refresh(self) -> None:
        """Reads who may open the desk."""
        found = self._context.terminal.staff()
        names = people.initials(found)
        self._people.replace([PersonRow(one.id, names[one.id], people.role(one.role)) for one in found])
        self.changed.emit()

    @Slot(str)
    def choose(self, staff: str) -> None:
        """Somebody says who they are, by a tap or by a badge."""
        self._context.navigate.emit("pin", staff)

    @Slot(str)
    def add(self, digit: str) -> None:
        """A key was touched; the last digit starts the check."""
        if self._busy or len(self._digits) >= PIN_DIGITS:
            return
        self._problem = ""
        self._digits += digit
        if len(self._digits) == PIN_DIGITS:
            self._busy = True
            self._attempt += 1
            job = self._worker.submit(self._context.terminal.verify_pin, self._staff, self._digits)
            job.add_done_callback(partial(self._report, self._attempt))
            self._digits = ""
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

    def _report(self, attempt: int, job: Future[StaffView]) -> None:
        """In the worker's thread: hands the outcome over to the screen's."""
        self._checked.emit(attempt, job.exception() or job.result())

    def _done(self, attempt: int, found: object) -> None:
        if attempt != self._attempt:
            return  # whoever asked has gone
        self._busy = False
        self._context.terminal.projection.refresh()
        if isinstance(found, StaffView):
            self._context.session.staff = found
            self._context.session.named = True
            self._context.navigate.emit("desk", "")
        elif isinstance(found, SyncError):
            self._problem = problem(found)
            self.changed.emit()
        elif isinstance(found, BaseException):
            raise found

    # -- what QML sees -----------------------------------------------------------------------------

    @Property(QObject, notify=changed)
    def people(self) -> QObject:
        """Who there is."""
        return self._people

    @Property(str, notify=changed)
    def who(self) -> str:
        """Who is asked for the digits."""
        chosen = next((self._people[i] for i in range(len(self._people)) if self._people[i].key == self._staff), None)
        return bidi.joined((chosen.name, chosen.role)) if chosen else ""

    @Property(int, notify=changed)
    def filled(self) -> int:
        """How many digits there are."""
        return PIN_DIGITS if self._busy else len(self._digits)

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether the check is under way."""
        return self._busy

    @Property(str, notify=changed)
    def problem(self) -> str:
        """Why the desk does not open; empty for no reason."""
        return self._problem

    @Property(str, notify=changed)
    def empty(self) -> str:
        """What is said before anybody is known here."""
        return (
            ""
            if len(self._people)
            else translate("Pin", "Nessuno può ancora aprire la portineria da qui: chiama l'ufficio.")
        )


def problem(error: SyncError) -> str:
    """The sentence for a `sync.terminal.desk.PinError`, or for a disk that does not take the attempt."""
    reason = str(getattr(error, "reason", ""))
    left = int(getattr(error, "left", 0) or 0)
    if reason == "wrong" and left > 0:
        return counted.tries(left)
    if reason in ("wrong", "locked"):
        return translate(
            "Pin",
            "PIN bloccato dopo troppi errori. Lo sblocca un collega (Portineria, Altro) o l'ufficio.",
        )
    if reason == "unknown":
        return translate("Pin", "Questa persona non può aprire la portineria qui. Chiama l'ufficio.")
    return translate("Pin", "Non riesco a controllare il PIN. Chiama l'ufficio.")
