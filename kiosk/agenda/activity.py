"""One activity: its facts at a glance, its text in its languages, whether one can sign up, other dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Property, QCoreApplication, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.agenda import recurrence, words
from kiosk.agenda.reader import Reader
from kiosk.agenda.words import FactRow
from kiosk.controls import bidi, dates
from kiosk.controls.context import Context
from kiosk.controls.rows import RowsModel
from sync.rows import pick
from sync.terminal.views import OccurrenceView, picture_place

QML_IMPORT_NAME = "kiosk.agenda"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

MAX_DATES = 3
"""Other dates that are offered."""
MAX_LANGUAGES = 6
"""Languages of the text that can be chosen."""


@dataclass(frozen=True, slots=True)
class DateRow:
    """Another time that the activity takes place."""

    key: str
    when: str
    note: str


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """A language that there is a text in."""

    code: str
    label: str
    selected: bool


@QmlElement
class ActivityModel(QObject):
    """One occurrence of an activity, by its id."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._key = ""
        self._reads = ""
        self._one: OccurrenceView | None = None
        self._facts: RowsModel[FactRow] = RowsModel(FactRow, self)
        self._dates: RowsModel[DateRow] = RowsModel(DateRow, self)
        self._languages: RowsModel[LanguageRow] = RowsModel(LanguageRow, self)
        self._reader = Reader(context, self)

    def enter(self, key: str) -> None:
        """Shows an occurrence, in the language of the screen."""
        if key != self._key:
            self._reads = ""
        self._key = key
        self.refresh()

    def wipe(self) -> None:
        """Forgets what somebody was reading."""
        self._key = self._reads = ""
        self._one = None
        for model in (self._facts, self._dates, self._languages):
            model.replace([])
        self._reader.show(None, "")
        self.changed.emit()

    def refresh(self) -> None:
        """Looks at the programme again: it may be cancelled, moved or full by now."""
        context = self._context
        self._one = context.terminal.projection.occurrence(self._key) if self._key else None
        online = context.connection().online
        self._facts.replace(words.facts(context, self._one, online=online) if self._one else [])
        self._dates.replace(self._others())
        self._languages.replace(self._texts())
        self._reader.show(self._one, self._reads or context.language)
        self.changed.emit()

    def _others(self) -> list[DateRow]:
        one, context = self._one, self._context
        if one is None:
            return []
        found = context.terminal.projection.series(one.activity, context.now(), limit=MAX_DATES + 4)
        others = [other for other in found if other.id != one.id and not other.cancelled][:MAX_DATES]
        return [
            DateRow(
                other.id, dates.short_day_and_month(other.start.date(), context.language),
                dates.clock(other.start) if not other.all_day else "",
            )
            for other in others
        ]  # fmt: skip

    def _texts(self) -> list[LanguageRow]:
        """The languages of its text, where there is a choice."""
        one = self._one
        if one is None:
            return []
        codes = dict.fromkeys(code for texts in self._read_texts(one) for code, text in texts.items() if text)
        if len(codes) < 2:
            return []
        reads = self._used(one)
        return [LanguageRow(code, words.autonym(code), code == reads) for code in list(codes)[:MAX_LANGUAGES]]

    @staticmethod
    def _read_texts(one: OccurrenceView) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """What is read in a chosen language: the title, and the description or else the summary."""
        return one.title, one.description if any(one.description.values()) else one.summary

    def _used(self, one: OccurrenceView) -> str:
        """The language that its text is shown in: of the description, or else of the title."""
        title, text = self._read_texts(one)
        return pick(text if any(text.values()) else title, self._reads or self._context.language)[1]

    @Slot(str)
    def read(self, code: str) -> None:
        """Shows the text in another language; the screen stays in its own."""
        self._reads = code
        self.refresh()

    @property
    def _over(self) -> bool:
        return self._one is not None and self._one.ends() <= self._context.now()

    # -- what QML sees -----------------------------------------------------------------------------

    @Property(QObject, notify=changed)
    def facts(self) -> QObject:
        """Where, for whom, at what cost."""
        return self._facts

    @Property(QObject, notify=changed)
    def dates(self) -> QObject:
        """Other times that it takes place."""
        return self._dates

    @Property(QObject, notify=changed)
    def languages(self) -> QObject:
        """Languages that its text can be read in; empty where there is no choice."""
        return self._languages

    @Property(Reader, notify=changed)
    def reader(self) -> Reader:
        """Reads it aloud."""
        return self._reader

    @Property(bool, notify=changed)
    def hasPicture(self) -> bool:
        """Whether it has a picture, here already or not."""
        return self._one is not None and self._one.picture is not None

    @Property(QUrl, notify=changed)
    def picture(self) -> QUrl:
        """Where its picture lies; empty until it is here."""
        one = self._one
        place = picture_place(self._context.terminal.pictures, one.picture) if one and one.picture else None
        return QUrl.fromLocalFile(str(place)) if place is not None and place.exists() else QUrl()

    @Property(str, notify=changed)
    def pictureAlt(self) -> str:
        """What is to be seen on it."""
        return self._context.text(self._one.picture.alt) if self._one and self._one.picture else ""

    @Property(float, notify=changed)
    def pictureRatio(self) -> float:
        """Its width by its height."""
        return self._one.picture.width / self._one.picture.height if self._one and self._one.picture else 1.6

    @Property(str, notify=changed)
    def key(self) -> str:
        """The occurrence."""
        return self._key

    @Property(str, notify=changed)
    def title(self) -> str:
        """Its name."""
        if self._one is None:
            return translate("Activity", "Questa attività non c'è più")
        return pick(self._one.title, self._reads or self._context.language)[0]

    @Property(str, notify=changed)
    def day(self) -> str:
        """On which day."""
        return words.day_line(self._context, self._one) if self._one else ""

    @Property(str, notify=changed)
    def hours(self) -> str:
        """At what hour."""
        return words.hours_line(self._one) if self._one else ""

    @Property(str, notify=changed)
    def again(self) -> str:
        """How it recurs."""
        one = self._one
        return recurrence.in_words(one.rrule, one.start, self._context.language) if one else ""

    @Property(str, notify=changed)
    def description(self) -> str:
        """What it is about."""
        if self._one is None:
            return translate("Activity", "Torna indietro e scegline un'altra.")
        return pick(self._read_texts(self._one)[1], self._reads or self._context.language)[0]

    @Property(str, notify=changed)
    def original(self) -> str:
        """Says in which language the text is, where it is not the one that the person reads."""
        one = self._one
        if one is None or not self.description:
            return ""
        used, wanted = self._used(one), self._reads or self._context.language
        if used.split("-", maxsplit=1)[0] == wanted.split("-", maxsplit=1)[0]:
            return ""
        if used == "it":
            return translate("Activity", "Testo in italiano")
        return translate("Activity", "Testo in questa lingua: %1").replace("%1", words.language_name(used))

    @Property(str, notify=changed)
    def change(self) -> str:
        """A change of plan, as a headline."""
        one = self._one
        if one is None:
            return ""
        if one.cancelled:
            return translate("Activity", "Annullato: questa volta non si fa.")
        if one.moved_from is not None and one.moved_from != one.start:
            day = dates.long_day(one.moved_from.date(), self._context.language)
            before = f"{day}{bidi.comma()}{dates.clock(one.moved_from)}"
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
        return translate("Activity", "Con la tessera, con il telefono o al banco: scegli nel passo dopo.")

    @Property(str, notify=changed)
    def address(self) -> str:
        """The public address; empty where the space has none, and then nothing can be taken along."""
        web = self._context.space().web.rstrip("/")
        return f"{web}/activities/{self._one.activity}" if self._one and web else ""
