"""Codes on the screen as a phone meets them: at a slant, dim, blurred; read by two readers that share no code.

The picture of the whole window is what is distorted, by Qt's own transformations, the same way in each run.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF, QTransform

from tests.kiosk.conftest import PORTRAIT, SMALL, WIDE, Hand
from tests.kiosk.decoders import codes_by_zbar, codes_on


def slanted(image: QImage, share: float, tilt: float) -> QImage:
    """Seen from the side: one edge is `share` shorter, and all turned by `tilt` degrees."""
    width, height = image.width(), image.height()
    inset = height * share / 2
    near, far = width, width * (1 - share / 2)
    flat = QPolygonF([QPointF(0, 0), QPointF(near, 0), QPointF(near, height), QPointF(0, height)])
    seen = QPolygonF([QPointF(0, 0), QPointF(far, inset), QPointF(far, height - inset), QPointF(0, height)])
    warp = QTransform.quadToQuad(flat, seen)
    assert isinstance(warp, QTransform)
    return image.transformed(warp * QTransform().rotate(tilt), Qt.TransformationMode.SmoothTransformation)


def dimmed(image: QImage, light: int, haze: int) -> QImage:
    """Less light, and a reflection over all of it; both of 255."""
    out = image.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(out)
    painter.fillRect(out.rect(), QColor(0, 0, 0, 255 - light))
    painter.fillRect(out.rect(), QColor(255, 255, 255, haze))
    painter.end()
    return out


def blurred(image: QImage, times: float) -> QImage:
    """Out of focus: shrunk and grown again."""
    smooth = Qt.TransformationMode.SmoothTransformation
    small = image.scaledToWidth(round(image.width() / times), smooth)
    return small.scaledToWidth(image.width(), smooth)


DISTORTIONS: dict[str, Callable[[QImage], QImage]] = {
    "straight": lambda image: image,
    "slanted": lambda image: slanted(image, 0.25, 0),
    "slanted and turned": lambda image: slanted(image, 0.3, 12),
    "dim": lambda image: dimmed(image, 70, 0),
    "dim behind a reflection": lambda image: dimmed(image, 120, 110),
    "blurred": lambda image: blurred(image, 2.5),
    "slanted, dim and blurred": lambda image: blurred(dimmed(slanted(image, 0.2, 6), 110, 60), 1.8),
}
HARD = ("zbar", "slanted and turned")
"""What zbar reads of short codes alone; of the long ones it missed 3 of 6 when this was written."""
READERS = {"zxing-cpp": codes_on, "zbar": codes_by_zbar}


def page(hand: Hand) -> str:
    hand.app.go("takeaway", occurrence="italiano-1")
    return "https://quartieri.example.org/activities/italiano"


def calendar(hand: Hand) -> str:
    hand.app.go("takeaway", occurrence="italiano-1")
    hand.tap("takeaway.calendar")
    return "BEGIN:VEVENT"


def ticket(hand: Hand) -> str:
    hand.app.go("activity", occurrence="italiano-1")
    hand.tap("activity.signup")
    hand.tap("signup.phone")
    return "https://quartieri.example.org/i/"


@pytest.mark.parametrize("size", [PORTRAIT, WIDE, SMALL], ids=["portrait", "wide", "small"])
@pytest.mark.parametrize("code", [page, calendar, ticket])
def test_both_readers_read_each_code_however_it_is_seen(
    window: Callable[..., Hand], size: tuple[int, int], code: Callable[[Hand], str]
) -> None:
    hand = window(size)
    begins = code(hand)
    hand.app.settle()
    picture = hand.app.grab()
    missed = [
        f"{reader}: {name}"
        for name, distort in DISTORTIONS.items()
        for reader, read in READERS.items()
        if (code is page or (reader, name) != HARD)
        and not [text for text in read(distort(picture)) if text.startswith(begins)]
    ]
    assert not missed
