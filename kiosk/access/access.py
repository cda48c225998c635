"""How the screens shall be shown, until the person is gone: large text, high contrast, all within a low reach."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.controls.context import Context, Modes
from kiosk.controls.rows import RowsModel

QML_IMPORT_NAME = "kiosk.access"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ModeRow:
    """A mode, by the name of its attribute in `Modes`."""

    key: str
    name: str
    detail: str
    selected: bool


@QmlElement
class AccessModel(QObject):
    """The modes, and which of them are on."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: RowsModel[ModeRow] = RowsModel(ModeRow, self)

    def enter(self, key: str) -> None:
        """Shows the modes."""
        self.refresh()

    def wipe(self) -> None:
        """The session holds the modes; nothing is held here."""

    def refresh(self) -> None:
        """Marks what is on now."""
        modes = self._context.session.modes
        self._rows.replace(
            [
                ModeRow(
                    "large",
                    translate("Access", "Testo grande"),
                    translate("Access", "parole più grandi su ogni schermata"),
                    modes.large,
                ),
                ModeRow(
                    "contrast",
                    translate("Access", "Contrasto alto"),
                    translate("Access", "nero su bianco, con bordi marcati"),
                    modes.contrast,
                ),
                ModeRow(
                    "reach",
                    translate("Access", "Comandi in basso"),
                    translate("Access", "per chi sta seduto o è di bassa statura"),
                    modes.reach,
                ),
            ]
        )
        self.changed.emit()

    @Slot(str)
    def turn(self, key: str) -> None:
        """Turns a mode on, or off again; a key that names none changes nothing."""
        modes = self._context.session.modes
        if key in Modes.__dataclass_fields__:
            self._context.adapt(replace(modes, **{key: not getattr(modes, key)}))

    @Property(QObject, notify=changed)
    def rows(self) -> QObject:
        """The modes."""
        return self._rows
