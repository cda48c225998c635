"""The picture on an activity's screen: shown when it is here, words where it is not, and no memory that grows."""

from __future__ import annotations

import resource
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtQuick import QQuickItem

from tests.kiosk.conftest import WIDE, Hand
from tests.kiosk.states.agenda import ALT, with_picture


def image(hand: Hand) -> QQuickItem:
    return hand.item("activity.picture")


def shown(hand: Hand) -> bool:
    return bool(image(hand).property("shown"))


def test_a_picture_that_is_here_is_shown(qtbot: Any, hand: Hand) -> None:
    with_picture("here")(hand)
    qtbot.waitUntil(lambda: shown(hand), timeout=30_000)
    hand.app.settle()
    centre = image(hand).mapToScene(image(hand).boundingRect().center()).toPoint()
    colour = hand.app.grab().pixelColor(centre)
    assert abs(colour.red() - 200) < 20
    assert colour.blue() < 60


def test_until_it_is_here_its_words_stand_there_and_then_it_comes_by_itself(qtbot: Any, hand: Hand) -> None:
    with_picture("")(hand)
    assert hand.text(ALT)
    with_picture("here")(hand)
    hand.app.context.changed.emit()
    qtbot.waitUntil(lambda: shown(hand), timeout=30_000)
    hand.app.settle()
    assert not hand.text(ALT)


@pytest.mark.qt_log_ignore("Error decoding")
def test_a_damaged_picture_is_one_that_is_not_here(qtbot: Any, hand: Hand) -> None:
    with_picture("damaged")(hand)
    qtbot.waitUntil(lambda: image(hand).property("damaged"), timeout=30_000)
    assert hand.text(ALT)


def test_an_activity_without_one_has_no_place_for_it(window: Callable[..., Hand]) -> None:
    for size in (None, WIDE):
        hand = window(size) if size else window()
        hand.app.go("activity", occurrence="italiano-1")
        hand.app.settle()
        assert "activity.picture" not in hand.names()


def test_many_visits_to_a_picture_take_no_memory(qtbot: Any, hand: Hand) -> None:
    with_picture("here")(hand)

    def visits(count: int) -> None:
        for _ in range(count):
            hand.app.go("home")
            hand.app.settle()
            hand.app.go("activity", occurrence="italiano-1")
            qtbot.waitUntil(lambda: shown(hand), timeout=30_000)
            hand.app.settle()

    visits(20)
    before = _resident()
    visits(60)
    assert _resident() - before < 60 * 0.2 * 2**20  # a picture of the screen's size is 2 MB: each that stayed shows


def _resident() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize()
