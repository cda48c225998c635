"""*Tessere*: who has one, a new one on the spot, another for one that is lost, and one taken out of use.

All of it works without a network: the fact is on disk before the card is shown, and the card can be shown again. Names
need the PIN, so all of this does.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.controls import bidi
from kiosk.controls.context import Context
from kiosk.controls.slips import Slips
from kiosk.desk.finder import Finder
from kiosk.desk.gate import asks_pin
from kiosk.desk.listing import Listing
from kiosk.desk.newcard import NewCard
from kiosk.desk.rows import MemberRow, member_row
from sync.number import grouped
from sync.terminal.members import MemberView, find, members
from sync.terminal.views import CardView

if TYPE_CHECKING:
    from kiosk.devices.slip import Slip

QML_IMPORT_NAME = "kiosk.desk"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@QmlElement
class CardsModel(QObject):
    """The list; a new card (`NewCard`); one card with what can be done about it. The key is a card's number."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._listing = Listing(context, MemberRow, self)
        self._new = NewCard(self)
        self._new.changed.connect(self.changed)
        self._finder = Finder(context, self)
        self.slips = Slips(context, self)
        self.slips.changed.connect(self.changed)
        self._forget()

    def _forget(self) -> None:
        self._one: MemberView | None = None
        self._asked, self._way = "", "card"
        self._finding = False
        self._text = self._page = ""
        self._new.begin("")
        self.slips.forget()

    def enter(self, key: str) -> None:
        """Shows who has a card, or one card. Whoever has but a badge is asked for the PIN first."""
        self._forget()
        self._listing.say("")
        if not asks_pin(self._context) and key:
            self.open(key)
        self.refresh()

    def wipe(self) -> None:
        """The desk is locked: nobody's name stays."""
        self._forget()
        self._finder.begin()
        self._listing.wipe()
        self.changed.emit()

    def refresh(self) -> None:
        """Reads the members again."""
        everybody = members(self._context.terminal.projection) if self._listing.named else ()
        self._listing.show([member_row(one) for one in everybody])
        self._finder.refresh()
        self.changed.emit()

    def card_read(self, card: CardView) -> None:
        """Somebody shows a card: whose it is."""
        self.open(card.number)

    # -- what a tap does ---------------------------------------------------------------------------

    @Slot()
    def make(self) -> None:
        """A new card."""
        if self._listing.named:
            self._forget()
            self._listing.say("")
            self._new.begin("name")

    @Slot()
    def find(self) -> None:
        """Somebody's card is looked for."""
        if self._listing.named:
            self._forget()
            self._listing.say("")
            self._finding = True
            self._finder.begin()
            self.changed.emit()

    @Slot()
    def issue(self) -> None:
        """What is needed is filled in: makes the card and shows it."""
        from sync.terminal import cards

        self._state(partial(cards.issue, self._context.terminal, **self._new.values(), by=self._listing.by))

    @Slot(str)
    def open(self, number: str) -> None:
        """One card."""
        from sync.terminal import cards

        terminal = self._context.terminal
        one = find(terminal.projection, number) if self._listing.named else None
        if one is None or not one.active:
            return
        finding = self._finding
        self._forget()
        self._one, self._finding = one, finding
        if cards.made_here(terminal, number):
            self._text = cards.text_of(terminal, number)
        self._page = cards.page_of(terminal, number)
        self._way = "card" if self._text else "page"
        self.changed.emit()

    @Slot()
    def close(self) -> None:
        """Back: from a question to the card, from the card to the list, one step of a new card."""
        if self._asked:
            self._asked = ""
        elif self._new.property("step"):
            self._new.stepBack()
        elif self._finding and self._one is not None:  # back to what was typed
            self._forget()
            self._finding = True
        else:
            self._forget()
        self.refresh()

    @Slot(str)
    def show(self, way: str) -> None:
        """The other code: ``card`` or ``page``."""
        self._way = way
        self.changed.emit()

    @Slot()
    def saw(self) -> None:
        """A document of the person was seen."""
        from sync.terminal import cards

        one = self._one
        if one is not None and self._listing.named:
            self._context.record(partial(cards.saw, self._context.terminal, one.number, by=self._listing.by))
            self.open(one.number)
        self.refresh()

    @Slot(str)
    def ask(self, what: str) -> None:
        """Asks whether it is meant: ``lost`` or ``revoke``."""
        self._asked = what
        self.changed.emit()

    @Slot()
    def confirm(self) -> None:
        """It is meant."""
        from sync.terminal import cards

        one, asked, by = self._one, self._asked, self._listing.by
        if one is None or not self._listing.named:
            return
        if asked == "lost":
            self._state(partial(cards.reissue, self._context.terminal, one.number, by=by))
        elif asked == "revoke":
            said = partial(self._said, partial(cards.revoke, self._context.terminal, one.number, by=by))
            if self._context.record(said) is not None:
                self._forget()
                self._listing.say(translate("Cards", "Tessera bloccata: %1").replace("%1", one.name))
            self.refresh()

    def _said(self, state: Callable[[], None]) -> bool:
        state()
        return True

    def _state(self, state: Callable[[], str]) -> None:
        """States a fact that makes a card, and shows the card."""
        from sync.terminal.cards import CardsError

        if not self._listing.named:
            return
        try:
            number = self._context.record(state)
        except CardsError as error:
            self._context.said.emit(_sentence(error.reason))
            return
        if number is not None:
            self.open(number)
        self.refresh()

    @Slot()
    def printSlip(self) -> None:
        """Has the card printed on a slip."""
        if self._one is not None and self._text:
            self.slips.print(self._slip(self._one))

    def _slip(self, one: MemberView) -> Slip:
        from kiosk.controls.qr import matrix
        from kiosk.devices.slip import Paragraph, Slip

        above = (Paragraph(self._context.space().name), Paragraph(one.name, "strong"))
        mine = Paragraph(translate("Cards", "La tua tessera"), "small", bidi.mirrored())
        below = (Paragraph(grouped(one.number), "title"), mine)
        return Slip(above, tuple(tuple(row) for row in matrix(self._text)), below)

    # -- what QML sees -----------------------------------------------------------------------------

    @Property(QObject, notify=changed)
    def listing(self) -> QObject:
        """Who has a card."""
        return self._listing

    @Property(QObject, notify=changed)
    def fresh(self) -> QObject:
        """The card that is being made."""
        return self._new

    @Property(QObject, notify=changed)
    def finder(self) -> QObject:
        """Who is looked for."""
        return self._finder

    @Property(str, notify=changed)
    def step(self) -> str:
        """list, find, a step of a new card (name, look, contact), card, or ask."""
        if self._asked:
            return "ask"
        if self._one is not None:
            return "card"
        return str(self._new.property("step")) or ("find" if self._finding else "list")

    @Property(str, notify=changed)
    def name(self) -> str:
        """Whose card is shown."""
        return self._one.name if self._one else ""

    @Property(str, notify=changed)
    def key(self) -> str:
        """The card's number, for other screens."""
        return self._one.number if self._one else ""

    @Property(str, notify=changed)
    def number(self) -> str:
        """Its number, in groups."""
        return grouped(self._one.number) if self._one else ""

    @Property(bool, notify=changed)
    def unseen(self) -> bool:
        """Whether nobody has seen a document of theirs yet."""
        return self._one is not None and not self._one.seen

    @Property(bool, notify=changed)
    def doubled(self) -> bool:
        """Whether the card was shown in two spaces at once: somebody may have a copy."""
        return self._one is not None and self._one.doubled

    @Property(str, notify=changed)
    def asked(self) -> str:
        """What is asked: lost or revoke."""
        return self._asked

    @Property(str, notify=changed)
    def way(self) -> str:
        """Which code is shown: card or page."""
        return self._way

    @Property(str, notify=changed)
    def code(self) -> str:
        """The text of that code; "" where there is none."""
        return self._text if self._way == "card" else self._page

    @Property(bool, notify=changed)
    def both(self) -> bool:
        """Whether there are two codes to choose from."""
        return bool(self._text and self._page)

    @Property(bool, notify=changed)
    def canPrint(self) -> bool:
        """Whether there is a printer, and a card of this terminal's to print."""
        return self.slips.there and bool(self._text)

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether the slip is on its way out."""
        return self.slips.busy

    @Property(bool, notify=changed)
    def printed(self) -> bool:
        """Whether the last slip is out."""
        return self.slips.outcome == "printed"

    @Property(str, notify=changed)
    def told(self) -> str:
        """How the slip came out, as a sentence."""
        done = translate("Cards", "Fatto: prendi la tessera dalla stampante.")
        return self.slips.told(done, translate("Cards", "La tessera è salva."))


def _sentence(reason: str) -> str:
    if reason == "no_lane":
        return translate("Cards", "Questo terminale non può ancora fare tessere: serve la rete una volta.")
    return translate("Cards", "Questa tessera non è più attiva.")
