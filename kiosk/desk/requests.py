"""Who asked for what: the open requests of the space, and closing one with its outcome.

Names are shown only where a PIN opened the desk. Work that takes several stages is followed in the office.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.controls import bidi, dates
from kiosk.controls.context import Context
from kiosk.controls.rows import RowsModel
from kiosk.controls.stages import outcome, stage
from kiosk.desk import labels
from kiosk.desk.listing import Listing
from sync.number import grouped
from sync.stages import OUTCOMES, kind_of
from sync.terminal.offering import RequestView

QML_IMPORT_NAME = "kiosk.desk"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class AskedRow:
    """An open request."""

    key: str
    title: str
    who: str
    when: str


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """How a request can end."""

    key: str
    name: str
    selected: bool


@QmlElement
class RequestsModel(QObject):
    """The open requests; with a key, one of them and its ends."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._listing = Listing(context, AskedRow, self)
        self._outcomes: RowsModel[OutcomeRow] = RowsModel(OutcomeRow, self)
        self._one: RequestView | None = None
        self._key, self._outcome = "", ""

    def enter(self, key: str) -> None:
        """Shows the list, or one request."""
        self._key, self._outcome = key, ""
        self._listing.say("")
        self.refresh()

    def wipe(self) -> None:
        """The desk is locked: nobody's name stays."""
        self._key, self._outcome = "", ""
        self._one = None
        self._listing.wipe()
        self._outcomes.replace([])
        self.changed.emit()

    def refresh(self) -> None:
        """Reads the requests again."""
        asked = [one for one in self._context.terminal.projection.requests() if one.open]
        self._one = next((one for one in asked if one.id == self._key), None)
        self._listing.show([AskedRow(one.id, self._title(one), self._who(one), self._when(one)) for one in asked])
        ends = OUTCOMES[kind_of(self._one.kind)] if self._one else ()
        self._outcomes.replace([OutcomeRow(code, outcome(code), code == self._outcome) for code in ends])
        self.changed.emit()

    def _title(self, one: RequestView) -> str:
        title = self._context.text(self._context.terminal.projection.titles().get(one.service, {}))
        return title or labels.reason_names([one.service], labels.reasons(self._context))

    def _who(self, one: RequestView) -> str:
        named = self._listing.named
        who = one.name or (grouped(one.card) if one.card else "")
        parts = [who if named else "", one.text if named else "", "" if one.stage == "received" else stage(one.stage)]
        if one.pending:
            parts.append(translate("Requests", "da inviare"))
        return bidi.joined(parts)

    def _when(self, one: RequestView) -> str:
        day = dates.near_day(one.at.date(), self._context.today(), self._context.language)
        return f"{day}\n{dates.clock(one.at)}"

    @Slot(str)
    def choose(self, code: str) -> None:
        """How it ended."""
        self._outcome = code
        self.refresh()

    @Slot()
    def close(self) -> None:
        """Closes the request."""
        by = self._listing.by
        if self._one is None or not self._outcome or by is None:
            return
        close = partial(self._context.terminal.close_request, self._one.id, self._outcome, by=by)
        said = bidi.joined((self._title(self._one), outcome(self._outcome)))
        before = self._context.terminal.projection.requests()
        self._context.record(close)
        if self._context.terminal.projection.requests() != before:
            self._key, self._outcome = "", ""
            self._listing.say(said)
        self.refresh()

    # -- what QML sees -----------------------------------------------------------------------------

    @Property(QObject, notify=changed)
    def listing(self) -> QObject:
        """The open requests, the newest first."""
        return self._listing

    @Property(QObject, notify=changed)
    def outcomes(self) -> QObject:
        """How the chosen one can end."""
        return self._outcomes

    @Property(bool, notify=changed)
    def choosing(self) -> bool:
        """Whether a request has to be chosen first."""
        return self._one is None

    @Property(str, notify=changed)
    def title(self) -> str:
        """What the chosen one is about."""
        return self._title(self._one) if self._one else ""

    @Property(str, notify=changed)
    def detail(self) -> str:
        """Who asked for it, and when."""
        if self._one is None:
            return ""
        return bidi.joined((self._who(self._one), self._when(self._one).replace("\n", ", ")))

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether an outcome is chosen."""
        return bool(self._outcome)
