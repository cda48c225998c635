"""A scanner's burst: characters that follow each other closely, up to the key that ends them. Pure arithmetic."""

from __future__ import annotations

import re

PAUSE_MS = 250
"""The longest pause inside a burst; a busy machine may hold a scanner's keys up for a moment."""
PACE_MS = 40.0
"""The mean time between a burst's characters. Scanners take 1 to 20 ms, slow ones 35; a fast typist 80 and more."""
MIN_CODE = 6
"""Characters; less is a slip of a hand on a keypad."""
MAX_CODE = 2048
"""Characters; a longer burst is no code of ours, and is dropped whole."""

_OURS = re.compile(r"QC[A-Z][0-9]:|^[0-9]+$")


class Burst:
    """Collects characters with their times.

    A character may come in two spellings: as its key is on the scanner's own keyboard, and as the system wrote it. A
    code of ours says by how it begins which one is right.

    Args:
        pace_ms: the slowest mean pace; None where nobody types on the device, so that any pace is a scanner's.
        pause_ms: the longest pause.
    """

    def __init__(self, pace_ms: float | None = PACE_MS, pause_ms: int = PAUSE_MS) -> None:
        self._pace_ms, self._pause_ms = pace_ms, pause_ms
        self._keyed: list[str] = []
        self._written: list[str] = []
        self._first_ms = self._last_ms = 0
        self._told = 0

    def key(self, text: str, at_ms: int, written: str | None = None) -> None:
        """A character was typed.

        Args:
            text: the character.
            at_ms: when, in milliseconds of any clock.
            written: what the system made of it, where that may differ.
        """
        if not self._keyed or not self._close(at_ms):
            self.drop()
            self._first_ms = at_ms
        self._last_ms = at_ms
        if len(self._keyed) <= MAX_CODE:
            self._keyed.append(text)
            self._written.append(text if written is None else written)

    def end(self, at_ms: int) -> str | None:
        """The key that ends a code was pressed.

        Returns:
            The code that it ends; None where it ends none: a person's Enter, too short a burst, or too long a one.
        """
        count, took_ms, close = len(self._keyed), at_ms - self._first_ms, self._close(at_ms)
        text = self._spelt()
        self.drop()
        in_time = close and (self._pace_ms is None or took_ms <= self._pace_ms * count)
        return text if in_time and count >= MIN_CODE and MIN_CODE <= len(text) <= MAX_CODE else None

    def drop(self) -> None:
        """What came so far is no code."""
        self._keyed, self._written = [], []
        self._told = 0

    def typed(self) -> str:
        """What came and was not told yet, as the system wrote it: asked once nothing follows, it is what a person
        typed. Nothing where it came at a scanner's pace and is long enough for a code.
        """
        count = len(self._keyed)
        fast = self._pace_ms is None or self._last_ms - self._first_ms <= self._pace_ms * (count - 1)
        if fast and count >= MIN_CODE:
            return ""
        text = "".join(self._written[self._told :])
        self._told = count
        return text

    @property
    def told(self) -> int:
        """How many of its characters were taken for a person's."""
        return self._told

    def running(self, at_ms: int) -> bool:
        """Whether more than one character has come, the last of them just before."""
        return len(self._keyed) > 1 and self._close(at_ms)

    def follows(self, at_ms: int, within_ms: int) -> bool:
        """Whether a character came just before."""
        return bool(self._keyed) and 0 <= at_ms - self._last_ms < within_ms

    def _close(self, at_ms: int) -> bool:
        return 0 <= at_ms - self._last_ms <= self._pause_ms

    def _spelt(self) -> str:
        keyed, written = "".join(self._keyed), "".join(self._written)
        return written if _OURS.search(written) and not _OURS.search(keyed) else keyed
