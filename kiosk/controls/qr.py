"""QR codes on screen: black on white with their quiet zone, each module a whole number of pixels."""

from __future__ import annotations

from urllib.parse import unquote

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider

PROVIDER = "qr"
QUIET_ZONE = 4
"""Modules of white around a code (ISO/IEC 18004)."""
MAX_TEXT = 1200
"""Characters; beyond this a code on a screen cannot be read by an ordinary phone anyway."""
DEFAULT_SIDE = 400
MAX_SIDE = 4096
"""Pixels of a code's side."""


def matrix(text: str) -> list[list[bool]]:
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
    return [[bool(module) for module in row] for row in code.get_matrix()]


def picture(text: str, side: int) -> QImage:
    """The code for a text as a white square of `side` pixels, the modules as large as whole pixels allow, centred."""
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    rows = matrix(text)
    module = max(1, side // len(rows))
    start = (side - module * len(rows)) // 2
    painter = QPainter(image)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                painter.fillRect(QRect(start + x * module, start + y * module, module, module), Qt.GlobalColor.black)
    painter.end()
    return image


class QrImages(QQuickImageProvider):
    """Gives QrCode.qml its pictures: ``image://qr/`` and the text, percent-encoded."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002, N803
        """Qt's: one picture."""
        wanted = min(requestedSize.width(), requestedSize.height())
        side = min(wanted, MAX_SIDE) if wanted > 0 else DEFAULT_SIDE
        try:
            return picture(unquote(id), side)
        except ValueError:
            return QImage()
