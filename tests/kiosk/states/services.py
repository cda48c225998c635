"""The board and the services of a house."""

from __future__ import annotations

from collections.abc import Callable

from tests.kiosk.hand import Hand
from tests.kiosk.states.ways import go
from tests.kiosk.world import card_code


def asking_by_name(hand: Hand) -> None:
    hand.app.go("service.ask", key="lungo3")
    if "ask.no_card" not in hand.names():
        hand.tap("service.who.down")
    hand.app.models["ask"].property("who").byName()
    hand.app.settle()
    for letter in "FATIMA":
        hand.tap(f"ask.key.{letter}")


def asked(hand: Hand) -> None:
    hand.app.go("service.ask", key="lungo3")
    hand.scan(card_code())


def taken_back(hand: Hand) -> None:
    asked(hand)
    hand.tap("saved.undo")


def writing(hand: Hand) -> None:
    hand.app.go("board.write", key="cerco")
    for letter in "UNA SCALA":
        hand.tap("write.space" if letter == " " else f"write.key.{letter}")


def whose(hand: Hand) -> None:
    writing(hand)
    hand.tap("write.next")


def written(hand: Hand) -> None:
    whose(hand)
    hand.scan(card_code())


STATES: dict[str, Callable[[Hand], None]] = {
    "board": go("board"),
    "board, offers": go("board", "offers"),
    "board, openings": go("board", "opening"),
    "board, products": go("board", "product"),
    "board, notice": go("board.item", "lavori3"),
    "board, urgent": go("board.item", "ascensore"),
    "board, offer": go("board.item", "mate"),
    "board, gone": go("board.item", "gone"),
    "board, writing": writing,
    "board, whose": whose,
    "board, written": written,
    "services": go("services"),
    "service": go("service", "chiavi"),
    "service, long": go("service", "lungo3"),
    "service, without asking": go("service", "sportello"),
    "service, opening": go("service", "aiuto-cuoco"),
    "service, gone": go("service", "gone"),
    "service, card": go("service.ask", "chiavi"),
    "service, name": asking_by_name,
    "service, asked": asked,
    "service, taken back": taken_back,
}
