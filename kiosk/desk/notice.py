"""Notices of the space: what hangs on the board, a new one word by word, and taking one down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.controls import bidi, dates
from kiosk.controls.context import Context
from kiosk.controls.entry import TextEntry
from kiosk.desk.gate import asks_pin
from kiosk.desk.listing import Listing
from sync.clock import ROME, instant, local, stamp
from sync.rows import pick
from sync.terminal.views import NoticeView

QML_IMPORT_NAME = "kiosk.desk"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

MAX_TITLE, MAX_TEXT = 60, 240
"""Characters: what is read in passing."""
DAYS = {"oggi": 0, "domani": 1, "settimana": 7}
"""How many days after today a notice still hangs."""
WEEK = "settimana"


@dataclass(frozen=True, slots=True)
class HangingRow:
    """A notice on the board of this space."""

    key: str
    title: str
    text: str
    until: str


@QmlElement
class NoticeModel(QObject):
    """The steps: list, title, text, look (how long, how urgent, and how it will look)."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._listing = Listing(context, HangingRow, self)
        self._taken: dict[str, Any] | None = None
        self._words = {"title": TextEntry.of_words(MAX_TITLE, self), "text": TextEntry.of_words(MAX_TEXT, self)}
        self._begin()

    def _begin(self) -> None:
        self._step = "list"
        for entry in self._words.values():
            entry.clear()
        self._until, self._urgent = WEEK, False

    def enter(self, _key: str) -> None:
        """Shows what hangs on the board."""
        self._begin()
        self._taken = None
        self._listing.say("")
        self.refresh()
        asks_pin(self._context)

    def wipe(self) -> None:
        """The desk is locked: what was being written is gone."""
        self._begin()
        self._taken = None
        self._listing.wipe()
        self.changed.emit()

    def refresh(self) -> None:
        """Reads the board again."""
        own = [one for one in self._context.terminal.projection.notices() if one.own]
        self._listing.show([self._row(one) for one in own])
        self.changed.emit()

    def _row(self, one: NoticeView) -> HangingRow:
        context = self._context
        until = ""
        if one.until:
            last = (local(instant(one.until)) - timedelta(seconds=1)).date()
            near = dates.near_day(last, context.today(), context.language)
            until = translate("Notice", "Si vede fino a: %1").replace("%1", near)
        parts = [translate("Notice", "Urgente") if one.urgent else "", until]
        return HangingRow(one.id, context.text(one.title), context.text(one.text), bidi.joined(parts))

    # -- what a tap does ---------------------------------------------------------------------------

    @Slot()
    def write(self) -> None:
        """A new one."""
        self._begin()
        self._step = "title"
        self._listing.say("")
        self.changed.emit()

    @Slot()
    def proceed(self) -> None:
        """What was asked for is there."""
        if self._step in self._words and self._words[self._step].whole:
            self._step = "text" if self._step == "title" else "look"
        self.changed.emit()

    @Slot()
    def stepBack(self) -> None:
        """One step back; what was written stays until one is back at the list."""
        self._step = {"look": "text", "text": "title"}.get(self._step, "list")
        self.changed.emit()

    @Slot(str)
    def choose(self, until: str) -> None:
        """How long it hangs."""
        self._until = until if until in DAYS else self._until
        self.changed.emit()

    @Slot()
    def toggleUrgent(self) -> None:
        """Urgent, or not."""
        self._urgent = not self._urgent
        self.changed.emit()

    @Slot()
    def post(self) -> None:
        """Puts it up."""
        if self._step != "look":
            return
        day = self._context.today() + timedelta(days=DAYS[self._until] + 1)
        end = datetime.combine(day, time(), ROME)
        body = {"until": stamp(end), **{name: entry.whole for name, entry in self._words.items()}}
        if self._say("notice", {**body, **({"urgent": True} if self._urgent else {})}):
            self._taken = None
            self._begin()
            self._listing.say(translate("Notice", "Affisso: si vede già in bacheca."))
        self.refresh()

    @Slot(str)
    def take(self, notice: str) -> None:
        """Takes one down."""
        one = next((one for one in self._context.terminal.projection.notices() if one.own and one.id == notice), None)
        if one is not None and self._say("notice_remove", {"notice": notice}):
            was = {"title": pick(one.title, "it")[0], "text": pick(one.text, "it")[0], "until": one.until}
            self._taken = {name: value for name, value in {**was, "urgent": one.urgent}.items() if value}
            self._listing.say(translate("Notice", "Tolto: %1").replace("%1", self._context.text(one.title)))
        self.refresh()

    @Slot()
    def putBack(self) -> None:
        """It was the wrong one: hangs it up again."""
        if self._taken is not None and self._say("notice", self._taken):
            self._taken = None
            self._listing.say(translate("Notice", "Affisso: si vede già in bacheca."))
        self.refresh()

    def _say(self, kind: str, body: dict[str, Any]) -> bool:
        said = partial(self._context.terminal.say, kind, body, by=self._listing.by)
        return self._listing.named and self._context.record(said) is not None

    # -- what QML sees -----------------------------------------------------------------------------

    @Property(QObject, notify=changed)
    def listing(self) -> QObject:
        """What hangs on the board of this space."""
        return self._listing

    @Property(str, notify=changed)
    def step(self) -> str:
        """Where one is."""
        return self._step

    @Property(QObject, notify=changed)
    def title(self) -> QObject:
        """The title as far as it is written."""
        return self._words["title"]

    @Property(QObject, notify=changed)
    def text(self) -> QObject:
        """The text as far as it is written."""
        return self._words["text"]

    @Property(str, notify=changed)
    def until(self) -> str:
        """How long it hangs: oggi, domani or settimana."""
        return self._until

    @Property(bool, notify=changed)
    def urgent(self) -> bool:
        """Whether it is urgent."""
        return self._urgent

    @Property(bool, notify=changed)
    def canPutBack(self) -> bool:
        """Whether one was taken down a moment ago."""
        return self._taken is not None
