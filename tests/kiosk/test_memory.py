"""A terminal stands for months: whoever goes through its screens leaves nothing behind in its memory.

The figure over 10,000 taps is a benchmark (`tests.bench.strolling`); this counts things, which is quick and exact.
"""

from __future__ import annotations

import gc
from itertools import pairwise

from PySide6.QtCore import QObject

from tests.kiosk.hand import Hand

ROUND = (
    ("week", ""), ("filters", ""), ("all", "*"), ("activity", "italiano-1"), ("takeaway", "italiano-1"),
    ("signup", "italiano-1"), ("signup.card", "italiano-1"), ("services", ""), ("service", "chiavi"), ("board", ""),
    ("board.item", "ascensore"), ("search", ""), ("spaces", ""), ("language", ""), ("access", ""), ("home", ""),
)  # fmt: skip
FEW = 6
"""Small objects of Python a screen that are left all the same: weak references to what is gone, which nothing of Python
holds, some 3 of 80 bytes each time that a screen is shown. Whatever of ours were left, an item, a row, a model, would
be dozens.
"""


def walk(hand: Hand) -> None:
    for screen, key in ROUND:
        hand.app.go(screen, key=key)
        hand.app.settle()
    hand.app.shell.exit()
    hand.app.settle()


def held(hand: Hand) -> tuple[int, int]:
    """How many objects Qt holds for the window and its view-models, and how many Python holds."""
    gc.collect()
    qt = len(hand.app.window.findChildren(QObject)) + len(hand.app.engine.findChildren(QObject))
    gc.collect()
    return qt, len(gc.get_objects())


def test_going_through_all_screens_leaves_nothing_behind(hand: Hand) -> None:
    counted = []
    for _ in range(4):
        for _ in range(2):
            walk(hand)
        counted.append(held(hand))
    assert len({qt for qt, _ in counted}) == 1
    # What stays of a screen stays each time that it is shown; what libraries put by for themselves, once.
    growth = [later - before for (_, before), (_, later) in pairwise(counted)]
    assert min(growth) < FEW * 2 * len(ROUND), growth
