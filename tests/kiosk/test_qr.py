"""Codes for phones, read from the window's own picture."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize

from kiosk.controls.qr import DEFAULT_SIDE, MAX_TEXT, QrImages, matrix, picture
from sync import card
from tests.kiosk.conftest import PORTRAIT, SMALL, WIDE, Hand
from tests.kiosk.decoders import codes_on


@pytest.mark.parametrize("size", [PORTRAIT, WIDE, SMALL, (540, 960)])
def test_the_activitys_public_address_is_read_from_the_picture_of_the_window(
    window: Callable[..., Hand], size: tuple[int, int]
) -> None:
    hand = window(size)
    hand.app.go("activity", occurrence="italiano-1")
    hand.tap("activity.takeaway")
    hand.app.settle()
    assert codes_on(hand.app.grab()) == ["https://quartieri.example.org/activities/italiano"]


@pytest.mark.parametrize("size", [PORTRAIT, WIDE, SMALL])
def test_the_phones_ticket_is_read_from_the_picture_of_the_window(
    window: Callable[..., Hand], size: tuple[int, int]
) -> None:
    hand = window(size)
    hand.app.go("activity", occurrence="italiano-1")
    hand.tap("activity.signup")
    hand.tap("signup.phone")
    hand.app.settle()
    (address,) = codes_on(hand.app.grab())
    place, _, segment = address.rpartition("/")
    assert place == "https://quartieri.example.org/i"
    assert card.sniff(card.from_url(segment)) is card.Ticket


@pytest.mark.parametrize("text", ["a", "https://x.example/à?q=1&r=%20#frag", "abc-_" * 60, "ciao / mondo + 1"])
def test_a_picture_holds_its_text_whatever_it_is(text: str) -> None:
    assert codes_on(picture(text, 600)) == [text]


def test_the_quiet_zone_is_four_modules_wide_on_every_side() -> None:
    rows = matrix("https://quartieri.example.org")
    edge = [*rows[:4], *rows[-4:], *(row[:4] for row in rows), *(row[-4:] for row in rows)]
    assert not any(module for part in edge for module in part)
    assert rows[4][4]


def test_modules_are_whole_pixels_black_on_white() -> None:
    image = picture("https://quartieri.example.org", 401)
    shades = {image.pixelColor(x, y).name() for x in range(0, 401, 3) for y in range(0, 401, 3)}
    assert shades == {"#000000", "#ffffff"}


def test_a_text_that_no_phone_could_read_gives_no_picture_and_no_error() -> None:
    images = QrImages()
    assert images.requestImage("0" * (MAX_TEXT + 1), QSize(), QSize(400, 400)).isNull()
    assert images.requestImage("ciao", QSize(), QSize()).width() == DEFAULT_SIDE
