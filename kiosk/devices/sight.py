"""Reads the code in a picture of a camera: a QImage in, a text out. It holds for any thread, and needs no window."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from kiosk.devices.burst import MAX_CODE

MAX_SIDE = 1280
"""Pixels of the longer side that are looked at: a card at a hand's breadth fills a good part of them."""
MAX_PIXELS = 4096 * 4096
"""A picture with more is no camera's; it is not looked at."""


def read(picture: QImage) -> str:
    """The text of the largest QR code in a picture: the one that is held up. Empty where none can be read."""
    if picture.isNull() or picture.width() * picture.height() > MAX_PIXELS:
        return ""
    # Imported here: the first frame does not wait for it.
    import zxingcpp

    grey = fitted(picture, MAX_SIDE).convertToFormat(QImage.Format.Format_Grayscale8)
    view = zxingcpp.ImageView(
        grey.constBits(), grey.width(), grey.height(), zxingcpp.ImageFormat.Lum, grey.bytesPerLine()
    )
    found = zxingcpp.read_barcodes(view, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    ours = [(_extent(one.position), one.text) for one in found if 0 < len(one.text) <= MAX_CODE]
    return max(ours)[1] if ours else ""


def fitted(picture: QImage, side: int) -> QImage:
    """A picture whose longer side is at most `side` pixels; a smaller one as it is."""
    if max(picture.width(), picture.height()) <= side:
        return picture
    return picture.scaled(
        QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.FastTransformation
    )


def _extent(position: object) -> int:
    """How much of the picture a code takes: twice its area in pixels."""
    corners = [getattr(position, name) for name in ("top_left", "top_right", "bottom_right", "bottom_left")]
    pairs = zip(corners, corners[1:] + corners[:1], strict=True)
    return abs(sum(int(one.x * other.y - other.x * one.y) for one, other in pairs))
