"""What stands above and below every screen: the space, the clock, the line."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.controls import bidi, dates
from kiosk.controls.context import Context
from kiosk.shell import pill
from sync.terminal.views import Connection

QML_IMPORT_NAME = "kiosk.shell"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate
NEVER = datetime.min.replace(tzinfo=UTC)


@QmlElement
class Status(QObject):
    """The terminal's surroundings in words, refreshed each minute and whenever the engine speaks."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._connection = Connection()
        self.refresh()

    def refresh(self) -> None:
        """Looks at the clock and at the line again."""
        context = self._context
        now = context.now()
        self._connection = context.connection()
        self._space = context.space()
        self._words = pill.resident(self._connection, now, context.language)
        self._staff_words = pill.staff(self._connection, now, context.language)
        self._now = now
        self.changed.emit()

    @property
    def connection(self) -> Connection:
        """The line, as the engine last saw it."""
        return self._connection

    @Property(str, notify=changed)
    def clock(self) -> str:
        """The hour; nothing where the clock is not to be trusted."""
        return dates.clock(self._now) if self._connection.clock_trusted else ""

    @Property(str, notify=changed)
    def date(self) -> str:
        """The day in words."""
        return dates.long_day(self._now.date(), self._context.language)

    @Property(str, notify=changed)
    def place(self) -> str:
        """The name of the space."""
        return self._space.name

    @Property(int, notify=changed)
    def area(self) -> int:
        """The area of the space, which gives the accent."""
        return self._space.area

    @Property(bool, notify=changed)
    def large(self) -> bool:
        """Whether the person wants large text."""
        return self._context.session.modes.large

    @Property(bool, notify=changed)
    def contrast(self) -> bool:
        """Whether the person wants high contrast."""
        return self._context.session.modes.contrast

    @Property(bool, notify=changed)
    def reach(self) -> bool:
        """Whether the person wants everything within a low reach."""
        return self._context.session.modes.reach

    @Property(str, notify=changed)
    def mark(self) -> str:
        """The shape beside the state of the line."""
        return self._words.mark

    @Property(str, notify=changed)
    def line(self) -> str:
        """The state of the line, for residents."""
        return self._words.text

    @Property(str, notify=changed)
    def queue(self) -> str:
        """What waits to be sent, for staff."""
        return self._staff_words

    @Property(str, notify=changed)
    def desk(self) -> str:
        """Under the desk's title: the space, and how far the desk is open."""
        by_pin = self._context.session.named
        opened = translate("Status", "aperta con il PIN") if by_pin else translate("Status", "aperta con il badge")
        return bidi.joined((self._space.name, opened))
