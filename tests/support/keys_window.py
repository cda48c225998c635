"""A window with the wedge's filter in front of one text field, in a process of its own, on a real X server.

Each line that it prints has a number, a kind and a text: ``1 shown WINDOW``, ``2 ready`` when keys can come, then
``code`` for each code and ``field`` for what the field holds.
"""

from __future__ import annotations

import itertools
import json
import signal
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow, QSGRendererInterface

from kiosk.devices.wedge import Wedge, without_input_method

PLACE = b"""
import QtQuick
Window {
    width: 300; height: 200; visible: true
    TextInput { objectName: "field"; focus: true; anchors.fill: parent }
}
"""


NUMBERS = itertools.count(1)


def say(kind: str, text: str) -> None:
    """One line for whoever reads."""
    sys.stdout.write(f"{next(NUMBERS)} {kind} {json.dumps(text)}\n")
    sys.stdout.flush()


def main() -> int:
    """Shows the window until it is told to end."""
    QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.Software)
    without_input_method()
    application = QGuiApplication([])
    signal.signal(signal.SIGTERM, lambda *_: application.quit())
    beat = QTimer()
    beat.timeout.connect(lambda: None)  # lets Python see the signal
    beat.start(50)
    engine = QQmlApplicationEngine()
    engine.loadData(PLACE)
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    wedge = Wedge(engine)
    wedge.on_code(lambda code: say("code", code))
    window.installEventFilter(wedge)
    field = window.findChild(QQuickItem, "field")
    field.textChanged.connect(lambda: say("field", field.property("text")))  # type: ignore[union-attr]
    window.activeChanged.connect(lambda: say("ready", "") if window.isActive() else None)
    say("shown", str(window.winId()))
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
