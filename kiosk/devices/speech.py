"""A voice that reads aloud: Qt's speech engines, such as speech-dispatcher with espeak-ng. An optional device.

It is named in devices.toml, ``[speech]`` with ``engine = "speechd"``; without that there is none, since a loudspeaker
in a shared room is for the space to decide. An engine that fails falls silent and is no voice any more.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Slot

from sync.errors import UsageError

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

    from kiosk.devices.protocols import Voice


def open_voice(folder: Path, parent: QObject | None = None) -> Voice | None:
    """The voice that a terminal's settings name; None where they name none, or it is not there."""
    from kiosk.devices.settings import load

    try:
        engine = load(folder).speech
    except UsageError:  # `kiosk self-test` says what is wrong with them
        return None
    if not engine:
        return None
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech
    except ImportError:  # a bundle without speech
        return None
    if engine not in QTextToSpeech.availableEngines():
        return None
    return QtVoice(QTextToSpeech(engine), parent)


class QtVoice(QObject):
    """A voice of Qt's. Implements `devices.protocols.Voice`."""

    def __init__(self, engine: QTextToSpeech, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        engine.setParent(self)
        self._done: Callable[[], None] = lambda: None
        self._saying = False
        engine.stateChanged.connect(self._changed)

    def languages(self) -> frozenset[str]:
        """The languages that it has voices for, as two-letter codes."""
        if self._failed():
            return frozenset()
        return frozenset(QLocale.languageToCode(locale.language()) for locale in self._engine.availableLocales())

    def say(self, text: str, language: str) -> None:
        """Says a text; calls back when it was said."""
        code = language.split("-", maxsplit=1)[0]
        for locale in self._engine.availableLocales():
            if QLocale.languageToCode(locale.language()) == code:
                self._engine.setLocale(locale)
                break
        self._saying = True
        self._engine.say(text)

    def stop(self) -> None:
        """Is silent at once; nobody is called back."""
        self._saying = False
        self._engine.stop()

    def on_done(self, call: Callable[[], None]) -> None:
        """Whom to call when a text was said."""
        self._done = call

    def _failed(self) -> bool:
        return self._engine.state() is type(self._engine).State.Error

    @Slot()
    def _changed(self) -> None:
        states = type(self._engine).State
        if self._saying and self._engine.state() in (states.Ready, states.Error):
            self._saying = False
            self._done()
