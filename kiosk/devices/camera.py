"""The camera: a few of its pictures a second are looked at for a code, in a thread of their own.

It is on only between `start` and `stop`. Of its pictures the newest alone is held, for the screen to show what the
camera sees; `stop` forgets it, and nothing that was under way arrives afterwards. Pictures are never written anywhere.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QThread, Signal, Slot
from PySide6.QtGui import QImage

from kiosk.devices import frames
from kiosk.devices.protocols import Absent
from kiosk.devices.sight import MAX_PIXELS, fitted, read
from sync.clock import Clock

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame, QVideoSink

FRAME_MS = 100
"""The least time between two pictures that are looked at: looking takes 2 to 60 ms of one core."""
SHOWN_SIDE = 640
"""Pixels of the longer side of the picture on the screen."""


class Source(Protocol):
    """Where pictures come from, while it is open."""

    @property
    def sink(self) -> QVideoSink:
        """Where they arrive."""

    def start(self, failed: Callable[[], None]) -> None:
        """Begins; `failed` is called when it cannot go on."""

    def stop(self) -> None:
        """Ends, and frees the camera."""


class _Looker(QObject):
    """What is done in the thread: one picture at a time."""

    looked = Signal(int, str, QImage)

    @Slot(int, object)
    def look(self, turn: int, frame: QVideoFrame) -> None:
        """Looks at a picture."""
        picture, text = QImage(), ""
        try:
            if frame.width() * frame.height() <= MAX_PIXELS:
                picture = frames.picture(frame)
                text = read(picture)
                picture = fitted(picture, SHOWN_SIDE)
        finally:
            self.looked.emit(turn, text, picture)


class Camera(QObject):
    """One camera.

    Args:
        source: opens it; raises `Absent`, with a sentence, where it cannot.
        plugged: whether there is one to open; asked whenever a screen is shown, so it takes next to no time.
        clock: tells how long ago the last picture was.
    """

    code = Signal(str)
    """A code was seen."""
    seen = Signal()
    """`picture` is a new one."""
    changed = Signal()
    """It began, ended or failed."""
    _frame = Signal(int, object)

    def __init__(
        self, source: Callable[[], Source], plugged: Callable[[], bool], clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._open, self.plugged, self._clock = source, plugged, clock
        self._source: Source | None = None
        self._thread: QThread | None = None
        self._looker = _Looker()
        self._turn = 0
        self._busy = False
        self._last_ms = -FRAME_MS
        self.picture = QImage()
        self.trouble = ""

    @property
    def on(self) -> bool:
        """Whether the camera is in use."""
        return self._source is not None

    def start(self) -> None:
        """Turns it on; where that fails `trouble` says why."""
        if self._source is not None:
            return
        try:
            self._source = self._open()
        except Absent as why:
            self.trouble = str(why)
            self.changed.emit()
            return
        self.trouble = ""
        self._begin_thread()
        self._source.sink.videoFrameChanged.connect(self._arrived)
        self._source.start(self._failed)
        self.changed.emit()

    def stop(self) -> None:
        """Turns it off: from here on no picture is held and no code arrives."""
        source, self._source = self._source, None
        self._turn += 1
        self._busy = False
        self.picture = QImage()
        if source is not None:
            source.sink.videoFrameChanged.disconnect(self._arrived)
            source.stop()
            self.changed.emit()

    def close(self) -> None:
        """Turns it off for good."""
        self.stop()
        if self._thread is not None:
            self._thread.quit()
            self._thread.wait()
            self._thread = None

    def _begin_thread(self) -> None:
        if self._thread is None:
            self._thread = QThread(self)
            self._looker.moveToThread(self._thread)
            self._frame.connect(self._looker.look)
            self._looker.looked.connect(self._looked)
            self._thread.start(QThread.Priority.LowPriority)

    def _failed(self) -> None:
        self.stop()
        self.trouble = "The camera stopped. Plug it in again."
        self.changed.emit()

    def _arrived(self, frame: QVideoFrame) -> None:
        """A picture came. While one is being looked at, others are let go: there is no queue."""
        now_ms = self._clock.monotonic_ms()
        if not self._busy and now_ms - self._last_ms >= FRAME_MS:
            self._busy, self._last_ms = True, now_ms
            self._frame.emit(self._turn, frame)

    @Slot(int, str, QImage)
    def _looked(self, turn: int, text: str, picture: QImage) -> None:
        if turn != self._turn:
            return
        self._busy = False
        self.picture = picture
        self.seen.emit()
        if text:
            self.code.emit(text)
