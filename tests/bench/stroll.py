"""The terminal's window with somebody who strolls through it: real events into the real window, tap after tap.

    python -m tests.bench.stroll --data DIR --taps N [--pause MS] [--bare]

It is `kiosk run` with its engine, which finds no hub. A tap is painted with the first frame that is shown after its
release was handled: what it changes on the screen, it changes there and then. Where ``--bare`` says so, each tap is
followed by one into a bare window that shows another number. Prints one JSON object: for each tap what was tapped,
where that led, and the seconds until the frame; the bare window's seconds; and the memory as it went.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import threading
import time
from array import array
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

import kiosk.app as kiosk_app
from kiosk import running
from kiosk.app import App
from kiosk.features import FEATURES
from tests.bench.processes import rss_bytes
from tests.bench.scroll import _fail
from tests.bench.strolls import STROLL, Step

LOOK_MS = 100
LONGEST_SECONDS = 5.0
MARKS = 20
"""How often the memory is looked at."""
SETTLE_MS = 1_000
"""Until the terminal has done what it does after its start."""
WINDOW = b"""
import QtQuick
Window {
    id: root
    property int number: 0
    width: 1080; height: 1920; visible: true
    Text { anchors.centerIn: parent; font.pixelSize: 28; text: "Oggi: " + root.number }
    TapHandler { onTapped: root.number++ }
}
"""


class Finger(QObject):
    """Taps on a window, and the seconds from the touch until the frame that shows what it did."""

    def __init__(self, window: QQuickWindow, parent: QObject) -> None:
        super().__init__(parent)
        self.window = window
        self._began = self._painted = self._worked = 0.0
        self._released = False
        window.installEventFilter(self)
        window.frameSwapped.connect(self._swapped)

    def tap(self, item: QQuickItem) -> None:
        """A tap in the middle of an item."""
        centre = item.mapToScene(item.boundingRect().center()).toPoint()
        self._released, self._painted = False, 0.0
        self._worked = time.thread_time()
        self._began = time.perf_counter()
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, centre)

    def took(self) -> float | None:
        """Seconds of the last tap; None while its frame is to come.

        Raises:
            RuntimeError: it did not come.
        """
        if not self._painted and time.perf_counter() - self._began > LONGEST_SECONDS:
            raise RuntimeError("a tap changed nothing on the screen")
        return self._painted - self._began if self._painted else None

    def worked(self) -> float:
        """Seconds of a processor that the last tap took of the window's thread until its frame."""
        return self._worked

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt's: sees the release before what is tapped does."""
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._released = True
        return False

    def _swapped(self) -> None:
        if self._released and not self._painted:
            self._painted = time.perf_counter()
            self._worked = time.thread_time() - self._worked


class Stroll(QObject):
    """Somebody before the terminal, who knows the way."""

    def __init__(self, app: App, taps: int, pause_ms: int, *, bare: bool) -> None:
        super().__init__(app.engine)
        self._app, self._taps, self._pause_ms = app, taps, pause_ms
        self._finger = Finger(app.window, self)
        self._bare = self._bare_window() if bare else None
        self._step: Step | None = None
        # Nothing but eight bytes of each tap: the memory is what is measured.
        self.taken = array("d")
        self.worked = array("d")
        self.bare = array("d")
        self.memory: list[tuple[int, int]] = []
        # Connected once: PySide keeps some bytes of each connection, and that is not what is measured here.
        self._then: Callable[[], None] = self._ready
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._act)

    def _bare_window(self) -> Finger:
        self._engine = QQmlApplicationEngine(self)
        self._engine.loadData(WINDOW)
        window = self._engine.rootObjects()[0]
        assert isinstance(window, QQuickWindow)
        return Finger(window, self)

    def begin(self) -> None:
        """Waits until the terminal has started altogether."""
        self._after(LOOK_MS, self._ready)

    def _after(self, milliseconds: int, then: Callable[[], None]) -> None:
        self._then = then
        self._timer.start(milliseconds)

    def _act(self) -> None:
        self._then()

    def _ready(self) -> None:
        warming = any(thread.name == "warm-up" for thread in threading.enumerate())
        if not warming and all(name in self._app.models for name in FEATURES):
            self._after(SETTLE_MS, self._tap)
        else:
            self._after(LOOK_MS, self._ready)

    def _tap(self) -> None:
        done = len(self.taken)
        if done % max(1, self._taps // MARKS) == 0 or done == self._taps:
            gc.collect()
            self.memory.append((done, rss_bytes()))
        if done == self._taps:
            self._end()
            return
        self._step = STROLL[done % len(STROLL)]
        self._finger.tap(self._target(self._step.tap))
        self._look()

    def _target(self, name: str) -> QQuickItem:
        window = self._app.window
        begins = name.removesuffix("*")
        whole = QRectF(0, 0, window.width(), window.height())
        found = self._app.item(name) if begins == name else _first(window.contentItem(), begins, whole)
        if found is None or not found.isEnabled():
            place = self._app.shell.navigator.place.screen
            raise RuntimeError(f"tap {len(self.taken)}: {name} does not answer on the screen {place}")
        return found

    def _look(self) -> None:
        took = self._finger.took()
        if took is None:
            self._after(1, self._look)
            return
        assert self._step is not None
        place = self._app.shell.navigator.place.screen
        if place != self._step.screen:
            raise RuntimeError(f"{self._step.tap} led to {place}, not to {self._step.screen}")
        self.taken.append(took)
        self.worked.append(self._finger.worked())
        self._after(self._pause_ms, self._tap if self._bare is None else self._tap_bare)

    def _tap_bare(self) -> None:
        assert self._bare is not None
        self._bare.tap(self._bare.window.contentItem())
        self._look_bare()

    def _look_bare(self) -> None:
        assert self._bare is not None
        took = self._bare.took()
        if took is None:
            self._after(1, self._look_bare)
            return
        self.bare.append(took)
        self._after(self._pause_ms, self._tap)

    def _end(self) -> None:
        if self._bare is not None:
            self._bare.window.close()
        QCoreApplication.exit(0)


def _first(item: QQuickItem, begins: str, through: QRectF) -> QQuickItem | None:
    """The first item whose name begins so, and whose middle is in sight."""
    if not item.isVisible():
        return None
    rect = item.mapRectToScene(item.boundingRect())
    if item.objectName().startswith(begins) and rect.height() > 1 and through.contains(rect.center()):
        return item
    inner = through.intersected(rect) if item.clip() else through
    return next((found for child in item.childItems() if (found := _first(child, begins, inner)) is not None), None)


def main() -> int:
    """The process."""
    sys.excepthook = _fail
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--taps", type=int, required=True)
    parser.add_argument("--pause", type=int, default=0)
    parser.add_argument("--bare", action="store_true")
    options = parser.parse_args()
    made: list[Stroll] = []
    build = kiosk_app.build

    def watched(*given: Any, **more: Any) -> App:
        app = build(*given, **more)
        made.append(Stroll(app, options.taps, options.pause, bare=options.bare))
        app.on_first_frame(made[0].begin)
        return app

    kiosk_app.build = watched
    status = running.run(options.data, vault="file", window=(1080, 1920))
    one = made[0]
    steps = [STROLL[number % len(STROLL)] for number in range(len(one.taken))]
    taken = [(step.tap, step.screen, took) for step, took in zip(steps, one.taken, strict=True)]
    print(json.dumps({"taken": taken, "worked": list(one.worked), "bare": list(one.bare), "memory": one.memory}))
    return status


if __name__ == "__main__":
    sys.exit(main())
