"""What the desk's lists have in common: rows, whether there are any, what was done last, and who may see names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.controls.context import Context
from kiosk.controls.rows import RowsModel

QML_IMPORT_NAME = "kiosk.desk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Listing(QObject):
    """A list of the desk's, which its view-model fills and hands to the screen.

    Args:
        context: says who stands at the desk.
        kind: the frozen dataclass of a row.
    """

    changed = Signal()

    def __init__(self, context: Context, kind: type[Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: RowsModel[Any] = RowsModel(kind, self)
        self._said = ""

    def show(self, rows: Sequence[Any]) -> None:
        """Lists these rows."""
        self._rows.replace(rows)
        self.changed.emit()

    def say(self, words: str) -> None:
        """What was done last; "" for nothing."""
        self._said = words
        self.changed.emit()

    def wipe(self) -> None:
        """The desk is locked: nobody's name stays."""
        self._said = ""
        self.show([])

    @property
    def by(self) -> str | None:
        """Id of who opened the desk, for the facts that are stated there."""
        staff = self._context.session.staff
        return staff.id if staff else None

    @property
    def named(self) -> bool:
        """Whether a PIN opened the desk, so that names may be shown."""
        return self._context.session.named

    @Property(QObject, notify=changed)
    def rows(self) -> QObject:
        """What is listed."""
        return self._rows

    @Property(bool, notify=changed)
    def empty(self) -> bool:
        """Whether there is nothing to list."""
        return self._rows.rowCount() == 0

    @Property(bool, notify=changed)
    def hidden(self) -> bool:
        """Whether names wait for a PIN."""
        return not self.named and self._rows.rowCount() > 0

    @Property(bool, notify=changed)
    def open(self) -> bool:
        """Whether a PIN opened the desk."""
        return self.named

    @Property(str, notify=changed)
    def staff(self) -> str:
        """Who opened the desk, for the PIN."""
        return self.by or ""

    @Property(str, notify=changed)
    def said(self) -> str:
        """What was done last."""
        return self._said
