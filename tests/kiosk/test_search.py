"""Search on the screen: at each key, by the screen's keys or a keyboard's; what it says where it finds nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from kiosk.devices.wedge import BACK, Wedge
from sync import rows
from sync.clock import stamp
from sync.folding import MAX_QUERY
from tests.kiosk.conftest import Hand
from tests.kiosk.world import at, card_code, tell


@pytest.fixture
def hand(window: Callable[..., Hand]) -> Hand:
    """Somebody on the search screen, where the index is complete."""
    found = window()
    found.app.go("search")
    while not found.app.terminal.search.prepare():
        pass
    found.app.models["search"].refresh()
    return found


def write(hand: Hand, words: str) -> None:
    for letter in words.upper():
        hand.tap("search.space" if letter == " " else f"search.key.{letter}")


def found(hand: Hand) -> list[str]:
    hand.app.settle()
    return [row.key for row in hand.app.models["search"]._rows]


def test_each_key_narrows_what_is_found(hand: Hand) -> None:
    write(hand, "c")
    assert {"cucito-1", "cineforum-1", "coro-1", "caffe-1"} <= set(found(hand))
    write(hand, "uc")
    assert found(hand) == ["cucito-1"]
    assert hand.text("1 attività")
    assert hand.text("Oggi, martedì 24 novembre")
    hand.tap("search.row.cucito-1")
    assert hand.screen == "activity"
    hand.tap("header.back")
    assert hand.app.models["search"].property("text") == "cuc", "coming back, one goes on where one was"
    hand.tap("search.erase")
    assert hand.app.models["search"].property("text") == "cu"


def test_titles_come_before_other_texts_and_changes_of_plan_are_said(hand: Hand) -> None:
    write(hand, "co")
    assert found(hand)[-1] == "mostra-1", "in its place alone: Corridoio"
    assert hand.text("Trovate nel testo, nel luogo o per chi")
    assert hand.item("search.row.coro-1").property("notice") == "Annullato"


def test_another_language_is_found_too_and_another_space_is_named(hand: Hand) -> None:
    write(hand, "sewing")
    assert found(hand) == ["cucito-1"]
    hand.tap("search.clear")
    write(hand, "ginn dol")
    assert hand.item("search.row.altrove-1").property("detail") == "Piazzetta Capuana · 10\u00a0posti"


def test_with_nothing_typed_categories_lead_to_what_is_on_in_all_spaces(hand: Hand) -> None:
    assert hand.text("Oppure parti da qui:")
    assert hand.item("search.category.culture").property("subtitle") == "2 attività"
    hand.tap("search.category.culture")
    assert hand.screen == "all"
    assert hand.text("Cultura — 2 attività")
    assert hand.item("agenda.row.cineforum-1")
    hand.tap("header.back")
    assert hand.screen == "search"


def test_nothing_found_says_what_to_do(hand: Hand) -> None:
    write(hand, "xyz")
    assert hand.text("Non trovo «xyz».")
    assert hand.text("Prova con una parola più corta, guarda gli altri spazi, oppure chiedi al portiere.")
    hand.tap("search.spaces")
    assert hand.screen == "spaces"


def test_very_much_found_says_that_there_is_more(window: Callable[..., Hand], data: Path) -> None:
    told: list[tuple[str, Any, str]] = []
    for number in range(70):
        told += [
            ("activity", rows.Activity(f"q{number}", "zoia", {"it": f"Quadri {number}"}), rows.PUBLIC),
            ("occurrence", rows.Occurrence(f"q{number}-1", f"q{number}", "zoia", stamp(at(25, 10))), rows.PUBLIC),
        ]
    tell(data, told)
    hand = window()
    hand.app.go("search")
    while not hand.app.terminal.search.prepare():
        pass
    write(hand, "quadri")
    assert len(found(hand)) == 24
    assert hand.text("Le prime 24: scrivi ancora una lettera")
    assert hand.item("search.down").isEnabled()


def test_an_index_that_is_not_complete_says_so_and_fills_by_itself(window: Callable[..., Hand], qtbot: Any) -> None:
    hand = window()
    hand.app.go("search")
    lock = hand.app.terminal._folder.lock("search")  # an engine is at work, and not done
    lock.acquire()
    write(hand, "cuc")
    assert hand.text("Sto preparando la ricerca…")
    lock.release()
    qtbot.waitUntil(lambda: [row.key for row in hand.app.models["search"]._rows] == ["cucito-1"], timeout=20_000)
    assert not hand.text("Sto preparando la ricerca…")


def test_what_was_looked_for_is_forgotten_with_the_person(hand: Hand) -> None:
    write(hand, "ascolto")
    hand.tap("bar.exit")
    hand.app.go("search")
    assert hand.app.models["search"].property("text") == ""
    assert not hand.text("ascolto")


def test_what_is_typed_is_bounded(hand: Hand) -> None:
    model = hand.app.models["search"]
    model.typed("x" * 500)
    assert len(model.property("text")) == MAX_QUERY


# a keyboard


def press(wedge: Wedge, sign: str, at_ms: int, key: Qt.Key = Qt.Key.Key_A) -> bool:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, sign)
    event.setTimestamp(at_ms)
    return wedge.eventFilter(wedge, event)


class Paper:
    """What a screen was handed."""

    def __init__(self, wedge: Wedge) -> None:
        self.text, self.codes, self.wanted = "", list[str](), True
        wedge.on_typed(lambda: self.wanted, self.write)
        wedge.on_code(self.codes.append)

    def write(self, text: str) -> None:
        for sign in text:
            self.text = self.text[:-1] if sign == BACK else self.text + sign


def test_a_person_who_types_writes_on_the_screen(qapp: Any, qtbot: Any) -> None:
    wedge = Wedge()
    paper = Paper(wedge)
    for i, sign in enumerate("caffè d"):
        assert press(wedge, sign, 1000 + i * 180)
    press(wedge, "", 2600, Qt.Key.Key_Backspace)
    assert paper.text == "caffè "
    press(wedge, "x", 3000)
    qtbot.waitUntil(lambda: paper.text == "caffè x", timeout=10_000)
    assert paper.codes == []


def test_a_scanner_writes_nothing(qapp: Any, qtbot: Any) -> None:
    wedge = Wedge()
    paper = Paper(wedge)
    for i, sign in enumerate("QCT1:ABC"):
        press(wedge, sign, 1000 + i * 5)
    press(wedge, "\r", 1041, Qt.Key.Key_Return)
    assert paper.codes == ["QCT1:ABC"]
    assert paper.text == ""
    for i, sign in enumerate("QCT1:ABCDEF"):  # without an end
        press(wedge, sign, 5000 + i * 5)
    wedge._typed()
    assert paper.text == ""


def test_the_beginning_of_a_code_that_was_taken_for_a_persons_is_taken_back(qapp: Any) -> None:
    wedge = Wedge()
    paper = Paper(wedge)
    press(wedge, "Q", 1000)
    wedge._typed()  # the machine was busy: the rest came late
    assert paper.text == "Q"
    for i, sign in enumerate("CT1:ABCDE"):
        press(wedge, sign, 1150 + i * 5)
    press(wedge, "\r", 1200, Qt.Key.Key_Return)
    assert paper.codes == ["QCT1:ABCDE"]
    assert paper.text == ""


def test_where_nobody_writes_a_space_presses_and_letters_are_dropped(qapp: Any) -> None:
    wedge = Wedge()
    paper = Paper(wedge)
    paper.wanted = False
    assert not press(wedge, " ", 1000, Qt.Key.Key_Space)
    press(wedge, "a", 2000)
    wedge._typed()
    assert paper.text == ""


def test_keys_of_a_keyboard_reach_the_search_screen(hand: Hand, qtbot: Any) -> None:
    QTest.keyClick(hand.app.window, "c")
    QTest.keyClick(hand.app.window, "u")
    model = hand.app.models["search"]
    qtbot.waitUntil(lambda: model.property("text") == "cu", timeout=10_000)


def test_a_card_that_is_read_on_the_search_screen_opens_its_own_and_writes_nothing(hand: Hand) -> None:
    hand.scan(card_code())
    assert hand.screen == "card"
    assert hand.app.models["search"].property("text") == ""
