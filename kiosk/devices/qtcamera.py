"""The cameras of the machine, through Qt Multimedia, whose libraries come in when the first is opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory

from kiosk.devices.protocols import Absent
from kiosk.devices.settings import ANY_CAMERA

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QCameraDevice, QCameraFormat, QVideoSink

WIDTH, HEIGHT = 1280, 720
"""The largest pictures that are asked for, where the camera leaves the choice."""
MIN_RATE = 10.0
"""Pictures a second: a format with fewer is taken only where there is no other."""


def without_gossip() -> None:
    """Keeps back what Qt says of hardware video libraries that are not installed; QT_LOGGING_RULES still decides."""
    QLoggingCategory.setFilterRules("qt.multimedia.*=false\nqt.multimedia.*.critical=true")


class QtCamera:
    """One camera that is in use. Implements `devices.camera.Source`.

    Args:
        use: "auto" for the first, or a part of its name.

    Raises:
        Absent: there is none, or Qt Multimedia cannot be loaded.
    """

    def __init__(self, use: str) -> None:
        without_gossip()
        try:
            from PySide6.QtMultimedia import QCamera, QMediaCaptureSession, QMediaDevices, QVideoSink
        except ImportError as error:
            raise Absent(f"Qt Multimedia cannot be loaded: {error}. Install the package libpulse0.") from None
        device = chosen(QMediaDevices.videoInputs(), use)
        if device is None:
            raise Absent("No such camera is plugged in. See which there are with `kiosk self-test`.")
        self._sink = QVideoSink()
        self._camera = QCamera(device)
        asked = best(device.videoFormats())
        if asked is not None:
            self._camera.setCameraFormat(asked)
        self._session = QMediaCaptureSession()
        self._session.setCamera(self._camera)
        self._session.setVideoSink(self._sink)

    @property
    def sink(self) -> QVideoSink:
        """Where its pictures arrive."""
        return self._sink

    def start(self, failed: Callable[[], None]) -> None:
        """Turns it on."""
        self._camera.errorOccurred.connect(lambda *_: failed())
        self._camera.start()

    def stop(self) -> None:
        """Turns it off."""
        self._camera.stop()


def chosen(devices: list[QCameraDevice], use: str) -> QCameraDevice | None:
    """The first camera, or the first whose name has a part."""
    fitting = [one for one in devices if use == ANY_CAMERA or use.casefold() in one.description().casefold()]
    return fitting[0] if fitting else None


def best(formats: list[QCameraFormat]) -> QCameraFormat | None:
    """The largest pictures within bounds that come often enough; None where the camera names none."""

    def rank(one: QCameraFormat) -> tuple[bool, bool, int]:
        size = one.resolution()
        fits = size.width() <= WIDTH and size.height() <= HEIGHT
        pixels = size.width() * size.height()
        return fits, one.maxFrameRate() >= MIN_RATE, pixels if fits else -pixels

    return max(formats, key=rank, default=None)
