"""The camera: what it sees becomes a code, and it is on only while a screen shows what it sees."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from kiosk.controls.eye import Eye, EyeImages
from kiosk.controls.qr import picture
from kiosk.devices import camera as camera_module
from kiosk.devices import frames
from kiosk.devices.camera import FRAME_MS, SHOWN_SIDE, Camera
from kiosk.devices.qtcamera import best, chosen
from kiosk.devices.sight import MAX_SIDE, read
from tests.kiosk.conftest import PORTRAIT, SMALL
from tests.kiosk.hand import Hand
from tests.kiosk.world import NUMBER, HandClock, badge_code, card_code
from tests.support.pretend_camera import PretendCamera, scene


def held_up(text: str, **options: Any) -> QImage:
    return scene(picture(text, 420), **options)


# -- reading a picture -------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(640, 480), (1280, 720), (1920, 1080), (3840, 2160)])
def test_a_card_that_is_held_up_is_read_whatever_the_camera(size: tuple[int, int]) -> None:
    assert read(held_up(card_code(), size=size, side=int(size[1] * 0.6))) == card_code()


@pytest.mark.parametrize("form", [QImage.Format.Format_Grayscale8, QImage.Format.Format_RGB888])
def test_pictures_of_other_forms_and_odd_widths_are_read(form: QImage.Format) -> None:
    assert read(held_up(card_code(), size=(1001, 701)).convertToFormat(form)) == card_code()


def test_of_two_codes_the_one_that_is_held_up_counts() -> None:
    near, far = picture(card_code(), 420), picture(badge_code(), 420)
    both = scene(far, side=260, at=QPoint(950, 40))
    with_near = scene(near, side=500, at=QPoint(100, 100))
    together = with_near.copy()
    painter = QPainter(together)
    painter.drawImage(900, 0, both.copy(900, 0, 380, 340))
    painter.end()
    assert read(together) == card_code()


def test_an_empty_room_and_no_picture_are_no_code() -> None:
    blank = QImage(8, 8, QImage.Format.Format_RGB32)
    for nothing in (QImage(), QImage(1, 1, QImage.Format.Format_RGB32), scene(blank)):
        assert read(nothing) == ""


def test_a_picture_without_bounds_is_not_looked_at() -> None:
    huge = QImage(20_000, 1_000, QImage.Format.Format_Grayscale8)
    huge.fill(0)
    assert read(huge) == ""


def frame_of(picture: QImage, form: str) -> QVideoFrame:
    """A frame as a camera of some format delivers it: brightness, and colour that is all grey."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    frame = QVideoFrame(QVideoFrameFormat(grey.size(), QVideoFrameFormat.PixelFormat[f"Format_{form}"]))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    for plane in range(frame.planeCount()):
        frame.bits(plane)[:] = b"\x80" * frame.mappedBytes(plane)
    lines, stride, row = frame.bits(0), frame.bytesPerLine(0), grey.bytesPerLine()
    start, step = {"YUYV": (0, 2), "UYVY": (1, 2)}.get(form, (0, 1))
    source = bytes(grey.constBits())
    for y in range(grey.height()):
        line = bytearray(lines[y * stride : (y + 1) * stride])
        line[start : start + step * grey.width() : step] = source[y * row : y * row + grey.width()]
        lines[y * stride : (y + 1) * stride] = line
    frame.unmap()
    return frame


@pytest.mark.parametrize("form", ["NV12", "NV21", "YUV420P", "YUV422P", "YV12", "YUYV", "UYVY", "Y8"])
def test_frames_of_every_format_of_cameras_are_read(form: str) -> None:
    assert read(frames.picture(frame_of(held_up(card_code(), size=(1278, 716)), form))) == card_code()


def test_a_frame_of_a_picture_keeps_its_colours_and_an_empty_one_is_none() -> None:
    red = QImage(64, 48, QImage.Format.Format_RGB32)
    red.fill(0xFFCC2010)
    assert frames.picture(QVideoFrame(red)).pixelColor(3, 3).name() == "#cc2010"
    assert frames.picture(QVideoFrame()).isNull()


# -- the camera --------------------------------------------------------------------------------------


@dataclass
class Rig:
    """A camera, the hardware that it is not, and what it said."""

    camera: Camera
    device: PretendCamera
    clock: HandClock
    codes: list[str]

    def show(self, image: QImage) -> None:
        self.clock.forward(FRAME_MS / 1000)
        self.device.show(image)


@pytest.fixture
def rig(qtbot: Any) -> Any:
    device, clock = PretendCamera(), HandClock()
    camera = Camera(device.open, lambda: device.plugged, clock)
    rig = Rig(camera, device, clock, [])
    camera.code.connect(rig.codes.append)
    yield rig
    camera.close()


def test_a_code_that_is_seen_is_told_and_the_picture_is_there_to_show(rig: Rig, qtbot: Any) -> None:
    rig.camera.start()
    with qtbot.waitSignal(rig.camera.seen):
        rig.show(held_up(card_code()))
    assert rig.codes == [card_code()]
    assert max(rig.camera.picture.width(), rig.camera.picture.height()) == SHOWN_SIDE <= MAX_SIDE


def test_pictures_are_looked_at_in_a_thread_of_their_own(rig: Rig, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[int] = []

    def looked(_: QImage) -> str:
        threads.append(threading.get_ident())
        return ""

    monkeypatch.setattr(camera_module, "read", looked)
    rig.camera.start()
    with qtbot.waitSignal(rig.camera.seen):
        rig.show(held_up(card_code()))
    assert len(threads) == 1
    assert threads[0] != threading.get_ident()


def test_while_one_picture_is_looked_at_others_are_let_go(
    rig: Rig, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    looking, go_on, looks = threading.Event(), threading.Event(), list[int]()

    def slow(_: QImage) -> str:
        looks.append(1)
        looking.set()
        assert go_on.wait(10)
        return ""

    monkeypatch.setattr(camera_module, "read", slow)
    rig.camera.start()
    with qtbot.waitSignal(rig.camera.seen):
        rig.show(held_up(card_code()))
        assert looking.wait(10)
        for _ in range(50):
            rig.show(held_up(card_code()))
        go_on.set()
    assert looks == [1]


def test_no_more_than_ten_pictures_a_second_are_looked_at(rig: Rig, qtbot: Any) -> None:
    rig.camera.start()
    rig.clock.forward(1)
    with qtbot.waitSignal(rig.camera.seen):
        rig.device.show(held_up(card_code()))
    rig.clock.forward((FRAME_MS - 1) / 1000)
    rig.device.show(held_up(badge_code()))
    with qtbot.waitSignal(rig.camera.seen):
        rig.show(held_up(card_code()))
    assert rig.codes == [card_code()] * 2


def test_after_it_is_off_no_picture_is_held_and_nothing_arrives(
    rig: Rig, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    looking, go_on = threading.Event(), threading.Event()

    def slow(image: QImage) -> str:
        looking.set()
        assert go_on.wait(10)
        return read(image)

    monkeypatch.setattr(camera_module, "read", slow)
    rig.camera.start()
    rig.show(held_up(card_code()))
    assert looking.wait(10)
    rig.camera.stop()
    go_on.set()
    rig.camera.start()
    with qtbot.waitSignal(rig.camera.seen):  # the next picture; the one before was dropped on its way
        rig.show(held_up(badge_code()))
    assert rig.codes == [badge_code()]
    rig.camera.stop()
    assert rig.camera.picture.isNull()
    assert not rig.device.on


def test_one_that_cannot_be_opened_or_fails_says_so_and_is_tried_again(rig: Rig) -> None:
    rig.device.plugged = False
    rig.camera.start()
    assert rig.camera.trouble == "It is not plugged in."
    rig.device.plugged = True
    rig.camera.start()
    assert (rig.camera.on, rig.camera.trouble) == (True, "")
    rig.device.fail()
    assert (rig.camera.on, rig.device.on) == (False, False)
    assert "stopped" in rig.camera.trouble


class Format:
    """As much of a QCameraFormat as is asked."""

    def __init__(self, width: int, height: int, rate: float) -> None:
        from PySide6.QtCore import QSize

        self._size, self._rate = QSize(width, height), rate

    def resolution(self) -> Any:
        return self._size

    def maxFrameRate(self) -> float:
        return self._rate


def test_the_largest_pictures_within_bounds_that_come_often_enough_are_asked_for() -> None:
    small, middle, slow, large = (
        Format(640, 480, 30),
        Format(1280, 720, 30),
        Format(1280, 720, 5),
        Format(3840, 2160, 30),
    )
    formats: Any = [large, small, slow, middle]
    assert best(formats) is middle
    assert best(formats[:3]) is small
    assert best([large, Format(1920, 1080, 30), slow][:2]) is not large  # type: ignore[list-item]
    assert best([]) is None


def test_a_camera_is_chosen_by_a_part_of_its_name() -> None:
    class Device:
        def __init__(self, name: str) -> None:
            self.name = name

        def description(self) -> str:
            return self.name

    devices: Any = [Device("Integrated Camera"), Device("Document Reader")]
    assert chosen(devices, "auto") is devices[0]
    assert chosen(devices, "reader") is devices[1]
    assert chosen(devices, "other") is None
    assert chosen([], "auto") is None


# -- on the screens ----------------------------------------------------------------------------------


@dataclass
class Stand:
    """Somebody before a terminal with a camera."""

    hand: Hand
    device: PretendCamera

    def show(self, qtbot: Any, image: QImage) -> None:
        camera = self.hand.app.camera
        assert camera is not None
        self.hand.clock.forward(FRAME_MS / 1000)
        with qtbot.waitSignal(camera.seen):
            self.device.show(image)


@pytest.fixture
def stand(window: Callable[..., Hand]) -> Callable[..., Stand]:
    def open_stand(size: tuple[int, int] = PORTRAIT) -> Stand:
        hand, device = window(size), PretendCamera()
        hand.app.look_through(Camera(device.open, lambda: device.plugged, hand.clock, hand.app.engine))
        return Stand(hand, device)

    return open_stand


@pytest.mark.parametrize("size", [PORTRAIT, SMALL])
def test_a_card_that_is_shown_to_the_camera_opens_its_screen_and_the_camera_goes_off(
    stand: Callable[..., Stand], qtbot: Any, size: tuple[int, int]
) -> None:
    here = stand(size)
    assert not here.device.on
    here.hand.tap("bar.card")
    assert here.device.on
    assert here.hand.item("camera.picture").isVisible()
    here.show(qtbot, held_up("https://example.org/"))
    assert here.hand.text("Questo codice non serve qui")
    assert here.device.on
    here.show(qtbot, held_up(card_code()))
    card = here.hand.app.context.session.card
    assert card is not None
    assert card.number == NUMBER
    assert here.hand.text("Le tue iscrizioni")
    assert not here.device.on


def test_a_card_that_stays_before_the_camera_is_one_showing(stand: Callable[..., Stand], qtbot: Any) -> None:
    here = stand()
    here.hand.tap("bar.card")
    texts: list[str] = []
    here.hand.app.shell.messaged.connect(lambda: texts.append(here.hand.app.shell.message))
    for _ in range(10):
        here.show(qtbot, held_up("https://example.org/"))
    assert len([text for text in texts if text]) == 1


def test_the_camera_is_on_only_while_a_screen_asks_for_a_code(stand: Callable[..., Stand]) -> None:
    here = stand()
    app = here.hand.app
    asking: dict[str, bool] = {}
    for screen in ("home", "week", "board", "language", "activity", "signup", "signup.card", "card", "staff", "home"):
        app.go(screen, key="italiano-1" if screen.startswith(("activity", "signup")) else "")
        app.settle()
        asking[screen] = here.device.on
    assert {screen for screen, on in asking.items() if on} == {"card", "signup.card"}


def test_the_wipe_turns_it_off_and_forgets_the_picture(stand: Callable[..., Stand], qtbot: Any) -> None:
    here = stand()
    here.hand.tap("bar.card")
    here.show(qtbot, held_up("https://example.org/"))
    assert not here.hand.app.context.eye.picture.isNull()
    here.hand.wait(60)
    here.hand.wait(30)
    assert here.hand.screen == "home"
    assert not here.device.on
    assert here.hand.app.context.eye.picture.isNull()


def test_without_a_camera_the_screen_says_to_use_the_scanner_or_to_type(stand: Callable[..., Stand]) -> None:
    here = stand()
    here.device.plugged = False
    here.hand.tap("bar.card")
    assert here.hand.text("Avvicina la tessera al lettore o scrivi il numero")
    assert "camera.picture" not in here.hand.names()


def test_one_that_fails_leaves_the_scanner_and_the_number(stand: Callable[..., Stand], qtbot: Any) -> None:
    here = stand()
    here.hand.tap("bar.card")
    here.show(qtbot, held_up("https://example.org/"))
    here.device.fail()
    assert here.hand.app.context.eye.source == ""
    assert here.hand.text("La telecamera è ferma.")
    assert here.hand.text("Usa il lettore o scrivi il numero.")
    here.hand.scan(card_code())
    assert here.hand.text("Le tue iscrizioni")


def test_what_the_camera_sees_is_painted(stand: Callable[..., Stand], qtbot: Any) -> None:
    here = stand()
    here.hand.tap("bar.card")
    red = QImage(640, 480, QImage.Format.Format_RGB32)
    red.fill(0xFFCC2010)
    here.show(qtbot, red)
    here.hand.app.settle()
    frame = here.hand.item("camera.picture")
    middle = frame.mapToScene(frame.boundingRect().center()).toPoint()
    colour = here.hand.app.grab().pixelColor(middle)
    assert (colour.red() > 150, colour.green() < 80) == (True, True)


def test_an_eye_without_a_camera_sees_nothing(qapp: Any) -> None:
    eye = Eye()
    eye.watch(eye.ticket(), True)
    eye.close()
    assert (eye.there, eye.failed, eye.source) == (False, False, "")
    assert EyeImages(eye).requestImage("1", None, None).isNull()  # type: ignore[arg-type]
