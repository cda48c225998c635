"""The night: the screen sleeps by the space's hours, and a touch on it wakes and does no more; days that change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from sync import rows
from sync.clock import ROME
from tests.kiosk.hand import Hand
from tests.kiosk.world import NOW, SPACE, HandClock, World, at, card_code, whole


def asleep(hand: Hand) -> bool:
    return bool(hand.app.shell.property("asleep"))


def click(hand: Hand, place: QPoint) -> None:
    """A touch at a place, whatever lies there."""
    QTest.mouseClick(hand.app.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def middle(item: QQuickItem) -> QPoint:
    return item.mapToScene(item.boundingRect().center()).toPoint()


def until_night(hand: Hand) -> None:
    hand.wait((at(25, 1) - NOW).total_seconds())
    hand.wait(61)


def test_the_screen_sleeps_when_the_last_activity_is_over_and_nobody_is_there(hand: Hand) -> None:
    hand.wait((at(24, 23) - NOW).total_seconds())  # the film ends
    hand.wait(61)
    assert not asleep(hand)
    hand.wait(30 * 60)
    hand.wait(61)
    assert asleep(hand)
    assert hand.text("Tocca per accendere")
    assert not hand.text("Oggi qui")


def test_a_touch_on_a_sleeping_screen_wakes_it_and_does_nothing_more(hand: Hand) -> None:
    hand.app.settle()
    place = middle(hand.item("bar.search"))
    until_night(hand)
    assert asleep(hand)
    click(hand, place)
    assert not asleep(hand)
    assert hand.screen == "home"
    click(hand, place)
    assert hand.screen == "search"


def test_whoever_woke_it_is_not_left_in_the_dark_until_they_are_gone(hand: Hand) -> None:
    until_night(hand)
    click(hand, QPoint(500, 500))
    hand.tap("home.tile.week")
    for _ in range(3):
        hand.wait(50)
        assert not asleep(hand)
        hand.tap("agenda.day.2026-11-26")
    hand.wait(60)
    assert hand.text("Ti serve altro tempo?")
    assert not asleep(hand)
    hand.wait(20)
    assert hand.screen == "home"
    hand.wait(61)
    assert asleep(hand)


def test_a_card_wakes_the_screen_and_is_read(hand: Hand) -> None:
    until_night(hand)
    hand.app.scan(card_code())
    assert not asleep(hand)
    assert hand.screen == "card"


def test_the_screen_wakes_by_itself_before_the_space_opens(hand: Hand) -> None:
    until_night(hand)
    hand.wait((at(25, 8, 29) - hand.app.context.now()).total_seconds())
    assert asleep(hand)
    hand.wait(60)
    assert not asleep(hand)


def test_a_space_whose_hours_are_not_known_never_sleeps(window: Callable[..., Hand], tmp_path: Path) -> None:
    World(updated=None).write(tmp_path / "made")
    hand = window(path=tmp_path / "made")
    until_night(hand)
    assert not asleep(hand)


def test_a_clock_that_is_not_to_be_trusted_sends_nobody_to_sleep(hand: Hand) -> None:
    hand.app.terminal.journal.note("offset", str(3 * 3600 * 1000))
    until_night(hand)
    assert not asleep(hand)


def test_the_line_wanders_so_that_no_pixel_stays_lit(hand: Hand) -> None:
    until_night(hand)
    places = set()
    for _ in range(4):
        hand.app.settle()
        words = next(item for item in hand.shown() if item.property("text") == "Tocca per accendere")
        places.add(words.mapToScene(QPointF(0, 0)).toTuple())
        hand.wait(60)
    assert len(places) == 4


def test_a_touch_beside_the_question_gives_more_time_and_does_nothing_else(hand: Hand) -> None:
    hand.tap("home.tile.week")
    hand.wait(60)
    hand.app.settle()
    assert hand.text("Ti serve altro tempo?")
    before = hand.app.models["agenda"].property("heading")
    click(hand, middle(hand.item("agenda.day.2026-11-26")))
    assert not hand.text("Ti serve altro tempo?")
    assert hand.app.models["agenda"].property("heading") == before


def nights(day: datetime) -> World:
    """Something that goes on past midnight, and something the next morning."""
    world = World(updated=day - timedelta(minutes=2))
    world.add("space", rows.Space(SPACE, "Via Fratelli Zoia", area=2))
    midnight = day.replace(hour=0, minute=0) + timedelta(days=1)
    world.activity("notte", "Veglia sotto le stelle", day.replace(hour=23, minute=30), midnight.replace(minute=30))
    world.activity("mattina", "Colazione insieme", midnight.replace(hour=8), midnight.replace(hour=9))
    return world


@pytest.mark.parametrize(
    "day",
    [
        datetime(2026, 11, 24, 20, tzinfo=ROME),
        datetime(2026, 3, 28, 20, tzinfo=ROME),  # the night has 23 hours
        datetime(2026, 10, 24, 20, tzinfo=ROME),  # and this one 25
    ],
)
def test_a_night_rolls_over_to_the_next_day(window: Callable[..., Hand], tmp_path: Path, day: datetime) -> None:
    nights(day).write(tmp_path / "made")
    clock = HandClock(day)
    hand = window(path=tmp_path / "made", moved=clock)
    assert hand.text("Prossima, alle 23:30")
    tomorrow = day + timedelta(days=1)
    for wall, shown in [
        (day.replace(hour=23, minute=45), "Adesso, fino alle 00:30"),
        (tomorrow.replace(hour=0, minute=10), "Adesso, fino alle 00:30"),
        (tomorrow.replace(hour=0, minute=31), "Prossima, alle 08:00"),
        (tomorrow.replace(hour=4, minute=0), "Prossima, alle 08:00"),
        (tomorrow.replace(hour=8, minute=1), "Adesso, fino alle 09:00"),
    ]:
        hand.wait((wall.astimezone(ROME) - clock.now()).total_seconds())
        assert hand.text(shown)
        assert hand.text(wall.strftime("%H:%M"))
        assert hand.app.status.property("date").split()[1] == str(wall.day)


def test_the_hour_that_comes_twice_is_shown_twice(window: Callable[..., Hand], tmp_path: Path) -> None:
    whole().write(tmp_path / "made")
    hand = window(path=tmp_path / "made", moved=HandClock(datetime(2026, 10, 25, 2, 30, tzinfo=ROME)))
    assert hand.text("02:30")
    hand.wait(3600)
    assert hand.text("02:30")
    hand.wait(3600)
    assert hand.text("03:30")
