"""Slips on their way out of the printer: one at a time for a screen, through the one queue that the terminal has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from kiosk.controls.context import Context

if TYPE_CHECKING:
    from kiosk.devices.printing import Printing
    from kiosk.devices.slip import Slip

translate = QCoreApplication.translate


class Slips(QObject):
    """A screen's slips.

    Attributes:
        outcome: how the last one came out (`kiosk.devices.printing.Outcome`); "" before.
    """

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.outcome = ""
        self._number: int | None = None
        self._printing: Printing | None = None
        self.use(context.printing)

    def use(self, printing: Printing | None) -> None:
        """Prints through this queue from now on; None: there is no printer."""
        self._printing = printing
        if printing is not None:
            printing.done.connect(self._came_out, Qt.ConnectionType.QueuedConnection)

    @property
    def there(self) -> bool:
        """Whether a printer is configured."""
        return self._printing is not None

    @property
    def busy(self) -> bool:
        """Whether a slip is on its way out."""
        return self._number is not None

    def print(self, slip: Slip) -> None:
        """Has a slip printed, once at a time."""
        if self._printing is None or self._number is not None:
            return
        self._number = self._printing.submit(slip)
        self.outcome = "" if self._number is not None else "stuck"
        self.changed.emit()

    def told(self, done: str, otherwise: str) -> str:
        """How the last slip came out, as a sentence; "" where there was none.

        Args:
            done: what is said when it is out.
            otherwise: what goes on, or can be done, when it is not; it follows what is wrong with the printer.
        """
        if self.outcome in ("", "printed"):
            return done if self.outcome else ""
        if self.outcome == "paper":
            return translate("Slips", "La stampante ha finito la carta. %1").replace("%1", otherwise)
        return translate("Slips", "La stampante è ferma. %1").replace("%1", otherwise)

    def forget(self) -> None:
        """Whoever wanted the slip has gone; one that is being printed comes out."""
        self._number, self.outcome = None, ""

    def _came_out(self, number: int, outcome: str) -> None:
        if number == self._number:  # else it was another person's
            self._number, self.outcome = None, outcome
            self.changed.emit()
