"""Every screen at every reference size, in both languages: nothing cut, nothing too small, nothing too close.

Measured on the live items, in millimetres of the real screen (EN 301 549, product.md).
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF

from kiosk.controls.context import Modes
from tests.kiosk.hand import PORTRAIT, Hand
from tests.kiosk.measure import (
    CAPITAL_MM,
    LARGE_CAPITAL_MM,
    REACH_MM,
    SLACK,
    complaints_about,
    complaints_about_targets,
    complaints_about_texts,
    contrast,
    is_text,
    look,
    targets_of,
    touch_area,
)
from tests.kiosk.sample import share
from tests.kiosk.states import LANGUAGES, MODES, SIZES, STATES

GROWN = [("large", "portrait"), ("large", "wide"), ("large", "small"), ("reach", "portrait")]
OTHERS = [language for language in LANGUAGES if language != "it"]


@pytest.mark.parametrize(
    ("size", "language", "state"),
    [(size, "it", state) for size in sorted(SIZES) for state in sorted(STATES)]
    + share([(size, language, state) for size in sorted(SIZES) for language in OTHERS for state in sorted(STATES)], 12),
)
def test_a_screen_has_room_for_its_words_and_for_fingers(
    window: Callable[..., Hand], worlds: Callable[[str], Path], tmp_path: Path, size: str, language: str, state: str
) -> None:
    hand = window(SIZES[size], language, Path(shutil.copytree(worlds(state), tmp_path / "state")))
    hand.app.context.session.chose = language != "it"  # a card does not speak its own language then
    STATES[state](hand)
    complaints = complaints_about(hand)
    assert not complaints, "\n".join(complaints)


@pytest.mark.parametrize(
    ("mode", "size", "language", "state"),
    share([(mode, size, "it", state) for mode, size in GROWN for state in sorted(STATES)], 6)
    + share([(mode, size, language, state) for mode, size in GROWN for language in OTHERS for state in STATES], 90),
)
def test_a_screen_grows_with_large_text_and_comes_down_within_a_low_reach(
    window: Callable[..., Hand],
    worlds: Callable[[str], Path],
    tmp_path: Path,
    mode: str,
    size: str,
    language: str,
    state: str,
) -> None:
    hand = window(SIZES[size], language, Path(shutil.copytree(worlds(state), tmp_path / "state")))
    hand.app.context.session.chose = language != "it"
    STATES[state](hand)
    hand.app.context.adapt(MODES[mode])
    hand.app.settle()
    complaints = complaints_about(hand, LARGE_CAPITAL_MM if mode == "large" else CAPITAL_MM)
    px = hand.app.window.property("pixelsPerMm")
    if mode == "reach":
        top = hand.app.window.height() - REACH_MM * px
        low = (touch_area(one).top() >= top - SLACK for one in targets_of(hand, look(hand)))
        assert all(low), "something that answers stands too high"
    assert not complaints, "\n".join(complaints)


def test_what_fits_only_beside_its_pager_comes_to_rest(
    window: Callable[..., Hand], worlds: Callable[[str], Path], tmp_path: Path
) -> None:
    hand = window(SIZES["small"], "es", Path(shutil.copytree(worlds("card, camera"), tmp_path / "state")))
    STATES["card, camera"](hand)
    hand.app.context.adapt(MODES["large"])
    hand.app.settle()  # with the pager the picture was lower, so the pager went, so the picture grew, for ever
    assert not complaints_about(hand, LARGE_CAPITAL_MM)


@pytest.mark.parametrize("size", [(540, 960), (960, 540), (640, 400), (2160, 3840)])
def test_a_window_that_is_smaller_or_larger_keeps_its_proportions(
    window: Callable[..., Hand], size: tuple[int, int]
) -> None:
    hand = window(size)
    seen = look(hand)
    assert not list(complaints_about_texts(seen, QRectF(0, 0, *size)))
    physical = hand.app.window.property("diagonalMm") * hand.app.window.property("pixelsPerMm")
    assert physical == pytest.approx((size[0] ** 2 + size[1] ** 2) ** 0.5)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("ink", "paper"), ("ink", "sheet"), ("ink", "quiet"), ("ink", "pressed"), ("action", "paper"),
        ("sheet", "action"), ("sheet", "actionPressed"), ("sheet", "ink"), ("sheet", "inkPressed"),
        ("attentionInk", "attention"), ("attentionInk", "sheet"), ("sheet", "accent"),
        ("sheet", "accentPressed"),
    ],
)  # fmt: skip
@pytest.mark.parametrize(("high", "least"), [(False, 7.0), (True, 15.0)])
def test_every_text_has_the_contrast_of_its_palette(
    hand: Hand, text: str, surface: str, high: bool, least: float
) -> None:
    theme = hand.app.engine.singletonInstance("kiosk.controls", "Theme")
    hand.app.context.adapt(Modes(contrast=high))
    areas = (1, 2, 3) if surface.startswith("accent") else (2,)
    for area in areas:
        theme.setProperty("area", area)
        assert contrast(theme.property(text), theme.property(surface)) >= least


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


def test_a_panel_that_lies_over_another_is_seen(hand: Hand) -> None:
    assert not complaints_about(hand)
    panel = hand.item("home.now")
    panel.setScale(1.5)
    assert any("lies under home.now" in one or "lie on each other" in one for one in complaints_about(hand))
