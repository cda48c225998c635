"""What stands on a screen, measured on the live items in millimetres of the real screen, and what is wrong with it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem

from tests.kiosk.hand import Hand

TARGET_MM, GAP_MM, CAPITAL_MM, CAPITAL_EM = 20.0, 4.0, 5.5, 0.714
LARGE_CAPITAL_MM, REACH_MM = 7.4, 350.0
SLACK = 1.5
"""Pixels: rounding of lengths to whole pixels."""

RIGHT, MIDDLE, LOW, HALFWAY = 0x2, 0x4, 0x40, 0x80
"""Qt's alignments."""
READY = 1
"""Qt's status of a picture that is there."""
LINE_EDGE = 0.2
"""The part of a letter's size that a line may reach into the next: above capitals, below the line."""


BETWEEN_CHARACTERS = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])|(?=[\u3000-\u9fff\uff00-\uffef])")
"""Where a line of Chinese may break: it has no spaces."""


class Seen(NamedTuple):
    """An item, its rectangle in the window, and the part of it that a scrolling list lets through."""

    item: QQuickItem
    rect: QRectF
    through: QRectF


def look(hand: Hand) -> list[Seen]:
    """Every visible item with a size."""
    hand.app.settle()
    window = QRectF(0, 0, hand.app.window.width(), hand.app.window.height())
    found: list[Seen] = []

    def visit(item: QQuickItem, through: QRectF) -> None:
        if not item.isVisible() or item.opacity() == 0:
            return
        rect = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
        found.append(Seen(item, rect, through))
        inner = through.intersected(rect) if item.clip() else through
        for child in sorted(item.childItems(), key=QQuickItem.z):  # in the order in which they are painted
            visit(child, inner)

    visit(hand.app.window.contentItem(), window)
    return found


def is_text(item: QQuickItem) -> bool:
    return item.property("truncated") is not None and bool(item.property("text"))


def is_target(item: QQuickItem) -> bool:
    return item.property("insetX") is not None


def is_list(item: QQuickItem) -> bool:
    return item.property("contentY") is not None


def words_that_do_not_fit(item: QQuickItem) -> list[str]:
    """Words wider than the item: they would be broken in their middle. Addresses are broken on purpose."""
    font = item.property("font")
    assert isinstance(font, QFont)
    measure = QFontMetricsF(font)
    room = item.width() + SLACK
    parts = BETWEEN_CHARACTERS.sub(" ", str(item.property("text"))).split()
    return [word for word in parts if measure.horizontalAdvance(word) > room and not {"/", "@"} & set(word)]


def complaints_about_texts(seen: list[Seen], window: QRectF) -> Iterator[str]:
    scrolled = {id(child) for one in seen if is_list(one.item) for child in descendants(one.item)}
    for item, rect, through in seen:
        if not is_text(item):
            continue
        text = str(item.property("text"))[:40]
        if item.property("truncated") and not (item.property("lines") and tile_of(item)):
            yield f"{text!r} is cut short"
        if item.property("contentWidth") > item.width() + SLACK:
            yield f"{text!r} is wider than its place: {item.property('contentWidth'):.0f} in {item.width():.0f}"
        if rect.left() < through.left() - SLACK or rect.right() > through.right() + SLACK:
            yield f"{text!r} leaves its place sideways"
        if id(item) not in scrolled and (rect.top() < window.top() - SLACK or rect.bottom() > window.bottom() + SLACK):
            yield f"{text!r} leaves the window"
        if (tile := tile_of(item)) and not tile.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(rect):
            yield f"{text!r} leaves its tile"
        if broken := words_that_do_not_fit(item):
            yield f"{broken} would be broken"


def tile_of(item: QQuickItem) -> QRectF | None:
    """The rectangle of the target that an item is written on."""
    holder = item.parentItem()
    while holder is not None and not is_target(holder):
        holder = holder.parentItem()
    return None if holder is None else holder.mapRectToScene(QRectF(0, 0, holder.width(), holder.height()))


def descendants(item: QQuickItem) -> Iterator[QObject]:
    for child in item.childItems():
        yield child
        yield from descendants(child)


def touch_area(one: Seen) -> QRectF:
    """What of a target answers and can be seen."""
    dx, dy = one.item.property("insetX") or 0, one.item.property("insetY") or 0
    return one.rect.adjusted(dx, dy, -dx, -dy)


def targets_of(hand: Hand, seen: list[Seen]) -> list[Seen]:
    """What answers a touch and is wholly in sight; under the question, only the question answers."""
    found = [one for one in seen if is_target(one.item)]
    if hand.app.shell.property("asking"):
        found = [one for one in found if one.item.objectName().startswith("idle.")]
    return [one for one in found if one.through.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(one.rect)]


def complaints_about_targets(targets: list[Seen], px: float) -> Iterator[str]:
    for one in targets:
        area = touch_area(one)
        if min(area.width(), area.height()) < TARGET_MM * px - SLACK:
            yield f"{one.item.objectName()} is {area.width() / px:.1f} × {area.height() / px:.1f} mm"
        if not one.item.objectName():
            yield f"{one.item.property('label')!r} has no name for tests"
        if not one.item.property("label"):
            yield f"{one.item.objectName()} has no name for those who do not see it"
    for one, other in itertools.combinations(targets, 2):
        if "message.close" in (one.item.objectName(), other.item.objectName()):
            continue  # it lies over the screen on purpose, and what is under it does not answer
        a, b = touch_area(one), touch_area(other)
        across = max(a.left(), b.left()) - min(a.right(), b.right())
        down = max(a.top(), b.top()) - min(a.bottom(), b.bottom())
        if max(across, down) < GAP_MM * px - SLACK:
            between = f"{one.item.objectName()} and {other.item.objectName()}"
            yield f"{between} are {max(across, down) / px:.1f} mm apart"


def written_area(one: Seen) -> QRectF:
    """What of a text's rectangle has letters, a little less than their lines, which may touch."""
    item, rect = one.item, one.rect
    across, down = item.property("contentWidth"), item.property("contentHeight")
    free_x, free_y = rect.width() - across, rect.height() - down
    aligned, upright = number_of(item, "effectiveHorizontalAlignment"), number_of(item, "verticalAlignment")
    left = rect.left() + (free_x if aligned == RIGHT else free_x / 2 if aligned == MIDDLE else 0)
    top = rect.top() + (free_y if upright == LOW else free_y / 2 if upright == HALFWAY else 0)
    edge = LINE_EDGE * item.property("font").pixelSize()
    return QRectF(left, top, across, down).adjusted(0, edge, 0, -edge)


def number_of(item: QQuickItem, name: str) -> int:
    """A property whose kind Python does not know: one of Qt Quick's own enumerations."""
    found = QQmlExpression(qmlContext(item), item, name).evaluate()[0]  # type: ignore[index]
    return int(getattr(found, "value", found))


def is_surface(item: QQuickItem) -> bool:
    """Whether it hides what is painted before it: a filled rectangle, a picture."""
    if item.property("radius") is not None:
        return bool(QColor(item.property("color")).alpha() > 0)
    is_picture = item.property("paintedWidth") is not None and item.property("source") is not None
    return is_picture and number_of(item, "status") == READY


def complaints_about_overlaps(seen: list[Seen]) -> Iterator[str]:
    """Texts that lie under something or on each other. `seen` is in the order of painting.

    What covers on purpose says so (`covers`), with all that stands on it: a sentence, the question, the end of a page.
    """
    covering = [child for one in seen if one.item.property("covers") for child in (one.item, *descendants(one.item))]
    over = {id(child) for child in covering}
    texts = [one for one in seen if is_text(one.item) and id(one.item) not in over]
    place = {id(one.item): number for number, one in enumerate(seen)}
    surfaces = [one for one in seen if is_surface(one.item) and id(one.item) not in over]
    hidden = [one.rect.intersected(one.through) for one in seen if one.item.property("covers")]
    areas = [written_area(one).intersected(one.through) for one in texts]
    for number, (text, area) in enumerate(zip(texts, areas, strict=True)):
        if area.isEmpty() or any(area.intersects(rect) for rect in hidden):
            continue
        words = str(text.item.property("text"))[:40]
        for other in surfaces:
            later = place[id(other.item)] > place[id(text.item)]
            if later and touches(area, other.rect.intersected(other.through)):
                yield f"{words!r} lies under {name_of(other.item)}"
        for other, its in zip(texts[number + 1 :], areas[number + 1 :], strict=True):
            if touches(area, its):
                yield f"{words!r} and {str(other.item.property('text'))[:40]!r} lie on each other"


def touches(one: QRectF, other: QRectF) -> bool:
    """Whether two areas share more than an edge."""
    both = one.intersected(other)
    return both.width() > SLACK and both.height() > SLACK


def name_of(item: QQuickItem) -> str:
    """The name of an item, or of what it belongs to."""
    holder: QQuickItem | None = item
    while holder is not None and not holder.objectName():
        holder = holder.parentItem()
    return "something" if holder is None else holder.objectName()


def complaints_about(hand: Hand, capital_mm: float = CAPITAL_MM) -> list[str]:
    """All that is wrong with the screen as it stands, in sentences."""
    seen = look(hand)
    px = hand.app.window.property("pixelsPerMm")
    window = QRectF(0, 0, hand.app.window.width(), hand.app.window.height())
    complaints = [
        *complaints_about_texts(seen, window), *complaints_about_targets(targets_of(hand, seen), px),
        *complaints_about_overlaps(seen),
    ]  # fmt: skip
    smallest = min(one.item.property("font").pixelSize() for one in seen if is_text(one.item))
    if smallest * CAPITAL_EM < (capital_mm - 0.08) * px:
        complaints.append(f"capitals are {smallest * CAPITAL_EM / px:.2f} mm high")
    return complaints


def luminance(colour: QColor) -> float:
    parts = [value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in colour.getRgbF()[:3]]
    return float(0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2])


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.1's contrast ratio."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
