"""Finding a member of this space by the beginnings of the name, or by the number of the card, at each key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.controls import codes
from kiosk.controls.context import Context
from kiosk.controls.entry import TextEntry
from kiosk.controls.rows import RowsModel
from kiosk.desk.rows import MemberRow, member_row
from sync.number import NUMBER_DIGITS, NumberError, check
from sync.terminal.members import matching, members

if TYPE_CHECKING:
    from sync.terminal.members import MemberView

QML_IMPORT_NAME = "kiosk.desk"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

MAX_TYPED = 40
MAX_ROWS = 40
"""Members that are listed; one more letter says who is meant."""


@QmlElement
class Finder(QObject):
    """What is typed, and whom it finds. Names need the PIN: without it nobody is found.

    Args:
        context: the terminal, and who stands at the desk.
    """

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: RowsModel[Any] = RowsModel(MemberRow, self)
        self._found = 0
        self._entry = TextEntry.of_name(MAX_TYPED, self)
        self._entry.changed.connect(self.refresh)

    def begin(self) -> None:
        """Nothing is typed yet."""
        self._entry.clear()

    def refresh(self) -> None:
        """Looks again."""
        found: tuple[MemberView, ...] = ()
        if self._entry.ready and self._context.session.named:
            found = matching(members(self._context.terminal.projection), self._entry.whole)
        self._found = len(found)
        self._rows.replace([member_row(one) for one in found[:MAX_ROWS]])
        self.changed.emit()

    # -- what QML sees -----------------------------------------------------------------------------

    @Property(QObject, notify=changed)
    def rows(self) -> QObject:
        """Who was found."""
        return self._rows

    @Property(QObject, notify=changed)
    def entry(self) -> QObject:
        """What is typed: a name, or figures."""
        return self._entry

    @Property(str, notify=changed)
    def headline(self) -> str:
        """What is said where nobody is listed; empty where somebody is."""
        if self._found:
            return ""
        if not self._entry.ready:
            return translate("Finder", "Scrivi il nome o il numero.")
        return self._wrong() or translate("Finder", "Qui non trovo nessuno così.")

    @Property(str, notify=changed)
    def hint(self) -> str:
        """What to do then."""
        if not self._entry.ready:
            return translate("Finder", "Bastano le prime lettere del nome, o le ultime cifre della tessera.")
        if self._wrong():
            return ""
        return translate(
            "Finder", "Prova con meno lettere o con le ultime cifre. Forse la tessera è di un altro spazio."
        )

    @Property(str, notify=changed)
    def more(self) -> str:
        """What is said where more were found than are listed."""
        if self._found <= MAX_ROWS:
            return ""
        words = translate("Finder", "I primi %1 di %2: scrivi ancora una lettera.")
        return words.replace("%1", str(MAX_ROWS)).replace("%2", str(self._found))

    def _wrong(self) -> str:
        """Why a whole number is none; empty for no reason."""
        figures = self._entry.whole.replace(" ", "")
        if not figures.isdecimal() or len(figures) < NUMBER_DIGITS:
            return ""
        try:
            check(figures)
        except NumberError as error:
            return codes.sentence(str(error.reason))
        return ""
