"""Words while they are typed, sign by sign, on the terminal's own keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.controls.writing import name_of, name_written, written

QML_IMPORT_NAME = "kiosk.controls"
QML_IMPORT_MAJOR_VERSION = 1

Rule = Callable[[str, str, int], str]
"""A text after one more key (`kiosk.controls.writing`)."""


@QmlElement
class TextEntry(QObject):
    """What is being typed.

    Args:
        rule: what one more key makes of it.
        most: characters that it may have.
    """

    changed = Signal()

    def __init__(self, rule: Rule, most: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rule, self._most = rule, most
        self._text = ""

    @classmethod
    def of_words(cls, most: int, parent: QObject | None = None) -> TextEntry:
        """For sentences."""
        return cls(written, most, parent)

    @classmethod
    def of_name(cls, most: int, parent: QObject | None = None) -> TextEntry:
        """For somebody's name."""
        return cls(name_written, most, parent)

    @property
    def whole(self) -> str:
        """What was typed, without what stands at its ends only because more was to come."""
        return name_of(self._text)

    @Slot(str)
    def add(self, sign: str) -> None:
        """A key was touched; what does not fit is dropped."""
        self._text = self._rule(self._text, sign, self._most)
        self.changed.emit()

    @Slot()
    def erase(self) -> None:
        """Takes the last sign back."""
        self._text = self._text[:-1]
        self.changed.emit()

    def clear(self) -> None:
        """Forgets it."""
        self._text = ""
        self.changed.emit()

    @Property(str, notify=changed)
    def text(self) -> str:
        """What is typed so far."""
        return self._text

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether there is anything."""
        return bool(self.whole)
