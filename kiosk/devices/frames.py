"""From a frame of Qt Multimedia to a picture, without its conversions, which want a graphics card.

Cameras deliver brightness apart from colour. Codes are black on white, so the brightness is the picture: it is there
already, in a plane of its own or in every other byte.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame

PLANAR = frozenset({"YUV420P", "YUV422P", "YV12", "NV12", "NV21", "IMC1", "IMC2", "IMC3", "IMC4", "Y8"})
"""Formats whose first plane is the brightness, a byte a pixel."""
PACKED = {"YUYV": 0, "UYVY": 1}
"""Formats where every other byte is it, from the first or the second on."""


def picture(frame: QVideoFrame) -> QImage:
    """What a frame shows, in grey where the camera tells brightness apart; a null picture where it shows nothing.

    The picture is a copy, good after the frame is gone.
    """
    from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

    form = frame.pixelFormat()
    name = form.name.removeprefix("Format_")
    stored = QVideoFrameFormat.imageFormatFromPixelFormat(form)
    if name not in PLANAR and name not in PACKED and name != "Jpeg" and stored == QImage.Format.Format_Invalid:
        return frame.toImage()  # what no camera is known to deliver
    if not frame.map(QVideoFrame.MapMode.ReadOnly):
        return QImage()
    try:
        data, stride = bytes(frame.bits(0)), frame.bytesPerLine(0)
    finally:
        frame.unmap()
    if name == "Jpeg":
        return QImage.fromData(data)
    if name in PACKED:
        data, stride = data[PACKED[name] :: 2], stride // 2
    shape = QImage.Format.Format_Grayscale8 if name in PLANAR or name in PACKED else stored
    width, height = frame.width(), frame.height()
    if len(data) < stride * (height - 1) + width * _bytes_a_pixel(shape):
        return QImage()  # shorter than it says
    return QImage(data, width, height, stride, shape).copy()


def _bytes_a_pixel(form: QImage.Format) -> int:
    return QImage.toPixelFormat(form).bitsPerPixel() // 8
