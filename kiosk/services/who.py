"""Who asks: a card, shown or typed, or else a name. Forgotten as soon as it is recorded."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.controls.eye import Eye
from kiosk.controls.number import NumberEntry
from kiosk.controls.writing import name_of, name_written

QML_IMPORT_NAME = "kiosk.services"
QML_IMPORT_MAJOR_VERSION = 1

MAX_NAME = 40
"""Characters: a first name and an initial are enough for the portiere to call somebody."""


@QmlElement
class WhoEntry(QObject):
    """A number or a name while it is typed."""

    changed = Signal()

    def __init__(self, eye: Eye, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._eye = eye
        self.entry = NumberEntry(self)
        self.typed = ""
        self._naming = False

    def forget(self) -> None:
        """Starts again, with the card."""
        self.entry.clear()
        self.typed, self._naming = "", False
        self.changed.emit()

    @property
    def named(self) -> str:
        """The name, complete."""
        return name_of(self.typed)

    @Slot()
    def byName(self) -> None:
        """The person has no card at hand."""
        self._naming = True
        self.changed.emit()

    @Slot()
    def byCard(self) -> None:
        """The person has found the card."""
        self.forget()

    @Slot(str)
    def add(self, letter: str) -> None:
        """A key was touched: words begin with a capital, as names do."""
        self.typed = name_written(self.typed, letter, MAX_NAME)
        self.changed.emit()

    @Slot()
    def erase(self) -> None:
        """Takes the last letter back."""
        self.typed = self.typed[:-1]
        self.changed.emit()

    @Property(QObject, notify=changed)
    def eye(self) -> QObject:
        """The camera."""
        return self._eye

    @Property(QObject, notify=changed)
    def number(self) -> QObject:
        """The digits."""
        return self.entry

    @Property(bool, notify=changed)
    def naming(self) -> bool:
        """Whether it is a name that is asked for."""
        return self._naming

    @Property(str, notify=changed)
    def name(self) -> str:
        """The name as far as it is written."""
        return self.typed

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether there is a name."""
        return bool(self.named)
