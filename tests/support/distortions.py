"""What happens to a code between paper, or a phone's screen, and a camera's picture: all of it the same for a seed.

The camera is a plain one: 1280 × 720 pixels, 60° across. Lengths are millimetres of the real thing.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF, QRadialGradient, QTransform

WIDTH, HEIGHT = 1280, 720
FIELD_DEGREES = 60.0
FOCAL = WIDTH / 2 / math.tan(math.radians(FIELD_DEGREES / 2))
ROOM, BLACK = 128, 10
GREY = QImage.Format.Format_Grayscale8


@dataclass(frozen=True)
class Medium:
    """What a code stands on, and how it is held. `side`: of the code; `near` and `far`: from the camera."""

    side: float
    near: float
    far: float


PHONE = Medium(side=52.0, near=140.0, far=220.0)
"""A code over the width of a phone's screen."""
PAPER = Medium(side=30.0, near=90.0, far=130.0)
"""A code on a card of the size of a bank card."""


@dataclass(frozen=True)
class Look:
    """How a picture was taken.

    Attributes:
        yaw, pitch, roll: by how many degrees the code is turned.
        blur: pixels over which a point spreads, by movement or focus.
        light: how bright white is, of 1.
        noise: how much of the picture is the sensor's own, of 1.
        glare: a lamp's reflection, of 1.
        jpeg: quality of the compression; 0 for none.
    """

    yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    blur: float = 0.0
    light: float = 0.9
    noise: float = 0.03
    glare: float = 0.0
    jpeg: int = 0


def _spread(rng: random.Random, most: float) -> float:
    return rng.uniform(-most, most)


CONDITIONS: dict[str, Callable[[random.Random], Look]] = {
    "straight": lambda rng: Look(roll=_spread(rng, 8)),
    "slanted": lambda rng: Look(_spread(rng, 50), _spread(rng, 40), _spread(rng, 180)),
    "blurred": lambda rng: Look(roll=_spread(rng, 8), blur=rng.uniform(3.0, 8.0)),
    "dark": lambda rng: Look(roll=_spread(rng, 8), light=rng.uniform(0.08, 0.25), noise=0.15),
    "photo": lambda rng: Look(
        _spread(rng, 30), _spread(rng, 25), _spread(rng, 30), rng.uniform(1.0, 4.0), rng.uniform(0.2, 0.9), 0.06,
        rng.uniform(0.0, 0.8), rng.randint(30, 85),
    ),
}  # fmt: skip
"""Ways of taking pictures, each of them drawn by chance; ``photo`` is a bit of everything."""


@dataclass
class Hand:
    """Somebody who holds codes before a camera."""

    medium: Medium
    rng: random.Random
    _noise: QImage = field(init=False)

    def picture(self, code: QImage, look: Look) -> QImage:
        """The camera's picture of a code, which comes with its quiet zone."""
        distance = self.rng.uniform(self.medium.near, self.medium.far)
        picture = _held(code, self.medium.side, distance, look)
        if look.glare:
            _reflect(picture, look.glare, self.rng)
        picture = blurred(picture, look.blur)
        picture = dimmed(picture, look.light)
        _add_noise(picture, look.noise, self.rng)
        return compressed(picture, look.jpeg) if look.jpeg else picture


def _held(code: QImage, side: float, distance: float, look: Look) -> QImage:
    """The code in the room, in perspective."""
    corners = [_projected(x * side, y * side, distance, look) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    size = QPolygonF(
        [QPointF(0, 0), QPointF(code.width(), 0), QPointF(code.width(), code.height()), QPointF(0, code.height())]
    )
    onto = QTransform()
    if not QTransform.quadToQuad(size, QPolygonF(corners), onto):
        raise ValueError("a code that is seen edge on has no picture")
    picture = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    picture.fill(QColor(ROOM, ROOM, ROOM))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setTransform(onto)
    painter.drawImage(0, 0, code)
    painter.end()
    return picture.convertToFormat(GREY)


def _projected(x: float, y: float, distance: float, look: Look) -> QPointF:
    """Where a point of a turned code falls; `x` and `y` are twice its distance from the middle."""
    x, y, z = x / 2, y / 2, 0.0
    roll, pitch, yaw = (math.radians(angle) for angle in (look.roll, look.pitch, look.yaw))
    x, y = x * math.cos(roll) - y * math.sin(roll), x * math.sin(roll) + y * math.cos(roll)
    y, z = y * math.cos(pitch) - z * math.sin(pitch), y * math.sin(pitch) + z * math.cos(pitch)
    x, z = x * math.cos(yaw) + z * math.sin(yaw), -x * math.sin(yaw) + z * math.cos(yaw)
    return QPointF(WIDTH / 2 + FOCAL * x / (distance + z), HEIGHT / 2 + FOCAL * y / (distance + z))


def _reflect(picture: QImage, strength: float, rng: random.Random) -> None:
    centre = QPointF(WIDTH / 2 + rng.uniform(-200, 200), HEIGHT / 2 + rng.uniform(-150, 150))
    lamp = QRadialGradient(centre, rng.uniform(80, 200))
    lamp.setColorAt(0, QColor(255, 255, 255, int(255 * strength)))
    lamp.setColorAt(1, QColor(255, 255, 255, 0))
    painter = QPainter(picture)
    painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), lamp)
    painter.end()


def blurred(picture: QImage, over: float) -> QImage:
    """A picture in which each point spreads over so many pixels."""
    if over <= 1:
        return picture
    smooth = Qt.TransformationMode.SmoothTransformation
    fewer = QSize(round(picture.width() / over), round(picture.height() / over))
    small = picture.scaled(fewer, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    return small.scaled(picture.size(), Qt.AspectRatioMode.IgnoreAspectRatio, smooth).convertToFormat(GREY)


def dimmed(picture: QImage, light: float) -> QImage:
    """A picture in which white is darker, and black is not: less is left between them."""
    table = bytes(round(BLACK + value / 255 * max(0.0, 255 * light - BLACK)) for value in range(256))
    grey = picture.convertToFormat(GREY)
    data = bytes(grey.constBits()).translate(table)
    return QImage(data, grey.width(), grey.height(), grey.bytesPerLine(), GREY).copy()


def _add_noise(picture: QImage, share: float, rng: random.Random) -> None:
    noise = QImage(rng.randbytes(WIDTH * HEIGHT), WIDTH, HEIGHT, WIDTH, GREY)
    painter = QPainter(picture)
    painter.setOpacity(share)
    painter.drawImage(0, 0, noise)
    painter.end()


def compressed(picture: QImage, quality: int) -> QImage:
    """A picture as it comes back from a JPEG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.ReadWrite)
    picture.save(buffer, "JPG", quality)  # type: ignore[call-overload]
    return QImage.fromData(buffer.data())
