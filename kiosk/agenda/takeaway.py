"""What one takes along of an activity: its page, a calendar entry, a slip of paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.agenda import words
from kiosk.agenda.calendar_entry import calendar_entry
from kiosk.controls import bidi
from kiosk.controls.context import Context
from kiosk.controls.qr import matrix
from kiosk.controls.slips import Slips
from sync.rows import pick
from sync.terminal.views import OccurrenceView

if TYPE_CHECKING:
    from kiosk.devices.slip import Paragraph, Slip

QML_IMPORT_NAME = "kiosk.agenda"
QML_IMPORT_MAJOR_VERSION = 1

RIGHT_TO_LEFT = frozenset({"ar"})
translate = QCoreApplication.translate


@QmlElement
class TakeawayModel(QObject):
    """One occurrence, as a phone or a pocket takes it: one code at a time, or a phone would take either of two."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._key = ""
        self._one: OccurrenceView | None = None
        self._way = ""
        self.slips = Slips(context, self)
        self.slips.changed.connect(self.changed)

    def enter(self, key: str) -> None:
        """Shows what there is of an occurrence; its page first, which always says how things stand."""
        self.wipe()
        self._key = key
        self.refresh()

    def wipe(self) -> None:
        """Forgets what somebody took along; a slip that is being printed comes out."""
        self._key, self._way = "", ""
        self._one = None
        self.slips.forget()
        self.changed.emit()

    def refresh(self) -> None:
        """Looks at the programme again."""
        self._one = self._context.terminal.projection.occurrence(self._key) if self._key else None
        self.changed.emit()

    @Slot(str)
    def choose(self, way: str) -> None:
        """Shows the other code: ``page`` or ``calendar``."""
        self._way = way
        self.changed.emit()

    # -- codes ---------------------------------------------------------------------------------

    @Property(str, notify=changed)
    def title(self) -> str:
        """What it is about."""
        if self._one is None:
            return translate("Activity", "Questa attività non c'è più")
        return self._context.text(self._one.title)

    @Property(str, notify=changed)
    def when(self) -> str:
        """Day and hours of this time."""
        return words.when(self._context, self._one).split("\n", 1)[0] if self._one else ""

    @Property(str, notify=changed)
    def address(self) -> str:
        """The public address; empty where the space has none."""
        return self._address()

    def _address(self) -> str:
        web = self._context.space().web.rstrip("/")
        return f"{web}/activities/{self._one.activity}" if self._one and web else ""

    @Property(str, notify=changed)
    def entry(self) -> str:
        """The calendar entry; empty for what does not take place."""
        return self._entry()

    def _entry(self) -> str:
        one = self._one
        if one is None or one.cancelled:
            return ""
        return calendar_entry(self._context.text(one.title), one.start, one.end, all_day=one.all_day, place=_place(one))

    @Property(str, notify=changed)
    def way(self) -> str:
        """Which code is shown: ``page``, ``calendar``, or none where there is neither."""
        return self._shown()[0]

    @Property(str, notify=changed)
    def code(self) -> str:
        """The text of the code that is shown."""
        return self._shown()[1]

    def _shown(self) -> tuple[str, str]:
        here = {way: text for way, text in (("page", self._address()), ("calendar", self._entry())) if text}
        way = self._way if self._way in here else next(iter(here), "")
        return way, here.get(way, "")

    # -- the slip --------------------------------------------------------------------------------

    @Property(bool, notify=changed)
    def canPrint(self) -> bool:
        """Whether a printer is configured, and there is something to print."""
        return self.slips.there and self._one is not None

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        """Whether the slip is on its way out."""
        return self.slips.busy

    @Property(str, notify=changed)
    def told(self) -> str:
        """How the last slip came out, as a sentence."""
        done = translate("Takeaway", "Fatto: prendi il foglietto dalla stampante.")
        if self.slips.outcome and self._signed_up():
            return self.slips.told(done, translate("Takeaway", "La tua iscrizione è salva."))
        return self.slips.told(done, translate("Takeaway", "Usa il codice, o chiedi al portiere."))

    @Property(bool, notify=changed)
    def printed(self) -> bool:
        """Whether the last slip is out."""
        return self.slips.outcome == "printed"

    @Slot()
    def printSlip(self) -> None:
        """Has a slip printed, once at a time."""
        if self._one is not None:
            self.slips.print(self._composed(self._one))

    def _signed_up(self) -> bool:
        """Whether the person before the terminal, by their card, is signed up for this."""
        card = self._context.session.card
        return card is not None and (
            self._context.terminal.projection.booking_of_card(self._key, card.number) is not None
        )

    def _composed(self, one: OccurrenceView) -> Slip:
        from kiosk.devices.slip import Slip

        context = self._context
        lines = [self._line(context.space().name, "body"), self._text(one.title, "title")]
        if one.cancelled:
            lines.append(self._line(translate("Activity", "Annullato: questa volta non si fa."), "strong"))
        lines.append(self._line(words.when(context, one), "strong"))
        lines.append(self._line(_place(one)))
        lines.append(self._text(one.access))
        if one.signup and not one.cancelled:
            lines.append(self._line(translate("Takeaway", "Per partecipare ci si iscrive.")))
        code: tuple[tuple[bool, ...], ...] = ()
        below = []
        address = self._address()
        if address:
            code = tuple(tuple(row) for row in matrix(address))
            below.append(self._line(address, "small"))
        return Slip(tuple(line for line in lines if line.text), code, tuple(below))

    def _line(self, text: str, kind: str = "body") -> Paragraph:
        from kiosk.devices.slip import Paragraph

        return Paragraph(text, kind, self._context.language in RIGHT_TO_LEFT)

    def _text(self, texts: dict[str, str], kind: str = "body") -> Paragraph:
        from kiosk.devices.slip import Paragraph

        text, language = pick(texts, self._context.language)
        return Paragraph(text, kind, language in RIGHT_TO_LEFT)


def _place(one: OccurrenceView) -> str:
    """Room and address, for somebody who is elsewhere by then."""
    parts = [one.venue, one.address if one.address != one.venue else ""]
    return bidi.comma().join(part for part in parts if part) or one.space_name
