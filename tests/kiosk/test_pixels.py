"""The pixels of every screen and state: contrast and capitals as eyes get them; and pictures of them all."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from tests.kiosk.hand import Hand
from tests.kiosk.measure import LARGE_CAPITAL_MM, is_text, look
from tests.kiosk.sample import share
from tests.kiosk.states import LANGUAGES, MODES, SIZES, STATES
from tests.screens.__main__ import main
from tests.screens.pixels import CONTRAST, HIGH_CONTRAST, complaints

LIT = [state for state in sorted(STATES) if state != "night"]
"""At night there is nothing to read."""

Open = Callable[..., Hand]


def opened(window: Open, worlds: Callable[[str], Path], folder: Path, state: str, size: str, mode: str) -> Hand:
    hand = window(SIZES[size], "it", Path(shutil.copytree(worlds(state), folder / "state")))
    STATES[state](hand)
    hand.app.context.adapt(MODES[mode])
    hand.app.settle()
    return hand


@pytest.mark.parametrize(("size", "state"), share([(size, state) for size in sorted(SIZES) for state in LIT], 6))
def test_what_is_painted_can_be_read(
    window: Open, worlds: Callable[[str], Path], tmp_path: Path, size: str, state: str
) -> None:
    found = complaints(opened(window, worlds, tmp_path, state, size, "plain"))
    assert not found, "\n".join(found)


PROMISES = {"contrast": (HIGH_CONTRAST, 5.5), "large": (CONTRAST, LARGE_CAPITAL_MM)}
"""By mode: the least contrast, and the least height of capitals in millimetres."""


@pytest.mark.parametrize(("mode", "state"), share([(mode, state) for mode in PROMISES for state in LIT], 6))
def test_modes_are_painted_as_they_promise(
    window: Open, worlds: Callable[[str], Path], tmp_path: Path, mode: str, state: str
) -> None:
    least, capital = PROMISES[mode]
    hand = opened(window, worlds, tmp_path, state, "portrait", mode)
    found = complaints(hand, contrast_of=least, capital_mm=capital)
    assert not found, "\n".join(found)


def text(hand: Hand, words: str) -> object:
    return next(one.item for one in look(hand) if is_text(one.item) and one.item.property("text") == words)


def test_the_checks_complain_of_what_is_pale_small_or_hidden(hand: Hand) -> None:
    assert not complaints(hand)
    pale, faint, small = (text(hand, words) for words in ("Oggi qui", "Via Fratelli Zoia", "Doposcuola aperto"))
    pale.setProperty("color", QColor("#6B7A88"))  # type: ignore[attr-defined]
    faint.setProperty("opacity", 0.6)  # type: ignore[attr-defined]
    small.setProperty("scale", 0.6)  # type: ignore[attr-defined]
    text(hand, "Cerca").setProperty("color", QColor("#17324D"))  # type: ignore[attr-defined]
    found = complaints(hand)
    assert any("'Oggi qui' has a contrast of 4" in one for one in found), found
    assert any("'Via Fratelli Zoia' has a contrast of" in one for one in found), found
    assert any("'Doposcuola aperto' has capitals of 4" in one for one in found), found
    assert any("'Cerca' is not to be seen" in one for one in found), found


def test_the_pictures_are_made_with_a_contact_sheet(qapp: object, tmp_path: Path) -> None:
    asked = ["--state", "first start", "--size", "small", "--mode", "plain", "--out", str(tmp_path)]
    assert main(asked) == 0
    pictures = sorted(file.name for file in tmp_path.glob("*.png"))
    assert pictures == [f"home-first-start.small.{language}.png" for language in sorted(LANGUAGES)]
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert all(f'src="{name}"' in page for name in pictures)
