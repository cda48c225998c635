"""The window at the desk, tapped: each tap from the touch until the drop-in is on disk and its line on the screen.

    python -m tests.bench.desk_taps --data DIR --badge CODE --taps N

It is `kiosk run` with its engine. Between the taps come the yardstick's turns, in the same process: a bare SQLCipher
commit, as durable, and the repaint of a bare window. Prints one JSON object with the seconds of both.
"""

from __future__ import annotations

import argparse
import json
import secrets
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, QTimer
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest
from sqlcipher3 import dbapi2

import kiosk.app as kiosk_app
from kiosk import running
from kiosk.app import App

PAUSE_MS = 300
"""Between two turns: what the last one started has ended."""
LOOK_MS = 100
WINDOW = b"""
import QtQuick
Window {
    property int number: 0
    width: 1080; height: 1920; visible: true
    Text { anchors.centerIn: parent; font.pixelSize: 28; text: "Oggi: " + number }
}
"""


class Bare(QObject):
    """The least that a program must do to be durable and to show it."""

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._store = dbapi2.connect(str(folder / "bare.db"), isolation_level=None)
        self._store.execute(f"PRAGMA key = \"x'{secrets.token_hex(32)}'\"")
        self._store.execute("PRAGMA journal_mode = WAL")
        self._store.execute("PRAGMA synchronous = FULL")
        self._store.execute("CREATE TABLE fact (seq INTEGER PRIMARY KEY, raw BLOB NOT NULL)")
        self._engine = QQmlApplicationEngine(self)
        self._engine.loadData(WINDOW)
        window = self._engine.rootObjects()[0]
        assert isinstance(window, QQuickWindow)
        self.window = window

    def turn(self) -> None:
        """Stores 250 bytes and says how many rows there are."""
        self._store.execute("INSERT INTO fact (raw) VALUES (?)", (secrets.token_bytes(250),))
        number = self._store.execute("SELECT max(seq) FROM fact").fetchone()[0]
        self.window.setProperty("number", number)

    def close(self) -> None:
        """Closes store and window."""
        self._store.close()
        self.window.close()


class Taps(QObject):
    """Taps, looks for the line, taps again."""

    def __init__(self, app: App, badge: str, taps: int, folder: Path) -> None:
        super().__init__(app.engine)
        self._app, self._badge, self._left = app, badge, taps
        self._bare = Bare(folder, self)
        self._heard = False
        self._began = 0.0
        self._waiting = ""
        self._top = ""
        self.taken: dict[str, list[float]] = {"ours": [], "bare": []}
        self.before = app.terminal.journal.position()
        app.window.frameSwapped.connect(self._framed)
        self._bare.window.frameSwapped.connect(self._bare_framed)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._ready)

    def begin(self) -> None:
        """Waits until the terminal has started altogether."""
        assert self._app.supervisor is not None
        self._app.supervisor.said.connect(self._hear)
        self._timer.start()

    def _hear(self, _said: object) -> None:
        self._heard = True

    def _ready(self) -> None:
        warming = any(thread.name == "warm-up" for thread in threading.enumerate())
        if self._heard and not warming:
            self._timer.stop()
            self._app.scan(self._badge)
            QTimer.singleShot(PAUSE_MS, self, self._tap)

    # ours

    def _tap(self) -> None:
        codes = [code for code, _ in self._app.context.space().reasons][:9]
        item = self._app.item(f"desk.reason.{codes[self._left % len(codes)]}")
        if item is None:
            raise RuntimeError("the desk is not open")
        centre: QPoint = item.mapToScene(item.boundingRect().center()).toPoint()
        self._top = self._line()
        self._waiting = "ours"
        self._began = time.perf_counter()
        QTest.mouseClick(self._app.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, centre)

    def _line(self) -> str:
        log = self._app.models["desk"].log
        return str(log[0].key) if len(log) else ""

    def _framed(self) -> None:
        now = time.perf_counter()
        if self._waiting != "ours" or self._line() == self._top:
            return  # a frame of before, or of the pressed button alone
        if self._app.item(f"desk.row.undo.{self._line()}") is None:
            return
        self._note(now)
        QTimer.singleShot(PAUSE_MS, self, self._bare_tap)

    def _note(self, now: float) -> None:
        self.taken[self._waiting].append(now - self._began)
        self._waiting = ""

    # the yardstick

    def _bare_tap(self) -> None:
        self._waiting = "bare"
        self._began = time.perf_counter()
        self._bare.turn()

    def _bare_framed(self) -> None:
        now = time.perf_counter()
        if self._waiting == "bare":
            self._note(now)
            self._left -= 1
            if self._left:
                QTimer.singleShot(PAUSE_MS, self, self._tap)
            else:
                QCoreApplication.exit(0)

    def end(self) -> dict[str, Any]:
        """Closes the yardstick; what was measured, and what the journal says of it."""
        self._bare.close()
        position = self._app.terminal.journal.position()
        return {
            **self.taken, "recorded": position.last - self.before.last, "pending": position.pending,
            "today": len(self._app.models["desk"].log), "heard_online": self._app.context.heard_online,
        }  # fmt: skip


def main() -> int:
    """The process."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--badge", required=True)
    parser.add_argument("--taps", type=int, required=True)
    options = parser.parse_args()
    made: list[Taps] = []
    build = kiosk_app.build

    def watched(*given: Any, **more: Any) -> App:
        app = build(*given, **more)
        made.append(Taps(app, options.badge, options.taps, Path(folder)))
        # After `kiosk run` has started its engine: that hangs on the first frame too, and asked first.
        app.on_first_frame(lambda: QTimer.singleShot(PAUSE_MS, made[0], made[0].begin))
        close = app.close

        def closed() -> None:
            found.update(made[0].end())
            close()

        app.close = closed  # type: ignore[method-assign]
        return app

    found: dict[str, Any] = {}
    kiosk_app.build = watched
    with tempfile.TemporaryDirectory(dir=options.data) as folder:
        status = running.run(options.data, vault="file", window=(1080, 1920))
    sys.stdout.write(json.dumps(found) + "\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
