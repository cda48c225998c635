"""The programme of a space, or of all, day by day for a week; and what a person wants to see of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.agenda import choices, words
from kiosk.agenda.arrange import arrange
from kiosk.agenda.choices import ChoiceRow
from kiosk.agenda.filters import Wanted, narrowed
from kiosk.agenda.words import AgendaRow
from kiosk.controls import bidi, dates
from kiosk.controls.context import Context
from kiosk.controls.counts import counted
from kiosk.controls.rows import RowsModel
from sync.terminal.views import OccurrenceView

QML_IMPORT_NAME = "kiosk.agenda"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

DAYS = 7
"""Days that can be chosen, today included."""
WEEK = "week"
"""The choice of all of them."""
EVERYWHERE = "*"
"""The key of all spaces; a category to begin with may follow after a colon."""


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day to choose. `words` for those who do not see the chip."""

    key: str
    weekday: str
    number: str
    words: str
    selected: bool


@QmlElement
class AgendaModel(QObject):
    """The days of a week and what is on, on one of them or on all, in one space or in all of them."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._key = ""
        self._visited = False
        self._day: date | None = context.today()
        self._wanted = Wanted()
        self._week: tuple[OccurrenceView, ...] | None = None
        self._beyond: OccurrenceView | None = None
        self._days: RowsModel[DayRow] = RowsModel(DayRow, self)
        self._rows: RowsModel[AgendaRow] = RowsModel(AgendaRow, self)
        self._choices: dict[str, RowsModel[ChoiceRow]] = {name: RowsModel(ChoiceRow, self) for name in choices.KINDS}
        self._stale = set(choices.KINDS)
        self._nearest: date | None = None

    def enter(self, key: str) -> None:
        """Shows a space by its id, this one for an empty key, or all; coming back keeps the day and the choices.

        This space opens on tomorrow, for today is on Home; another one on today.
        """
        today = self._context.today()
        in_week = self._day is None or today <= self._day < today + timedelta(days=DAYS)
        if not (key == self._key and self._visited and in_week):
            self._key = key
            space, _, category = key.partition(":")
            self._wanted = Wanted(category=category)
            self._day = None if category else today if space else today + timedelta(days=1)
        self._visited = True
        self.refresh()

    def wipe(self) -> None:
        """The day and the choices that somebody made are theirs."""
        self._visited = False
        self._wanted = Wanted()

    @property
    def _space(self) -> str:
        """The id of the space; empty for this one, a star for all."""
        return self._key.partition(":")[0]

    def refresh(self) -> None:
        """Looks at the clock and the programme again."""
        today = self._context.today()
        if self._day is not None:
            self._day = max(self._day, today)
        self._week = None
        self._fill()

    def _between(self, first: date, last: date) -> tuple[OccurrenceView, ...]:
        """What is on from a day to another, before anything is chosen."""
        everywhere = self._space == EVERYWHERE
        space = None if everywhere else self._space or None
        return self._context.terminal.projection.agenda(first, last, space=space, all_spaces=everywhere)

    @property
    def _found(self) -> tuple[OccurrenceView, ...]:
        """What is on in the whole week. Asked for when something needs it: of one day the list shows that day alone."""
        if self._week is None:
            today = self._context.today()
            self._week = self._between(today, today + timedelta(days=DAYS - 1))
        return self._week

    def _fill(self) -> None:
        """Shows what the choices leave."""
        today = self._context.today()
        days = [today + timedelta(days=i) for i in range(DAYS)] if self._day is None else [self._day]
        wanted = narrowed(self._found if self._day is None else self._between(self._day, self._day), self._wanted)
        self._rows.replace([row for day in days for row in self._day_rows(wanted, day)])
        self._days.replace([*(self._chip(today + timedelta(days=i), today) for i in range(DAYS)), self._week_chip()])
        self._stale = set(choices.KINDS)
        self._nearest = self._beyond = None
        if not len(self._rows):
            self._nearest = self._nearest_day(narrowed(self._found, self._wanted))
            if not self._found and self._space != EVERYWHERE:
                coming = self._context.terminal.projection.coming(
                    self._context.now(), space=self._space or None, limit=1
                )
                self._beyond = next(iter(coming), None)
        self.changed.emit()

    def _chosen(self, kind: str) -> RowsModel[ChoiceRow]:
        """The tiles of one kind, counted when a screen shows them: the list does not, and is shown more often."""
        if kind in self._stale:
            self._stale.discard(kind)
            self._choices[kind].replace(choices.rows(kind, self._found, self._wanted))
        return self._choices[kind]

    def _day_rows(self, wanted: Sequence[OccurrenceView], day: date) -> list[AgendaRow]:
        context = self._context
        today = context.today()
        now = context.now() if day == today and context.connection().clock_trusted else None
        # What lasts for days is told on the first day on which it can be seen, not seven times.
        seen = [one for one in wanted if self._day is not None or max(one.start.date(), today) == day]
        plan = arrange(seen, day, now)
        if self._day is None:
            heading = words.day_heading(day, today, context.language)
            sections = (heading, heading, heading)
        else:
            later = translate("Agenda", "Più tardi") if plan.now else ""
            sections = (translate("Agenda", "Adesso"), later, words.days_heading(plan))
        parts = ((plan.now, sections[0]), (plan.later, sections[1]), (plan.all_day + plan.long, sections[2]))
        space = self._space == EVERYWHERE
        return [words.row(context, one, section=section, space=space) for part, section in parts for one in part]

    def _chip(self, day: date, today: date) -> DayRow:
        language = self._context.language
        near = dates.relative(day, today) if day == today else ""
        return DayRow(
            key=day.isoformat(),
            weekday=near if 0 < len(near) <= dates.NARROW else dates.short_weekday(day, language),
            number=str(day.day),
            words=dates.day_in_words(day, today, language),
            selected=day == self._day,
        )

    def _week_chip(self) -> DayRow:
        words_ = translate("Agenda", "Tutti e sette i giorni")
        return DayRow(WEEK, translate("Agenda", "tutti"), str(DAYS), words_, self._day is None)

    @Slot(str)
    def choose(self, day: str) -> None:
        """Shows another day, or the whole week."""
        self._day = None if day == WEEK else date.fromisoformat(day)
        self._fill()

    @Slot(str, str)
    def toggle(self, dimension: str, code: str) -> None:
        """Makes a choice, or takes it back."""
        self._wanted = self._wanted.toggled(dimension, code)
        self._fill()

    @Slot()
    def clear(self) -> None:
        """Takes all choices back."""
        self._wanted = Wanted()
        self._fill()

    # -- what QML sees -----------------------------------------------------------------------------

    @Property(str, notify=changed)
    def key(self) -> str:
        """What the screen is about, to come back to it."""
        return self._key

    @Property(QObject, notify=changed)
    def days(self) -> QObject:
        """The days to choose from."""
        return self._days

    @Property(QObject, notify=changed)
    def rows(self) -> QObject:
        """What is on, on the chosen day."""
        return self._rows

    @Property(QObject, notify=changed)
    def categories(self) -> QObject:
        """Categories to choose from."""
        return self._chosen("category")

    @Property(QObject, notify=changed)
    def audiences(self) -> QObject:
        """Whom it is for."""
        return self._chosen("audience")

    @Property(QObject, notify=changed)
    def languages(self) -> QObject:
        """Languages that are spoken besides Italian."""
        return self._chosen("language")

    @Property(QObject, notify=changed)
    def only(self) -> QObject:
        """Free of charge; with seats left."""
        return self._chosen("only")

    @Property(str, notify=changed)
    def title(self) -> str:
        """The week here, another space, or all of them."""
        if self._space == EVERYWHERE:
            return translate("Agenda", "Tutti gli spazi")
        return self._context.space(self._space).name if self._space else translate("Agenda", "La settimana qui")

    @Property(str, notify=changed)
    def place(self) -> str:
        """The address of another space."""
        if self._space in ("", EVERYWHERE):
            return ""
        space = self._context.space(self._space)
        parts = [part for part in (space.address, space.quarter) if part and part != space.name]
        return bidi.comma().join(parts)

    @Property(str, notify=changed)
    def heading(self) -> str:
        """The chosen day in words; each day of a whole week heads its own lines."""
        if self._day is None:
            return ""
        return words.day_heading(self._day, self._context.today(), self._context.language)

    @Property(bool, notify=changed)
    def filtered(self) -> bool:
        """Whether choices narrow what is shown."""
        return self._wanted != Wanted()

    @Property(str, notify=changed)
    def filters(self) -> str:
        """The choices in words, and how much they leave in the week; empty where there are none."""
        if self._wanted == Wanted():
            return ""
        count = sum(1 for one in narrowed(self._found, self._wanted) if not one.cancelled)
        return f"{choices.in_words(self._found, self._wanted)} — {counted.activities(count)}"

    @Property(str, notify=changed)
    def show(self) -> str:
        """What the main button of the choices says."""
        count = sum(1 for one in narrowed(self._found, self._wanted) if not one.cancelled)
        return counted.show_activities(count) if count else translate("Agenda", "Nessuna attività: cambia i filtri")

    @Property(str, notify=changed)
    def empty(self) -> str:
        """What is said where there is nothing to show."""
        if len(self._rows):
            return ""
        if self._wanted != Wanted():
            return translate("Agenda", "Con questi filtri non c'è niente qui.")
        if self._day is None:
            return translate("Agenda", "Nei prossimi sette giorni non c'è niente in programma.")
        if self._day == self._context.today():
            return translate("Agenda", "Per oggi non c'è altro.")
        return translate("Agenda", "In questo giorno non c'è niente in programma.")

    @Property(str, notify=changed)
    def hint(self) -> str:
        """What to do then."""
        if self._nearest is not None:
            return translate("Agenda", "Vai al giorno più vicino, oppure guarda gli altri spazi.")
        if self._wanted != Wanted():
            return translate("Agenda", "Togli i filtri, oppure guarda gli altri spazi.")
        return translate("Agenda", "Guarda gli altri spazi, oppure chiedi al portiere.")

    def _nearest_day(self, wanted: Sequence[OccurrenceView]) -> date | None:
        """The day of the week with something on that is nearest to the chosen one: after it, or else before."""
        chosen, now = self._day, self._context.now()
        if chosen is None:
            return None
        ahead = [one for one in wanted if not one.cancelled and one.ends() > now]
        days = {max(one.start.date(), now.date()) for one in ahead} - {chosen}
        return min(days, key=lambda day: (day < chosen, abs(day - chosen)), default=None)

    @Property(str, notify=changed)
    def nearestDay(self) -> str:
        """The key of that day."""
        return self._nearest.isoformat() if self._nearest else ""

    @Property(str, notify=changed)
    def nearestOccurrence(self) -> str:
        """The next occurrence of the space, where its whole week is empty."""
        return self._beyond.id if self._beyond else ""

    @Property(str, notify=changed)
    def nearestLabel(self) -> str:
        """What the way there is called."""
        day, language = self._nearest, self._context.language
        if day is not None:
            return translate("Agenda", "Vai a %1").replace("%1", dates.long_day(day, language))
        if self._beyond is not None:
            when = dates.sentence(dates.long_day(self._beyond.start.date(), language))
            return f"{when}: {self._context.text(self._beyond.title)}"
        return ""
