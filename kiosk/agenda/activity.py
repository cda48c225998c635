"""One activity: its facts at a glance, whether one can sign up, and its public address for the phone."""

from __future__ import annotations

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.agenda import words
from kiosk.agenda.words import FactRow
from kiosk.controls import dates
from kiosk.controls.context import Context
from kiosk.controls.rows import RowsModel
from sync.rows import pick
from sync.terminal.views import OccurrenceView

QML_IMPORT_NAME = "kiosk.agenda"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate


@QmlElement
class ActivityModel(QObject):
    """One occurrence of an activity, by its id."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._key = ""
        self._one: OccurrenceView | None = None
        self._facts: RowsModel[FactRow] = RowsModel(FactRow, self)

    def enter(self, key: str) -> None:
        """Shows an occurrence."""
        self._key = key
        self.refresh()

    def wipe(self) -> None:
        """Forgets what somebody was reading."""
        self._key = ""
        self._one = None
        self._facts.replace([])
        self.changed.emit()

    def refresh(self) -> None:
        """Looks at the programme again: it may be cancelled, moved or full by now."""
        context = self._context
        self._one = context.terminal.projection.occurrence(self._key) if self._key else None
        online = context.connection().online
        self._facts.replace(words.facts(context, self._one, online=online) if self._one else [])
        self.changed.emit()

    @property
    def _over(self) -> bool:
        return self._one is not None and self._one.ends() <= self._context.now()

    @Property(QObject, notify=changed)
    def facts(self) -> QObject:
        """When, where, for whom, at what cost."""
        return self._facts

    @Property(str, notify=changed)
    def key(self) -> str:
        """The occurrence."""
        return self._key

    @Property(str, notify=changed)
    def title(self) -> str:
        """Its name."""
        return (
            self._context.text(self._one.title) if self._one else translate("Activity", "Questa attività non c'è più")
        )

    @Property(str, notify=changed)
    def description(self) -> str:
        """What it is about."""
        if self._one is None:
            return translate("Activity", "Torna indietro e scegline un'altra.")
        return self._context.text(self._one.description) or self._context.text(self._one.summary)

    @Property(str, notify=changed)
    def original(self) -> str:
        """Says so where the description is in Italian because nobody translated it."""
        if self._one is None or self._context.language == "it":
            return ""
        texts = self._one.description if any(self._one.description.values()) else self._one.summary
        used = pick(texts, self._context.language)[1]
        return translate("Activity", "Testo in italiano.") if used == "it" else ""

    @Property(str, notify=changed)
    def change(self) -> str:
        """A change of plan, as a headline."""
        one = self._one
        if one is None:
            return ""
        if one.cancelled:
            return translate("Activity", "Annullato: questa volta non si fa.")
        if one.moved_from is not None and one.moved_from != one.start:
            before = f"{dates.long_day(one.moved_from.date(), self._context.language)}, {dates.clock(one.moved_from)}"
            return translate("Activity", "Spostato: era %1.").replace("%1", before)
        return translate("Activity", "È già finita.") if self._over else ""

    @Property(str, notify=changed)
    def reason(self) -> str:
        """Why the plan changed, where somebody said."""
        return self._one.reason if self._one else ""

    @Property(bool, notify=changed)
    def canSignUp(self) -> bool:
        """Whether a place, or one on the waiting list, can be had here and now."""
        one = self._one
        return one is not None and one.signup and not one.cancelled and not self._over

    @Property(str, notify=changed)
    def signUpHint(self) -> str:
        """What happens after the main button."""
        if self._context.session.card is not None:
            return translate("Activity", "Tessera letta: tocca Iscriviti e hai finito.")
        return translate("Activity", "Iscriviti con la tessera, con il telefono o al banco: scegli nel passo dopo.")

    @Property(str, notify=changed)
    def address(self) -> str:
        """The public address; empty where the space has none, and then nothing can be taken along."""
        web = self._context.space().web.rstrip("/")
        return f"{web}/activities/{self._one.activity}" if self._one and web else ""
