"""Words of both directions in one line: what is written from left to right stays so inside a line of Arabic.

Parts are isolated (Unicode's bidirectional algorithm, UAX #9: U+2066 to U+2069), so that the order of a line does not
depend on what its parts happen to begin with. Where the screen is written from left to right nothing is added.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

LEFT_TO_RIGHT, AS_IT_BEGINS, END = "\u2066", "\u2068", "\u2069"
FROM_THE_RIGHT = "\u200f"
MARKS = {ord(mark): None for mark in (LEFT_TO_RIGHT, AS_IT_BEGINS, END, FROM_THE_RIGHT)}
"""What `str.translate` takes the marks out with: a voice and a code have no use for them."""


def mirrored() -> bool:
    """Whether the screen is written from right to left."""
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def left_to_right(text: str) -> str:
    """Hours, numbers and codes, which stand as they do on every sign of the town."""
    return f"{LEFT_TO_RIGHT}{text}{END}" if text and mirrored() else text


def joined(parts: Iterable[str], between: str = " · ") -> str:
    """The parts that there are, side by side, in the order in which the screen is read."""
    there = [part for part in parts if part]
    if len(there) < 2 or not mirrored():
        return between.join(there)
    return FROM_THE_RIGHT + between.join(f"{AS_IT_BEGINS}{part}{END}" for part in there)


def comma() -> str:
    """What stands between the things of a list, with its space."""
    return "، " if mirrored() else ", "
