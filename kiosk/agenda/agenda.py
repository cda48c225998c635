"""A week of one space, a day at a time; and the list of the other spaces."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.agenda import words
from kiosk.agenda.arrange import arrange
from kiosk.agenda.words import AgendaRow
from kiosk.controls import dates
from kiosk.controls.context import Context
from kiosk.controls.counts import counted
from kiosk.controls.rows import RowsModel

QML_IMPORT_NAME = "kiosk.agenda"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

DAYS = 7
"""Days that can be chosen, today included."""


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day to choose. `words` for those who do not see the chip."""

    key: str
    weekday: str
    number: str
    words: str
    selected: bool


@dataclass(frozen=True, slots=True)
class SpaceRow:
    """A space to choose."""

    key: str
    name: str
    detail: str


@QmlElement
class AgendaModel(QObject):
    """The days of a week and what is on, on one of them, in one space. An empty key means this space."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._space = ""
        self._day = context.today()
        self._days: RowsModel[DayRow] = RowsModel(DayRow, self)
        self._rows: RowsModel[AgendaRow] = RowsModel(AgendaRow, self)

    def enter(self, key: str) -> None:
        """Shows a space, on tomorrow's page for this one and on today's for another; coming back keeps the day."""
        today = self._context.today()
        kept = key == self._space and today <= self._day < today + timedelta(days=DAYS) and self._visited
        if not kept:
            self._space = key
            self._day = today if key else today + timedelta(days=1)
        self._visited = True
        self.refresh()

    _visited = False

    def wipe(self) -> None:
        """The day that somebody chose is theirs."""
        self._visited = False

    def refresh(self) -> None:
        """Looks at the clock and the programme again."""
        context = self._context
        today = context.today()
        self._day = max(self._day, today)
        found = context.terminal.projection.agenda(self._day, self._day, space=self._space or None)
        trusted = context.connection().clock_trusted
        now = context.now() if self._day == today and trusted else None
        plan = arrange(found, self._day, now)
        under_way = translate("Agenda", "Adesso")
        days_long = words.days_heading(plan)
        rows = [words.row(context, o, section=under_way) for o in plan.now]
        rows += [
            words.row(context, o, section=translate("Agenda", "Più tardi") if plan.now else "") for o in plan.later
        ]
        rows += [words.row(context, o, section=days_long) for o in plan.all_day + plan.long]
        self._rows.replace(rows)
        self._days.replace([self._chip(today + timedelta(days=i), today) for i in range(DAYS)])
        self.changed.emit()

    def _chip(self, day: date, today: date) -> DayRow:
        language = self._context.language
        near = dates.relative(day, today) if day == today else ""
        return DayRow(
            key=day.isoformat(),
            weekday=near or dates.short_weekday(day, language),
            number=str(day.day),
            words=dates.day_in_words(day, today, language),
            selected=day == self._day,
        )

    @Slot(str)
    def choose(self, day: str) -> None:
        """Shows another day."""
        self._day = date.fromisoformat(day)
        self.refresh()

    @Property(QObject, notify=changed)
    def days(self) -> QObject:
        """The days to choose from."""
        return self._days

    @Property(QObject, notify=changed)
    def rows(self) -> QObject:
        """What is on, on the chosen day."""
        return self._rows

    @Property(str, notify=changed)
    def title(self) -> str:
        """The week here, or another space."""
        return self._context.space(self._space).name if self._space else translate("Agenda", "La settimana qui")

    @Property(str, notify=changed)
    def place(self) -> str:
        """The address of another space."""
        if not self._space:
            return ""
        space = self._context.space(self._space)
        parts = [part for part in (space.address, space.quarter) if part and part != space.name]
        return ", ".join(parts)

    @Property(str, notify=changed)
    def heading(self) -> str:
        """The chosen day in words."""
        return words.day_heading(self._day, self._context.today(), self._context.language)

    @Property(str, notify=changed)
    def empty(self) -> str:
        """What is said of a day without activities."""
        if len(self._rows):
            return ""
        if self._day == self._context.today():
            return translate("Agenda", "Per oggi non c'è altro.")
        return translate("Agenda", "In questo giorno non c'è niente in programma.")

    @Property(str, notify=changed)
    def hint(self) -> str:
        """What to do then."""
        return translate("Agenda", "Tocca un altro giorno, oppure guarda gli altri spazi da Oggi qui.")


@QmlElement
class SpacesModel(QObject):
    """The other spaces, with how much is on there today."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: RowsModel[SpaceRow] = RowsModel(SpaceRow, self)

    def enter(self, key: str) -> None:
        """Shows the list."""
        self.refresh()

    def wipe(self) -> None:
        """Nothing here is anybody's."""

    def refresh(self) -> None:
        """Counts again."""
        projection = self._context.terminal.projection
        today = self._context.today()
        counts = projection.counts(today, today)
        rows = []
        for space in projection.spaces():
            if space.id != self._context.terminal.space:
                today_there = counts.get(space.id, 0)
                many = counted.activities_today(today_there)
                count = many if today_there else translate("Agenda", "oggi niente")
                rows.append(SpaceRow(space.id, space.name, f"{space.quarter} · {count}" if space.quarter else count))
        self._rows.replace(rows)
        self.changed.emit()

    @Property(QObject, notify=changed)
    def rows(self) -> QObject:
        """The spaces."""
        return self._rows

    @Property(str, notify=changed)
    def empty(self) -> str:
        """What is said before the programme has arrived."""
        return (
            ""
            if len(self._rows)
            else translate("Agenda", "L'elenco degli spazi non è ancora arrivato: chiedi al portiere.")
        )
