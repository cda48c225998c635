"""What this space offers, as a list; and one service, product or opening: what, when, for whom, how to have it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.controls import dates
from kiosk.controls.context import Context
from kiosk.controls.counts import counted
from kiosk.controls.rows import RowsModel
from sync.rows import pick
from sync.terminal.offering import ServiceView

QML_IMPORT_NAME = "kiosk.services"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

HERE = ("service", "product")
"""Kinds on the list; openings stand on the board."""


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """Something that one can have here."""

    key: str
    section: str
    title: str
    detail: str
    price: str


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact of a service: a label and what it says."""

    label: str
    text: str


@QmlElement
class ServicesModel(QObject):
    """The list, under the headings that the office gave."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: RowsModel[ServiceRow] = RowsModel(ServiceRow, self)

    def enter(self, key: str) -> None:
        """Shows the list."""
        self.refresh()

    def wipe(self) -> None:
        """Nothing here is anybody's."""

    def refresh(self) -> None:
        """Reads what is offered again."""
        text = self._context.text
        offered = self._context.terminal.projection.services()
        self._rows.replace(
            [
                ServiceRow(
                    one.id, text(one.group) or _kind(one.kind), text(one.title), text(one.hours), text(one.price)
                )
                for one in offered
                if one.kind in HERE
            ]
        )
        self.changed.emit()

    @Property(QObject, notify=changed)
    def rows(self) -> QObject:
        """What is offered."""
        return self._rows

    @Property(str, notify=changed)
    def title(self) -> str:
        """What the screen is called, by what the space does first."""
        if self._context.space().area == 3:
            return translate("Services", "Prodotti e servizi")
        return translate("Services", "Servizi")

    @Property(str, notify=changed)
    def empty(self) -> str:
        """What is said where nothing is offered."""
        return "" if len(self._rows) else translate("Services", "Qui non ci sono ancora servizi.")


def _kind(kind: str) -> str:
    """The heading of what the office gave none."""
    return translate("Services", "Prodotti") if kind == "product" else translate("Services", "Servizi")


@QmlElement
class ServiceModel(QObject):
    """One service, product or opening, by its id."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._key = ""
        self._one: ServiceView | None = None
        self._facts: RowsModel[FactLine] = RowsModel(FactLine, self)

    def enter(self, key: str) -> None:
        """Shows one."""
        self._key = key
        self.refresh()

    def wipe(self) -> None:
        """Forgets what somebody was reading."""
        self._key = ""
        self._one = None
        self._facts.replace([])
        self.changed.emit()

    def refresh(self) -> None:
        """Reads it again: it may be gone by now."""
        offered = self._context.terminal.projection.services() if self._key else ()
        self._one = next((one for one in offered if one.id == self._key), None)
        self._facts.replace(self._lines(self._one) if self._one else [])
        self.changed.emit()

    def _lines(self, one: ServiceView) -> list[FactLine]:
        text, language = self._context.text, self._context.language
        places = "" if one.places is None else counted.seats(one.places)
        last = dates.long_day((one.until - timedelta(seconds=1)).date(), language) if one.until else ""
        lines = [
            FactLine(translate("Services", "Quando"), text(one.hours)),
            FactLine(translate("Services", "Costo"), "" if one.kind == "opening" else text(one.price)),
            FactLine(translate("Services", "Paga"), text(one.price) if one.kind == "opening" else ""),
            FactLine(translate("Services", "Per chi"), text(one.who)),
            FactLine(translate("Services", "Posti"), places),
            FactLine(translate("Services", "Fino a"), last),
            FactLine(translate("Services", "Contatto"), one.contact),
        ]
        return [line for line in lines if line.text]

    # -- what QML sees -----------------------------------------------------------------------------

    @Property(QObject, notify=changed)
    def facts(self) -> QObject:
        """When, at what cost, for whom, where to ask."""
        return self._facts

    @Property(str, notify=changed)
    def key(self) -> str:
        """Which one."""
        return self._key

    @Property(str, notify=changed)
    def title(self) -> str:
        """Its name."""
        return self._context.text(self._one.title) if self._one else translate("Services", "Questo qui non c'è più.")

    @Property(str, notify=changed)
    def text(self) -> str:
        """What it is."""
        if self._one is None:
            return translate("Services", "Torna indietro e scegli altro, oppure chiedi al portiere.")
        return self._context.text(self._one.text)

    @Property(str, notify=changed)
    def original(self) -> str:
        """Says so where the words are in Italian because nobody translated them."""
        if self._one is None or self._context.language == "it":
            return ""
        used = pick(self._one.text or self._one.title, self._context.language)[1]
        return translate("Services", "Testo in italiano.") if used == "it" else ""

    @Property(bool, notify=changed)
    def canAsk(self) -> bool:
        """Whether one asks for it here."""
        return self._one is not None and self._one.ask

    @Property(str, notify=changed)
    def askLabel(self) -> str:
        """The main button."""
        kind = self._one.kind if self._one else ""
        if kind == "opening":
            return translate("Services", "Candidati")
        return translate("Services", "Ordina") if kind == "product" else translate("Services", "Chiedi")

    @Property(str, notify=changed)
    def askHint(self) -> str:
        """What happens after the main button, or how to have it without one."""
        if self._one is None:
            return ""
        if not self._one.ask:
            return translate("Services", "Non serve chiedere prima: vieni e basta.")
        if self._context.session.card is not None:
            return translate("Services", "Tessera letta: tocca e hai finito.")
        return translate("Services", "Con la tessera, oppure con il tuo nome. Il portiere ti risponde qui.")

    @Property(str, notify=changed)
    def address(self) -> str:
        """The public address; empty where the space has none."""
        web = self._context.space().web.rstrip("/")
        return f"{web}/spaces/{self._one.space}/services" if self._one and web else ""
