"""Home: what is on here today, without a tap; when today is over, what comes next."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.agenda import words
from kiosk.agenda.arrange import DayPlan, arrange, is_long, last_day
from kiosk.agenda.words import AgendaRow
from kiosk.controls import bidi, dates, opening
from kiosk.controls.context import Context
from kiosk.controls.counts import counted
from kiosk.controls.rows import RowsModel
from kiosk.controls.writing import brief
from sync.terminal.views import NoticeView, OccurrenceView

QML_IMPORT_NAME = "kiosk.agenda"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

ENOUGH = 4
"""Activities on Home below which the next days are shown too: it is never a void."""
NEXT_DAYS = 7
MAX_URGENT = 44
"""Characters of an urgent notice's title on its tile."""
NEXT_ROWS = 6
WEEK_DAYS = 6
"""Days after today that "tomorrow and the week" counts."""

TILES = {
    1: ("staff", "services", "offers", "week", "spaces", "board"),
    2: ("week", "spaces", "services", "board", "staff"),
    3: ("product", "services", "opening", "week", "spaces", "staff"),
}
"""What each area puts first (product.md): the desk and neighbours; activities; what is made and worked here."""

SECTIONS = frozenset({"offers", "opening", "product"})
"""Tiles that open a section of the board."""


@dataclass(frozen=True, slots=True)
class HomeTile:
    """A way on from Home.

    Attributes:
        name: of the tile; it stays the same whatever the language.
        urgent: it stands first and asks to be read.
        screen: where it leads, with the key of the section, if any.
    """

    name: str
    screen: str
    key: str
    title: str
    detail: str
    urgent: bool = False


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
        self._urgent: NoticeView | None = None
        self._offers = 0
        self._kinds: Counter[str] = Counter()
        self._started = False
        self._door = ""
        self._tiles: RowsModel[HomeTile] = RowsModel(HomeTile, self)

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
        self._started = context.connection().updated is not None
        found = projection.agenda(today, today + timedelta(days=WEEK_DAYS))
        plan = arrange([o for o in found if o.start.date() <= today], today, context.now() if trusted else None)
        self._choose(plan, trusted=trusted)
        self._fill(plan, found, trusted=trusted)
        here = context.terminal.space
        self._week = sum(1 for o in found if o.start.date() > today and not o.cancelled)
        counts = projection.counts(today, today)
        self._elsewhere = sum(count for space, count in counts.items() if space != here)
        self._spaces = max(0, len(counts) - 1)
        notices = projection.notices()
        self._notices = len(notices)
        self._urgent = next((one for one in notices if one.urgent), None)
        self._offers = len(projection.offers())
        self._kinds = Counter(one.kind for one in projection.services())
        self._door = self._hours(trusted=trusted)
        names = TILES.get(context.space().area, TILES[2])
        if self._urgent is not None:  # what is urgent is read without a tap, in every area
            names = ("board", *(name for name in names if name != "board"))
        self._tiles.replace([self._tile(name) for name in names])
        self.changed.emit()

    def _hours(self, *, trusted: bool) -> str:
        """Whether the space is open; nothing where its hours are not known, or the clock is not to be trusted."""
        now = self._context.now()
        hours = self._context.space().hours
        if not trusted or not opening.known(hours):
            return ""
        door = opening.door(hours, now)
        if door.open_until is not None:
            return translate("Home", "Aperto fino alle %1").replace("%1", dates.clock(door.open_until))
        if door.opens is None:
            return ""
        if door.opens.date() == now.date():
            return translate("Home", "Apre alle %1").replace("%1", dates.clock(door.opens))
        opens = door.opens.date()
        day = dates.relative(opens, now.date()) or dates.weekday(opens, self._context.language)
        words = translate("Home", "Chiuso. Riapre %1 alle %2")
        return words.replace("%1", day).replace("%2", dates.clock(door.opens))

    def _tile(self, name: str) -> HomeTile:
        """A tile with its words, which say how much there is."""
        if name == "board" and self._urgent is not None:
            about = brief(self._context.text(self._urgent.title), MAX_URGENT)
            title = translate("Home", "Urgente: %1").replace("%1", about)
            return HomeTile(name, name, "", title, translate("Home", "in bacheca"), urgent=True)
        title, detail = {
            "week": (translate("Home", "Domani e la settimana"), self._week_words()),
            "spaces": (self._spaces_title(), self._spaces_words()),
            "services": (translate("Home", "Servizi"), translate("Home", "che cosa si può chiedere qui")),
            "board": (translate("Home", "Bacheca"), self._notices_words()),
            "offers": (translate("Home", "Offro e cerco"), self._amount(self._offers)),
            "opening": (translate("Home", "Lavoro e corsi"), self._amount(self._kinds["opening"])),
            "product": (translate("Home", "Prodotti"), self._amount(self._kinds["product"])),
            "staff": (translate("Home", "Personale"), translate("Home", "portieri e operatori")),
        }[name]
        screen, key = ("board", name) if name in SECTIONS else (name, "")
        return HomeTile(name, screen, key, title, detail)

    def _amount(self, n: int) -> str:
        return counted.announcements(n) if n else translate("Home", "ancora niente")

    def _choose(self, plan: DayPlan, *, trusted: bool) -> None:
        """The one activity that stands out."""
        language = self._context.language
        later = [o for o in plan.later if not o.cancelled]
        self._card = next(iter([*plan.now, *later, *plan.all_day, *plan.long]), None)
        self._label = self._empty = ""
        one = self._card
        if one is None:
            over = any(not o.cancelled for o in plan.over)
            if not self._started:
                self._empty = translate("Home", "Il programma non è ancora arrivato.")
            elif over:
                self._empty = translate("Home", "Per oggi qui è tutto.")
            else:
                self._empty = translate("Home", "Oggi qui non c'è niente in programma.")
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
            self._label = dates.sentence(
                f"{dates.long_day(one.start.date(), language)}{bidi.comma()}{dates.clock(one.start)}"
            )

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
        return bidi.joined(parts)

    @Property(str, notify=changed)
    def empty(self) -> str:
        """What is said where today has nothing left."""
        return self._empty

    @Property(str, notify=changed)
    def emptyHint(self) -> str:
        """What to do then."""
        if not self._empty:
            return ""
        if not self._started:
            return translate("Home", "Arriva da solo appena c'è la rete. Intanto chiedi al portiere.")
        if len(self._rows):
            return translate("Home", "Ecco che cosa c'è nei prossimi giorni.")
        return translate("Home", "Guarda che cosa c'è negli altri spazi, oppure chiedi al portiere.")

    @Property(str, notify=changed)
    def door(self) -> str:
        """Whether the space is open, and until when."""
        return self._door

    @Property(QObject, notify=changed)
    def tiles(self) -> QObject:
        """The tiles in the order that the space's area wants."""
        return self._tiles

    # -- the tiles' words -------------------------------------------------------------------------

    def _week_words(self) -> str:
        return counted.activities(self._week) if self._week else translate("Home", "ancora niente in programma")

    def _spaces_title(self) -> str:
        if not self._spaces:
            return translate("Home", "Gli altri spazi")
        return translate("Home", "Gli altri %1 spazi").replace("%1", number_word(self._spaces))

    def _spaces_words(self) -> str:
        return counted.activities_today(self._elsewhere) if self._elsewhere else translate("Home", "oggi niente")

    def _notices_words(self) -> str:
        return counted.notices(self._notices) if self._notices else translate("Home", "nessun avviso")


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
