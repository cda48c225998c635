"""Whether somebody is still there: pure arithmetic on the monotonic clock.

After a screen's time without a touch the terminal asks; after `ASK_S` more without an answer the person is gone.
Answering starts the time again, as often as one likes.
"""

from __future__ import annotations

from typing import Literal

Phase = Literal["here", "asking", "gone"]

ASK_S = 20
"""Seconds that the question stays: EN 301 549 wants at least 20 (WCAG 2.1, 2.2.1)."""


class Idle:
    """Counts the time since the last touch.

    Args:
        now_ms: the monotonic clock, in milliseconds.
        limit_s: seconds without a touch until the terminal asks.
    """

    def __init__(self, now_ms: int, limit_s: int) -> None:
        self._touched_ms = now_ms
        self._limit_ms = limit_s * 1000

    def limit(self, seconds: int) -> None:
        """The screen has changed, and with it how long one may stay."""
        self._limit_ms = seconds * 1000

    def touched(self, now_ms: int) -> None:
        """Somebody is there."""
        self._touched_ms = now_ms

    def phase(self, now_ms: int) -> Phase:
        """What to do now."""
        waited = now_ms - self._touched_ms - self._limit_ms
        if waited < 0:
            return "here"
        return "asking" if waited < ASK_S * 1000 else "gone"

    def left_s(self, now_ms: int) -> int:
        """Seconds that are left to answer, rounded up; `ASK_S` before the question."""
        left_ms = ASK_S * 1000 - max(0, now_ms - self._touched_ms - self._limit_ms)
        return max(0, -(-left_ms // 1000))
