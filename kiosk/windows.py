"""Windows: the application behind them, its typefaces, the window that QML makes, and what is on it."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow, QSGRendererInterface

from kiosk.devices.wedge import without_input_method
from sync.resources import resource

FULL_SCREEN = (1080, 1920)
"""Where the system knows of no screen."""
Size = tuple[int, int]
"""Width and height in pixels."""

FAMILY = "Noto Sans"
"""The typeface of every screen and slip."""
OTHER_SCRIPTS = ["Noto Sans Arabic", "Noto Sans CJK SC"]
"""Its companions, in Debian's packages and in a bundle; each is loaded when a letter of its script is shown."""


def make_application() -> QGuiApplication:
    """The application, made once a process, with the renderer that needs no graphics card and the typeface."""
    found = QGuiApplication.instance()
    if isinstance(found, QGuiApplication):
        return found
    QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
    without_input_method()
    application = QGuiApplication(["kiosk"])
    application.setApplicationName("kiosk")
    application.setOrganizationName("quartieri-connessi")
    read_fonts("")
    # Which letters the typeface lends from: else Arabic comes in whatever there is, and Chinese in Japan's forms.
    QFont.insertSubstitutions(FAMILY, OTHER_SCRIPTS)
    application.setFont(QFont(FAMILY))
    return application


def read_fonts(part: str) -> int:
    """Reads the typefaces that a bundle brings along; returns how many.

    Args:
        part: "" for what the first frame needs; "later" for scripts that the first frame seldom shows: large files.
    """
    folder = root() / "assets" / "fonts" / part
    files = sorted(folder.glob("*.tt[fc]")) if folder.is_dir() else []
    return sum(QFontDatabase.addApplicationFont(str(file)) >= 0 for file in files)


def root() -> Path:
    """The folder that holds the package ``kiosk``: QML imports start there."""
    return resource("kiosk/shell/Main.qml").parent.parent.parent


def window_of(engine: QQmlApplicationEngine) -> QQuickWindow:
    """The window that an engine's QML made.

    Raises:
        RuntimeError: it did not load.
    """
    windows = [root for root in engine.rootObjects() if isinstance(root, QQuickWindow)]
    if not windows:
        raise RuntimeError("the window's QML did not load; its warnings say why")
    return windows[0]


def find(item: QQuickItem, name: str) -> QQuickItem | None:
    """A visible item by its object name. Lists own their rows in ways of their own, so this goes by what is painted."""
    if not item.isVisible():
        return None
    if item.objectName() == name:
        return item
    return next((found for child in item.childItems() if (found := find(child, name)) is not None), None)


def complain(sentence: object) -> None:
    """Says on standard error what a person at the screen is not told, or not in these words."""
    sys.stderr.write(f"{sentence}\n")
