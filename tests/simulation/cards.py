"""What people do with cards at the desk: they get one, lose it and get another, and have one blocked."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from sync.terminal import cards
from sync.terminal.members import members
from tests.simulation.actions import NAMES, _stated, _terminal, action
from tests.simulation.machine import Machine

if TYPE_CHECKING:
    from tests.simulation.world import World


@action
def card_issue(world: World, random: Random) -> str | None:
    def work(at: Machine) -> str:
        return f"card {cards.issue(_terminal(at), random.choice(NAMES), language=random.choice(('it', 'ar')))}"

    return _stated(world, work)


@action
def card_change(world: World, random: Random) -> str | None:
    """A card is lost, or blocked: one that is known there, if any."""

    def work(at: Machine) -> str:
        known = members(_terminal(at).projection)
        if not known:
            return "nobody has a card"
        chosen = random.choice(known).number
        if random.random() < 0.6:
            return f"card {chosen} is lost: {cards.reissue(_terminal(at), chosen)}"
        cards.revoke(_terminal(at), chosen)
        return f"card {chosen} is blocked"

    return _stated(world, work)
