"""Search as one types: results at each key, or something to begin with where nothing is typed yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import Property, QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.agenda import choices, words
from kiosk.agenda.agenda import DAYS, EVERYWHERE
from kiosk.agenda.arrange import is_long
from kiosk.agenda.kinds import category_of
from kiosk.agenda.words import AgendaRow
from kiosk.controls.context import Context
from kiosk.controls.counts import counted
from kiosk.controls.rows import RowsModel
from sync.errors import StoreError
from sync.folding import MAX_QUERY, asked
from sync.terminal.search import Findings
from sync.terminal.views import OccurrenceView

QML_IMPORT_NAME = "kiosk.agenda"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

BACK = "\b"
MAX_SUGGESTED = 8
"""Categories that one can begin with."""
AGAIN_MS = 250
"""How often an index that is not complete yet is asked again."""
MAX_SHOWN = 40
"""Characters of a question that are repeated on the screen."""


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """A category to begin with. `key`: of the agenda of all spaces, narrowed to it."""

    key: str
    code: str
    label: str
    count: str


@QmlElement
class SearchModel(QObject):
    """What is typed, and what it finds in all spaces."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._text = ""
        self._found = Findings()
        self._failed = False
        self._rows: RowsModel[AgendaRow] = RowsModel(AgendaRow, self)
        self._suggestions: RowsModel[SuggestionRow] = RowsModel(SuggestionRow, self)
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._prepare)

    def enter(self, key: str) -> None:
        """Shows search; coming back from an activity, with what was typed."""
        self.refresh()
        self._again.start(0)

    def wipe(self) -> None:
        """Forgets what somebody looked for."""
        self._again.stop()
        self._text = ""
        self._found = Findings()
        self._rows.replace([])
        self.changed.emit()

    def refresh(self) -> None:
        """Asks again: the programme, the language or the minute may be another."""
        if not self._text:
            self._suggest()
        self._ask()

    def _suggest(self) -> None:
        """The categories of the coming days, by how much there is of each."""
        today = self._context.today()
        kinds: dict[str, int] = {}
        spelt: dict[str, str] = {}
        for text, count in self._context.terminal.projection.categories(
            today, today + timedelta(days=DAYS - 1)
        ).items():
            code = category_of(text)
            if code:
                kinds[code] = kinds.get(code, 0) + count
                spelt.setdefault(code, text)
        best = sorted(kinds, key=lambda code: (-kinds[code], code))[:MAX_SUGGESTED]
        self._suggestions.replace(
            [
                SuggestionRow(
                    f"{EVERYWHERE}:{code}", code, choices.name("category", code, spelt[code]),
                    counted.activities(kinds[code]),
                )
                for code in best
            ]
        )  # fmt: skip

    def _prepare(self) -> None:
        """Lets the index catch up, a little at a time, where nobody else does it; then asks again."""
        try:
            complete = self._context.terminal.search.prepare()
        except StoreError:  # the next letter tries again; what can be read is shown
            return
        if not complete:
            self._again.start(0 if self._working() else AGAIN_MS)
        elif not self._found.complete:
            self._ask()

    def _working(self) -> bool:
        """Whether this process does the work, rather than an engine."""
        return self._context.heard_online is None

    def _ask(self) -> None:
        try:
            self._found = self._context.terminal.search.find(self._text)
            self._failed = False
        except StoreError:
            self._found, self._failed = Findings(), True
        if not self._found.complete and not self._again.isActive():
            self._again.start(AGAIN_MS)
        context = self._context
        rows = [self._row(one, section) for one, section in self._by_day(self._found.titles)]
        elsewhere = translate("Search", "Trovate nel testo, nel luogo o per chi")
        rows += [words.found_row(context, one, section=elsewhere, dated=True) for one in self._found.others]
        self._rows.replace(rows)
        self.changed.emit()

    def _row(self, one: OccurrenceView, section: str) -> AgendaRow:
        return words.found_row(self._context, one, section=section, dated=False)

    def _by_day(self, found: tuple[OccurrenceView, ...]) -> list[tuple[OccurrenceView, str]]:
        """Each with the day that heads it; what lasts for days stands last."""
        today, language = self._context.today(), self._context.language
        heads = [
            (one, words.day_heading(max(one.start.date(), today), today, language)) for one in found if not is_long(one)
        ]
        long = translate("Agenda", "Per più giorni")
        return heads + [(one, long) for one in found if is_long(one)]

    # -- keys --------------------------------------------------------------------------------------

    @Slot(str)
    def add(self, text: str) -> None:
        """A key of the screen."""
        self._write((self._text + text.lower()).lstrip()[:MAX_QUERY])

    @Slot()
    def erase(self) -> None:
        """Takes the last character back."""
        self._write(self._text[:-1])

    @Slot()
    def clear(self) -> None:
        """Begins anew."""
        self._write("")

    def typed(self, text: str) -> None:
        """Somebody types on a keyboard."""
        held = self._text
        for sign in text:
            held = held[:-1] if sign == BACK else held + sign
        self._write(held.lstrip()[:MAX_QUERY])

    def _write(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.refresh()

    # -- what QML sees -----------------------------------------------------------------------------

    @Property(str, notify=changed)
    def text(self) -> str:
        """What is typed."""
        return self._text

    @Property(QObject, notify=changed)
    def rows(self) -> QObject:
        """What it finds."""
        return self._rows

    @Property(QObject, notify=changed)
    def suggestions(self) -> QObject:
        """Categories to begin with."""
        return self._suggestions

    @Property(bool, notify=changed)
    def begun(self) -> bool:
        """Whether there is anything to look for."""
        return bool(asked(self._text))

    @Property(str, notify=changed)
    def count(self) -> str:
        """How much was found."""
        if not self.begun or not len(self._found):
            return ""
        if self._found.more:
            return translate("Search", "Le prime %1: scrivi ancora una lettera").replace("%1", str(len(self._found)))
        return counted.activities(len(self._found))

    @Property(str, notify=changed)
    def empty(self) -> str:
        """What is said where nothing was found."""
        if not self.begun or len(self._found):
            return ""
        if self._failed:
            return translate("Search", "La ricerca è ferma.")
        if not self._found.complete:
            return translate("Search", "Sto preparando la ricerca…")
        shown = self._text.strip()
        if len(shown) > MAX_SHOWN:
            shown = shown[:MAX_SHOWN] + "…"
        return translate("Search", "Non trovo «%1».").replace("%1", shown)

    @Property(str, notify=changed)
    def hint(self) -> str:
        """What to do then."""
        if self._failed:
            return translate("Search", "Guarda la settimana o gli altri spazi, oppure chiedi al portiere.")
        if not self._found.complete:
            return translate("Search", "Ci vuole un momento: i risultati arrivano da soli.")
        return translate("Search", "Prova con una parola più corta, guarda gli altri spazi, oppure chiedi al portiere.")
