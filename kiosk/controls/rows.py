"""A list for a ListView or a Repeater, out of frozen dataclasses: each field is a role, in camel case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any, Generic, TypeVar, overload

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

Row = TypeVar("Row")
FIRST_ROLE = int(Qt.ItemDataRole.UserRole)


def camel(name: str) -> str:
    """``sub_title`` as QML writes it: ``subTitle``."""
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


class RowsModel(QAbstractListModel, Generic[Row]):
    """The rows of one list.

    `replace` tells a view as little as it can: nothing where nothing changed, changed rows where the keys (the first
    field) are the same, else everything.

    Args:
        kind: the dataclass of a row; its first field identifies the row.
    """

    countChanged = Signal()

    def __init__(self, kind: type[Row], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names = [f.name for f in fields(kind)]  # type: ignore[arg-type]
        self._rows: list[Row] = []

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        return self._rows[index]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Qt's: how many rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        """Qt's: one field of one row."""
        position = role - FIRST_ROLE
        if not 0 <= index.row() < len(self._rows) or not 0 <= position < len(self._names):
            return None
        return getattr(self._rows[index.row()], self._names[position])

    def roleNames(self) -> dict[int, QByteArray]:
        """Qt's: the fields, as QML calls them."""
        return {FIRST_ROLE + i: QByteArray(camel(name).encode()) for i, name in enumerate(self._names)}

    def replace(self, rows: Sequence[Row]) -> None:
        """Shows these rows from now on."""
        new = list(rows)
        if new == self._rows:
            return
        key = self._names[0]
        if [getattr(r, key) for r in new] == [getattr(r, key) for r in self._rows]:
            for i, (old, row) in enumerate(zip(self._rows, new, strict=True)):
                if old != row:
                    self._rows[i] = row
                    self.dataChanged.emit(self.index(i), self.index(i))
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()
        self.countChanged.emit()

    @Property(int, notify=countChanged)
    def count(self) -> int:
        """How many rows, for QML."""
        return len(self._rows)
