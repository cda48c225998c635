"""What is asked for a new card: the name, then language, what helps the person, and how to reach them if they wish."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.controls.entry import TextEntry
from kiosk.controls.rows import RowsModel
from kiosk.desk.contact import ContactEntry
from kiosk.desk.questions import LANGUAGES

QML_IMPORT_NAME = "kiosk.desk"
QML_IMPORT_MAJOR_VERSION = 1

translate = QCoreApplication.translate

MAX_NAME = 40
ACCESS = ("large_text", "contrast", "low_reach", "speech")
BEFORE = {"look": "name", "contact": "look"}


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """Something to choose. `key`: its code."""

    key: str
    words: str
    chosen: bool


@QmlElement
class NewCard(QObject):
    """What is filled in, step by step: name, look, contact. It forgets everything when it begins."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._languages: RowsModel[ChoiceRow] = RowsModel(ChoiceRow, self)
        self._wishes: RowsModel[ChoiceRow] = RowsModel(ChoiceRow, self)
        self._contact = ContactEntry(self)
        self._contact.changed.connect(self.changed)
        self._name = TextEntry.of_name(MAX_NAME, self)
        self._name.changed.connect(self.changed)
        self.begin("")

    def begin(self, step: str) -> None:
        """Begins at a step; "" for none."""
        self._step, self._language = step, "it"
        self._name.clear()
        self._contact.begin()
        self._access: frozenset[str] = frozenset()
        self._tell()

    def _tell(self) -> None:
        wishes = {
            "large_text": translate("NewCard", "Testo grande"), "contrast": translate("NewCard", "Contrasto alto"),
            "low_reach": translate("NewCard", "Comandi in basso"), "speech": translate("NewCard", "Voce"),
        }  # fmt: skip
        self._languages.replace([ChoiceRow(code, name, code == self._language) for code, name in LANGUAGES.items()])
        self._wishes.replace([ChoiceRow(code, name, code in self._access) for code, name in wishes.items()])
        self.changed.emit()

    def values(self) -> dict[str, Any]:
        """What was filled in, as `sync.terminal.cards.issue` takes it."""
        given = {"name": self._name.whole, "language": self._language, "access": sorted(self._access)}
        return {**given, "contact": self._contact.value}

    @Slot(str)
    def choose(self, language: str) -> None:
        """The language that the person speaks best."""
        self._language = language if language in LANGUAGES else self._language
        self._tell()

    @Slot(str)
    def toggle(self, access: str) -> None:
        """Something helps the person, or does not."""
        self._access = self._access ^ ({access} & set(ACCESS))
        self._tell()

    @Slot()
    def proceed(self) -> None:
        """The name is there, or the contact."""
        if self.ready:
            self._step = "look"
        self.changed.emit()

    @Slot()
    def askContact(self) -> None:
        """The person leaves a number or an address."""
        self._step = "contact"
        self.changed.emit()

    @Slot()
    def stepBack(self) -> None:
        """One step back; what is half written is left out."""
        self._contact.leave()
        self._step = BEFORE.get(self._step, "")
        self.changed.emit()

    @Property(str, notify=changed)
    def step(self) -> str:
        """Where one is; "" where no card is being made."""
        return self._step

    @Property(QObject, notify=changed)
    def name(self) -> QObject:
        """The name as far as it is written."""
        return self._name

    @Property(QObject, notify=changed)
    def contact(self) -> QObject:
        """How to reach the person."""
        return self._contact

    @Property(bool, notify=changed)
    def ready(self) -> bool:
        """Whether one can go on."""
        return self._contact.value is not None if self._step == "contact" else bool(self._name.whole)

    @Property(QObject, notify=changed)
    def languages(self) -> QObject:
        """All languages, each under its own name."""
        return self._languages

    @Property(QObject, notify=changed)
    def wishes(self) -> QObject:
        """What helps people, and whether it was chosen."""
        return self._wishes
