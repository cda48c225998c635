"""The camera as screens see it: what it sees now, on exactly as long as some screen shows that."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QObject, QSize, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickImageProvider

if TYPE_CHECKING:
    from kiosk.devices.camera import Camera

QML_IMPORT_NAME = "kiosk.controls"
QML_IMPORT_MAJOR_VERSION = 1

PROVIDER = "eye"


@QmlElement
class Eye(QObject):
    """What is seen. Without a camera it is not there, and screens ask for the scanner or the number."""

    changed = Signal()
    seen = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._camera: Camera | None = None
        self._plugged = False
        self._watching: set[int] = set()
        self._numbers = count(1)
        self._picture = 0

    def use(self, camera: Camera) -> None:
        """From now on this camera is looked through."""
        self._camera = camera
        camera.seen.connect(self._new_picture)
        camera.changed.connect(self._camera_changed)
        self.look_again()

    def look_again(self) -> None:
        """Sees whether the camera is plugged in."""
        plugged = self._camera is not None and self._camera.plugged()
        if plugged != self._plugged:
            self._plugged = plugged
            self._turn()
            self.changed.emit()

    def close(self) -> None:
        """Nobody looks any more, whatever screens say: the person is gone."""
        self._watching.clear()
        self._turn()

    @Slot(result=int)
    def ticket(self) -> int:
        """A number for a screen that will watch."""
        return next(self._numbers)

    @Slot(int, bool)
    def watch(self, ticket: int, on: bool) -> None:
        """A screen begins or ends to show what the camera sees."""
        (self._watching.add if on else self._watching.discard)(ticket)
        self._turn()

    def _turn(self) -> None:
        if self._camera is None:
            return
        if self._watching and self._plugged:
            self._camera.start()
        else:
            self._camera.stop()

    def _camera_changed(self) -> None:
        self.changed.emit()
        self.seen.emit()  # where it ended, its last picture goes from the screen at once

    def _new_picture(self) -> None:
        self._picture += 1
        self.seen.emit()

    @property
    def picture(self) -> QImage:
        """What is seen now; a null picture while nothing is."""
        return self._camera.picture if self._camera is not None else QImage()

    @Property(bool, notify=changed)
    def there(self) -> bool:
        """Whether there is a camera."""
        return self._plugged

    @Property(bool, notify=changed)
    def failed(self) -> bool:
        """Whether the camera that is there does not work."""
        return self._camera is not None and self._camera.trouble != ""

    @Property(str, notify=seen)
    def source(self) -> str:
        """The address of the picture of this moment; empty before the first."""
        return "" if self.picture.isNull() else f"image://{PROVIDER}/{self._picture}"


class EyeImages(QQuickImageProvider):
    """Gives CameraPicture.qml what is seen: ``image://eye/`` and a number that grows."""

    def __init__(self, eye: Eye) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._eye = eye

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002, N803
        """Qt's: one picture."""
        return self._eye.picture
