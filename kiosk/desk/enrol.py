"""Signing somebody up at the desk: an activity, who, how many.

Who has no card is a name, and how to reach them if they wish; who has one is read, or comes here from their card. A
name is a name: this part of the desk needs the PIN, and forgets what was typed as soon as it is recorded.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.controls import bidi, dates
from kiosk.controls.context import Context
from kiosk.controls.counts import counted
from kiosk.controls.entry import TextEntry
from kiosk.controls.rows import RowsModel
from kiosk.desk import names
from kiosk.desk.contact import ContactEntry
from kiosk.desk.gate import asks_pin
from sync.terminal.clashes import clash
from sync.terminal.views import CardView, OccurrenceView, SignUp

QML_IMPORT_NAME = "kiosk.desk"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

MAX_NAME = 40
"""Characters: a first name and an initial are enough to find somebody on the list."""
MAX_PEOPLE = 10
OF_CARD = "card:"
MAX_ROWS = 60
"""Coming occurrences that are listed."""


@dataclass(frozen=True, slots=True)
class ComingRow:
    """An activity that one can sign up for."""

    key: str
    title: str
    time: str
    seats: str


@dataclass(frozen=True, slots=True)
class Answer:
    """How it came out. `tone`: good is final, open is still to be decided, off did not happen."""

    tone: str = ""
    headline: str = ""
    detail: str = ""


@QmlElement
class EnrolModel(QObject):
    """The list of what one can sign up for; with a key, the name for that occurrence."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: RowsModel[ComingRow] = RowsModel(ComingRow, self)
        self._one: OccurrenceView | None = None
        self._contact = ContactEntry(self)
        self._contact.changed.connect(self.changed)
        self._name = TextEntry.of_name(MAX_NAME, self)
        self._name.changed.connect(self._typed)
        self._card = ""
        self._forget("")

    def _forget(self, key: str) -> None:
        self._key = key
        self._reaching = False
        self._contact.begin()
        self._people = 1
        self._full = False
        self._clash: OccurrenceView | None = None
        self._answer = Answer()
        self._name.clear()

    def enter(self, key: str) -> None:
        """Shows the list, for a card (``card:`` and its number) or for whoever; with an occurrence, asks who.

        Whoever has but a badge is asked for the PIN first.
        """
        self._forget("" if key.startswith(OF_CARD) else key)
        if not self._key:
            self._card = key.removeprefix(OF_CARD)
        self.refresh()
        asks_pin(self._context)

    def card_read(self, card: CardView) -> None:
        """Somebody shows a card: it is they who sign up."""
        self._card = card.number
        self._contact.begin()
        self._reaching = False
        self._answer = Answer()
        self.changed.emit()

    def wipe(self) -> None:
        """Forgets who was being signed up."""
        self._card = ""
        self._forget("")
        self._one = None
        self._rows.replace([])
        self.changed.emit()

    def refresh(self) -> None:
        """Reads the programme again."""
        context = self._context
        projection = context.terminal.projection
        self._one = projection.occurrence(self._key) if self._key else None
        today = context.today()
        now = [o for o in projection.agenda(today, today) if o.start <= context.now() < o.ends()]
        coming = [o for o in (*now, *projection.coming(context.now(), limit=MAX_ROWS)) if o.signup and not o.cancelled]
        self._rows.replace([self._row(o) for o in coming])
        self.changed.emit()

    def _row(self, one: OccurrenceView) -> ComingRow:
        day = dates.near_day(one.start.date(), self._context.today(), self._context.language)
        seats = "" if one.seats is None else counted.seats(one.seats.left)
        if one.seats is not None and not one.seats.left:
            seats = translate("Enrol", "posti finiti")
        return ComingRow(one.id, self._context.text(one.title), f"{day}\n{dates.clock(one.start)}", seats)

    # -- the name -----------------------------------------------------------------------------------

    def _typed(self) -> None:
        """Somebody else is being written: how it came out before is over."""
        self._answer = Answer()
        self.changed.emit()

    @Slot()
    def more(self) -> None:
        """One person more."""
        self._people = min(MAX_PEOPLE, self._people + 1)
        self.changed.emit()

    @Slot()
    def fewer(self) -> None:
        """One person fewer."""
        self._people = max(1, self._people - 1)
        self.changed.emit()

    @Slot()
    def askContact(self) -> None:
        """The person leaves a number or an address."""
        self._reaching = True
        self.changed.emit()

    @Slot()
    def closeContact(self) -> None:
        """Back to the name; what is half written is left out."""
        self._contact.leave()
        self._reaching = False
        self.changed.emit()

    @Slot()
    def confirm(self) -> None:
        """Signs up."""
        self._book(waiting=False)

    @Slot()
    def wait(self) -> None:
        """No seat is left: onto the waiting list."""
        self._book(waiting=True)

    @Slot()
    def bookAnyway(self) -> None:
        """Two things at the same hour, and both are wanted."""
        self._book(waiting=False, anyway=True)

    def _book(self, *, waiting: bool, anyway: bool = False) -> None:
        from sync.terminal.signing_up import SignUpError

        staff = self._context.session.staff
        if staff is None or not self._context.session.named or not self.ready:
            return
        name, card = (None, self._card) if self._card else (self._name.whole, None)
        sign_up = partial(
            self._context.terminal.sign_up, self._key, card=card, name=name, contact=self._contact.value,
            people=self._people, by=staff.id, waiting=waiting,
        )  # fmt: skip
        self._full = False
        self._clash = None
        if not (anyway or waiting):
            self._clash = clash(self._context.terminal.projection, self._key, card=card, name=name)
        if self._clash is not None:  # said, not forbidden
            self.changed.emit()
            return
        try:
            done = self._context.record(sign_up)
        except SignUpError as error:
            self._full = str(error.reason) == "no_seats"
            if not self._full:
                self._answer = Answer(
                    "off", translate("Enrol", "Per questa attività non si può più iscrivere nessuno.")
                )
        else:
            if done is not None:
                answer = self._answer_of(done, self._who())
                self._card, self._people = "", 1
                self._contact.begin()
                self._name.clear()
                self._answer = answer
        self.changed.emit()

    def _who(self) -> str:
        return names.member(self._card, self._context.terminal.projection) if self._card else self._name.whole

    def _answer_of(self, done: SignUp, name: str) -> Answer:
        detail = bidi.joined((name, counted.people(self._people)))
        if done.already:
            return Answer("open", translate("Enrol", "È già in lista per questa attività."), name)
        if done.state == "final":
            return Answer("good", translate("Enrol", "Iscrizione fatta."), detail)
        if done.state == "waiting":
            return Answer("open", translate("Enrol", "In lista d'attesa."), detail)
        return Answer("open", translate("Enrol", "Richiesta ricevuta: la conferma arriva con la rete."), detail)

    # -- what QML sees ------------------------------------------------------------------------------

    @Property(QObject, notify=changed)
    def rows(self) -> QObject:
        """What one can sign up for."""
        return self._rows

    @Property(bool, notify=changed)
    def choosing(self) -> bool:
        """Whether an activity has to be chosen first."""
        return self._one is None

    @Property(str, notify=changed)
    def title(self) -> str:
        """The chosen activity, with its day."""
        if self._one is None:
            return ""
        day = dates.day_in_words(self._one.start.date(), self._context.today(), self._context.language)
        when = f"{day}{bidi.comma()}{dates.clock(self._one.start)}"
        return bidi.joined((self._context.text(self._one.title), when))

    @Property(QObject, notify=changed)
    def name(self) -> QObject:
        """The name as far as it is written."""
        return self._name

    @Property(str, notify=changed)
    def holder(self) -> str:
        """Whose card it is, where there is one."""
        return self._who() if self._card else ""

    @Property(bool, notify=changed)
    def known(self) -> bool:
        """Whether it is somebody with a card: no name is written then."""
        return bool(self._card)

    @Property(bool, notify=changed)
    def reaching(self) -> bool:
        """Whether the person is saying how to reach them."""
        return self._reaching

    @Property(QObject, notify=changed)
    def contact(self) -> QObject:
        """How to reach the person."""
        return self._contact

    @Property(int, notify=changed)
    def people(self) -> int:
        """For how many."""
        return self._people

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether there is somebody."""
        return bool(self._card or self._name.whole)

    @Property(bool, notify=changed)
    def full(self) -> bool:
        """Whether somebody has to say if the waiting list will do."""
        return self._full

    @Property(str, notify=changed)
    def clash(self) -> str:
        """What somebody of this name is signed up for at the same time; empty for nothing, or once that was said."""
        if self._clash is None:
            return ""
        words = translate("Enrol", "Alle %1 c'è già %2 in: %3").replace("%1", dates.clock(self._clash.start))
        return words.replace("%2", self._who()).replace("%3", self._context.text(self._clash.title))

    @Property(bool, notify=changed)
    def asks(self) -> bool:
        """Whether something has to be decided first."""
        return self._full or self._clash is not None

    @Property(str, notify=changed)
    def tone(self) -> str:
        """good, open or off; empty before."""
        return self._answer.tone

    @Property(str, notify=changed)
    def headline(self) -> str:
        """How it came out."""
        return self._answer.headline

    @Property(str, notify=changed)
    def detail(self) -> str:
        """Who, and how many."""
        return self._answer.detail

    @Property(str, notify=changed)
    def empty(self) -> str:
        """What is said where nothing can be signed up for."""
        return "" if len(self._rows) else translate("Enrol", "Adesso non ci sono attività con iscrizione.")
