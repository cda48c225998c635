"""A camera that shows what it is told to, through Qt's own sink and frames: all but the hardware is real."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtMultimedia import QVideoFrame, QVideoSink

from kiosk.devices.protocols import Absent
from kiosk.devices.qtcamera import without_gossip


class PretendCamera:
    """Implements `devices.camera.Source`, and is what opens itself.

    Attributes:
        plugged: whether it is plugged in.
        opened: how often it was turned on.
        on: whether it is on now.
    """

    def __init__(self) -> None:
        self.plugged, self.on, self.opened = True, False, 0
        without_gossip()
        self._sink = QVideoSink()
        self._failed: Callable[[], None] = lambda: None

    def open(self) -> PretendCamera:
        """Opens it."""
        if not self.plugged:
            raise Absent("It is not plugged in.")
        return self

    @property
    def sink(self) -> QVideoSink:
        """Where its pictures arrive."""
        return self._sink

    def start(self, failed: Callable[[], None]) -> None:
        """Turns it on."""
        self.on, self._failed = True, failed
        self.opened += 1

    def stop(self) -> None:
        """Turns it off."""
        self.on = False

    def fail(self) -> None:
        """It is unplugged while it is on."""
        self._failed()

    def show(self, picture: QImage) -> None:
        """One picture is taken, if it is on."""
        if self.on:
            self._sink.setVideoFrame(QVideoFrame(picture))


def scene(code: QImage, size: tuple[int, int] = (1280, 720), side: int = 420, at: QPoint | None = None) -> QImage:
    """A picture of a room with a code held up in it."""
    picture = QImage(*size, QImage.Format.Format_RGB32)
    picture.fill(QColor(120, 110, 100))
    place = at or QPoint((size[0] - side) // 2, (size[1] - side) // 2)
    painter = QPainter(picture)
    painter.drawImage(QRect(place.x(), place.y(), side, side), code)
    painter.end()
    return picture
