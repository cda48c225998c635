"""A scanner that types like a keyboard (a "wedge"): a burst of keys, much faster than any person, up to Enter or Tab.

The filter sees every key of the window. It keeps the characters that follow each other closely; Enter or Tab ends a
code XX
Characters are read from the keys' codes (`kiosk.devices.keys`), so that the layout of the system does not matter; what
the system wrote is kept beside them, for scanners that were set to that layout.
"""

from __future__ import annotations

import os
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from kiosk.devices import keys
from kiosk.devices.affixes import Affixes
from kiosk.devices.burst import PAUSE_MS, Burst

ENDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
X_OFFSET = 8
"""By how much the codes of X11 and of Wayland's keymaps are above Linux's."""
REPEAT_MS = 10
"""The same key again after less is a scanner's: no keyboard repeats as fast. Qt takes a key that goes up and down
within one millisecond for one that is held.
"""
TYPED_AFTER_MS = 120
"""Without another character for so long, what was typed is a person's: three times a slow scanner's pace."""
BACK = "\b"
"""Takes the last character back."""
_MASK = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


def without_input_method() -> None:
    """Has keys come as they are; called before the application is made.

    An input method takes dead keys and ligatures out of a burst before the window sees them: a German layout's makes of
    ``+`` and the next character one. Nobody writes on the terminal with one; Qt's own keyboard on the screen stays.
    """
    os.environ.pop("QT_IM_MODULES", None)
    if os.environ.get("QT_IM_MODULE") != "qtvirtualkeyboard":
        os.environ["QT_IM_MODULE"] = "none"


class Wedge(QObject):
    """The event filter of one window. Implements `devices.protocols.Scanner`.

    Attributes:
        affixes: what the scanner adds to each code.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.affixes = Affixes()
        self._burst = Burst()
        self._number = keys.AltNumber()
        self._ended_ms: int | None = None
        self._callbacks: list[Callable[[str], None]] = []
        self._writes: Callable[[], bool] = lambda: False
        self._write: Callable[[str], None] = lambda _text: None
        self._pause = QTimer(self, singleShot=True, interval=TYPED_AFTER_MS)
        self._pause.timeout.connect(self._typed)

    def on_typed(self, wanted: Callable[[], bool], write: Callable[[str], None]) -> None:
        """Whom to hand what a person types, while `wanted`; `BACK` takes a character back."""
        self._writes, self._write = wanted, write

    def _typed(self) -> None:
        self._pause.stop()
        text = self._burst.typed()
        if text and self._writes():
            self._write(text)

    def on_code(self, callback: Callable[[str], None]) -> None:
        """Whom to call for each code."""
        self._callbacks.append(callback)

    def present(self) -> bool:
        """A wedge cannot be told from a keyboard, so it is taken to be there."""
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's: every event of the window."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.KeyPress:
            return self._end(event) if event.key() in ENDS else self._press(event)
        if event.type() == QEvent.Type.KeyRelease and _code(event) in keys.ALTS:
            typed = self._number.end()
            if typed:
                self._burst.key(typed, event.timestamp())
        return False

    def _end(self, event: QKeyEvent) -> bool:
        """Enter or Tab: returns whether it was the scanner's. Of two at once neither presses anything."""
        at_ms = event.timestamp()
        second = self._ended_ms is not None and 0 <= at_ms - self._ended_ms <= PAUSE_MS
        running = self._burst.running(at_ms)
        self._pause.stop()
        taken, typed = self._burst.told, self._burst.typed()
        code = self._burst.end(at_ms)
        # What was taken for a person's, and is the beginning of a code after all, is taken back.
        if self._writes() and (text := typed if code is None else BACK * taken):
            self._write(text)
        if running:
            self._ended_ms = at_ms
        if code is not None:
            code = self.affixes.off(code)
            for callback in self._callbacks:
                callback(code)
        # The end of a burst that was no code presses nothing either.
        return running or second

    def _press(self, event: QKeyEvent) -> bool:
        code, modifiers = _code(event), event.modifiers()
        if modifiers & Qt.KeyboardModifier.AltModifier:
            return self._number.key(code)
        if modifiers & _MASK:
            return False
        if event.key() == Qt.Key.Key_Backspace and self._writes():
            self._typed()
            self._write(BACK)
            return True
        written = event.text() if event.text().isprintable() else ""
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        # Without Num Lock the keypad moves the focus: there the system knows better what was meant.
        keyed = written if keys.keypad(code) else keys.character(code, shift=shift) or written
        if not keyed:
            return False
        if event.isAutoRepeat() and not self._burst.follows(event.timestamp(), REPEAT_MS):
            return True  # a hand that rests on a key
        if not self._burst.follows(event.timestamp(), PAUSE_MS + 1):
            self._typed()  # of what came before the pause, where nobody has looked yet
        self._burst.key(keyed, event.timestamp(), written)
        if self._writes():
            self._pause.start()
            return True
        # A space is how somebody with a keyboard presses what has the focus; a code has one in its middle at most.
        return keyed != " " or self._burst.running(event.timestamp())


def _code(event: QKeyEvent) -> int:
    """Linux's code of a key; below 1 where the platform does not tell."""
    return event.nativeScanCode() - X_OFFSET
