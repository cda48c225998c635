"""Reading codes from pictures of screens."""

from __future__ import annotations

from pathlib import Path

import zxingcpp
from PySide6.QtGui import QImage


def decode(path: Path) -> str:
    """The text of the one QR code on a picture."""
    image = QImage(str(path)).convertToFormat(QImage.Format.Format_Grayscale8)
    assert not image.isNull(), path
    width, height, stride = image.width(), image.height(), image.bytesPerLine()
    lines = bytes(image.constBits())
    packed = b"".join(lines[row * stride : row * stride + width] for row in range(height))
    found = zxingcpp.read_barcodes(memoryview(packed).cast("B", (height, width)))
    assert len(found) == 1, f"{len(found)} codes on {path}"
    return found[0].text
