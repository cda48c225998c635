"""A terminal stands for months: whoever goes through its screens leaves nothing behind in its memory.

The figure over 10,000 taps is a benchmark (`tests.bench.strolling`); this counts things, which is quick and exact.
"""

from __future__ import annotations

import gc
from weakref import ReferenceType

from PySide6.QtCore import QObject

from tests.kiosk.hand import Hand

ROUND = (
    ("week", ""), ("filters", ""), ("all", "*"), ("activity", "italiano-1"), ("takeaway", "italiano-1"),
    ("signup", "italiano-1"), ("signup.card", "italiano-1"), ("services", ""), ("service", "chiavi"), ("board", ""),
    ("board.item", "ascensore"), ("search", ""), ("spaces", ""), ("language", ""), ("access", ""), ("home", ""),
)  # fmt: skip
FEW = 1
"""Objects of Python a screen that come and go."""


def walk(hand: Hand) -> None:
    for screen, key in ROUND:
        hand.app.go(screen, key=key)
        hand.app.settle()
    hand.app.shell.exit()
    hand.app.settle()


def held_by_qt(hand: Hand) -> int:
    """How many objects Qt holds for the window and its view-models."""
    gc.collect()
    return len(hand.app.window.findChildren(QObject)) + len(hand.app.engine.findChildren(QObject))


def held_by_python() -> int:
    """How many objects Python holds. Not the weak references to what is gone: SQLite's driver keeps those of its
    cursors and drops them when there were 200 more.
    """
    gc.collect()
    gc.collect()
    return sum(type(one) is not ReferenceType or one() is not None for one in gc.get_objects())


def test_going_through_all_screens_leaves_nothing_behind(hand: Hand) -> None:
    for _ in range(2):
        walk(hand)
    python = held_by_python()
    for _ in range(2):
        walk(hand)
    assert held_by_python() - python < FEW * 2 * len(ROUND)
    # Only now: to look at what Qt holds, PySide makes an object for each, and keeps something of it.
    qt = held_by_qt(hand)
    for _ in range(2):
        walk(hand)
    assert held_by_qt(hand) == qt
