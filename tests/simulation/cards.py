"""What people do with cards at the desk: they get one, lose it and get another, and have one blocked."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from sync.hub import members as at_hub
from sync.hub.store.feed import HubSession
from sync.terminal import cards
from sync.terminal.members import members
from tests.simulation.actions import NAMES, action, stated, terminal_of
from tests.simulation.machine import Machine

if TYPE_CHECKING:
    from tests.simulation.world import World


@action
def card_issue(world: World, random: Random) -> str | None:
    def work(at: Machine) -> str:
        return f"card {cards.issue(terminal_of(at), random.choice(NAMES), language=random.choice(('it', 'ar')))}"

    return stated(world, work)


@action
def card_change(world: World, random: Random) -> str | None:
    """A card is lost, or blocked: one that is known there, if any."""

    def work(at: Machine) -> str:
        there = members(terminal_of(at).projection)
        if not there:
            return "nobody has a card"
        chosen = random.choice(there).number
        if random.random() < 0.6:
            return f"card {chosen} is lost: {cards.reissue(terminal_of(at), chosen)}"
        cards.revoke(terminal_of(at), chosen)
        return f"card {chosen} is blocked"

    return stated(world, work)


@action
def phone_member(world: World, random: Random) -> str | None:
    """Somebody signs up as a member on the hub's page; nobody has seen a document yet."""

    def work(session: HubSession) -> str:
        assert world.hub.hub is not None
        made = at_hub.make(session, world.hub.hub, random.choice(("zoia", "omero")), random.choice(NAMES), "it")
        return f"{made.number} signs up on a phone"

    return world.hub.office(work)


@action
def member_seen(world: World, random: Random) -> str | None:
    """The desk sees a document: of somebody whom nobody saw yet, where there is one; or of a card that is gone."""

    def work(at: Machine) -> str:
        there = members(terminal_of(at).projection)
        numbers = [one.number for one in there if not one.seen] or [one.number for one in there]
        if not numbers or random.random() < 0.2:
            stated_of = [fact.body["card"] for fact in world.truth.facts.values() if fact.kind == "card_replace"]
            numbers = stated_of or ["482910573648"]
        chosen = random.choice(numbers)
        terminal_of(at).say("member_seen", {"card": chosen})
        return f"saw a document of {chosen}"

    return stated(world, work)
