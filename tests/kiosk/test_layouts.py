"""A scanner that types as a US keyboard, on terminals of other layouts: real keys on a real X server."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.kiosk.world import card_code
from tests.support.processes import Process
from tests.support.xserver import Keyboard, x_server

ROOT = Path(__file__).resolve().parent.parent.parent
LAYOUTS = ("us", "it", "de", "fr", "es", "gb", "ara", "ru")
ALPHABET = "QCT1:0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:END"
"""Every character that Base45 has, after a beginning as codes have it."""

pytestmark = pytest.mark.skipif(
    not shutil.which("Xvfb") or not shutil.which("setxkbmap"), reason="needs the packages xvfb and x11-xkb-utils"
)


@dataclass
class Desk:
    """A window that waits for codes, and a keyboard before it."""

    keyboard: Keyboard
    window: Process
    seen: int = 0

    def said(self) -> tuple[str, str]:
        """The next thing that the window says: its kind and its text."""
        self.seen += 1
        found = self.window.wait_for(rf"^{self.seen} (\w+) (.*)")
        return found[1], json.loads(found[2])

    def code(self) -> str:
        """The next code; nothing else may come before it."""
        kind, text = self.said()
        assert kind == "code", f"the screen was written on: {text!r}"
        return text


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with x_server() as display, Keyboard(display) as keyboard:
        environment = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
        with Process([sys.executable, "-m", "tests.support.keys_window"], env=environment, cwd=ROOT) as window:
            desk = Desk(keyboard, window)
            kind, place = desk.said()
            assert kind == "shown"
            keyboard.focus(int(place))
            assert desk.said() == ("ready", "")
            yield desk


@pytest.fixture(autouse=True)
def us_layout(desk: Desk) -> Iterator[None]:
    desk.seen = len(desk.window.output.splitlines())
    yield
    desk.keyboard.layout("us")


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("end", ["Return", "KP_Enter", "Tab"])
def test_a_code_arrives_whole_under_every_layout(desk: Desk, layout: str, end: str) -> None:
    desk.keyboard.layout(layout)
    for text in (ALPHABET, card_code()):
        desk.keyboard.burst(text, end)
        assert desk.code() == text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_scanner_in_alt_mode_is_read_under_every_layout(desk: Desk, layout: str) -> None:
    desk.keyboard.layout(layout)
    desk.keyboard.alt_numbers(ALPHABET)
    assert desk.code() == ALPHABET


def test_a_scanner_that_was_set_to_the_terminals_layout_is_read_too(desk: Desk) -> None:
    desk.keyboard.layout("it")
    with desk.keyboard.typing_as("it") as typed:
        typed.burst("QCT1:AB/CD+E-F$:.*%")
    assert desk.code() == "QCT1:AB/CD+E-F$:.*%"


def test_caps_lock_changes_nothing(desk: Desk) -> None:
    desk.keyboard.tap("Caps_Lock")
    desk.keyboard.burst(ALPHABET)
    desk.keyboard.tap("Caps_Lock")
    assert desk.code() == ALPHABET


def test_of_twenty_codes_one_after_the_other_none_is_lost(desk: Desk) -> None:
    codes = [f"{card_code()[:-4]}{i:04}" for i in range(20)]
    for code in codes:
        desk.keyboard.burst(code)
    assert [desk.code() for _ in codes] == codes


def test_an_interrupted_burst_leaves_nothing_on_the_screen_and_the_next_code_is_whole(desk: Desk) -> None:
    desk.keyboard.burst("QCT1:INTERRU", end="")
    desk.keyboard.burst("QCT1:THE NEXT ONE", pause_s=0.0, after_s=0.4)
    assert desk.code() == "QCT1:THE NEXT ONE"


def test_what_a_person_types_is_no_code(desk: Desk) -> None:
    desk.keyboard.burst("123456789012", pause_s=0.07)
    desk.keyboard.burst("QCT1:A CODE", after_s=0.4)
    assert desk.code() == "QCT1:A CODE"
