"""The notices of the board."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.controls import dates
from kiosk.controls.context import Context
from kiosk.controls.rows import RowsModel
from sync.clock import local

QML_IMPORT_NAME = "kiosk.board"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """A notice. `mark` says in a word that it is urgent."""

    key: str
    mark: str
    title: str
    text: str
    when: str


@QmlElement
class BoardModel(QObject):
    """What there is to read."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: RowsModel[NoticeRow] = RowsModel(NoticeRow, self)

    def enter(self, key: str) -> None:
        """Shows the board."""
        self.refresh()

    def wipe(self) -> None:
        """Nothing here is anybody's."""

    def refresh(self) -> None:
        """Reads the notices again."""
        context = self._context
        self._rows.replace(
            [
                NoticeRow(
                    key=notice.id,
                    mark=translate("Board", "Urgente") if notice.urgent else "",
                    title=context.text(notice.title),
                    text=context.text(notice.text),
                    when=dates.sentence(dates.day_in_words(local(notice.at).date(), context.today(), context.language)),
                )
                for notice in context.terminal.projection.notices()
            ]
        )
        self.changed.emit()

    @Property(QObject, notify=changed)
    def rows(self) -> QObject:
        """The notices."""
        return self._rows

    @Property(str, notify=changed)
    def empty(self) -> str:
        """What is said of an empty board."""
        return "" if len(self._rows) else translate("Board", "Adesso non ci sono avvisi.")
