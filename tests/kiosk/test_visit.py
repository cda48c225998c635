"""A visit's end: idle, *Esci*, languages; and nothing of the previous person that remains."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication

from tests.kiosk.conftest import Hand
from tests.kiosk.world import NUMBER, OTHER_NUMBER, badge_code, card_code


def strings(value: object, depth: int = 0) -> Iterator[str]:
    """Every string that a view-model holds in its attributes, however deep."""
    if isinstance(value, str):
        yield value
    elif depth < 6 and not isinstance(value, (int, float, bytes, type(None))):
        if isinstance(value, dict):
            inner: list[object] = [*value.keys(), *value.values()]
        elif isinstance(value, (list, tuple, set, frozenset)):
            inner = list(value)
        elif hasattr(value, "__slots__") and hasattr(value, "__dataclass_fields__"):
            inner = [getattr(value, name) for name in value.__dataclass_fields__]
        elif isinstance(value, QObject):
            known = ("_context", "_worker", "terminal")
            inner = [held for name, held in vars(value).items() if name not in known]
        else:
            inner = []
        for one in inner:
            yield from strings(one, depth + 1)


def everything(hand: Hand) -> str:
    """All that the window and the view-models hold, when what was shown before has been cleared away."""
    hand.app.settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    seen = list(hand.texts())
    waiting: list[QObject] = [hand.app.window]
    while waiting:
        thing = waiting.pop()
        waiting += thing.children()
        for name in ("text", "label", "hint", "value", "subtitle"):
            if isinstance(held := thing.property(name), str):
                seen.append(held)
    for model in hand.app.models.values():
        seen += strings(model)
    return "\n".join(seen)


def a_whole_visit(hand: Hand) -> None:
    """A person types a card's number, signs up for two activities in English, and leaves the last screen open."""
    hand.tap("bar.language")
    hand.tap("language.en")
    hand.app.go("activity", occurrence="italiano-1")
    hand.tap("activity.signup")
    hand.tap("signup.people.more")
    hand.tap("signup.card")
    hand.type_number("signup.number", NUMBER)
    hand.tap("signup.number.confirm")
    assert hand.screen == "signup.result"
    hand.tap("bar.card")
    hand.app.go("activity", occurrence="cucito-1")
    hand.tap("activity.signup")
    hand.app.go("activity", occurrence="scacchi-1")
    hand.tap("activity.signup")
    assert hand.app.models["signup"].property("full")


LEFT = [NUMBER, f"{NUMBER[:4]} {NUMBER[4:8]} {NUMBER[8:]}", "italiano-1", "scacchi-1", "Signed up"]


def assert_nothing_remains(hand: Hand) -> None:
    assert hand.screen == "home"
    assert hand.app.context.session.card is None
    assert hand.app.context.session.staff is None
    assert hand.app.context.language == "it"
    assert hand.text("Oggi qui")
    held = everything(hand)
    home = {"italiano-1"}  # Home lists it for everybody
    assert [part for part in LEFT if part in held and part not in home] == []
    assert hand.app.models["signup"].property("people") == 1
    assert next(one.id for one in hand.app.terminal.projection.bookings("italiano-1")) not in held


def test_after_sixty_seconds_the_terminal_asks_and_after_twenty_more_nothing_remains(hand: Hand) -> None:
    a_whole_visit(hand)
    hand.app.go("activity", occurrence="scacchi-1")
    hand.wait(59)
    assert not hand.text("Do you need more time?")
    hand.wait(1)
    assert hand.text("Do you need more time?")
    assert hand.text("In 20 seconds I go back to the start")
    hand.wait(19)
    assert hand.text("In 1 second I go back to the start")
    hand.wait(1)
    assert not hand.text("Do you need more time?")
    assert_nothing_remains(hand)


def test_on_sign_up_the_terminal_asks_after_thirty_seconds(hand: Hand) -> None:
    a_whole_visit(hand)
    hand.wait(30)
    assert hand.text("Do you need more time?")
    hand.wait(20)
    assert_nothing_remains(hand)


def test_exit_leaves_nothing_at_once(hand: Hand) -> None:
    a_whole_visit(hand)
    hand.tap("bar.exit")
    assert_nothing_remains(hand)


def test_a_code_half_typed_is_forgotten(hand: Hand) -> None:
    hand.app.go("activity", occurrence="italiano-1")
    hand.tap("activity.signup")
    hand.tap("signup.card")
    hand.type_number("signup.number", "98765")
    hand.tap("bar.exit")
    assert "9876" not in everything(hand)
    hand.app.go("activity", occurrence="italiano-1")
    hand.tap("activity.signup")
    hand.tap("signup.card")
    assert hand.app.models["signup"].property("entry").property("shown") == ""


def test_more_time_can_be_had_again_and_again(hand: Hand) -> None:
    a_whole_visit(hand)
    for _ in range(12):
        hand.wait(35)
        assert hand.text("Do you need more time?")
        hand.tap("idle.more")
        assert not hand.text("Do you need more time?")
    assert hand.screen == "signup"


def test_the_question_can_be_answered_with_exit(hand: Hand) -> None:
    a_whole_visit(hand)
    hand.wait(35)
    hand.tap("idle.exit")
    assert_nothing_remains(hand)


def test_a_touch_starts_the_time_again(hand: Hand) -> None:
    hand.tap("home.tile.week")
    hand.wait(50)
    hand.tap("agenda.day.2026-11-26")
    hand.wait(50)
    assert not hand.text("Ti serve altro tempo?")
    hand.wait(10)
    assert hand.text("Ti serve altro tempo?")


def test_a_scan_answers_the_question_too(hand: Hand) -> None:
    hand.tap("home.tile.week")
    hand.wait(65)
    hand.scan(card_code())
    assert not hand.text("Ti serve altro tempo?")
    assert hand.screen == "card"


def test_home_with_nobody_in_front_of_it_asks_nothing(hand: Hand) -> None:
    for _ in range(10):
        hand.wait(61)
        assert not hand.text("Ti serve altro tempo?")
    assert hand.screen == "home"


def test_home_in_another_language_or_with_a_card_is_a_visit_too(hand: Hand) -> None:
    hand.scan(card_code(OTHER_NUMBER, language="en"))
    hand.app.shell.go("home")
    assert hand.text("Today here")
    assert hand.item("bar.exit")
    hand.wait(60)
    assert hand.text("Do you need more time?")
    hand.wait(20)
    assert hand.text("Oggi qui")
    assert "bar.exit" not in hand.names()


def test_the_desk_closes_by_itself_after_two_minutes_and_the_question(hand: Hand) -> None:
    hand.scan(badge_code())
    hand.tap("desk.reason.chiavi")
    hand.wait(119)
    assert not hand.text("Ti serve altro tempo?")
    hand.wait(1)
    assert hand.text("Ti serve altro tempo?")
    hand.wait(20)
    assert hand.screen == "home"
    assert hand.app.context.session.staff is None
    assert "Chiavi" not in everything(hand)
    assert "giulia" not in everything(hand)


@pytest.mark.parametrize("screen", ["week", "spaces", "board", "card", "language", "staff"])
def test_exit_is_in_sight_on_every_screen_but_an_untouched_home(hand: Hand, screen: str) -> None:
    assert "bar.exit" not in hand.names()
    hand.app.go(screen)
    hand.tap("bar.exit")
    assert hand.screen == "home"


def test_the_language_changes_at_once_and_one_goes_on_where_one_was(hand: Hand) -> None:
    hand.tap("home.row.italiano-1")
    hand.tap("bar.language")
    assert hand.item("language.it").property("selected") is True
    hand.tap("language.en")
    assert hand.screen == "activity"
    for words in (
        "Sign up",
        "Where",
        "every Tuesday until 15 December",
        "2 places, confirmed at once",
        "Text in Italian",
    ):
        assert hand.text(words)
    hand.tap("header.back")
    assert hand.text("Sewing together")
    assert hand.text("Tuesday 24 November")
    assert hand.text("No network: you can use the terminal. Programme of 15:18.")


def test_a_terminal_can_start_in_english(window: Callable[..., Hand]) -> None:
    hand = window(language="en")
    assert hand.text("Today here")
    assert "bar.exit" not in hand.names()


def test_a_sentence_goes_with_the_screen_that_it_was_said_on(hand: Hand) -> None:
    hand.scan("https://example.org/not-a-card")
    assert hand.item("message.close")
    hand.tap("bar.card")
    assert "message.close" not in hand.names()


class Bell(QObject):
    rung = Signal(bool)


def test_two_thousand_signals_leave_pythons_constants_alone(qapp: QGuiApplication) -> None:
    """PySide6 6.12.0 on Python 3.11 loses a reference to True with each emit, until the program aborts."""
    bell, heard = Bell(), list[None]()
    bell.rung.connect(lambda _on: heard.append(None))
    gc.collect()
    before = sys.getrefcount(True)
    for _ in range(2000):
        bell.rung.emit(True)
    assert len(heard) == 2000
    assert abs(sys.getrefcount(True) - before) < 100


def test_modes_change_every_screen_at_once_and_end_with_the_visit(hand: Hand) -> None:
    theme = hand.app.engine.singletonInstance("kiosk.controls", "Theme")
    before = {name: theme.property(name) for name in ("small", "ink", "heightMm")}
    hand.tap("bar.access")
    for mode in ("large", "contrast", "reach"):
        hand.tap(f"access.{mode}")
        assert hand.item(f"access.{mode}").property("selected") is True
    assert theme.property("small") > before["small"] * 1.3
    assert theme.property("ink").name() == "#000000"
    assert theme.property("heightMm") == pytest.approx(350, abs=0.5)
    hand.tap("header.back")
    assert theme.property("large") is True
    hand.tap("bar.exit")
    hand.app.settle()
    assert {name: theme.property(name) for name in before} == before
    hand.tap("bar.access")
    assert not any(hand.item(f"access.{mode}").property("selected") for mode in ("large", "contrast", "reach"))


def test_a_mode_is_turned_off_as_it_was_turned_on(hand: Hand) -> None:
    hand.tap("bar.access")
    hand.tap("access.large")
    hand.tap("access.large")
    assert hand.item("access.large").property("selected") is False


def test_home_in_a_mode_is_a_visit_that_is_asked_about_and_ends(hand: Hand) -> None:
    hand.tap("bar.access")
    hand.tap("access.contrast")
    hand.tap("header.back")
    assert hand.item("bar.exit")
    hand.wait(60)
    assert hand.text("Ti serve altro tempo?")
    hand.wait(20)
    assert hand.app.context.session.modes.contrast is False
