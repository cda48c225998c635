"""A slip of paper as a picture: large type from the screen's own typefaces, so that every script comes out right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QTextLayout, QTextOption

from kiosk.devices.escpos import DOTS_PER_MM, MAX_LINES, Raster

TITLE_MM, STRONG_MM, BODY_MM, SMALL_MM = 6.4, 4.8, 4.2, 3.6
"""Em sizes; capitals are 0.714 of them: 3 mm in the body, what a newspaper's headline has."""
GAP_MM = 3.2
QR_SHARE = 0.8
"""Of the paper's width, for a code that an old phone reads."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some words of a slip. `small` is for what few read; `right_to_left` where the language is written so."""

    text: str
    kind: str = "body"
    """title, strong, body or small"""
    right_to_left: bool = False


@dataclass(frozen=True, slots=True)
class Slip:
    """What is printed, from the top. `code`: the modules of a QR code, its quiet zone included; empty for none."""

    above: tuple[Paragraph, ...]
    code: tuple[tuple[bool, ...], ...] = ()
    below: tuple[Paragraph, ...] = ()


def raster(slip: Slip, dots: int) -> Raster:
    """A slip as a printer takes it, `dots` wide."""
    return as_raster(picture(slip, dots))


def picture(slip: Slip, dots: int) -> QImage:
    """A slip in black on white, at most `MAX_LINES` long; what would be beyond is left out."""
    sheet = QImage(dots, MAX_LINES, QImage.Format.Format_Grayscale8)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    painter.setPen(Qt.GlobalColor.black)
    y = _mm(GAP_MM)
    for paragraph in slip.above:
        y = _write(painter, paragraph, y, dots)
    if slip.code:
        y = _draw_code(painter, slip.code, y, dots)
    for paragraph in slip.below:
        y = _write(painter, paragraph, y, dots)
    painter.end()
    return sheet.copy(0, 0, dots, min(y, MAX_LINES))


def _mm(length: float) -> int:
    return round(length * DOTS_PER_MM)


def _write(painter: QPainter, paragraph: Paragraph, y: int, dots: int) -> int:
    """Writes a paragraph from `y` on, broken into lines; returns where the next one begins."""
    size = {"title": TITLE_MM, "strong": STRONG_MM, "small": SMALL_MM}.get(paragraph.kind, BODY_MM)
    font = QFont("Noto Sans")
    font.setPixelSize(_mm(size))
    font.setBold(paragraph.kind in ("title", "strong"))
    layout = QTextLayout(paragraph.text.replace("\n", "\u2028"), font, painter.device())
    option = QTextOption(Qt.AlignmentFlag.AlignRight if paragraph.right_to_left else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if paragraph.right_to_left:
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(dots)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    layout.draw(painter, QPointF(0, y))
    return y + round(height) + _mm(GAP_MM)


def _draw_code(painter: QPainter, code: tuple[tuple[bool, ...], ...], y: int, dots: int) -> int:
    module = max(1, round(dots * QR_SHARE) // len(code))
    left = (dots - module * len(code)) // 2
    for row, modules in enumerate(code):
        for column, dark in enumerate(modules):
            if dark:
                at = QRect(left + column * module, y + row * module, module, module)
                painter.fillRect(at, Qt.GlobalColor.black)
    return y + module * len(code) + _mm(GAP_MM)


def as_raster(image: QImage) -> Raster:
    """A grey picture as dots, without its empty end; its width is a multiple of 8."""
    mono = image.convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)
    across, stride = mono.width() // 8, mono.bytesPerLine()
    invert = mono.color(1) == 0xFFFFFFFF  # in which of the two colours a bit says black
    pixels = bytes(mono.constBits())
    if invert:
        pixels = bytes(byte ^ 0xFF for byte in pixels)
    lines = [pixels[row * stride : row * stride + across] for row in range(mono.height())]
    while lines and not any(lines[-1]):
        lines.pop()
    return Raster(across * 8, tuple(lines))
