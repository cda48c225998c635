"""Signing up, and the card that one signs up with."""

from __future__ import annotations

from collections.abc import Callable

from tests.kiosk.desk_acts import Waiting
from tests.kiosk.hand import Hand
from tests.kiosk.states.ways import before_camera, go, mistyped, sign_up, with_card
from tests.kiosk.world import NUMBER, card_code


def holder(hand: Hand) -> None:
    hand.app.terminal.sign_up("italiano-1", card=NUMBER)
    hand.app.terminal.ask("lungo3", card=NUMBER)
    hand.app.terminal.ask("aiuto-cuoco", card=NUMBER)
    hand.scan(card_code())


def ways(way: str) -> Callable[[Hand], None]:
    def act(hand: Hand) -> None:
        sign_up(hand, "italiano-1")
        hand.tap(way)

    return act


def without_paper(hand: Hand) -> None:
    """A sign-up whose slip did not come out."""
    hand.app.models["result"].slips.use(Waiting(hand.app.engine))
    with_card(hand, "italiano-1")
    hand.tap("result.slip")
    hand.app.models["result"].slips._came_out(1, "stuck")


def at_the_same_hour(hand: Hand) -> None:
    """Somebody with a card who has a place elsewhere at that hour."""
    hand.app.terminal.sign_up("visita3-1", card=NUMBER)
    with_card(hand, "visita4-1")


STATES: dict[str, Callable[[Hand], None]] = {
    "card": go("card"),
    "card, holder": holder,
    "card, camera": before_camera(go("card")),
    "card, camera broken": before_camera(go("card"), broken=True),
    "sign up": lambda hand: sign_up(hand, "visita3-1"),
    "sign up, number mistyped": mistyped,
    "sign up, camera": before_camera(mistyped),
    "sign up, phone": ways("signup.phone"),
    "sign up, desk": ways("signup.desk"),
    "signed up": lambda hand: with_card(hand, "italiano-1"),
    "signed up, no paper": without_paper,
    "request": lambda hand: with_card(hand, "visita3-1"),
    "sign up, same hour": at_the_same_hour,
    "full": lambda hand: with_card(hand, "scacchi-1"),
}
