"""A person at the window: real taps on real items."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from kiosk.app import App
from tests.kiosk.world import HandClock

ROOT = Path(__file__).resolve().parent.parent.parent
PORTRAIT, WIDE, SMALL = (1080, 1920), (1920, 1080), (1280, 800)


def compile_translations() -> None:
    """What `make` does: a translation that is older than its source is compiled again."""
    for source in sorted((ROOT / "assets" / "translations").glob("*.ts")):
        target = source.with_suffix(".qm")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            lrelease = Path(sys.executable).parent / "pyside6-lrelease"
            subprocess.run([lrelease, "-silent", source, "-qm", target], check=True)


class Hand:
    """A person at the window.

    Attributes:
        app: the window with everything behind it.
        clock: the terminal's clock.
    """

    def __init__(self, app: App, clock: HandClock) -> None:
        self.app, self.clock = app, clock

    def item(self, name: str) -> QQuickItem:
        """What is on screen under a name."""
        found = self.app.item(name)
        said = self.app.shell.property("message")
        assert found is not None, f"{name} is not on screen; there are {sorted(self.names())}; it says {said!r}"
        return found

    def tap(self, name: str) -> None:
        """A tap in the middle of an item, once it is painted where it belongs."""
        self.app.settle()
        self.clock.forward(0.3)  # no hand is faster
        item = self.item(name)
        assert item.isEnabled(), f"{name} does not answer"
        centre = item.mapToScene(item.boundingRect().center()).toPoint()
        window = self.app.window
        assert 0 <= centre.x() < window.width(), f"{name} is beside the window"
        assert 0 <= centre.y() < window.height(), f"{name} is below the window"
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, centre)

    def type_number(self, prefix: str, digits: str) -> None:
        """A number on the screen's own keys."""
        for digit in digits:
            self.tap(f"{prefix}.key.{digit}")

    def scan(self, text: str) -> None:
        """A code is read, by whatever reader."""
        self.app.scan(text)

    def scan_by_keys(self, text: str) -> None:
        """What a keyboard-wedge scanner does. On a busy machine keys come as slowly as people type them, so only tests
        of that way use it.
        """
        for character in text:
            QTest.keyClick(self.app.window, character)
        QTest.keyClick(self.app.window, Qt.Key.Key_Return)

    def wait(self, seconds: float) -> None:
        """Time passes, and the window's own timer sees it."""
        self.clock.forward(seconds)
        self.app.shell.tick()

    def shown(self) -> list[QQuickItem]:
        """Every visible item."""
        found: list[QQuickItem] = []
        waiting = [self.app.window.contentItem()]
        while waiting:
            item = waiting.pop()
            if item.isVisible():
                found.append(item)
                waiting += item.childItems()
        return found

    def names(self) -> set[str]:
        """Every name on screen."""
        return {item.objectName() for item in self.shown() if item.objectName()}

    def texts(self) -> list[str]:
        """Every text on screen."""
        return [text for item in self.shown() if isinstance(text := item.property("text"), str) and text]

    def text(self, part: str) -> bool:
        """Whether some text on screen has a part."""
        return any(part in one for one in self.texts())

    def recorded(self, kind: str) -> list[dict[str, object]]:
        """What was stated here of a kind, in order."""
        facts = [json.loads(one.raw) for one in self.app.terminal.journal.after(0, facts=2_000, size=4_000_000)]
        return [fact["body"] for fact in facts if fact["kind"] == kind]

    @property
    def screen(self) -> str:
        """Where one is."""
        return self.app.shell.navigator.place.screen
