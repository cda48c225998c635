"""A QR code on screen: black on white with its quiet zone, each module a whole number of pixels, so that phones read it."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import Property, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

QML_IMPORT_NAME = "kiosk.controls"
QML_IMPORT_MAJOR_VERSION = 1

QUIET_ZONE = 4
"""Modules of white around a code (ISO/IEC 18004)."""
MAX_TEXT = 1200
"""Characters; beyond this a code on a screen cannot be read by an ordinary phone anyway."""


@lru_cache(maxsize=4)
def matrix(text: str) -> tuple[tuple[bool, ...], ...]:
    """The modules of the code for a text, rows of dark or not, quiet zone included.

    Raises:
        ValueError: the text is longer than `MAX_TEXT`.
    """
    if len(text) > MAX_TEXT:
        raise ValueError(f"{len(text)} characters are too many for a code on a screen")
    # Imported here: the first frame does not wait for it.
    import qrcode
    from qrcode.constants import ERROR_CORRECT_M

    code = qrcode.QRCode(border=QUIET_ZONE, error_correction=ERROR_CORRECT_M)
    code.add_data(text)
    code.make(fit=True)
    return tuple(tuple(bool(module) for module in row) for row in code.get_matrix())


@QmlElement
class QrCode(QQuickPaintedItem):
    """Draws the code of `text`, as large as whole pixels allow, centred; nothing for an empty text."""

    textChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setAntialiasing(False)

    def _get_text(self) -> str:
        return self._text

    def _set_text(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.textChanged.emit()
            self.update()

    text = Property(str, _get_text, _set_text, notify=textChanged)

    def paint(self, painter: QPainter) -> None:
        """Qt's: paints the item."""
        if not self._text:
            return
        rows = matrix(self._text)
        module = int(min(self.width(), self.height())) // len(rows)
        side = module * len(rows)
        left = int(self.width() - side) // 2
        top = int(self.height() - side) // 2
        painter.fillRect(QRect(left, top, side, side), Qt.GlobalColor.white)
        for y, row in enumerate(rows):
            for x, dark in enumerate(row):
                if dark:
                    painter.fillRect(
                        QRect(left + x * module, top + y * module, module, module), Qt.GlobalColor.black
                    )
