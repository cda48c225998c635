"""A scanner that is held over a card reads it again and again: all that is one showing of it."""

from __future__ import annotations

SAME_CODE_MS = 1_000
"""The same code within this time of its last reading is still the same showing."""


class Repeats:
    """Remembers the code that was read last."""

    def __init__(self) -> None:
        self._text, self._at_ms = "", 0

    def fresh(self, text: str, at_ms: int) -> bool:
        """Whether a code is shown anew.

        Args:
            text: the code.
            at_ms: the monotonic clock, in milliseconds.
        """
        again = text == self._text and at_ms - self._at_ms < SAME_CODE_MS
        self._text, self._at_ms = text, at_ms
        return not again
