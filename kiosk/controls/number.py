"""A card's number while it is typed, digit by digit, on the terminal's own keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.controls import codes

if TYPE_CHECKING:
    from sync.terminal.terminal import Terminal
    from sync.terminal.views import CardView

QML_IMPORT_NAME = "kiosk.controls"
QML_IMPORT_MAJOR_VERSION = 1

DIGITS = 12
GROUP = 4


@QmlElement
class NumberEntry(QObject):
    """Twelve digits, shown in groups of four as they are printed on the card."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.digits = ""
        self._error = ""

    @Slot(str)
    def add(self, digit: str) -> None:
        """A key was touched; what does not fit is dropped."""
        if len(self.digits) < DIGITS and digit.isdecimal():
            self.digits += digit
        self._error = ""
        self.changed.emit()

    @Slot()
    def erase(self) -> None:
        """Takes the last digit back."""
        self.digits = self.digits[:-1]
        self._error = ""
        self.changed.emit()

    @Slot()
    def clear(self) -> None:
        """Starts again."""
        self.digits = ""
        self._error = ""
        self.changed.emit()

    def read(self, terminal: Terminal) -> CardView | None:
        """The card of the number; None where there is none: `error` says why, and the digits stay to be compared."""
        from sync.card import CodeError
        from sync.number import NumberError, check

        try:
            card = terminal.read_code(check(self.digits)).card
            self._error = "" if card else codes.sentence("wrong_kind")
        except (CodeError, NumberError) as error:
            card = None
            self._error = codes.sentence(str(error.reason))
        if card is not None:
            self.digits = ""
        self.changed.emit()
        return card

    @Property(str, notify=changed)
    def shown(self) -> str:
        """The digits as they are printed on a card."""
        return " ".join(self.digits[i : i + GROUP] for i in range(0, len(self.digits), GROUP))

    @Property(str, notify=changed)
    def error(self) -> str:
        """What is wrong with them; empty for nothing."""
        return self._error

    @Property(bool, notify=changed)
    def complete(self) -> bool:
        """Whether there are enough."""
        return len(self.digits) == DIGITS
