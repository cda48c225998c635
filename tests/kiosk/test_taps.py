"""How many taps it takes from Home: product.md's budgets, counted by a hand that may only tap."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sync.terminal import registers
from tests.kiosk.conftest import Hand
from tests.kiosk.world import badge_code, card_code


class Counting:
    """A hand that counts its taps."""

    def __init__(self, hand: Hand) -> None:
        self._hand, self.taps = hand, 0

    def tap(self, name: str) -> None:
        self._hand.tap(name)
        self.taps += 1


Way = Callable[[Counting, Hand], None]


def nothing(_fingers: Counting, _hand: Hand) -> None:
    """Without a tap."""


def one(*names: str) -> Way:
    def go(fingers: Counting, _hand: Hand) -> None:
        for name in names:
            fingers.tap(name)

    return go


def card(fingers: Counting, hand: Hand) -> None:
    fingers.tap("home.row.italiano-1")
    hand.scan(card_code())
    fingers.tap("activity.signup")


def with_badge(*names: str) -> Way:
    """From Home with a badge and, where it is asked for, the PIN: they are no taps."""

    def go(fingers: Counting, hand: Hand) -> None:
        hand.scan(badge_code())
        hand.app.context.session.named = True
        one(*names)(fingers, hand)

    return go


def called_off(fingers: Counting, hand: Hand) -> None:
    with_badge("bar.more", "more.today", "today.row.doposcuola-1", "today.reason.sala", "today.proceed")(fingers, hand)
    fingers.tap("today.confirm")


def note_opened_again(fingers: Counting, hand: Hand) -> None:
    note = registers.leave_note(hand.app.terminal, "Il corriere ripassa alle 17", by="giulia")
    with_badge("bar.more", "more.handover", f"handover.row.{note}", "handover.undo")(fingers, hand)


BUDGETS: dict[str, tuple[int, Way, str]] = {
    "today's activities here": (0, nothing, "Cineforum di cortile"),
    "tomorrow": (1, one("home.tile.week"), "Domani, mercoledì 25 novembre"),
    "the other spaces, and how much is on there": (1, one("home.tile.spaces"), "Piazzetta Capuana"),
    "details: where, for whom, seats": (1, one("home.row.italiano-1"), "2 posti, conferma subito"),
    "the board": (1, one("home.tile.board"), "Ascensore fermo"),
    "search, to the first key": (1, one("bar.search"), "Che cosa cerchi?"),
    "the whole week": (2, one("home.tile.week", "agenda.day.week"), "Oggi, martedì 24 novembre"),
    "another day": (2, one("home.tile.week", "agenda.day.2026-11-26"), "Giovedì 26 novembre"),
    "one other space": (2, one("home.tile.spaces", "spaces.capuana"), "Ginnastica dolce"),
    "all spaces": (2, one("home.tile.spaces", "spaces.all"), "Tutti gli spazi"),
    "take it along": (2, one("home.row.italiano-1", "activity.takeaway"), "Portalo con te"),
    "sign-up with a card": (2, card, "Iscritto"),
    "somebody came by": (1, with_badge("desk.reason.chiavi"), "Registrato: Chiavi · 1 persona"),
    "three came by, of one age": (
        3, with_badge("desk.reason.chiavi", "desk.people.3", "desk.age.30-54"), "Registrato: Chiavi · 3 persone",
    ),
    "it was a mistake": (2, with_badge("desk.reason.chiavi", "toast.undo"), "Oggi: ancora nessuno"),
    "who is expected today": (2, with_badge("bar.more", "more.expected"), "Per oggi nessuna iscrizione."),
    "a note that was ticked off is open again": (4, note_opened_again, "Altro (1)"),
    "an activity is called off": (6, called_off, "Annullato."),
    "the day is closed": (3, with_badge("bar.more", "more.closing", "closing.close"), "Giornata chiusa"),
    "what is free this week": (
        4, one("home.tile.week", "agenda.filters", "filters.free", "filters.show"), "Gratuite — 4 attività",
    ),
}  # fmt: skip
"""What → taps at most, the way, words that show that one is there."""


@pytest.mark.parametrize("what", sorted(BUDGETS))
def test_it_takes_no_more_taps_than_promised(hand: Hand, what: str) -> None:
    budget, way, words = BUDGETS[what]
    if what.startswith("search") and "bar.search" not in hand.names():
        pytest.fail("the bottom bar has no way to search")
    fingers = Counting(hand)
    way(fingers, hand)
    hand.app.settle()
    assert hand.text(words), sorted(hand.texts())
    assert fingers.taps <= budget
