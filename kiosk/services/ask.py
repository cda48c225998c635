"""Asking for something: who, and then how the request stands. And a note for the neighbours' board."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.controls.context import Context
from kiosk.controls.entry import TextEntry
from kiosk.services.who import WhoEntry
from sync.terminal.offering import RequestView
from sync.terminal.views import CardView

QML_IMPORT_NAME = "kiosk.services"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

ALREADY = "="
"""Before a request's id: it was there before."""
WITHDRAWN = "ritirata"
OFFER, SEARCH = "offro", "cerco"
MAX_NOTE = 60
"""Characters of a note: what is written on this terminal is short."""


def title_of(context: Context, key: str) -> str:
    """What a request is about, in words; empty where it is gone."""
    return context.text(context.terminal.projection.titles().get(key, {}))


@QmlElement
class AskModel(QObject):
    """Who asks for the thing that the key names: a service, a product, an opening, or a neighbour's offer."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._who = WhoEntry(context.eye, self)
        self._key = ""

    def enter(self, key: str) -> None:
        """Asks who it is, or asks at once for the holder of the card that was read."""
        self._key = key
        self._who.forget()
        self.refresh()
        card = self._context.session.card
        if card is not None and self.title:
            self._send(card=card.number)

    def wipe(self) -> None:
        """Forgets who was asking."""
        self._key = ""
        self._who.forget()
        self.changed.emit()

    def refresh(self) -> None:
        """It may be gone by now."""
        self.changed.emit()

    def card_read(self, card: CardView) -> None:
        """The scanner read a card."""
        if self.title:
            self._send(card=card.number)

    @Slot()
    def confirm(self) -> None:
        """The number is complete, or the name."""
        if self._who.naming:
            if self._who.named:
                self._send(name=self._who.named)
            return
        card = self._who.entry.read(self._context.terminal)
        if card is not None:
            self._context.use_card(card)
            self._send(card=card.number)

    def _send(self, *, card: str | None = None, name: str | None = None) -> None:
        asked = self._open_of(card)
        if asked is not None:
            self._context.navigate.emit("service.done", ALREADY + asked.id)
            return
        made = self._context.record(partial(self._context.terminal.ask, self._key, card=card, name=name))
        if made is not None:
            self._who.forget()
            self._context.navigate.emit("service.done", made)

    def _open_of(self, card: str | None) -> RequestView | None:
        """The same person has asked for the same, and nobody has answered yet."""
        if card is None:
            return None
        asked = self._context.terminal.projection.requests()
        return next((one for one in asked if one.card == card and one.service == self._key and one.open), None)

    @Property(QObject, notify=changed)
    def who(self) -> QObject:
        """The number or name that is being typed."""
        return self._who

    @Property(str, notify=changed)
    def title(self) -> str:
        """What is asked for."""
        return title_of(self._context, self._key) if self._key else ""


@QmlElement
class AnswerModel(QObject):
    """A request that was just made, by its id: that it is saved, and a way back."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._key = ""
        self._already = False
        self._one: RequestView | None = None

    def enter(self, key: str) -> None:
        """Shows a request."""
        self._already = key.startswith(ALREADY)
        self._key = key.removeprefix(ALREADY)
        self.refresh()

    def wipe(self) -> None:
        """Forgets whose it was."""
        self._key, self._one = "", None
        self.changed.emit()

    def refresh(self) -> None:
        """Looks at it again."""
        asked = self._context.terminal.projection.requests() if self._key else ()
        self._one = next((one for one in asked if one.id == self._key), None)
        self.changed.emit()

    @Slot()
    def undo(self) -> None:
        """The person does not want it after all."""
        if self.canUndo:
            self._already = False
            self._context.record(partial(self._context.terminal.close_request, self._key, WITHDRAWN))
            self.refresh()

    @Property(bool, notify=changed)
    def canUndo(self) -> bool:
        """Whether one can still take it back."""
        return self._one is not None and self._one.open

    @Property(str, notify=changed)
    def headline(self) -> str:
        """What happened."""
        if not self.canUndo:
            answered = self._one is not None and self._one.outcome != WITHDRAWN
            return translate("Ask", "Richiesta chiusa.") if answered else translate("Ask", "Richiesta annullata.")
        return translate("Ask", "L'hai già chiesto.") if self._already else translate("Ask", "Richiesta salvata.")

    @Property(str, notify=changed)
    def meaning(self) -> str:
        """What it means, and what to do."""
        one = self._one
        if one is None or one.outcome == WITHDRAWN:
            return translate("Ask", "Non serve fare altro.")
        if not one.open:
            return translate("Ask", "Il portiere ha risposto. Passa al banco.")
        if one.kind == "opening":
            return translate("Ask", "Chi segue le candidature la legge e ti fa sapere. Chiedi al portiere.")
        if one.kind == "offer":
            return translate("Ask", "Il portiere vi mette in contatto. Passa al banco.")
        return translate("Ask", "Il portiere la legge e ti risponde. Passa al banco.")

    @Property(str, notify=changed)
    def title(self) -> str:
        """What was asked for."""
        return title_of(self._context, self._one.service) if self._one else ""


@QmlElement
class NoteModel(QObject):
    """A note for the neighbours' board: what it offers or looks for, in a few words; who; and that it is saved."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._who = WhoEntry(context.eye, self)
        self._note = TextEntry.of_words(MAX_NOTE, self)
        self._forget()

    def _forget(self) -> None:
        self._what, self._step = OFFER, "write"
        self._note.clear()
        self._who.forget()

    def enter(self, key: str) -> None:
        """Starts a note that offers or looks for something, as the key says."""
        self._forget()
        self._what = SEARCH if key == SEARCH else OFFER
        self.refresh()

    def wipe(self) -> None:
        """Forgets what was written, and by whom."""
        self._forget()
        self.changed.emit()

    def refresh(self) -> None:
        """Another language, perhaps."""
        self.changed.emit()

    def card_read(self, card: CardView) -> None:
        """The scanner read a card: it says who, once the note is written."""
        self._context.use_card(card)
        if self._step == "who":
            self._send(card=card.number)

    @Slot()
    def proceed(self) -> None:
        """The note is written: who is it?"""
        if self._note.ready:
            card = self._context.session.card
            self._step = "who"
            if card is not None:
                self._send(card=card.number)
            self.changed.emit()

    @Slot()
    def confirm(self) -> None:
        """The number is complete, or the name."""
        if self._who.naming:
            if self._who.named:
                self._send(name=self._who.named)
            return
        card = self._who.entry.read(self._context.terminal)
        if card is not None:
            self._context.use_card(card)
            self._send(card=card.number)

    def _send(self, *, card: str | None = None, name: str | None = None) -> None:
        send = partial(self._context.terminal.offer, self._what, self._note.whole, card=card, name=name)
        if self._context.record(send) is not None:
            self._note.clear()
            self._who.forget()
            self._step = "done"
        self.changed.emit()

    # -- what QML sees -----------------------------------------------------------------------------

    @Property(QObject, notify=changed)
    def who(self) -> QObject:
        """The number or name that is being typed."""
        return self._who

    @Property(str, notify=changed)
    def step(self) -> str:
        """write, who or done."""
        return self._step

    @Property(str, notify=changed)
    def what(self) -> str:
        """``offro`` or ``cerco``."""
        return self._what

    @Property(QObject, notify=changed)
    def note(self) -> QObject:
        """The note as far as it is written."""
        return self._note
