"""A scanner that types like a keyboard, told from people."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest

from kiosk.devices.burst import MAX_CODE, MIN_CODE, PACE_MS, PAUSE_MS, Burst
from kiosk.devices.wedge import Wedge
from tests.kiosk.conftest import Hand
from tests.kiosk.world import card_code


def typed(text: str, gap_ms: int, start_ms: int = 1000) -> str | None:
    burst, at = Burst(), start_ms
    for character in text:
        burst.key(character, at)
        at += gap_ms
    return burst.end(at)


@pytest.mark.parametrize("gap", [0, 1, 5, 20, 35])
def test_a_scanners_burst_is_a_code(gap: int) -> None:
    assert typed("QCT1:ABC 123", gap) == "QCT1:ABC 123"


@pytest.mark.parametrize("gap", [int(PACE_MS) + 10, 80, 150, 300])
def test_a_persons_typing_is_none(gap: int) -> None:
    assert typed("123456789012", gap) is None


def test_a_moment_in_which_the_machine_is_busy_does_not_break_a_code() -> None:
    burst = Burst()
    for i, character in enumerate("QCT1:" + "A" * 175):
        burst.key(character, 1000 + i * 2 + (200 if i > 90 else 0))
    assert burst.end(1000 + 180 * 2 + 200) == "QCT1:" + "A" * 175


def test_enter_long_after_a_burst_ends_no_code() -> None:
    burst = Burst()
    for i, character in enumerate("QCT1:ABC"):
        burst.key(character, 1000 + i)
    assert burst.end(1008 + PAUSE_MS + 1) is None


def test_what_a_hand_left_before_a_burst_does_not_belong_to_the_code() -> None:
    burst = Burst()
    burst.key("7", 0)
    for i, character in enumerate("QCT1:ABC"):
        burst.key(character, 1000 + i)
    assert burst.end(1009) == "QCT1:ABC"


def test_a_burst_without_end_is_dropped_and_held_within_bounds() -> None:
    burst = Burst()
    for i in range(100_000):
        burst.key("A", 1000 + i)
    assert len(burst._keyed) <= MAX_CODE + 1
    assert burst.end(101_001) is None
    assert typed("QCT1:ABC", 1, 200_000) == "QCT1:ABC"


def test_twenty_codes_a_second_all_arrive() -> None:
    burst, found = Burst(), []
    for code in range(20):
        start = 1000 + code * 50
        for i, character in enumerate(f"QCT1:{code:04}"):
            burst.key(character, start + i * 2)
        found.append(burst.end(start + 20))
    assert found == [f"QCT1:{code:04}" for code in range(20)]


@given(st.text(min_size=1, max_size=MIN_CODE - 1))
def test_less_than_a_code_is_none(text: str) -> None:
    assert typed(text, 1) is None


@given(st.lists(st.tuples(st.text(min_size=1, max_size=1), st.integers(-(2**40), 2**40)), max_size=60))
def test_times_that_jump_never_break_it(keys: list[tuple[str, int]]) -> None:
    burst = Burst()
    for text, at in keys:
        burst.key(text, at)
    ended = burst.end(0)
    assert ended is None or MIN_CODE <= len(ended) <= MAX_CODE


def press(wedge: Wedge, key: Qt.Key, text: str, at_ms: int) -> bool:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    event.setTimestamp(at_ms)
    return wedge.eventFilter(wedge, event)


def test_keys_that_move_and_press_go_on_to_the_screen(qapp: QGuiApplication) -> None:
    wedge = Wedge()
    assert not press(wedge, Qt.Key.Key_Tab, "\t", 10)
    assert not press(wedge, Qt.Key.Key_Down, "", 500)
    assert not press(wedge, Qt.Key.Key_Return, "\r", 1000)
    assert not press(wedge, Qt.Key.Key_Space, " ", 2000)


def test_characters_are_kept_from_the_screen_and_a_code_is_told_once(qapp: QGuiApplication) -> None:
    wedge, codes = Wedge(), list[str]()
    wedge.on_code(codes.append)
    for i, character in enumerate("QCT1:A B"):
        assert press(wedge, Qt.Key.Key_A, character, 100 + i), f"{character!r} went on"
    assert press(wedge, Qt.Key.Key_Return, "\r", 109)
    assert codes == ["QCT1:A B"]
    assert wedge.present()


def test_a_code_scanned_through_the_windows_own_keys_arrives_whole(hand: Hand) -> None:
    heard: list[str] = []
    hand.app.wedge.on_code(heard.append)
    code = card_code()
    hand.scan_by_keys(code)
    assert heard == [code]


def test_a_scan_while_a_button_has_the_focus_does_not_press_it(hand: Hand, qtbot: Any) -> None:
    hand.item("home.tile.week").forceActiveFocus()
    hand.scan_by_keys("QCT1:THIS IS NO CARD")
    assert hand.screen == "home"
    QTest.mouseClick(hand.app.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))
    assert hand.text("Non leggo il codice. Tieni ferma la tessera o scrivi il numero.")
