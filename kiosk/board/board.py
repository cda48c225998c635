"""The board: notices first; neighbours' notes, work and courses, products, by what the space has; one thing to read."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.controls import dates
from kiosk.controls.context import Context
from kiosk.controls.rows import RowsModel
from kiosk.controls.writing import brief
from sync.terminal.offering import OfferView, ServiceView
from sync.terminal.views import NoticeView

QML_IMPORT_NAME = "kiosk.board"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

NOTICES, OFFERS, OPENINGS, PRODUCTS = "notices", "offers", "opening", "product"
BY_AREA = {1: (NOTICES, OFFERS), 2: (NOTICES,), 3: (NOTICES, OPENINGS, PRODUCTS)}
"""Sections that a space of an area has in any case; the others are there when there is something in them."""
ORDER = (NOTICES, OFFERS, OPENINGS, PRODUCTS)
MAX_BRIEF = 140
"""Characters of a notice on the list."""


@dataclass(frozen=True, slots=True)
class SectionTab:
    """A part of the board."""

    key: str
    name: str
    selected: bool


@dataclass(frozen=True, slots=True)
class BoardRow:
    """Something on the board. `screen`: where a tap leads; `mark`: a word that asks for attention."""

    key: str
    screen: str
    mark: str
    title: str
    text: str
    aside: str


def what(code: str) -> str:
    """Whether a neighbour offers or looks for something."""
    return translate("Board", "Cerco") if code == "cerco" else translate("Board", "Offro")


@QmlElement
class BoardModel(QObject):
    """One section of the board, which the key names; notices without a key."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._section = NOTICES
        self._tabs: RowsModel[SectionTab] = RowsModel(SectionTab, self)
        self._rows: RowsModel[BoardRow] = RowsModel(BoardRow, self)

    def enter(self, key: str) -> None:
        """Shows a section."""
        self._section = key if key in ORDER else NOTICES
        self.refresh()

    def wipe(self) -> None:
        """Nothing here is anybody's."""
        self._section = NOTICES

    def refresh(self) -> None:
        """Reads the board again."""
        projection = self._context.terminal.projection
        offered = projection.services()
        rows = {
            NOTICES: [self._notice(one) for one in projection.notices()],
            OFFERS: [self._offer(one) for one in projection.offers()],
            OPENINGS: [self._service(one) for one in offered if one.kind == OPENINGS],
            PRODUCTS: [self._service(one) for one in offered if one.kind == PRODUCTS],
        }
        always = BY_AREA.get(self._context.space().area, BY_AREA[2])
        there = [section for section in ORDER if section in always or rows[section]]
        if self._section not in there:
            self._section = NOTICES
        names = {
            NOTICES: translate("Board", "Avvisi"),
            OFFERS: translate("Board", "Offro e cerco"),
            OPENINGS: translate("Board", "Lavoro e corsi"),
            PRODUCTS: translate("Board", "Prodotti"),
        }
        tabs = [SectionTab(one, names[one], one == self._section) for one in there]
        self._tabs.replace(tabs if len(tabs) > 1 else [])
        self._rows.replace(rows[self._section])
        self.changed.emit()

    def _notice(self, one: NoticeView) -> BoardRow:
        context = self._context
        day = dates.near_day(one.at.date(), context.today(), context.language)
        mark = translate("Board", "Urgente") if one.urgent else ""
        return BoardRow(
            one.id, "board.item", mark, context.text(one.title), brief(context.text(one.text), MAX_BRIEF), day
        )

    def _offer(self, one: OfferView) -> BoardRow:
        text = self._context.text
        return BoardRow(one.id, "board.item", "", text(one.title), brief(text(one.text), MAX_BRIEF), what(one.what))

    def _service(self, one: ServiceView) -> BoardRow:
        text = self._context.text
        detail = text(one.hours) or brief(text(one.text), MAX_BRIEF)
        return BoardRow(one.id, "service", "", text(one.title), detail, text(one.price))

    # -- what QML sees -----------------------------------------------------------------------------

    @Property(QObject, notify=changed)
    def tabs(self) -> QObject:
        """The sections, where there are several."""
        return self._tabs

    @Property(QObject, notify=changed)
    def rows(self) -> QObject:
        """What hangs in the section."""
        return self._rows

    @Property(bool, notify=changed)
    def canWrite(self) -> bool:
        """Whether one may put something up here."""
        return self._section == OFFERS

    @Property(str, notify=changed)
    def empty(self) -> str:
        """What is said of an empty section."""
        if len(self._rows):
            return ""
        return {
            NOTICES: translate("Board", "Adesso non ci sono avvisi."),
            OFFERS: translate("Board", "Nessuno offre o cerca qualcosa, adesso."),
            OPENINGS: translate("Board", "Adesso non ci sono posti aperti."),
            PRODUCTS: translate("Board", "Adesso non ci sono prodotti."),
        }[self._section]

    @Property(str, notify=changed)
    def hint(self) -> str:
        """What to do then."""
        return {
            NOTICES: translate("Board", "Vuoi affiggere qualcosa? Chiedi al portiere."),
            OFFERS: translate("Board", "Comincia tu: scrivi un biglietto, il portiere vi mette in contatto."),
            OPENINGS: translate("Board", "Torna tra qualche giorno, o lascia detto al portiere che cosa sai fare."),
            PRODUCTS: translate("Board", "Chiedi al portiere quando riapre la bottega."),
        }[self._section]


@QmlElement
class BoardItemModel(QObject):
    """One notice or one neighbour's note, by its id."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._key = ""
        self._notice: NoticeView | None = None
        self._offer: OfferView | None = None

    def enter(self, key: str) -> None:
        """Shows one."""
        self._key = key
        self.refresh()

    def wipe(self) -> None:
        """Forgets what somebody was reading."""
        self._key = ""
        self._notice = self._offer = None
        self.changed.emit()

    def refresh(self) -> None:
        """Reads it again: it may have been taken down."""
        projection, key = self._context.terminal.projection, self._key
        self._notice = next((one for one in projection.notices() if key and one.id == key), None)
        self._offer = next((one for one in projection.offers() if key and one.id == key), None)
        self.changed.emit()

    @Property(str, notify=changed)
    def key(self) -> str:
        """Which one."""
        return self._key

    @Property(str, notify=changed)
    def mark(self) -> str:
        """Urgent; or whether a neighbour offers or looks for it."""
        if self._offer is not None:
            return what(self._offer.what)
        return translate("Board", "Urgente") if self._notice is not None and self._notice.urgent else ""

    @Property(bool, notify=changed)
    def urgent(self) -> bool:
        """Whether the mark asks for attention."""
        return self._notice is not None and self._notice.urgent

    @Property(str, notify=changed)
    def title(self) -> str:
        """What it is about."""
        one = self._offer or self._notice
        return self._context.text(one.title) if one else translate("Board", "Questo non c'è più.")

    @Property(str, notify=changed)
    def text(self) -> str:
        """All of it."""
        one = self._offer or self._notice
        return self._context.text(one.text) if one else translate("Board", "È stato tolto dalla bacheca.")

    @Property(str, notify=changed)
    def when(self) -> str:
        """Since when it hangs there."""
        one = self._offer or self._notice
        if one is None:
            return ""
        context = self._context
        return dates.sentence(dates.day_in_words(one.at.date(), context.today(), context.language))

    @Property(bool, notify=changed)
    def canAsk(self) -> bool:
        """Whether the portiere can put one in touch."""
        return self._offer is not None
