"""What the ways to several states begin with: opening a screen, asking for a sign-up, standing before a camera."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop

from kiosk.controls.qr import picture
from kiosk.devices.camera import Camera
from tests.kiosk.hand import Hand
from tests.kiosk.world import NUMBER
from tests.support.pretend_camera import PretendCamera, scene


def go(screen: str, key: str = "") -> Callable[[Hand], None]:
    return lambda hand: hand.app.go(screen, key=key)


def sign_up(hand: Hand, occurrence: str) -> None:
    hand.app.shell.exit()
    hand.app.go("activity", occurrence=occurrence)
    hand.tap("activity.signup")


def with_card(hand: Hand, occurrence: str) -> None:
    sign_up(hand, occurrence)
    hand.tap("signup.card")
    hand.type_number("signup.number", NUMBER)
    hand.tap("signup.number.confirm")


def mistyped(hand: Hand) -> None:
    sign_up(hand, "italiano-1")
    hand.tap("signup.card")
    hand.type_number("signup.number", "123456789012")
    hand.tap("signup.number.confirm")


def before_camera(act: Callable[[Hand], None], *, broken: bool = False) -> Callable[[Hand], None]:
    """A state on a terminal with a camera, that sees somebody hold up a card of another town."""

    def stand(hand: Hand) -> None:
        device = PretendCamera()
        camera = Camera(device.open, lambda: True, hand.clock, hand.app.engine)
        hand.app.look_through(camera)
        act(hand)
        loop = QEventLoop()
        camera.seen.connect(loop.quit)
        hand.clock.forward(1)
        device.show(scene(picture("https://example.org/", 400), side=300))
        loop.exec()
        hand.app.shell.closeMessage()
        if broken:
            device.fail()

    return stand
