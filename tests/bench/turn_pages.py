"""The terminal's window with a list of very many lines: at rest, turned by the page, and scrolled.

    python -m tests.bench.turn_pages --data DIR --seconds S --rows N

Frames are drawn without end in all three, so that they can be compared. Prints one JSON object: for each the seconds of
work of each frame and the intervals between frames, as `tests.bench.scroll` takes them.
"""

from __future__ import annotations

import argparse
import json
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QMetaObject, QObject, QPropertyAnimation, QTimer
from PySide6.QtQuick import QQuickItem

import kiosk.app as kiosk_app
from kiosk import running
from kiosk.agenda import words
from kiosk.app import App
from tests.bench.scroll import PIXELS_A_SECOND, STAY_MS, WARM_MS, Frames, _fail

TURN_MS = 250
"""Faster than anybody turns pages."""
DAYS = 460
LIST, DOWN, UP = "agenda.list", "agenda.down", "agenda.up"


class Turning(QObject):
    """The three parts of the measurement."""

    def __init__(self, app: App, seconds: float, rows: int) -> None:
        super().__init__(app.engine)
        self._app, self._milliseconds, self._rows = app, round(seconds * 1000), rows
        self.parts = {"idle": Frames(), "paging": Frames(), "scrolling": Frames()}
        self._part: Frames | None = None
        self._down = True
        self.shown = 0
        self._stay = QTimer(self, interval=STAY_MS)
        self._stay.timeout.connect(app.shell.more)
        self._turns = QTimer(self, interval=TURN_MS)
        self._turns.timeout.connect(self._turn)
        app.window.frameSwapped.connect(self._swapped)

    def begin(self) -> None:
        """Shows the list."""
        app = self._app
        app.go("week")
        self._stay.start()
        model, today = app.models["agenda"], app.context.today()
        found = app.terminal.projection.agenda(today, today + timedelta(days=DAYS), all_spaces=True)[: self._rows]
        model.refresh = lambda: None  # the list stays as it is
        model._rows.replace([words.row(app.context, one, dated=True, space=True) for one in found])
        self.shown = len(found)
        QTimer.singleShot(WARM_MS, self, self._idle)

    def _idle(self) -> None:
        self._part = self.parts["idle"]
        QTimer.singleShot(self._milliseconds, self, self._paging)

    def _paging(self) -> None:
        self._part = self.parts["paging"]
        self._turns.start()
        QTimer.singleShot(self._milliseconds, self, self._scrolling)

    def _turn(self) -> None:
        button = self._app.item(DOWN if self._down else UP)
        if button is None or not button.isEnabled():
            self._down = not self._down
            return
        QMetaObject.invokeMethod(button, "tapped")

    def _scrolling(self) -> None:
        self._turns.stop()
        self._part = self.parts["scrolling"]
        found = self._app.item(LIST)
        assert isinstance(found, QQuickItem)
        here = float(found.property("contentY"))
        self._scroll = QPropertyAnimation(found, b"contentY", self)
        self._scroll.setStartValue(here)
        self._scroll.setEndValue(here + PIXELS_A_SECOND * self._milliseconds / 1000)
        self._scroll.setDuration(self._milliseconds)
        self._scroll.finished.connect(self._end)
        self._scroll.start()

    def _end(self) -> None:
        self._part = None
        QCoreApplication.quit()

    def _swapped(self) -> None:
        if self._part is not None:
            self._part.swapped()
        self._app.window.update()


def main() -> int:
    """The process."""
    sys.excepthook = _fail
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--rows", type=int, required=True)
    options = parser.parse_args()
    made: list[Turning] = []
    build = kiosk_app.build

    def watched(*given: Any, **more: Any) -> App:
        app = build(*given, **more)
        made.append(Turning(app, options.seconds, options.rows))
        app.start_engine = lambda _vault: made[0].begin()  # type: ignore[method-assign]
        return app

    kiosk_app.build = watched
    status = running.run(options.data, vault="file", window=(1080, 1920))
    parts = {name: {"work": part.work, "intervals": part.intervals} for name, part in made[0].parts.items()}
    print(json.dumps({"rows": made[0].shown, **parts}))
    return status


if __name__ == "__main__":
    sys.exit(main())
