"""Reads an activity aloud, one utterance after the other; stops when somebody says so, leaves or is wiped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QCoreApplication, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.agenda.spoken import Utterance, spoken
from kiosk.controls.context import Context
from kiosk.devices.speech import open_voice
from sync.terminal.views import OccurrenceView

if TYPE_CHECKING:
    from kiosk.devices.protocols import Voice

QML_IMPORT_NAME = "kiosk.agenda"
QML_IMPORT_MAJOR_VERSION = 1

OTHER = "en"
"""What is offered where there is no voice in the language of the screen."""
translate = QCoreApplication.translate


@QmlElement
class Reader(QObject):
    """What *Ascolta* does.

    Attributes:
        voice: None where the terminal has none.
    """

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._one: OccurrenceView | None = None
        self._wanted = ""
        self._left: list[Utterance] = []
        self._speaking = False
        self.voice: Voice | None = None
        self.use(open_voice(context.terminal.folder, self))

    def use(self, voice: Voice | None) -> None:
        """Speaks with this voice from now on."""
        self.voice = voice
        if voice is not None:
            voice.on_done(self._next)
        self.changed.emit()

    def show(self, one: OccurrenceView | None, wanted: str) -> None:
        """What would be read, and the language that its texts are wanted in."""
        if one is None or self._one is None or one.id != self._one.id or wanted != self._wanted:
            self.stop()
        self._one, self._wanted = one, wanted
        self.changed.emit()

    def _language(self) -> str:
        """The language that is spoken; "" for none."""
        voices = self.voice.languages() if self.voice is not None else frozenset()
        return next((code for code in (self._wanted, OTHER) if code.split("-")[0] in voices), "")

    @Property(bool, notify=changed)
    def present(self) -> bool:
        """Whether there is something to read, and a voice for it."""
        return self._one is not None and bool(self._language())

    @Property(bool, notify=changed)
    def speaking(self) -> bool:
        """Whether it is being read."""
        return self._speaking

    @Property(str, notify=changed)
    def hint(self) -> str:
        """What will be heard."""
        if self._language() == self._wanted:
            return translate("Reader", "leggi ad alta voce")
        return translate("Reader", "in inglese: in questa lingua non c'è una voce")

    @Slot()
    def start(self) -> None:
        """Reads from the beginning."""
        self.stop()
        if self._one is None or self.voice is None:
            return
        language, voices = self._language(), self.voice.languages()
        parts = spoken(self._context, self._one, language)
        # A text in a language without a voice would be noise.
        self._left = [part for part in parts if part.language.split("-")[0] in voices]
        self._next()

    @Slot()
    def stop(self) -> None:
        """Is silent at once."""
        self._left = []
        if self._speaking and self.voice is not None:
            self._speak(False)
            self.voice.stop()
            self.changed.emit()

    def _next(self) -> None:
        if self.voice is None:
            return
        if self._left:
            part = self._left.pop(0)
            self._speak(True)
            self.voice.say(part.text, part.language)
        else:
            self._speak(False)
        self.changed.emit()

    def _speak(self, speaking: bool) -> None:
        self._speaking = self._context.listening = speaking
