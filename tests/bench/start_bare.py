"""The yardstick of a start: a bare Qt Quick window with one text, after the imports of the two libraries that any such
program needs for its store. Prints the monotonic clock at its first frame, in nanoseconds."""

from __future__ import annotations

import json
import sys
import time

import sqlalchemy.orm  # noqa: F401
import sqlcipher3  # noqa: F401
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow, QSGRendererInterface

WINDOW = b"""
import QtQuick
Window { width: 1080; height: 1920; visible: true; Text { anchors.centerIn: parent; text: "Oggi qui" } }
"""


def main() -> int:
    """Shows the window until its first frame."""
    QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
    application = QGuiApplication(["bare"])
    engine = QQmlApplicationEngine()
    engine.loadData(WINDOW)
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)

    def framed() -> None:
        sys.stdout.write(json.dumps({"ns": time.monotonic_ns()}) + "\n")
        sys.stdout.flush()
        QCoreApplication.exit(0)

    window.frameSwapped.connect(framed)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
