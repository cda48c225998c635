"""Who asks: a card, shown or typed, or else a name. Forgotten as soon as it is recorded."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.controls.entry import TextEntry
from kiosk.controls.eye import Eye
from kiosk.controls.number import NumberEntry

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
        self._name = TextEntry.of_name(MAX_NAME, self)
        self._naming = False

    def forget(self) -> None:
        """Starts again, with the card."""
        self.entry.clear()
        self._name.clear()
        self._naming = False
        self.changed.emit()

    @property
    def named(self) -> str:
        """The name, complete."""
        return self._name.whole

    @Slot()
    def byName(self) -> None:
        """The person has no card at hand."""
        self._naming = True
        self.changed.emit()

    @Slot()
    def byCard(self) -> None:
        """The person has found the card."""
        self.forget()

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

    @Property(QObject, notify=changed)
    def name(self) -> QObject:
        """The name as far as it is written."""
        return self._name
