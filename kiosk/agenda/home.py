"""Home: what is on here today, without a tap; when today is over, what comes next."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.agenda import words
from kiosk.agenda.arrange import DayPlan, arrange, is_long, last_day
from kiosk.agenda.words import AgendaRow
from kiosk.controls import dates
from kiosk.controls.context import Context
from kiosk.controls.counts import counted
from kiosk.controls.rows import RowsModel
from sync.terminal.views import OccurrenceView

QML_IMPORT_NAME = "kiosk.agenda"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

ENOUGH = 4
"""Activities on Home below which the next days are shown too: it is never a void."""
NEXT_DAYS = 7
NEXT_ROWS = 6
WEEK_DAYS = 6
"""Days after today that "tomorrow and the week" counts."""

TILES = {
    1: ("staff", "board", "week", "spaces"),
    2: ("week", "spaces", "board", "staff"),
    3: ("board", "week", "spaces", "staff"),
}
"""What each area puts first (product.md), among the screens that exist."""


@QmlElement
class HomeModel(QObject):
    """What is on here, now, later, and in the next days where today has little left."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: RowsModel[AgendaRow] = RowsModel(AgendaRow, self)
        self._card: OccurrenceView | None = None
        self._label = ""
        self._empty = ""
        self._week = 0
        self._elsewhere = 0
        self._spaces = 0
        self._notices = 0

    def enter(self, key: str) -> None:
        """Shows the day."""
        self.refresh()

    def wipe(self) -> None:
        """Nothing here is anybody's."""

    def refresh(self) -> None:
        """Looks at the clock and the programme again."""
        context = self._context
        projection = context.terminal.projection
        today = context.today()
        trusted = context.connection().clock_trusted
        found = projection.agenda(today, today + timedelta(days=WEEK_DAYS))
        plan = arrange([o for o in found if o.start.date() <= today], today, context.now() if trusted else None)
        self._choose(plan, trusted=trusted)
        self._fill(plan, found, trusted=trusted)
        here = context.terminal.space
        self._week = sum(1 for o in found if o.start.date() > today and not o.cancelled)
        counts = projection.counts(today, today)
        self._elsewhere = sum(count for space, count in counts.items() if space != here)
        self._spaces = max(0, len(counts) - 1)
        self._notices = len(projection.notices())
        self.changed.emit()

    def _choose(self, plan: DayPlan, *, trusted: bool) -> None:
        """The one activity that stands out."""
        language = self._context.language
        later = [o for o in plan.later if not o.cancelled]
        self._card = next(iter([*plan.now, *later, *plan.all_day, *plan.long]), None)
        self._label = self._empty = ""
        one = self._card
        if one is None:
            over = any(not o.cancelled for o in plan.over)
            self._empty = (
                translate("Home", "Per oggi qui è tutto.")
                if over
                else translate("Home", "Oggi qui non c'è niente in programma.")
            )
        elif one in plan.now:
            if one.end is None:
                self._label = translate("Home", "Adesso, dalle %1").replace("%1", dates.clock(one.start))
            else:
                self._label = translate("Home", "Adesso, fino alle %1").replace("%1", dates.clock(one.end))
        elif is_long(one):
            self._label = translate("Home", "Fino a %1").replace(
                "%1", dates.weekday_and_number(last_day(one), language)
            )
        elif one.all_day:
            self._label = translate("Home", "Tutto il giorno")
        elif trusted:
            self._label = translate("Home", "Prossima, alle %1").replace("%1", dates.clock(one.start))
        else:
            self._label = dates.sentence(f"{dates.long_day(one.start.date(), language)}, {dates.clock(one.start)}")

    def _fill(self, plan: DayPlan, found: tuple[OccurrenceView, ...], *, trusted: bool) -> None:
        context, chosen = self._context, self._card

        def lines(part: tuple[OccurrenceView, ...], heading: str, *, dated: bool = False) -> list[AgendaRow]:
            shown = [o for o in part if chosen is None or o.id != chosen.id]
            return [words.row(context, o, section=heading, dated=dated) for o in shown]

        today = context.today()
        rows = lines(plan.now, translate("Home", "Anche adesso"))
        later = translate("Home", "Più tardi") if trusted else translate("Home", "In programma")
        rows += lines(plan.later, later, dated=not trusted)
        rows += lines(plan.all_day + plan.long, words.days_heading(plan))
        if len(rows) < ENOUGH:
            coming = [o for o in found if o.start.date() > today and not o.cancelled]
            if not coming:
                coming = [
                    o
                    for o in context.terminal.projection.coming(context.now(), limit=NEXT_ROWS)
                    if o.start.date() > today
                ]
            rows += lines(tuple(coming[:NEXT_ROWS]), translate("Home", "Nei prossimi giorni"), dated=True)
        self._rows.replace(rows)

    # -- what QML sees -----------------------------------------------------------------------------

    @Property(QObject, notify=changed)
    def rows(self) -> QObject:
        """The lines under the card."""
        return self._rows

    @Property(str, notify=changed)
    def heading(self) -> str:
        """What the screen is called."""
        return translate("Home", "Oggi qui")

    @Property(str, notify=changed)
    def cardKey(self) -> str:
        """The occurrence on the card; empty where today has none left."""
        return self._card.id if self._card else ""

    @Property(str, notify=changed)
    def cardLabel(self) -> str:
        """When."""
        return self._label

    @Property(str, notify=changed)
    def cardTitle(self) -> str:
        """What."""
        return self._context.text(self._card.title) if self._card else ""

    @Property(str, notify=changed)
    def cardDetail(self) -> str:
        """Where, for whom, at what cost, how many seats."""
        one = self._card
        if one is None:
            return ""
        free = translate("Home", "gratuito") if one.free and (one.seats is not None or one.signup) else ""
        parts = [one.venue, self._context.text(one.audience), free, words.seats_short(one)]
        return " · ".join(part for part in parts if part)

    @Property(str, notify=changed)
    def empty(self) -> str:
        """What is said where today has nothing left."""
        return self._empty

    @Property(str, notify=changed)
    def emptyHint(self) -> str:
        """What to do then."""
        if not self._empty:
            return ""
        if len(self._rows):
            return translate("Home", "Ecco che cosa c'è nei prossimi giorni.")
        return translate("Home", "Guarda che cosa c'è negli altri spazi, oppure chiedi al portiere.")

    @Property("QVariantList", notify=changed)  # type: ignore[arg-type]  # Qt's type by its name
    def tiles(self) -> list[str]:
        """The tiles in the order that the space's area wants."""
        return list(TILES.get(self._context.space().area, TILES[2]))

    @Property(str, notify=changed)
    def weekHint(self) -> str:
        """How much there is in the week."""
        return counted.activities(self._week) if self._week else translate("Home", "ancora niente in programma")

    @Property(str, notify=changed)
    def spacesTitle(self) -> str:
        """The other spaces, with how many there are."""
        return translate("Home", "Gli altri %1 spazi").replace("%1", number_word(self._spaces))

    @Property(str, notify=changed)
    def spacesHint(self) -> str:
        """How much there is elsewhere today."""
        return counted.activities_today(self._elsewhere) if self._elsewhere else translate("Home", "oggi niente")

    @Property(str, notify=changed)
    def boardHint(self) -> str:
        """How many notices there are."""
        if not self._notices:
            return translate("Home", "nessun avviso")
        return counted.notices(self._notices)


def number_word(number: int) -> str:
    """A small number as a word, as a title has it; digits for others."""
    return {
        2: translate("Numbers", "due"),
        3: translate("Numbers", "tre"),
        4: translate("Numbers", "quattro"),
        5: translate("Numbers", "cinque"),
        6: translate("Numbers", "sei"),
        7: translate("Numbers", "sette"),
        8: translate("Numbers", "otto"),
        9: translate("Numbers", "nove"),
        10: translate("Numbers", "dieci"),
    }.get(number, str(number))
