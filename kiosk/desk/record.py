"""The whole record of a drop-in, on request: one question after the other, one tap each; nothing is asked twice."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.controls import bidi, dates
from kiosk.controls.context import Context
from kiosk.controls.rows import RowsModel
from kiosk.desk import labels
from kiosk.desk.questions import Question, is_asked, questions
from sync.clock import local
from sync.details import UNSAID
from sync.terminal.views import DropInView

QML_IMPORT_NAME = "kiosk.desk"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


ALONE_UNCLEAR = ("mediation", "minutes")
"""Questions whose answers say nothing without them."""


@dataclass(frozen=True, slots=True)
class AnswerChoice:
    """An answer. `key`: its value as a text."""

    key: str
    name: str
    selected: bool


@QmlElement
class RecordModel(QObject):
    """A drop-in, named by the key, and the question that is asked now."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._answers: RowsModel[AnswerChoice] = RowsModel(AnswerChoice, self)
        self._one: DropInView | None = None
        self._key, self._field = "", ""
        self._asked: set[str] = set()

    def enter(self, key: str) -> None:
        """Begins with the first question that nobody has answered."""
        self._key, self._field, self._asked = key, "", set()
        self._look()
        self._field = self._next_unsaid()
        self.refresh()

    def wipe(self) -> None:
        """The desk is locked."""
        self._key, self._field, self._one, self._asked = "", "", None, set()
        self._answers.replace([])
        self.changed.emit()

    def refresh(self) -> None:
        """Reads the drop-in again."""
        self._look()
        one, now = self._question(), self._said().get(self._field)
        chosen = now is not None and (self._field in self._asked or now != UNSAID.get(self._field))
        self._answers.replace(
            [AnswerChoice(str(value), name, chosen and value == now) for value, name in one.answers] if one else []
        )
        self.changed.emit()

    def _look(self) -> None:
        found = self._context.terminal.projection.dropins(self._context.today())
        self._one = next((one for one in found if one.id == self._key), None)

    def _said(self) -> dict[str, Any]:
        return {**UNSAID, **(self._one.details if self._one else {})}

    def _sensible(self) -> list[Question]:
        said = self._said()
        return [one for one in questions() if is_asked(one.field, said)]

    def _question(self) -> Question | None:
        if self._one is None:
            return None
        return next((one for one in questions() if one.field == self._field), None)

    def _next_unsaid(self) -> str:
        """The next question, after the one that is asked, without an answer; "" when there is none left."""
        fields = [one.field for one in self._sensible()]
        after = fields[fields.index(self._field) + 1 :] if self._field in fields else fields
        details = self._one.details if self._one else {}
        return next((one for one in after if one not in details and one not in self._asked), "")

    # -- what a tap does ---------------------------------------------------------------------------

    @Slot(str)
    def answer(self, key: str) -> None:
        """Answers, and asks what is next; the same answer again takes it back and stays."""
        one = self._question()
        value = next((value for value, _ in one.answers if str(value) == key), None) if one else None
        if one is None or value is None:
            return
        before, unsaid = self._said()[one.field], UNSAID[one.field]
        if value == before and value != unsaid:
            self._amend(one.field, unsaid)
            return
        if value != before and not self._amend(one.field, value):
            return
        self._asked.add(one.field)
        self._field = self._next_unsaid()
        self.refresh()

    def _amend(self, field: str, value: Any) -> bool:
        staff = self._context.session.staff
        amend = partial(self._context.terminal.say, "dropin_amend", {"dropin": self._key, "changes": {field: value}})
        done = self._context.record(partial(amend, by=staff.id if staff else None))
        self.refresh()
        return done is not None

    @Slot()
    def skip(self) -> None:
        """Nobody knows: the next question."""
        self._asked.add(self._field)
        self._field = self._next_unsaid()
        self.refresh()

    @Slot()
    def before(self) -> None:
        """Back to the question before, answered or not."""
        fields = [one.field for one in self._sensible()]
        place = fields.index(self._field) if self._field in fields else len(fields)
        self._field = fields[max(0, place - 1)]
        self.refresh()

    # -- what QML sees -----------------------------------------------------------------------------

    @Property(QObject, notify=changed)
    def answers(self) -> QObject:
        """What can be answered."""
        return self._answers

    @Property(str, notify=changed)
    def question(self) -> str:
        """What is asked; empty when all has been asked."""
        one = self._question()
        return one.text if one else ""

    @Property(str, notify=changed)
    def progress(self) -> str:
        """``Domanda 3 di 9``."""
        fields = [one.field for one in self._sensible()]
        if self._field not in fields:
            return ""
        words = translate("Record", "Domanda %1 di %2").replace("%1", str(fields.index(self._field) + 1))
        return words.replace("%2", str(len(fields)))

    @Property(bool, notify=changed)
    def first(self) -> bool:
        """Whether there is no question before."""
        fields = [one.field for one in self._sensible()]
        return bool(fields) and fields[0] == self._field

    @Property(bool, notify=changed)
    def gone(self) -> bool:
        """Whether the drop-in was taken back meanwhile."""
        return self._one is None

    @Property(str, notify=changed)
    def about(self) -> str:
        """The drop-in in a line."""
        if self._one is None:
            return ""
        said = labels.dropin(self._one, labels.reasons(self._context))
        return bidi.joined((dates.clock(local(self._one.at)), said))

    @Property(str, notify=changed)
    def told(self) -> str:
        """All that was said of it."""
        said = self._one.details if self._one else {}
        names = [
            f"{one.text} {name}" if one.field in ALONE_UNCLEAR else name
            for one in self._sensible()
            for value, name in one.answers
            if one.field in said and value == said[one.field]
        ]
        return bidi.joined(names)
