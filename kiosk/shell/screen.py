"""The physical size of the screen: every size in the design is in millimetres of it."""

from __future__ import annotations

import os

from sync.errors import UsageError

MM_PER_INCH = 25.4
INCHES = "KIOSK_SCREEN_INCHES"
"""The variable that says the screen's diagonal; without it the shape decides between the two reference screens."""
WIDE_INCHES = 24.0
"""The reference screen of 16:9, at 1080 × 1920 and 1920 × 1080."""
SMALL_INCHES = 15.4
"""The reference screen of 16:10, at 1280 × 800."""
BETWEEN = 1.7
"""Longer side by shorter side that tells the two apart."""
SMALLEST, LARGEST = 7.0, 100.0


def diagonal_mm(width: int, height: int) -> float:
    """The diagonal of the screen that a window of this size, in pixels, fills.

    A window that is smaller than the screen shows that whole screen, smaller: nothing is cut.

    Raises:
        UsageError: the variable is set, and is no size of a screen.
    """
    text = os.environ.get(INCHES)
    if text:
        try:
            inches = float(text)
        except ValueError:
            inches = 0.0
        if not SMALLEST <= inches <= LARGEST:
            raise UsageError(f"{INCHES}={text!r} is no screen's diagonal. Write inches, for example 24 or 15.4.")
        return inches * MM_PER_INCH
    ratio = max(width, height) / max(1, min(width, height))
    return (WIDE_INCHES if ratio > BETWEEN else SMALL_INCHES) * MM_PER_INCH
