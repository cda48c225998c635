"""A scanner that types like a keyboard (a "wedge"): a burst of keys, much faster than any person, that ends with Enter.

The filter sees every key of the window. It keeps the characters that follow each other closely; Enter ends a code
where their mean pace was a scanner's. A person's typing is slower and never adds up to one. Nothing on the terminal
is written with a keyboard of the person's own, so characters are kept from the screens; keys that move and press go
on to them.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

PAUSE_MS = 250
"""The longest pause inside a burst; a busy machine may hold a scanner's keys up for a moment."""
PACE_MS = 40.0
"""The mean time between a burst's characters. Scanners take 1 to 20 ms, slow ones 35; a fast typist 80 and more."""
MIN_CODE = 6
"""Characters; less is a slip of a hand on a keypad."""
MAX_CODE = 2048
"""Characters; a longer burst is no code of ours, and is dropped whole."""

ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Burst:
    """Collects characters with their times: the filter's arithmetic, without a window."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._first_ms = self._last_ms = 0

    def key(self, text: str, at_ms: int) -> None:
        """A character was typed."""
        if not self._text or not 0 <= at_ms - self._last_ms <= PAUSE_MS:
            self._text = []
            self._first_ms = at_ms
        self._last_ms = at_ms
        if len(self._text) <= MAX_CODE:
            self._text.append(text)

    def end(self, at_ms: int) -> str | None:
        """Enter was pressed.

        Returns:
            The code that it ends; None where it ends none: a person's Enter, too short a burst, or too long a one.
        """
        text, took_ms = "".join(self._text), at_ms - self._first_ms
        in_time = 0 <= at_ms - self._last_ms <= PAUSE_MS and took_ms <= PACE_MS * len(text)
        self._text = []
        return text if in_time and MIN_CODE <= len(text) <= MAX_CODE else None

    @property
    def running(self) -> bool:
        """Whether more than one character has come."""
        return len(self._text) > 1


class Wedge(QObject):
    """The event filter of one window. Implements `devices.protocols.Scanner`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._burst = Burst()
        self._callbacks: list[Callable[[str], None]] = []

    def on_code(self, callback: Callable[[str], None]) -> None:
        """Whom to call for each code."""
        self._callbacks.append(callback)

    def present(self) -> bool:
        """A wedge cannot be told from a keyboard, so it is taken to be there."""
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's: every event of the window."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        at_ms = event.timestamp()
        if event.key() in ENTERS:
            running = self._burst.running
            code = self._burst.end(at_ms)
            if code is not None:
                for callback in self._callbacks:
                    callback(code)
            # The end of a burst that was no code presses nothing either.
            return running
        text = event.text()
        if not text or not text.isprintable() or event.isAutoRepeat():
            return False
        self._burst.key(text, at_ms)
        # A space is how somebody with a keyboard presses what has the focus; a code has one in its middle at most.
        return text != " " or self._burst.running
