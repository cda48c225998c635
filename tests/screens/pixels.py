"""What eyes get: contrast and the height of capitals, measured on the pixels of a screen's picture.

A text's own colour and font say what was meant. What was painted may differ: something translucent, an overlay, a font
that was not found, a scale. So both are measured on the picture, inside the rectangle of each text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage

from tests.kiosk.hand import Hand
from tests.kiosk.measure import Seen, contrast, descendants, is_text, look

CONTRAST, HIGH_CONTRAST = 7.0, 15.0
CAPITALS = frozenset("ABDEFHIKLMNPRTUVWXYZ0123456789")
"""Signs that stand on the line and reach the height of capitals, in one piece."""
FEW = 3
"""Pixels of a colour that are no accident."""
SURFACE = 0.08
"""The part of a rectangle that a colour takes which is a surface of its own, not the edge of a letter."""
EDGE = 1
"""Pixels from the text's left border: what begins there, and at the top, is the corner of the frame that it fills."""
CORNER = 4
"""Pixels of a rounded corner that may reach into a text's rectangle."""
SLACK = 1.6
"""Pixels: a letter's edge falls between two of them."""

Colour = tuple[int, int, int]


class Painted(NamedTuple):
    """What was found in the rectangle of a text: its surfaces, the commonest first, and the colour of the letters."""

    surfaces: list[Colour]
    letters: Colour


def colours(image: QImage, rect: QRect) -> Counter[Colour]:
    """How many pixels of each colour a rectangle has."""
    part = image.copy(rect).convertToFormat(QImage.Format.Format_RGB32)
    data = bytes(part.constBits())
    found = Counter(memoryview(data).cast("I"))
    return Counter({((v >> 16) & 255, (v >> 8) & 255, v & 255): n for v, n in found.items()})


def painted(image: QImage, rect: QRect) -> Painted | None:
    """Tells the letters from what they stand on; None where there are none."""
    found = colours(image, rect)
    total = sum(found.values())
    ground = found.most_common(1)[0][0]
    enough = [colour for colour, n in found.items() if n >= FEW and colour != ground]
    if not enough:
        return None
    letters = max(enough, key=lambda colour: ratio(colour, ground))
    others = [c for c in enough if found[c] >= SURFACE * total and not between(c, ground, letters)]
    return Painted([ground, *others], letters)


@lru_cache(1 << 16)
def ratio(one: Colour, other: Colour) -> float:
    """The contrast of two colours. A screen has few, and very many pixels."""
    return contrast(QColor(*one), QColor(*other))


def between(colour: Colour, one: Colour, other: Colour) -> bool:
    """Whether a colour is a mixture of two, as the edges of letters are."""
    span = [b - a for a, b in zip(one, other, strict=True)]
    length = sum(x * x for x in span)
    if not length:
        return True
    along = sum((c - a) * x for a, c, x in zip(one, colour, span, strict=True)) / length
    off = sum((c - a - along * x) ** 2 for a, c, x in zip(one, colour, span, strict=True))
    return bool(off < 18**2)


def capital_height(image: QImage, rect: QRect, baseline: int) -> int | None:
    """Pixels from the line up to the top of the first letter, which is a capital.

    Args:
        image: of the screen.
        rect: of the text.
        baseline: pixels from the rectangle's top to the first line.
    """
    line = rect.intersected(QRect(rect.x(), rect.y(), rect.width(), baseline))
    part = image.copy(line).convertToFormat(QImage.Format.Format_RGB32)
    found = painted(image, line)
    if found is None or part.isNull():
        return None
    half = ratio(found.letters, found.surfaces[0]) ** 0.5

    def ink(x: int, y: int) -> bool:
        return ratio(part.pixelColor(x, y).getRgb()[:3], found.surfaces[0]) >= half  # type: ignore[arg-type]

    rows: set[int] = set()
    began = 0
    for x in range(part.width()):
        column = {y for y in range(part.height()) if ink(x, y)}
        if rows and not column:
            if len(rows) > CORNER and not (began <= EDGE and 0 in rows):
                break
            rows = set()  # the rounded corner of what the text stands on
        began = began if rows else x
        rows |= column
    return max(rows) - min(rows) + 1 if rows else None


def readable(seen: list[Seen]) -> Iterator[tuple[Seen, QRect]]:
    """The texts that are wholly in sight, with nothing over them, and their rectangles in whole pixels."""
    covers = [one for one in seen if one.item.property("covers") and one.rect.height() > 1]
    inside = {id(cover.item): {id(child) for child in descendants(cover.item)} for cover in covers}
    for one in seen:
        if not is_text(one.item) or not one.through.adjusted(-1, -1, 1, 1).contains(one.rect):
            continue
        if any(one.rect.intersects(c.rect) and id(one.item) not in inside[id(c.item)] for c in covers):
            continue
        yield one, one.rect.toAlignedRect()


def complaints(hand: Hand, *, contrast_of: float = CONTRAST, capital_mm: float = 5.5) -> list[str]:
    """What is wrong with the pixels of the screen as it stands, in sentences."""
    seen = look(hand)
    image = hand.app.grab()
    px = hand.app.window.property("pixelsPerMm")
    return list(_complaints(seen, image, px, contrast_of, capital_mm))


def _complaints(seen: list[Seen], image: QImage, px: float, least: float, capital_mm: float) -> Iterator[str]:
    whole = QRectF(0, 0, image.width(), image.height()).toRect()
    for one, place in readable(seen):
        rect = place.intersected(whole)
        text = str(one.item.property("text"))
        found = painted(image, rect)
        if found is None:
            if any(sign.isalnum() for sign in text):
                yield f"{text[:40]!r} is not to be seen"
            continue
        worst = min(ratio(found.letters, surface) for surface in found.surfaces)
        if worst < least:
            yield f"{text[:40]!r} has a contrast of {worst:.1f}"
        if text[:1] in CAPITALS:
            height = capital_height(image, rect, round(one.item.baselineOffset()))
            if height is not None and height < capital_mm * px - SLACK:
                yield f"{text[:40]!r} has capitals of {height / px:.2f} mm"
