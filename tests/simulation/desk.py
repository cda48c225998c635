"""What people do at a terminal: at its screen and at the desk."""

from __future__ import annotations

import secrets
from random import Random
from typing import TYPE_CHECKING

from sync import card
from sync.chain import Encoded
from sync.facts import parse
from tests.simulation.actions import CARDS, NAMES, action, known, stated, terminal_of
from tests.simulation.machine import Machine
from tests.simulation.rubbish import rubbish

if TYPE_CHECKING:
    from tests.simulation.world import World


@action
def dropin(world: World, random: Random) -> str | None:
    return stated(world, lambda at: f"drop-in {terminal_of(at).log_dropin(['chiavi'], people=random.randint(1, 3))}")


@action
def amend(world: World, random: Random) -> str | None:
    def work(at: Machine) -> str:
        dropins = known(world, at, "dropin") or [secrets.token_hex(16)]
        chosen, people = random.choice(dropins[-6:]), random.randint(1, 9)
        terminal_of(at).amend_dropin(chosen, {"people": people})
        return f"amends drop-in {chosen}: {people} people"

    return stated(world, work)


@action
def void(world: World, random: Random) -> str | None:
    def work(at: Machine) -> str:
        dropins = known(world, at, "dropin") or [secrets.token_hex(16)]
        chosen = random.choice(dropins[-6:])
        terminal_of(at).void_dropin(chosen)
        return f"voids drop-in {chosen}"

    return stated(world, work)


def _sign_up(world: World, random: Random, **who: object) -> str | None:
    def work(at: Machine) -> str:
        occurrence = world.occurrence(random)
        done = terminal_of(at).sign_up(occurrence, people=random.choice((1, 1, 1, 2, 4)), **who)
        return f"booking {done.booking} for {occurrence}: {done.state}"

    return stated(world, work)


@action
def card_booking(world: World, random: Random) -> str | None:
    return _sign_up(world, random, card=random.choice(CARDS))


@action
def name_booking(world: World, random: Random) -> str | None:
    return _sign_up(world, random, name=random.choice(NAMES), contact="340 1234567")


@action
def wait(world: World, random: Random) -> str | None:
    return _sign_up(world, random, name=random.choice(NAMES), waiting=True)


@action
def hold(world: World, random: Random) -> str | None:
    def work(at: Machine) -> str:
        values = {"occurrence": world.occurrence(random), "nonce": secrets.token_hex(8)}
        _, seq = terminal_of(at).hold(parse("hold", values))
        return f"hold {values['nonce']} for {values['occurrence']} at {seq}"

    return stated(world, work)


@action
def ticket(world: World, random: Random) -> str | None:
    def work(at: Machine) -> str:
        terminal, occurrence = terminal_of(at), world.occurrence(random)
        people = random.choice((1, 1, 2))
        offer = terminal.offer_ticket(occurrence, people=people)
        now = int(world.time.now().timestamp())
        world.tickets.append(
            card.Ticket(
                terminal=terminal.id, incarnation=terminal.journal.position().incarnation, occurrence=occurrence,
                nonce=offer.nonce, people=people, issued=now, expires=now + 900, held=offer.held,
            )
        )  # fmt: skip
        return f"ticket {offer.nonce} for {occurrence}, {'a seat is kept' if offer.held else 'no seat kept'}"

    return stated(world, work)


@action
def cancel(world: World, random: Random) -> str | None:
    def work(at: Machine) -> str:
        shown = [one.id for one in terminal_of(at).projection.bookings() if one.state != "cancelled"]
        chosen = random.choice(shown or [secrets.token_hex(16)])
        terminal_of(at).cancel_booking(chosen)
        return f"cancels {chosen}"

    return stated(world, work)


@action
def check_in(world: World, random: Random) -> str | None:
    def work(at: Machine) -> str:
        shown = [one.id for one in terminal_of(at).projection.bookings()]
        if shown and random.random() < 0.7:
            return f"check-in {terminal_of(at).check_in(booking=random.choice(shown))}"
        given = {"card": random.choice(CARDS), "occurrence": world.occurrence(random)}
        return f"check-in {terminal_of(at).check_in(**given)} by card"

    return stated(world, work)


@action
def undo(world: World, random: Random) -> str | None:
    def work(at: Machine) -> str:
        chosen = random.choice(known(world, at, "checkin") or [secrets.token_hex(16)])
        terminal_of(at).record(parse("checkin_undo", {"checkin": chosen}))
        return f"undoes check-in {chosen}"

    return stated(world, work)


@action
def told(world: World, random: Random) -> str | None:
    def work(at: Machine) -> str:
        chosen = random.choice(known(world, at, "booking") or [secrets.token_hex(16)])
        seen = terminal_of(at).projection.booking(chosen)
        over = seen is not None and seen.told
        terminal_of(at).record(parse("told_undo" if over else "told", {"booking": chosen}))
        return f"{'not told after all' if over else 'told'} about {chosen}"

    return stated(world, work)


@action
def untold(world: World, random: Random) -> str | None:
    def work(at: Machine) -> str:
        chosen = random.choice(known(world, at, "booking") or [secrets.token_hex(16)])
        terminal_of(at).untell(chosen)
        return f"was not told about {chosen}"

    return stated(world, work)


@action
def notice(world: World, random: Random) -> str | None:
    body = parse("notice", {"title": "Ascensore", "text": f"Fermo {random.random()}"})
    return stated(world, lambda at: f"notice {terminal_of(at).record(body)[0]}")


@action
def occurrence_off(world: World, random: Random) -> str | None:
    def work(at: Machine) -> str:
        occurrence, terminal = world.occurrence(random), terminal_of(at)
        seen = terminal.projection.occurrence(occurrence)
        off = seen is not None and seen.cancelled
        terminal.say("occurrence_restore" if off else "occurrence_cancel", {"occurrence": occurrence})
        return f"{'takes back that it called off' if off else 'calls off'} {occurrence}"

    return stated(world, work)


@action
def rubbish_(world: World, random: Random) -> str | None:
    """An older or a newer program, or a broken one, left something in the journal."""

    def work(at: Machine) -> str:
        fact_id = secrets.token_hex(16)
        raw = rubbish(random, fact_id)
        with terminal_of(at).journal.append() as journal:
            seq = journal.add(Encoded(fact_id, "rubbish", raw))
        return f"rubbish at {seq}: {raw[:60]!r}"

    return stated(world, work)
