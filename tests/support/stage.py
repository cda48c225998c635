"""The terminal's window as a process of its own that can be driven and killed: real taps, real keys, real pictures.

    python -m tests.support.stage --data DIR --window 1080x1920

Reads one JSON command a line, prints one JSON answer a line. It is `kiosk run` with a remote control: the same
folder, lock, window and engine.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk import app as kiosk_app
from kiosk.app import App
from sync.terminal.folder import open_folder
from sync.terminal.terminal import Terminal

WAIT_MS = 20_000


class Stage(QObject):
    """Carries out commands on the screen's thread."""

    asked = Signal(str)
    over = Signal()

    def __init__(self, app: App) -> None:
        super().__init__()
        self._app = app
        self._waits: list[tuple[Callable[[], bool], QTimer]] = []
        self.asked.connect(self._do)
        self.over.connect(QCoreApplication.quit)
        app.window.frameSwapped.connect(self._look)
        app.context.changed.connect(self._look)

    def _do(self, line: str) -> None:
        command = json.loads(line)
        try:
            getattr(self, "do_" + command.pop("do"))(**command)
        except Exception as error:
            self.answer(error=f"{type(error).__name__}: {error}")

    def answer(self, **values: Any) -> None:
        """Prints an answer."""
        sys.stdout.write(json.dumps(values, ensure_ascii=False) + "\n")
        sys.stdout.flush()

    # commands

    def do_tap(self, name: str) -> None:
        """A tap in the middle of an item."""
        item = self._item(name)
        centre = item.mapToScene(item.boundingRect().center()).toPoint()
        QTest.mouseClick(self._app.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, centre)
        self.answer(ok=True, x=centre.x(), y=centre.y())

    def do_scan(self, text: str) -> None:
        """What a keyboard-wedge scanner does: fast keys, then Enter."""
        for character in text:
            QTest.keyClick(self._app.window, character)  # type: ignore[call-overload]
        QTest.keyClick(self._app.window, Qt.Key.Key_Return)
        self.answer(ok=True)

    def do_grab(self, path: str) -> None:
        """A picture of the window."""
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        self.answer(ok=self._app.grab().save(path))

    def do_texts(self) -> None:
        """Every text on screen."""
        self.answer(texts=self._texts())

    def do_screen(self) -> None:
        """Which screen it is."""
        self.answer(screen=self._app.shell.navigator.place.screen)

    def do_go(self, screen: str, key: str = "") -> None:
        """Shows a screen as if one had come there from Home."""
        self._app.go(screen, key=key)
        self.answer(ok=True)

    def do_names(self) -> None:
        """Every name on screen."""
        self.answer(names=self._names())

    def do_wait_item(self, name: str, ms: int = WAIT_MS) -> None:
        """Until an item is on screen and can be tapped."""
        self._until(lambda: self._app.item(name) is not None and self._app.item(name).isEnabled(), f"no {name}", ms)  # type: ignore[union-attr]

    def do_wait_text(self, text: str, ms: int = WAIT_MS) -> None:
        """Until a text is on screen, or part of one."""
        self._until(lambda: any(text in one for one in self._texts()), f"no text {text!r}", ms)

    def do_wait_online(self, online: bool, ms: int = WAIT_MS) -> None:
        """Until the engine says that the line is up, or down."""
        self._until(lambda: self._app.context.heard_online is online, f"heard_online is not {online}", ms)

    # behind the glass

    def _item(self, name: str) -> QQuickItem:
        found = self._app.item(name)
        if found is None:
            raise LookupError(f"there is no {name} on screen; there are {self._names()}")
        return found

    def _names(self) -> list[str]:
        return [item.objectName() for item in _shown(self._app.window.contentItem()) if item.objectName()]

    def _texts(self) -> list[str]:
        found = (item.property("text") for item in _shown(self._app.window.contentItem()))
        return [text for text in found if isinstance(text, str) and text]

    def _until(self, holds: Callable[[], bool], otherwise: str, ms: int) -> None:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(lambda: self._give_up(timer, otherwise))
        timer.start(ms)
        self._waits.append((holds, timer))
        self._look()
        self._app.window.update()

    def _look(self) -> None:
        for wait in list(self._waits):
            holds, timer = wait
            if holds():
                timer.stop()
                self._waits.remove(wait)
                self.answer(ok=True)

    def _give_up(self, timer: QTimer, otherwise: str) -> None:
        self._waits = [wait for wait in self._waits if wait[1] is not timer]
        self.answer(error=f"{otherwise}; on screen: {self._texts()}")


def _shown(item: QQuickItem) -> list[QQuickItem]:
    if not item.isVisible():
        return []
    return [item, *(found for child in item.childItems() for found in _shown(child))]


def main() -> int:
    """The process."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--window", default="1080x1920")
    parser.add_argument("--lang", default="it")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    width, _, height = options.window.partition("x")
    folder = open_folder(options.data, "file")
    lock = folder.lock("run")
    lock.acquire()
    terminal = Terminal(folder)
    app = kiosk_app.build(terminal, window=(int(width), int(height)), language=options.lang)
    stage = Stage(app)

    def ready() -> None:
        app.start_engine("file")
        stage.answer(ready=True)

    app.on_first_frame(ready)

    def listen() -> None:
        for line in sys.stdin:
            stage.asked.emit(line)
        stage.over.emit()

    app.show()
    threading.Thread(target=listen, daemon=True).start()
    instance = QCoreApplication.instance()
    assert instance is not None
    status = instance.exec()
    app.close()
    terminal.close()
    lock.release()
    return status


if __name__ == "__main__":
    sys.exit(main())
