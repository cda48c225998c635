"""*Consegne*: what the shift before leaves to this one, and what this one leaves to the next; also to the other spaces.

A note asks for no names and may hold one all the same: all of this needs the PIN.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.controls import bidi, dates
from kiosk.controls.context import Context
from kiosk.controls.entry import TextEntry
from kiosk.desk.listing import Listing
from sync.terminal import registers
from sync.terminal.registers import TO_ALL, HandoverView

QML_IMPORT_NAME = "kiosk.desk"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

WRITE = "write"
"""The key of the screen where a note is written."""
MAX_NOTE = 240
"""Characters: what is typed on the screen's own keys is short."""
MAX_ROWS = 100


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note. `news`: when this space ticked it off; `action`: to do that, or to open it again."""

    key: str
    text: str
    news: str
    about: str
    action: str


@QmlElement
class HandoverModel(QObject):
    """The notes for this desk; with the key `WRITE`, a new one."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._listing = Listing(context, NoteRow, self)
        self._note = TextEntry.of_words(MAX_NOTE, self)
        self._begin("")

    def _begin(self, key: str) -> None:
        self._writing, self._all, self._last = key == WRITE, False, ""
        self._note.clear()

    def enter(self, key: str) -> None:
        """Shows the notes, or writes one. Whoever has but a badge is asked for the PIN first."""
        self._begin(key)
        self._listing.say("")
        self.refresh()
        if self._listing.by is not None and not self._listing.named:
            self._context.navigate.emit("pin", self._listing.by)

    def wipe(self) -> None:
        """The desk is locked: no word stays."""
        self._begin("")
        self._listing.wipe()
        self.changed.emit()

    def refresh(self) -> None:
        """Reads the notes again."""
        found = registers.handovers(self._context.terminal.projection) if self._listing.named else ()
        staff = {one.id: one.name for one in self._context.terminal.staff()} if found else {}
        self._listing.show([self._row(one, staff) for one in found[:MAX_ROWS]])
        self.changed.emit()

    def _row(self, one: HandoverView, staff: dict[str, str]) -> NoteRow:
        context = self._context
        parts = [staff.get(one.by or "", ""), self._when(one.at)]
        if one.space != context.terminal.space:
            parts.insert(0, context.space(one.space).name or one.space)
        elif one.to == TO_ALL:
            parts.append(translate("Handover", "a tutti gli spazi"))
        if one.pending:
            parts.append(translate("Handover", "da inviare"))
        news = translate("Handover", "Fatto %1").replace("%1", self._when(one.done)) if one.done else ""
        action = translate("Handover", "Riapri") if one.done else translate("Handover", "Fatto")
        return NoteRow(one.id, one.text, news, bidi.joined(parts), action)

    def _when(self, at: datetime) -> str:
        day = dates.near_day(at.date(), self._context.today(), self._context.language)
        return f"{day}{bidi.comma()}{dates.clock(at)}"

    # -- what a tap does ---------------------------------------------------------------------------

    @Slot(str)
    def tap(self, note: str) -> None:
        """This space has done what a note asks for; or it has not after all."""
        known = registers.handovers(self._context.terminal.projection) if self._listing.named else ()
        one = next((one for one in known if one.id == note), None)
        if one is not None:
            self._state(note, done=one.done is None)

    @Slot()
    def undo(self) -> None:
        """Opens again the note that was ticked off last."""
        if self._last:
            self._state(self._last, done=False)

    def _state(self, note: str, *, done: bool) -> None:
        say = registers.tick_note if done else registers.untick_note
        if self._context.record(partial(say, self._context.terminal, note, by=self._listing.by)) is not None:
            self._last = note if done else ""
            self._listing.say("")
        self.refresh()

    @Slot()
    def toAll(self) -> None:
        """Also for the other spaces, or for this one alone."""
        self._all = not self._all
        self.changed.emit()

    @Slot()
    def leave(self) -> None:
        """The note is written: the next shift finds it."""
        if not (self._note.ready and self._listing.named):
            return
        to = TO_ALL if self._all else "here"
        note = partial(registers.leave_note, self._context.terminal, self._note.whole, to=to, by=self._listing.by)
        if self._context.record(note) is not None:
            said = translate("Handover", "La trovano anche gli altri spazi.") if self._all else ""
            self._begin("")
            self._listing.say(said or translate("Handover", "La trova chi apre la portineria dopo di te."))
        self.refresh()

    # -- what QML sees -----------------------------------------------------------------------------

    @Property(QObject, notify=changed)
    def listing(self) -> QObject:
        """The notes: those that are open first, then the newest."""
        return self._listing

    @Property(bool, notify=changed)
    def ticked(self) -> bool:
        """Whether a note was ticked off just now."""
        return bool(self._last)

    @Property(bool, notify=changed)
    def writing(self) -> bool:
        """Whether a note is being written."""
        return self._writing

    @Property(QObject, notify=changed)
    def note(self) -> QObject:
        """The note as far as it is written."""
        return self._note

    @Property(bool, notify=changed)
    def everywhere(self) -> bool:
        """Whether it goes to the other spaces too."""
        return self._all
