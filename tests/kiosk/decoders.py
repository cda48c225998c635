"""Two readers of codes that have nothing in common: what they find on a picture, as texts."""

from __future__ import annotations

import zxingcpp
from PySide6.QtGui import QImage
from pyzbar import pyzbar


def grey(image: QImage) -> tuple[bytes, int, int]:
    """A picture as bytes of grey, without padding, and its size."""
    plain = image.convertToFormat(QImage.Format.Format_Grayscale8)
    width, height, stride = plain.width(), plain.height(), plain.bytesPerLine()
    lines = bytes(plain.constBits())
    return b"".join(lines[row * stride : row * stride + width] for row in range(height)), width, height


def codes_on(image: QImage) -> list[str]:
    """What zxing-cpp finds."""
    pixels, width, height = grey(image)
    return [found.text for found in zxingcpp.read_barcodes(memoryview(pixels).cast("B", (height, width)))]


def codes_by_zbar(image: QImage) -> list[str]:
    """What zbar finds."""
    found = pyzbar.decode(grey(image), symbols=[pyzbar.ZBarSymbol.QRCODE])
    return [one.data.decode() for one in found]
