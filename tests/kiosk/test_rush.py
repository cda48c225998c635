"""The desk in a rush: no tap is dropped, and no code, however close they follow each other.

Each run takes a sample of the hour; `make prove` takes all of it (``QC_EVERY_SCREEN=1``).
"""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from kiosk.devices.readers import Readers
from kiosk.devices.serial_line import SerialScanner
from kiosk.devices.settings import Serial
from sync.number import with_check_digit
from tests.kiosk.conftest import Hand
from tests.kiosk.sample import EVERY
from tests.kiosk.test_readers import line
from tests.kiosk.world import badge_code, card_code

HOUR_S = 3_600
DROPINS = 500 if EVERY else 60
FASTEST_S = 0.3
"""Between two taps of one hand."""
CODES = 20
PACE_MS = 1_000 // CODES
REASONS = ("pacchi_posta", "aiuto_digitale", "informazioni", "chiavi", "ascolto", "altro")


def quick_tap(hand: Hand, name: str) -> None:
    """A tap where the finger knows the button to be, without a look at the screen in between."""
    hand.clock.forward(FASTEST_S)
    item = hand.item(name)
    centre = item.mapToScene(item.boundingRect().center()).toPoint()
    QTest.mouseClick(hand.app.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, centre)


def test_an_hours_rush_loses_no_tap(hand: Hand) -> None:
    dice = random.Random(500)
    hand.scan(badge_code())
    hand.app.settle()
    people = 0
    stated = {"dropin": 0, "dropin_amend": 0, "dropin_void": 0}
    for _ in range(DROPINS):
        reason, number, band = dice.choice(REASONS), dice.randint(1, 4), dice.choice(["", "<18", "30-54", "75+"])
        quick_tap(hand, f"desk.reason.{reason}")
        stated["dropin"] += 1
        if number > 1:
            quick_tap(hand, f"desk.people.{number}")
        if band:
            quick_tap(hand, f"desk.age.{band}")
        stated["dropin_amend"] += (number > 1) + bool(band)
        if dice.random() < 0.05:
            quick_tap(hand, "toast.undo")
            stated["dropin_void"] += 1
            number = 0
        people += number
        hand.clock.forward(dice.expovariate(1 / (HOUR_S / 500)) % 60)
    assert {kind: len(hand.recorded(kind)) for kind in stated} == stated
    log = hand.app.terminal.projection.dropins(hand.app.context.today())
    assert (len(log), sum(one.people for one in log)) == (stated["dropin"] - stated["dropin_void"], people)
    hand.app.settle()
    assert hand.text(f"Oggi: {people} persone, {len(log)} passaggi")


def cards() -> list[str]:
    return [with_check_digit(f"3000000{number:04}") for number in range(CODES)]


def at_the_door(hand: Hand) -> list[str]:
    """Somebody checks people in; whom the screen was told to show."""
    hand.scan(badge_code())
    shown: list[str] = []
    hand.app.shell.placed.connect(lambda: shown.append(hand.app.shell.navigator.place.key))
    return shown


def test_twenty_cards_a_second_through_the_windows_keys_all_arrive(hand: Hand) -> None:
    shown = at_the_door(hand)
    for place, number in enumerate(cards()):
        start = 10_000 + place * PACE_MS
        code = card_code(number)
        for index, character in enumerate([*code, "\r"]):
            key = Qt.Key.Key_Return if character == "\r" else Qt.Key.Key_A
            event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, character)
            event.setTimestamp(start + index * (PACE_MS - 10) // len(code))
            QCoreApplication.sendEvent(hand.app.window, event)
    assert shown == [f"card:{number}" for number in cards()]


def test_twenty_cards_a_second_from_a_serial_line_all_arrive(hand: Hand, qtbot: Any, tmp_path: Path) -> None:
    shown, waiting = at_the_door(hand), [card_code(number) for number in cards()]
    with line(tmp_path / "scanner") as device:
        readers = Readers([SerialScanner(Serial(str(tmp_path / "scanner")))], hand.app.engine)
        readers.on_code(hand.app.shell.scanned)
        readers.start()
        timer = QTimer(interval=PACE_MS)
        timer.timeout.connect(lambda: os.write(device, waiting.pop(0).encode() + b"\r") if waiting else timer.stop())
        try:
            qtbot.waitUntil(readers.present)
            timer.start()
            qtbot.waitUntil(lambda: len(shown) >= CODES)
        finally:
            readers.stop()
    assert shown == [f"card:{number}" for number in cards()]
