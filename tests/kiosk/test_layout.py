"""Every screen at every reference size, in both languages: nothing cut, nothing too small, nothing too close.

Measured on the live items, in millimetres of the real screen (EN 301 549, product.md).
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF
from PySide6.QtQuick import QQuickItem

from sync import rows
from sync.clock import stamp
from tests.kiosk.conftest import PORTRAIT, SMALL, WIDE, Hand
from tests.kiosk.world import LONG_TITLE, NUMBER, World, at, badge_code, whole

SIZES = {"portrait": PORTRAIT, "wide": WIDE, "small": SMALL}
TARGET_MM, GAP_MM, CAPITAL_MM, CAPITAL_EM = 20.0, 4.0, 5.5, 0.714
SLACK = 1.5
"""Pixels: rounding of lengths to whole pixels."""


def crowded() -> World:
    """The longest words that real calendars hold, many of them, many reasons, an old programme."""
    world = whole()
    for i in range(12):
        world.activity(
            f"visita{i}", LONG_TITLE, at(24, 16, i), at(24, 18), seats=5, venue="Biblioteca ragazzi Palazzina Liberty",
            audience={"it": "adulti e famiglie con bambini dai sei anni in su"}, rrule="FREQ=WEEKLY;BYDAY=TU,TH",
            access={"it": "ingresso dal cortile interno, poi scala B, secondo piano con ascensore"},
            cost="Il palinsesto prevede sia eventi gratuiti che a pagamento. Per informazioni consulta il programma.",
            description={"it": "Un percorso guidato. " * 30},
        )  # fmt: skip
    text = {"it": "Da lunedì a venerdì la portineria apre alle nove. " * 6}
    for i in range(8):
        title = {"it": "Lavori nel cortile: si passa da via Quinto Romano"}
        world.add("notice", rows.Notice(f"lavori{i}", None, title, text, stamp(at(23, 9))))
    return world


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("crowd") / "data"
    crowded().write(path)
    return path


def sign_up(hand: Hand, occurrence: str) -> None:
    hand.app.shell.exit()
    hand.app.go("activity", occurrence=occurrence)
    hand.tap("activity.signup")


def with_card(hand: Hand, occurrence: str) -> None:
    sign_up(hand, occurrence)
    hand.tap("signup.card")
    hand.type_number("signup.number", NUMBER)
    hand.tap("signup.number.confirm")


def mistyped(hand: Hand) -> None:
    sign_up(hand, "italiano-1")
    hand.tap("signup.card")
    hand.type_number("signup.number", "123456789012")
    hand.tap("signup.number.confirm")


def at_the_desk(hand: Hand) -> None:
    hand.scan(badge_code())
    hand.tap("desk.reason.pratiche_bandi_casa")
    hand.tap("toast.add")
    hand.tap("desk.reason.salute_prenotazioni")
    hand.tap("desk.people.5")
    hand.tap("desk.age.65-74")


def in_the_log(hand: Hand) -> None:
    at_the_desk(hand)
    if "desk.show.log" in hand.names():
        hand.tap("desk.show.log")


def checking_in(hand: Hand) -> None:
    hand.scan(badge_code())
    hand.tap("bar.checkin")


def choosing_for_a_card(hand: Hand) -> None:
    hand.scan(badge_code())
    hand.app.shell.go("checkin", f"card:{NUMBER}")


def enrolling(occurrence: str) -> Callable[[Hand], None]:
    def act(hand: Hand) -> None:
        hand.scan(badge_code())
        hand.app.context.session.named = True
        hand.tap("bar.enrol")
        if occurrence:
            hand.app.shell.go("enrol.name", occurrence)
            for letter in "AMINA":
                hand.tap(f"enrol.key.{letter}")
            hand.tap("enrol.confirm")

    return act


def go(screen: str, key: str = "") -> Callable[[Hand], None]:
    return lambda hand: hand.app.go(screen, key=key)


def ways(way: str) -> Callable[[Hand], None]:
    def act(hand: Hand) -> None:
        sign_up(hand, "italiano-1")
        hand.tap(way)

    return act


def asking(hand: Hand) -> None:
    hand.tap("home.tile.week")
    hand.wait(60)


STATES: dict[str, Callable[[Hand], None]] = {
    "home": lambda _hand: None,
    "home with a sentence": lambda hand: hand.scan("https://example.org/not-a-card"),
    "the question": asking,
    "week": go("week"),
    "spaces": go("spaces"),
    "space": go("space", "capuana"),
    "activity": go("activity", "italiano-1"),
    "activity, long": go("activity", "visita3-1"),
    "activity, cancelled": go("activity", "coro-1"),
    "takeaway": go("takeaway", "visita3-1"),
    "board": go("board"),
    "language": go("language"),
    "card": go("card"),
    "sign up": lambda hand: sign_up(hand, "visita3-1"),
    "sign up, number mistyped": mistyped,
    "sign up, phone": ways("signup.phone"),
    "sign up, desk": ways("signup.desk"),
    "signed up": lambda hand: with_card(hand, "italiano-1"),
    "request": lambda hand: with_card(hand, "visita3-1"),
    "full": lambda hand: with_card(hand, "scacchi-1"),
    "staff": go("staff"),
    "pin": go("pin", "giulia"),
    "desk": at_the_desk,
    "desk, log": in_the_log,
    "check in": checking_in,
    "enrol": enrolling(""),
    "enrol, name": enrolling("italiano-1"),
    "enrol, full": enrolling("scacchi-1"),
    "check in, choosing": choosing_for_a_card,
}


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
        for child in item.childItems():
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
    parts = str(item.property("text")).split()
    return [word for word in parts if measure.horizontalAdvance(word) > room and "/" not in word]


def complaints_about_texts(seen: list[Seen], window: QRectF) -> Iterator[str]:
    scrolled = {id(child) for one in seen if is_list(one.item) for child in descendants(one.item)}
    for item, rect, through in seen:
        if not is_text(item):
            continue
        text = str(item.property("text"))[:40]
        if item.property("truncated"):
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


@pytest.mark.parametrize("state", sorted(STATES))
@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize("size", sorted(SIZES))
def test_a_screen_has_room_for_its_words_and_for_fingers(
    window: Callable[..., Hand], crowd: Path, tmp_path: Path, size: str, language: str, state: str
) -> None:
    import shutil

    hand = window(SIZES[size], language, shutil.copytree(crowd, tmp_path / "crowd"))
    STATES[state](hand)
    seen = look(hand)
    px = hand.app.window.property("pixelsPerMm")
    whole_window = QRectF(0, 0, hand.app.window.width(), hand.app.window.height())
    complaints = [*complaints_about_texts(seen, whole_window), *complaints_about_targets(targets_of(hand, seen), px)]
    smallest = min(one.item.property("font").pixelSize() for one in seen if is_text(one.item))
    if smallest * CAPITAL_EM < (CAPITAL_MM - 0.08) * px:
        complaints.append(f"capitals are {smallest * CAPITAL_EM / px:.2f} mm high")
    assert not complaints, "\n".join(complaints)


@pytest.mark.parametrize("size", [(540, 960), (960, 540), (640, 400), (2160, 3840)])
def test_a_window_that_is_smaller_or_larger_keeps_its_proportions(
    window: Callable[..., Hand], size: tuple[int, int]
) -> None:
    hand = window(size)
    seen = look(hand)
    assert not list(complaints_about_texts(seen, QRectF(0, 0, *size)))
    physical = hand.app.window.property("diagonalMm") * hand.app.window.property("pixelsPerMm")
    assert physical == pytest.approx((size[0] ** 2 + size[1] ** 2) ** 0.5)


def luminance(colour: QColor) -> float:
    parts = [value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in colour.getRgbF()[:3]]
    return float(0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2])


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.1's contrast ratio."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("ink", "paper"), ("ink", "sheet"), ("ink", "quiet"), ("ink", "pressed"), ("action", "paper"),
        ("sheet", "action"), ("sheet", "actionPressed"), ("sheet", "ink"), ("sheet", "inkPressed"),
        ("attentionInk", "attention"), ("attentionInk", "sheet"), ("sheet", "accent"),
    ],
)  # fmt: skip
def test_every_text_has_a_contrast_of_at_least_seven(hand: Hand, text: str, surface: str) -> None:
    theme = hand.app.engine.singletonInstance("kiosk.controls", "Theme")
    areas = (1, 2, 3) if surface == "accent" else (2,)
    for area in areas:
        theme.setProperty("area", area)
        assert contrast(theme.property(text), theme.property(surface)) >= 7.0


def test_the_layout_mirrors_for_a_script_from_right_to_left(hand: Hand, qapp: object) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication

    hand.app.go("activity", occurrence="italiano-1")
    hand.app.settle()
    left = hand.item("header.back").mapToScene(QPointF(0, 0)).x()
    try:
        QGuiApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        hand.app.settle()
        right = hand.item("header.back").mapToScene(QPointF(0, 0)).x()
        seen = look(hand)
        px = hand.app.window.property("pixelsPerMm")
        assert right > hand.app.window.width() / 2 > left
        assert not list(complaints_about_texts(seen, QRectF(0, 0, *PORTRAIT)))
        assert not list(complaints_about_targets(targets_of(hand, seen), px))
    finally:
        QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_the_checks_above_complain_where_they_should(hand: Hand) -> None:
    px = hand.app.window.property("pixelsPerMm")
    seen = look(hand)
    title = next(one for one in seen if is_text(one.item) and one.item.property("text") == "Oggi qui")
    title.item.setWidth(40)
    for name in ("bar.card", "bar.language"):
        hand.item(name).setProperty("insetX", 0.5 * px)
    hand.item("home.tile.board").setHeight(15 * px)
    seen = look(hand)
    found = [
        *complaints_about_texts(seen, QRectF(0, 0, *PORTRAIT)),
        *complaints_about_targets(targets_of(hand, seen), px),
    ]
    assert any("would be broken" in one for one in found), found
    assert "bar.card and bar.language are 1.0 mm apart" in found, found
    assert any("home.tile.board is" in one for one in found), found
