"""The languages to choose from, each under its own name, without flags."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.controls.context import LANGUAGES, Context
from kiosk.controls.rows import RowsModel

QML_IMPORT_NAME = "kiosk.access"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """A language."""

    key: str
    name: str
    selected: bool


@QmlElement
class LanguageModel(QObject):
    """The languages, and which one is spoken."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: RowsModel[LanguageRow] = RowsModel(LanguageRow, self)

    def enter(self, key: str) -> None:
        """Shows the languages."""
        self.refresh()

    def wipe(self) -> None:
        """The session holds the language; nothing is held here."""

    def refresh(self) -> None:
        """Marks the language that is spoken now."""
        spoken = self._context.language
        self._rows.replace([LanguageRow(code, name, code == spoken) for code, name in LANGUAGES.items()])
        self.changed.emit()

    @Slot(str)
    def choose(self, code: str) -> None:
        """Speaks another language from now on, until the person is gone."""
        self._context.session.chose = True
        self._context.speak(code)

    @Property(QObject, notify=changed)
    def rows(self) -> QObject:
        """The languages."""
        return self._rows
