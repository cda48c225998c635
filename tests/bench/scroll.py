"""The terminal's window with a list that scrolls without end, first alone, then while the engine synchronises.

    python -m tests.bench.scroll --data DIR --seconds S

It is `kiosk run` on the agenda of a space, but its engine starts late: when so many seconds have been measured
without one. The replica has forgotten its cursor, so that the engine takes everything in while the screen shows what
it has; the measurement goes on until the screen has shown what came. Prints one JSON object: for each half the seconds
of work of each frame (processor time of the screen's thread from one frame to the next, so all that it did) and the
intervals between frames.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QPropertyAnimation, QTimer
from PySide6.QtQuick import QQuickItem

import kiosk.app as kiosk_app
from kiosk import running
from kiosk.app import App
from sync.terminal.folder import open_folder
from sync.terminal.replica import Replica

WARM_MS = 2_000
"""The window has been there for a while when it is first measured."""
AFTER_MS = 1_000
"""What a synchronisation brings may be shown a few frames later."""
STAY_MS = 10_000
"""How often somebody who only looks says so: else the terminal goes back to Home."""
LONGEST_MS = 240_000
PIXELS_A_SECOND = 600
FADE_MS = 1_000
LIST = "agenda.list"


class Frames:
    """Work and intervals of frames, from the first one that is seen."""

    def __init__(self) -> None:
        self.work: list[float] = []
        self.intervals: list[float] = []
        self._last: tuple[float, float] | None = None

    def swapped(self) -> None:
        """A frame was shown."""
        now = (time.thread_time(), time.perf_counter())
        if self._last is not None:
            self.work.append(now[0] - self._last[0])
            self.intervals.append(now[1] - self._last[1])
        self._last = now


class Scrolling(QObject):
    """The two halves of the measurement."""

    def __init__(self, app: App, seconds: float) -> None:
        super().__init__(app.engine)
        self._app, self._milliseconds = app, round(seconds * 1000)
        self._scroll: QPropertyAnimation | None = None
        self._list: QQuickItem | None = None
        self.halves = {"alone": Frames(), "synchronising": Frames()}
        self._half: Frames | None = None
        self._started = 0.0
        self.found: dict[str, Any] = {"synchronised_in": None}
        self._stay = QTimer(self, interval=STAY_MS)
        self._stay.timeout.connect(app.shell.more)
        app.window.frameSwapped.connect(self._swapped)

    def begin(self) -> None:
        """Shows the list and sets it moving."""
        self._app.go("week")
        self._stay.start()
        QTimer.singleShot(WARM_MS // 2, self, self._move)

    def _move(self) -> None:
        found = self._app.item(LIST)
        if found is None:
            raise RuntimeError("there is no list to scroll")
        self._list = found
        self.found["rows"] = found.property("count")
        scrolls = float(found.property("contentHeight")) > found.height()
        self._scroll = QPropertyAnimation(found, b"contentY" if scrolls else b"opacity", self)
        self._scroll.finished.connect(self._turn if scrolls else self._fade)
        self._scroll.finished.emit()
        QTimer.singleShot(WARM_MS // 2, self, self._alone)

    def _turn(self) -> None:
        """From where the list is to the end that is farther away."""
        assert self._list is not None
        top, here = float(self._list.property("originY")), float(self._list.property("contentY"))
        bottom = top + float(self._list.property("contentHeight")) - self._list.height()
        end = bottom if bottom - here > here - top else top
        self._go(here, end, max(100, round(abs(end - here) / PIXELS_A_SECOND * 1000)))

    def _fade(self) -> None:
        """A list that is too short to scroll fades, over and over: its frames say little, but there are some."""
        self._go(0.5, 1.0, FADE_MS)

    def _go(self, start: float, end: float, milliseconds: int) -> None:
        assert self._scroll is not None
        self._scroll.setStartValue(start)
        self._scroll.setEndValue(end)
        self._scroll.setDuration(milliseconds)
        self._scroll.start()

    def _swapped(self) -> None:
        if self._half is not None:
            self._half.swapped()

    def _alone(self) -> None:
        self._half = self.halves["alone"]
        QTimer.singleShot(self._milliseconds, self, self._synchronising)

    def _synchronising(self) -> None:
        self._half = self.halves["synchronising"]
        self._started = time.perf_counter()
        App.start_engine(self._app, "file")
        assert self._app.supervisor is not None
        self._app.supervisor.said.connect(self._heard)
        QTimer.singleShot(LONGEST_MS, self, self._give_up)

    def _heard(self, said: dict[str, Any]) -> None:
        if said.get("changed") and self.found["synchronised_in"] is None:
            self.found["synchronised_in"] = time.perf_counter() - self._started
            QTimer.singleShot(AFTER_MS, self, QCoreApplication.quit)

    def _give_up(self) -> None:
        raise RuntimeError("the engine did not synchronise")


def _fail(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Ends the window when something failed on its thread, where Qt would go on."""
    sys.__excepthook__(kind, error, trace)
    QCoreApplication.exit(1)


def main() -> int:
    """The process."""
    sys.excepthook = _fail
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--seconds", type=float, required=True)
    options = parser.parse_args()
    folder = open_folder(options.data, "file")
    replica = Replica(folder.replica, folder.database_key())
    replica.forget()
    replica.close()
    made: list[Scrolling] = []
    build = kiosk_app.build

    def watched(*given: Any, **more: Any) -> App:
        app = build(*given, **more)
        made.append(Scrolling(app, options.seconds))
        app.start_engine = later  # type: ignore[method-assign]
        return app

    def later(vault: str) -> None:
        made[0].begin()

    kiosk_app.build = watched
    status = running.run(options.data, vault="file", window=(1080, 1920))
    halves = {
        name: {"work": half.work, "intervals": half.intervals} for name, half in made[0].halves.items()
    }  # fmt: skip
    print(json.dumps({**made[0].found, **halves}))
    return status


if __name__ == "__main__":
    sys.exit(main())
