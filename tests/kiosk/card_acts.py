"""Cards that the desk makes, for `tests.kiosk.states`."""

from __future__ import annotations

from collections.abc import Callable

from sync import rows
from sync.card import key_id
from sync.terminal.folder import open_folder
from tests.kiosk.desk_acts import Waiting, at_work
from tests.kiosk.hand import Hand
from tests.kiosk.world import MEMBER_NAME, NUMBER, tell


def with_a_lane(hand: Hand) -> None:
    """The hub lets this terminal issue cards."""
    terminal = hand.app.terminal
    public = open_folder(terminal.folder, "file").private_key().public_key().public_bytes_raw()
    own = rows.Key(key_id(public), public.hex(), ["ticket", "booking"], terminal=terminal.id, lane=42)
    tell(terminal.folder, [("key", own, rows.PUBLIC)])
    terminal.projection.refresh()


def from_a_phone(hand: Hand) -> None:
    """Somebody became a member on a phone: nobody has seen a document of theirs."""
    terminal = hand.app.terminal
    made = rows.Member(NUMBER, terminal.space, MEMBER_NAME, seen=False)
    tell(terminal.folder, [("member", made, rows.space_scope(terminal.space))])
    terminal.projection.refresh()


def document_to_see(hand: Hand) -> None:
    """The card of somebody whose document is to be seen."""
    from_a_phone(hand)
    at_work("cards")(hand)
    hand.tap(f"cards.row.{NUMBER}")


def seen_twice(hand: Hand) -> None:
    """The card of somebody whose card was shown in two spaces at once."""
    terminal = hand.app.terminal
    doubled = rows.Member(NUMBER, terminal.space, MEMBER_NAME, doubled=True)
    tell(terminal.folder, [("member", doubled, rows.space_scope(terminal.space))])
    terminal.projection.refresh()
    at_work("cards")(hand)
    hand.tap(f"cards.row.{NUMBER}")


def finding(typed: str) -> Callable[[Hand], None]:
    """The desk looks for somebody."""

    def act(hand: Hand) -> None:
        at_work("cards")(hand)
        hand.tap("cards.find")
        for sign in typed:
            hand.tap("cards.find.space" if sign == " " else f"cards.find.key.{sign}")

    return act


def writing_name(hand: Hand, name: str) -> None:
    """The desk makes a card for somebody."""
    at_work("cards")(hand)
    hand.tap("cards.new")
    for letter in name.upper():
        hand.tap("cards.space" if letter == " " else f"cards.key.{letter}")


def carding(step: str) -> Callable[[Hand], None]:
    """A card that the desk makes, as far as a step."""

    def act(hand: Hand) -> None:
        with_a_lane(hand)
        model = hand.app.models["cards"]
        model.slips.use(Waiting(hand.app.engine))
        writing_name(hand, "Massimiliano D")
        if step == "name":
            return
        hand.tap("cards.next")
        model.property("fresh").choose("fr")
        if step in ("contact", "mail"):
            model.property("fresh").askContact()
        if step == "mail":
            hand.tap("cards.contact.by.mail")
            for sign in "massimiliano.d":
                hand.tap(f"cards.contact.mail.key.{sign}")
            hand.tap("cards.contact.mail.key.@gmail.com")
        if step in ("look", "contact", "mail"):
            return
        hand.tap("cards.issue")
        if step in ("lost", "revoke"):
            model.ask(step)
        elif step == "no paper":
            model.slips.outcome = "stuck"
            model.changed.emit()

    return act
