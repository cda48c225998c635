"""The holder's screen: what a card has signed up for, and how it came out. Only the holder's own, and no name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.controls import dates, stages
from kiosk.controls.context import Context
from kiosk.controls.number import NumberEntry
from kiosk.controls.rows import RowsModel
from kiosk.signup import outcome as words_of
from kiosk.signup.summary import summary

QML_IMPORT_NAME = "kiosk.signup"
QML_IMPORT_MAJOR_VERSION = 1


translate = QCoreApplication.translate

ANSWERED = timedelta(days=21)
"""How long after it was made a request that is closed is still shown to whoever made it."""


@dataclass(frozen=True, slots=True)
class SignedUpRow:
    """A sign-up or a request of the holder. `screen`: where a tap leads, with `about` as its key."""

    key: str
    screen: str
    about: str
    time: str
    title: str
    detail: str
    outcome: str


@QmlElement
class CardModel(QObject):
    """The card that was read, or the number that stands in for it."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._entry = NumberEntry(self)
        self._rows: RowsModel[SignedUpRow] = RowsModel(SignedUpRow, self)

    def enter(self, key: str) -> None:
        """Shows the holder's sign-ups, or asks for a card."""
        self._entry.clear()
        self.refresh()

    def wipe(self) -> None:
        """Forgets the holder."""
        self._entry.clear()
        self._rows.replace([])
        self.changed.emit()

    def refresh(self) -> None:
        """Reads the holder's sign-ups again."""
        card = self._context.session.card
        projection = self._context.terminal.projection
        now = self._context.now()
        rows = []
        for booking in projection.bookings() if card else ():
            if card is None or booking.card != card.number or booking.state == "cancelled":
                continue
            one = projection.occurrence(booking.occurrence)
            if one is not None and one.ends() > now:
                words = summary(self._context, one)
                day = one.start.date()
                near = dates.near_day(day, now.date(), self._context.language)
                hour = "" if one.all_day else f"\n{dates.clock(one.start)}"
                row = SignedUpRow(
                    f"booking.{booking.id}",
                    "signup.result",
                    booking.id,
                    near + hour,
                    words.title,
                    words.where,
                    words_of.short(booking.state),
                )
                rows.append((one.start, row))
        asked = self._asked(card.number) if card is not None else []
        self._rows.replace([row for _, row in sorted(rows, key=lambda pair: pair[0])] + asked)
        self.changed.emit()

    def _asked(self, number: str) -> list[SignedUpRow]:
        """What the holder asked for here: what is open, and what was answered lately."""
        context = self._context
        projection, today = context.terminal.projection, context.today()
        titles = projection.titles()
        rows = []
        for one in projection.requests():
            if one.card != number or not (one.open or today - one.at.date() <= ANSWERED):
                continue
            title = context.text(titles.get(one.service, {})) or one.service.replace("_", " ").capitalize()
            state = stages.stage(one.stage) if one.open else stages.outcome(one.outcome)
            near = dates.near_day(one.at.date(), today, context.language)
            detail = translate("Card", "Richiesta")
            rows.append(SignedUpRow(f"request.{one.id}", "service.done", f"={one.id}", near, title, detail, state))
        return rows

    @Slot()
    def confirm(self) -> None:
        """The number is complete."""
        card = self._entry.read(self._context.terminal)
        if card is not None:
            self._context.use_card(card)

    @Property(QObject, notify=changed)
    def eye(self) -> QObject:
        """The camera."""
        return self._context.eye

    @Property(QObject, notify=changed)
    def entry(self) -> QObject:
        """The number that is being typed."""
        return self._entry

    @Property(QObject, notify=changed)
    def rows(self) -> QObject:
        """The holder's sign-ups."""
        return self._rows

    @Property(bool, notify=changed)
    def known(self) -> bool:
        """Whether a card has been read."""
        return self._context.session.card is not None
